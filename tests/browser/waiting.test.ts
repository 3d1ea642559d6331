import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionsFor } from '../../src/core/method.ts';
import { findChromium, openBrowser } from '../support/browser.ts';
import { desktop, findBarriers, isTooWide, phone, picture } from '../support/page-browser.ts';
import { aProcess, type Listed } from '../support/process.ts';
import { theMethod } from '../support/scene.ts';
import { until } from '../support/until.ts';

const chromium = findChromium();
const small: BrowserContextOptions = { ...phone, viewport: { width: 390, height: 844 } };
const large: BrowserContextOptions = { ...desktop, viewport: { width: 1366, height: 860 } };

describe.skipIf(chromium === undefined)('what waits for somebody on the page', () => {
  let browser: Browser;
  let companion: Awaited<ReturnType<typeof aProcess>>;
  const faults: string[] = [];

  beforeAll(async () => {
    companion = await aProcess();
    [browser] = await Promise.all([openBrowser(chromium ?? ''), companion.start()]);
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await companion.remove();
    expect(faults).toEqual([]);
  });

  const posts = (channel: string, person = 'Samira'): Promise<Listed[]> => companion.list(encodeURIComponent(channel), person);
  const newest = async (channel: string, kind: string): Promise<Listed | undefined> =>
    (await posts(channel)).findLast((post) => post.kind === kind);
  const says = (channel: string, person: string, text: string, thread?: string) =>
    companion.call('POST', '/local/messages', { channel, person, text, ...(thread !== undefined && { thread }) });
  const acts = (channel: string, message: string | undefined, action: string, more: object = {}) =>
    companion.call('POST', '/local/actions', { channel, person: 'Samira', ...(message && { message }), action, ...more });

  /** The team answers so many questions with the method's own examples. Gives their cards by question. */
  async function answered(channel: string, most = 99): Promise<Map<string, string>> {
    const fields = { structure: channel, group: 'insertion', path: 'express', language: 'fr' };
    await acts(channel, undefined, 'start', { fields });
    const cards = new Map<string, string>();
    let last = '';
    for (const question of questionsFor(theMethod(), 'express', 'insertion').filter(({ askedAtStart }) => !askedAtStart)) {
      const asked = await until(async () => {
        const post = await newest(channel, 'question');
        return post && post.id !== last && post;
      }, question.id);
      last = asked.id;
      cards.set(question.id, asked.id);
      if (cards.size > most) break;
      await says(channel, 'Samira', question.example.fr, asked.id);
    }
    return cards;
  }

  async function open(channel: string, person: string, options: BrowserContextOptions): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${companion.base}/?${new URLSearchParams({ channel, person, lang: 'fr' }).toString()}`);
    return page;
  }
  const isInView = (what: Locator): Promise<boolean> =>
    what.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });

  it('leads to a correction that waits in a folded thread far above, until it is confirmed', { timeout: 120_000 }, async () => {
    const channel = 'Le Fil Solidaire';
    const cards = await answered(channel);
    const card = cards.get('chosen-question');
    await acts(channel, card, 'correct', {
      fields: { 'chosen-question': 'Est-ce que notre atelier redonne confiance à ceux qui y travaillent ?' },
    });
    await until(() => newest(channel, 'confirm-correction'), 'confirm-correction');
    for (const [options, name] of [
      [small, 'phone'],
      [large, 'desktop'],
    ] as const) {
      const page = await open(channel, 'Samira', options);
      const arrow = page.getByRole('button', { name: 'Plus haut, un choix vous attend' });
      await arrow.waitFor();
      await picture(page, `waiting-arrow-${name}`);
      await arrow.click();
      const yes = page.getByRole('button', { name: 'Oui, confirmer' });
      await yes.waitFor();
      await expect.poll(() => isInView(yes)).toBe(true);
      await expect.poll(() => arrow.count()).toBe(0);
      await page.locator(`[data-id="${card}"]`).getByText('Une correction de cette réponse attend encore').waitFor();
      await picture(page, `waiting-shown-${name}`);
      expect(await isTooWide(page)).toBe(false);
      if (name === 'phone') continue;
      expect(await findBarriers(page)).toEqual([]);
      await yes.click();
      await expect.poll(() => yes.count()).toBe(0);
      await page.locator('#timeline').evaluate((log) => (log.scrollTop = log.scrollHeight));
      expect(await arrow.count()).toBe(0);
    }
  });

  it('brings the form of a text up to date while it is open', { timeout: 60_000 }, async () => {
    const channel = 'Le Fil Solidaire';
    const card = (await posts(channel)).find((post) => post.kind === 'question' && post.text.includes('redonne confiance'));
    await says(channel, 'Samira', 'nous voulons un texte pour le rapport annuel');
    await until(() => newest(channel, 'text-claims'), 'text-claims');
    const page = await open(channel, 'Samira', large);
    await page.getByRole('button', { name: 'Choisir ce que dit le texte' }).last().click();
    const dialog = page.getByRole('dialog');
    const choice = dialog.getByRole('checkbox', { name: /notre atelier redonne confiance/ });
    await choice.uncheck();
    await acts(channel, card?.id, 'correct', {
      fields: { 'chosen-question': 'Les couturières osent-elles davantage parler aux clients ?' },
    });
    const asked = await until(() => newest(channel, 'confirm-correction'), 'confirm-correction');
    await acts(channel, asked.id, 'confirm');
    const renewed = dialog.getByRole('checkbox', { name: /couturières osent-elles/ });
    await renewed.waitFor();
    // What was struck stays struck.
    expect(await renewed.isChecked()).toBe(false);
    expect(await choice.count()).toBe(0);
    await picture(page, 'waiting-form-renewed');
  });

  it('opens the thread that a private question waits in', { timeout: 60_000 }, async () => {
    const channel = 'Les Confidences';
    const cards = await answered(channel, 3);
    const [first] = cards.values();
    await says(channel, 'Els', 'Appelez Marie Dupont au 0475 12 34 56, elle a un cancer', first);
    await until(async () => (await posts(channel, 'Els')).find((post) => post.kind === 'sensitive'), 'the private question');
    await says(channel, 'Samira', 'Merci Els !', first);
    const page = await open(channel, 'Els', small);
    const arrow = page.getByRole('button', { name: 'Plus haut, une question pour vous seul·e' });
    await arrow.click();
    const keep = page.getByRole('button', { name: 'Garder la version masquée' });
    await expect.poll(() => isInView(keep)).toBe(true);
    await expect.poll(() => arrow.count()).toBe(0);
    await picture(page, 'waiting-private');
    // Nobody else is led there.
    const other = await open(channel, 'Samira', small);
    await other.locator('.post.asked').waitFor();
    expect(await other.getByRole('button', { name: /^Plus haut/ }).count()).toBe(0);
  });

  it(
    'puts the writing field under the question that an undo opened again, and asks the other one once',
    { timeout: 60_000 },
    async () => {
      const channel = 'Les Repentis';
      const cards = await answered(channel, 2);
      const ids = [...cards.keys()];
      const [, second = '', third = ''] = ids;
      const page = await open(channel, 'Samira', large);
      const field = (id: string): Locator => page.locator(`#answer-${cards.get(id)?.replaceAll(':', String.raw`\:`)}`);
      await field(third).waitFor();
      await says(channel, 'Samira', 'annuler ma réponse', cards.get(second));
      await field(second).waitFor();
      expect(await field(third).count()).toBe(0);
      await picture(page, 'waiting-undone');
      await field(second).fill('Nous redonnons leur place à des personnes éloignées de l’emploi.');
      await page.keyboard.press('Enter');
      const waits = page.getByText('Une autre question est ouverte en ce moment');
      await expect.poll(() => waits.count()).toBe(0);
      const asks =
        (await posts(channel))
          .filter((post) => post.kind === 'question')
          .at(-1)
          ?.text.split('\n')[2] ?? '';
      await expect
        .poll(() =>
          page
            .locator('.timeline .post.question')
            .filter({ hasText: asks.slice(0, 30) })
            .count(),
        )
        .toBe(1);
    },
  );
});
