import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, openBrowser } from '../support/browser.ts';
import { desktop, findBarriers, isTooWide, phone, picture } from '../support/page-browser.ts';
import { aProcess } from '../support/process.ts';
import { theMethod } from '../support/scene.ts';
import { findQuestion } from '../../src/core/method.ts';

const chromium = findChromium();

/** The words of a question, with the spaces that French typography makes no-break on the page. */
const shown = (id: string): RegExp => {
  const ask = findQuestion(theMethod(), id)?.ask.fr ?? id;
  return new RegExp(
    ask
      .slice(0, 40)
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/[ \u00a0]/g, '\\s')
      .replaceAll(/['’]/g, "['’]"),
  );
};
const example = (id: string): string => findQuestion(theMethod(), id)?.example.fr ?? '';

describe.skipIf(chromium === undefined)('a team on the page, with the whole product behind it', () => {
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

  async function open(channel: string, person: string, options: BrowserContextOptions = desktop): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== companion.base && protocol !== 'data:' && protocol !== 'blob:') faults.push(`asked ${request.url()}`);
    });
    await page.goto(`${companion.base}/?${new URLSearchParams({ channel, person, lang: 'fr' }).toString()}`);
    return page;
  }

  const card = (page: Page, id: string) =>
    page
      .locator('.post')
      .filter({ has: page.locator('.blocks').getByText(shown(id)) })
      .filter({ has: page.getByRole('textbox') })
      .last();
  async function answers(page: Page, id: string, words = example(id)): Promise<void> {
    const box = card(page, id).getByRole('textbox');
    await box.fill(words);
    await box.press('Enter');
  }
  const sees = (page: Page, words: string | RegExp) => page.getByText(words).last().waitFor({ state: 'attached' });
  async function presses(page: Page, id: string, name: string): Promise<void> {
    await card(page, id).getByRole('button', { name, exact: true }).click();
  }
  async function begins(page: Page, structure: string, group: string): Promise<void> {
    await page.getByRole('button', { name: 'Commencer' }).click();
    await page.locator('.post').getByRole('button', { name: 'Commencer', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Nom de votre structure/ }).fill(structure);
    await dialog.getByRole('radio', { name: group }).check();
    await dialog.getByRole('textbox', { name: /Territoire/ }).fill('Métropole lilloise');
    await picture(page, 'walk-start-form');
    await dialog.getByRole('button', { name: 'Commencer' }).click();
    await sees(page, shown('why-now'));
  }

  it('walks the express path to its end as three members, with corrections, a skip, a pause and a difference', async () => {
    const channel = 'Les Ateliers du Canal';
    const samira = await open(channel, 'Samira');
    await begins(samira, channel, /Insertion/.source);
    const luc = await open(channel, 'Luc');
    const fatou = await open(channel, 'Fatou', phone);
    await picture(samira, 'walk-first-question');

    await answers(samira, 'why-now');
    await sees(luc, shown('mission-in-own-words'));
    await answers(luc, 'mission-in-own-words');
    await sees(fatou, shown('need-addressed'));
    await answers(fatou, 'need-addressed');
    await sees(samira, shown('people-reached'));
    await answers(samira, 'people-reached', 'une soixantaine… 84 personnes en 2024');
    await sees(samira, /84\spersonnes \(2024\)/);
    await picture(fatou, 'walk-phone');
    expect(await isTooWide(fatou)).toBe(false);

    // A first correction, in words, of the answer just given.
    await sees(luc, shown('main-activities'));
    await luc.getByRole('textbox', { name: 'Écrire à l’équipe' }).fill('correction : 86 personnes en 2024');
    await luc.keyboard.press('Enter');
    await sees(samira, /86\spersonnes/);
    await answers(luc, 'main-activities');
    await sees(fatou, shown('changes-hoped-for'));
    // One question is skipped.
    await presses(fatou, 'changes-hoped-for', 'Passer');
    await sees(samira, shown('chosen-question'));
    await answers(samira, 'chosen-question');

    // A pause, and its end.
    await sees(luc, shown('success-criteria'));
    await luc.getByRole('textbox', { name: 'Écrire à l’équipe' }).fill('pause jusqu’au 15 janvier 2031');
    await luc.keyboard.press('Enter');
    await sees(samira, /En pause jusqu.au mercredi 15 janvier 2031/);
    await luc.getByRole('textbox', { name: 'Écrire à l’équipe' }).fill('reprendre');
    await luc.keyboard.press('Enter');
    await sees(samira, /Où nous en étions/);
    await picture(samira, 'walk-after-pause');

    await answers(luc, 'success-criteria');
    await sees(fatou, shown('methods-chosen'));
    await answers(fatou, 'methods-chosen');
    await sees(samira, shown('consent-and-care'));
    await answers(samira, 'consent-and-care');
    await sees(luc, shown('people-heard'));
    await answers(luc, 'people-heard');
    await sees(fatou, shown('key-figures'));
    await answers(fatou, 'key-figures');
    await sees(samira, shown('testimonies'));
    await answers(samira, 'testimonies');
    await sees(luc, shown('main-findings'));
    await answers(luc, 'main-findings');
    await sees(fatou, shown('answer-to-question'));
    await answers(fatou, 'answer-to-question');

    // Two views, and both stay.
    await sees(samira, shown('confidence-level'));
    const thread = samira.getByRole('complementary', { name: /^Fil/ });
    const answered = samira
      .locator('.post')
      .filter({ has: samira.locator('.blocks').getByText(shown('answer-to-question')) })
      .last();
    await answered
      .getByRole('button', { name: /réponses?$/ })
      .first()
      .click();
    await thread.getByRole('textbox').fill('Non : selon moi, c’est surtout le nouveau bus qui a changé les choses.');
    await thread.getByRole('textbox').press('Enter');
    await thread.getByRole('button', { name: 'Nos avis diffèrent' }).click();
    await thread.getByText(/note que vos avis diffèrent/).waitFor();
    await picture(samira, 'walk-we-differ');
    expect(await findBarriers(samira)).toEqual([]);
    await samira.keyboard.press('Escape');

    await samira.getByRole('button', { name: /Plutôt solide/ }).click();
    await sees(luc, shown('decisions-taken'));
    await answers(luc, 'decisions-taken');
    await sees(fatou, shown('priority-audiences'));
    await answers(fatou, 'priority-audiences', '1 et 3');
    await sees(samira, shown('key-message'));
    await answers(samira, 'key-message');
    await sees(samira, /Vous êtes au bout du parcours/);

    // A second correction touches what rests on it: asked first, then shown.
    await samira
      .getByRole('textbox', { name: 'Écrire à l’équipe' })
      .fill(
        'je corrige les constats : 1. La plupart font seules une démarche nouvelle (12 sur 14). 2. La parole en réunion est le déclic (9 sur 14).',
      );
    await samira.keyboard.press('Enter');
    await samira.getByRole('button', { name: 'Oui, confirmer' }).last().click();
    await sees(samira, /réponses sont à revoir/);
    await picture(samira, 'walk-end');
    expect(await findBarriers(samira)).toEqual([]);
  }, 180_000);

  it('walks on with tired people: sloppy words, wrong types, side questions, an edit, a deletion', async () => {
    const channel = 'Halte Les Petits Pas';
    const els = await open(channel, 'Els');
    await begins(els, channel, /Service collectif/.source);
    await answers(els, 'why-now', 'pkoi cette question');
    await sees(els, /La raison qui vous met en route/);
    await answers(els, 'why-now', 'ba on nous le demande tt le tps');
    await sees(els, shown('mission-in-own-words'));
    await answers(els, 'mission-in-own-words', 'on garde les petits');
    await sees(els, shown('need-addressed'));
    await answers(els, 'need-addressed', 'jsp');
    await sees(els, shown('people-reached'));
    await answers(els, 'people-reached', 'plein');
    await sees(els, /Je n.y trouve pas de nombre/);
    await answers(els, 'people-reached', 'vraiment plein');
    await sees(els, /je mets cette question de côté/);
    await sees(els, shown('main-activities'));

    // Two short messages in a row are one answer.
    const activities = els
      .locator('.post')
      .filter({ has: els.locator('.blocks').getByText(shown('main-activities')) })
      .last();
    await answers(els, 'main-activities', 'garder les enfants');
    await sees(els, shown('changes-hoped-for'));
    await activities.getByRole('textbox').fill('accueillir les parents');
    await activities.getByRole('textbox').press('Enter');
    await expect
      .poll(() =>
        activities
          .locator('.blocks li')
          .allTextContents()
          .then((all) => all.map((each) => each.trim())),
      )
      .toEqual(expect.arrayContaining(['garder les enfants', 'accueillir les parents']));

    // An answer to an earlier question, from the channel.
    await els
      .getByRole('textbox', { name: 'Écrire à l’équipe' })
      .fill('au fait pour la mission : on accueille six enfants par jour');
    await els.keyboard.press('Enter');
    await sees(els, /Els a corrigé/);
    await picture(els, 'walk-tired');

    // The words of an answer edited, then deleted.
    await answers(els, 'changes-hoped-for', 'pour les parents du repos');
    await sees(els, shown('chosen-question'));
    const posts = await companion.list(encodeURIComponent(channel), 'Els');
    const own = posts.findLast((post) => post.text === 'pour les parents du repos');
    await companion.call('PATCH', `/local/messages/${own?.id}`, {
      channel,
      person: 'Els',
      text: 'Pour les parents, un peu de repos',
    });
    await sees(els, /Els a modifié son message/);
    await companion.call('DELETE', `/local/messages/${own?.id}?channel=${encodeURIComponent(channel)}&person=Els`);
    await sees(els, /Els a retiré ses mots/);
    await picture(els, 'walk-tired-end');
    expect(await findBarriers(els)).toEqual([]);
  }, 120_000);
});
