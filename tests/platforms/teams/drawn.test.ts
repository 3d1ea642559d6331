import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../../src/core/language.ts';
import type { Form } from '../../../src/core/message.ts';
import { sizes } from '../../../src/platforms/teams/limits.ts';
import { renderDialog, renderMessage, renderUpdate } from '../../../src/platforms/teams/render.ts';
import { findChromium, openBrowser } from '../../support/browser.ts';
import { gallery } from '../../support/gallery.ts';
import { isTooWide, picture } from '../../support/page-browser.ts';
import { wording } from '../../support/scene.ts';
import { inputsIn, type Json } from '../../support/teams-card-reader.ts';
import { cardProblems } from './strict-card.ts';

const exhibits = gallery();
/** Forms that are the same to see are drawn once. */
const forms = [
  ...new Map(
    exhibits.flatMap(({ name, message }) =>
      message.forms.map((form): [string, { name: string; language: (typeof message)['language']; form: Form }] => [
        JSON.stringify([form, message.language]),
        { name, language: message.language, form },
      ]),
    ),
  ).values(),
];

/** What Teams has in its own look, as far as it changes what fits where. */
const look = `
  body { margin: 0; padding: 16px; font: 14px 'Segoe UI', 'Liberation Sans', sans-serif; background: #fff; }
  section { margin: 0 0 24px; padding: 12px; border: 1px solid #ddd; }
  h2 { font-size: 16px; overflow-wrap: anywhere; } textarea, input[type=text], input[type=date], select { box-sizing: border-box; width: 100%; font: inherit; }`;
const drawer = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js'), 'utf8');

declare const AdaptiveCards: {
  AdaptiveCard: new () => { hostConfig: unknown; parse(json: unknown): void; render(): HTMLElement | undefined };
  HostConfig: new (config: object) => unknown;
};

/** Draws cards below each other with Microsoft's own renderer. Gives what people read of each. */
async function draw(page: Page, cards: { title: string; card: Json }[]): Promise<string[]> {
  await page.setContent(`<!doctype html><html lang="fr"><title>Teams</title><style>${look}</style><body></body></html>`);
  await page.addScriptTag({ content: drawer });
  return page.evaluate((all) => {
    const hostConfig = new AdaptiveCards.HostConfig({
      fontFamily: 'inherit',
      actions: { actionsOrientation: 'horizontal', actionAlignment: 'left', maxActions: 6 },
      containerStyles: { attention: { backgroundColor: '#fde7e9' }, accent: { backgroundColor: '#c7e0f4' } },
    });
    return all.map(({ title, card }) => {
      const section = document.body.appendChild(document.createElement('section'));
      section.appendChild(document.createElement('h2')).textContent = title;
      const drawn = new AdaptiveCards.AdaptiveCard();
      drawn.hostConfig = hostConfig;
      drawn.parse(card);
      const element = drawn.render();
      if (element) section.append(element);
      return section.innerText;
    });
  }, cards);
}

/** French sets spaces of its own, and what parts markup has no shape. */
const plain = (text: string): string => text.replaceAll(/[\s\u2060]+/g, '');

it('shows every message of the companion in cards that Teams takes, posted and changed in place', () => {
  const wrong = exhibits.flatMap(({ name, message }) => {
    const showing = { nonce: '1', words: wording[message.language] };
    const cards = [...renderMessage(message, showing), renderUpdate(message, showing)];
    return cards.flatMap(({ card }) => cardProblems(card)).map((problem) => `${name}: ${problem}`);
  });
  expect(wrong).toEqual([]);
  expect(exhibits.length).toBeGreaterThan(100);
});

it('shows every form in a dialog that Teams takes, with a place for each field', () => {
  const wrong = forms.flatMap(({ name, language, form }) => {
    const { card } = renderDialog(form, language, {}, { words: wording[language] });
    const ids = inputsIn(card).map(({ id }) => String(id).slice(2));
    const missing = form.fields.filter(({ id }) => !ids.includes(id)).map(({ id }) => `no place for ${id}`);
    return [...cardProblems(card, { bytes: sizes.dialogBytes }), ...missing].map((problem) => `${name}: ${problem}`);
  });
  expect(wrong).toEqual([]);
});

const chromium = findChromium();

describe.runIf(chromium)("every dialog, drawn by Microsoft's renderer in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
  });
  afterAll(() => browser?.close());

  it.each(languages)('in %s: nothing is missing, and nothing sticks out on a phone', async (language) => {
    const mine = forms.filter((each) => each.language === language);
    const dialogs = mine.map(({ form }) => {
      const errors = { [form.fields[0]?.id ?? '']: wording[language]('start.needed') };
      return [form, renderDialog(form, language, {}, { words: wording[language], errors })] as const;
    });
    const page = await browser.newPage({ viewport: { width: 600, height: 900 } });
    const read = await draw(
      page,
      dialogs.map(([, dialog]) => dialog),
    );
    for (const [index, [form]] of dialogs.entries()) {
      const words = plain(read[index] ?? '');
      // Labels of absurd length are cut.
      for (const field of form.fields.filter(({ kind }) => kind !== 'file'))
        expect(words).toContain(plain(field.label).slice(0, 1000));
      expect(words).toContain(plain(form.submit).slice(0, 30));
    }
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await isTooWide(page)).toBe(false);
    await page.setViewportSize({ width: 600, height: 900 });
    // One of each sort, to look at.
    const sorts = new Map(
      dialogs.map(([form, dialog]) => [`${form.action} ${form.fields.map(({ kind }) => kind).join()}`, dialog]),
    );
    for (const [part, some] of Object.entries(Object.groupBy([...sorts.values()], (_dialog, index) => Math.floor(index / 5)))) {
      await draw(page, some ?? []);
      await picture(page, `teams-dialogs-${language}-${Number(part) + 1}`, { fullPage: true });
    }
    await page.close();
  });

  it('shows where things stand', async () => {
    const page = await browser.newPage({ viewport: { width: 600, height: 900 } });
    const shown = exhibits.filter(({ message }) => message.blocks.some(({ type }) => type === 'progress')).slice(0, 3);
    const cards = shown.flatMap(({ name, message }) =>
      renderMessage(message, { nonce: '1', words: wording[message.language] }).map(({ card }) => ({ title: name, card })),
    );
    await draw(page, cards);
    expect(await isTooWide(page)).toBe(false);
    await picture(page, 'teams-progress', { fullPage: true });
    await page.close();
  });
});
