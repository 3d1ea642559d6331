import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionsFor } from '../../src/core/method.ts';
import { findChromium, openBrowser } from '../support/browser.ts';
import { asOwner } from '../support/database.ts';
import { aColleague } from '../support/desk.ts';
import { desktop, findBarriers, isTooWide, phone, picture } from '../support/page-browser.ts';
import { aProcess, type Listed } from '../support/process.ts';
import { theMethod } from '../support/scene.ts';
import { aWorld } from '../support/world.ts';

const chromium = findChromium();
const channel = 'Atelier';

describe.skipIf(chromium === undefined)('a text in review on the page, beside its sources', () => {
  let browser: Browser;
  let companion: Awaited<ReturnType<typeof aProcess>>;
  let world: Awaited<ReturnType<typeof aWorld>>;
  const faults: string[] = [];

  beforeAll(async () => {
    world = await aWorld();
    world.clock.set(new Date());
    companion = await aProcess({ DATABASE_URL: world.url });
    [browser] = await Promise.all([openBrowser(chromium ?? ''), companion.start()]);
    await begins();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await companion.remove();
    await world.drop();
    expect(faults).toEqual([]);
  }, 60_000);

  const newest = async (kind: string, person = 'Samira', where = channel): Promise<Listed | undefined> =>
    (await companion.list(encodeURIComponent(where), person)).findLast((post) => post.kind === kind);
  async function until<Found>(look: () => Promise<Found | undefined | false>): Promise<Found> {
    for (let tries = 0; tries < 200; tries++) {
      const found = await look();
      if (found) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error('It did not come.');
  }
  const says = (person: string, text: string, thread?: string) =>
    companion.call('POST', '/local/messages', { channel, person, text, ...(thread !== undefined && { thread }) });

  /** The team answers every question with the method's own example, asks for a text, and puts a figure in it that nobody gave. */
  async function begins(): Promise<void> {
    await companion.call('POST', '/local/actions', {
      channel,
      person: 'Samira',
      action: 'start',
      fields: { structure: 'Les Ateliers du Canal', group: 'insertion', path: 'express', language: 'fr' },
    });
    const method = theMethod();
    let last = '';
    for (const question of questionsFor(method, 'express', 'insertion')) {
      if (question.askedAtStart) continue;
      const asked = await until(async () => {
        const post = await newest('question');
        return post && post.id !== last && post;
      });
      last = asked.id;
      await says('Samira', question.example.fr, asked.id);
    }
    const claims = await until(async () => {
      await says('Luc', 'nous voulons un texte pour le rapport annuel');
      return newest('text-claims');
    });
    await companion.call('POST', '/local/actions', { channel, person: 'Luc', message: claims.id, action: 'text-write' });
    const card = await until(() => newest('text'));
    const [structure] = await asOwner<{ id: string; evaluation: string }>(
      world.url,
      `select s.id, e.id as evaluation from structures s join evaluations e on e.structure_id = s.id`,
    );
    await aColleague(world, 'Nadia', { accompanies: [structure?.id ?? ''] });
    await asOwner(
      world.url,
      `insert into grants (structure_id, evaluation_id, kind, granted_by, from_at)
       select $1, $2, 'content', (select person_id from identities where user_key = 'Samira'), now() - interval '1 minute'`,
      [structure?.id, structure?.evaluation],
    );
    const body = await until(() => newest('text-body'));
    const number = /\((\d+)\) [^(]*84 personnes/u.exec(body.text)?.[1] ?? '1';
    await says('Fatou', `corriger ${number} : En 2024, notre travail a concerné 96 personnes.`, card.id);
    await until(async () => (await newest('text'))?.text.includes('Version 2'));
    await says('Luc', `commentaire ${number} : D'où vient ce chiffre ?`, card.id);
    await says('Luc', `proposer ${number} : En 2024, nous avons accompagné 84 personnes.`, card.id);
    await until(() => newest('text-suggestion'));
  }

  async function open(person: string, options: BrowserContextOptions = desktop, where = channel): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${companion.base}/?${new URLSearchParams({ channel: where, person, lang: 'fr' }).toString()}`);
    await page.getByRole('button', { name: 'Relire côte à côte' }).last().click();
    await page.getByRole('dialog').locator('.sentence').first().waitFor();
    return page;
  }

  it('unfolds the sources below the sentence on a phone', { timeout: 60_000 }, async () => {
    const page = await open('Luc', { ...phone, viewport: { width: 390, height: 844 } });
    const dialog = page.locator('dialog.review');
    expect(await dialog.locator('.review-about').count()).toBe(0);
    await picture(page, 'review-phone');
    // What opens below the last sentence is brought into view.
    await dialog.locator('.sentence').last().tap();
    await dialog.locator('.review-below').waitFor();
    await expect
      .poll(() =>
        dialog.locator('.review-below').evaluate((below) => {
          const { top, bottom } = below.getBoundingClientRect();
          return Math.min(bottom, innerHeight) - top;
        }),
      )
      .toBeGreaterThan(150);
    await picture(page, 'review-phone-last');
    await dialog.locator('.sentence').last().tap();
    await dialog.locator('.sentence.fix').tap();
    const below = dialog.locator('.review-below');
    await below.getByText('84 personnes en 2024').waitFor();
    await below.scrollIntoViewIfNeeded();
    await picture(page, 'review-phone-unfolded');
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'review-phone-dark');
    expect(await findBarriers(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    expect(await page.evaluate(() => (document.querySelector('dialog.review')?.scrollWidth ?? 0) <= 390)).toBe(true);
    // Luc is of the team and does not decide: he corrects and vouches.
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await dialog.getByRole('button', { name: 'Demander des changements' }).count()).toBe(0);
    await below.getByRole('button', { name: /garant/ }).tap();
    const form = page.locator('dialog.form-dialog');
    await form.getByText('96 personnes').waitFor();
    await picture(page, 'review-vouch-phone');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await below.getByRole('button', { name: 'Corriger' }).tap();
    await form.getByRole('textbox').waitFor();
    expect(await form.getByText(/approuve le texte/).count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog.locator('.sentence.fix').tap();
    await expect.poll(() => below.count()).toBe(0);
  });

  it(
    'keeps where the text stands in sight on a phone, and what else can be done with it folded',
    { timeout: 60_000 },
    async () => {
      const page = await open('Samira', { ...phone, viewport: { width: 390, height: 844 } });
      await page.keyboard.press('Escape');
      const card = page.locator('.timeline .post.card').filter({ has: page.getByRole('button', { name: 'Relire côte à côte' }) });
      await card.getByRole('button', { name: 'Relire côte à côte' }).scrollIntoViewIfNeeded();
      await picture(page, 'text-card-phone');
      const more = card.getByText('Autres gestes');
      expect(await card.getByRole('button', { name: 'Commenter' }).isVisible()).toBe(false);
      await more.tap();
      await card.getByRole('button', { name: 'Commenter' }).waitFor();
      expect(await card.getByRole('button', { name: 'Répondre', exact: true }).count()).toBe(1);
      expect(await isTooWide(page)).toBe(false);
      expect(await findBarriers(page)).toEqual([]);
    },
  );

  it('is read at the desk of who accompanies, where the team shares, and by nobody else', { timeout: 60_000 }, async () => {
    const page = await open('Nadia', desktop, 'dm:Nadia');
    const dialog = page.locator('dialog.review');
    await dialog.locator('.review-about').getByText('84 personnes en 2024').waitFor();
    // They remark and propose; who decides is the team's matter.
    expect(await dialog.locator('.review-about > .actions').getByRole('button').allInnerTexts()).toEqual([
      "Proposer d'autres mots",
      'Commenter',
    ]);
    expect(await dialog.getByRole('button', { name: 'Demander des changements' }).count()).toBe(0);
    await picture(page, 'review-desk');
    const text = (await newest('text'))?.about?.text ?? '';
    const read = async (where: string, person: string): Promise<number> =>
      (await companion.call('GET', `/local/texts/${text}?${new URLSearchParams({ channel: where, person }).toString()}`)).status;
    expect(await read(channel, 'Samira')).toBe(200);
    expect(await read('dm:Nadia', 'Nadia')).toBe(200);
    expect(await read(channel, 'Somebody')).toBe(404);
    expect(await read('dm:Somebody', 'Somebody')).toBe(404);
    expect(await read('dm:Nadia', 'Somebody')).toBe(403);
    await asOwner(world.url, `update grants set until_at = now()`);
    expect(await read('dm:Nadia', 'Nadia')).toBe(404);
    const foreign = await fetch(`${companion.base}/local/texts/${text}?channel=${channel}&person=Samira`, {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
  });

  it('shows each sentence with what it rests on, and lets everything be done from there', { timeout: 120_000 }, async () => {
    const page = await open('Samira');
    const dialog = page.locator('dialog.review');
    const about = dialog.locator('.review-about');
    // What may not leave is chosen at once.
    await about.getByText(/À corriger avant d.approuver/).waitFor();
    expect(await about.textContent()).toContain('96');
    expect(await about.textContent()).toMatch(/Samira, le \d/);
    expect(await about.textContent()).toContain("D'où vient ce chiffre ?");
    expect(await dialog.locator('.sentence.fix').textContent()).toContain('À corriger');
    await picture(page, 'review-desktop');
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'review-desktop-dark');
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });

    await about.getByRole('button', { name: /garant/ }).click();
    await page.locator('dialog.form-dialog').getByText('96 personnes').waitFor();
    await picture(page, 'review-vouch-desktop');
    await page.keyboard.press('Escape');

    // By keys: from sentence to sentence, and over to the other side.
    await dialog.locator('.sentence').nth(1).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.review-about') !== null)).toBe(true);
    expect(await about.locator('h3').textContent()).toBe('Phrase 2');
    expect(await about.textContent()).toMatch(/d.après votre réponse/);

    await dialog.getByRole('button', { name: 'À regarder d’abord' }).click();
    expect(await dialog.locator('.sentence').first().textContent()).toContain('96 personnes');
    await dialog.getByLabel('Comparer avec').selectOption({ index: 1 });
    await dialog.locator('.sentence ins').first().waitFor();
    expect(await dialog.locator('.sentence del').first().textContent()).toMatch(/^retiré\s: 84$/);
    await picture(page, 'review-compared');
    expect(await findBarriers(page)).toEqual([]);

    // The same acts as the card's: a remark first, then the correction, with its words in the form already.
    await dialog.locator('.sentence').first().click();
    await about.getByRole('button', { name: 'Commenter' }).click();
    const form = page.locator('dialog.form-dialog');
    await form.getByRole('textbox').fill('Je corrige.');
    await form.getByRole('button', { name: 'Envoyer' }).click();
    await about.getByText('Je corrige.').waitFor();
    await about.getByRole('button', { name: 'Corriger' }).click();
    const words = form.getByRole('textbox');
    expect(await words.inputValue()).toContain('96 personnes');
    await words.fill('En 2024, nous avons accompagné 84 personnes.');
    await picture(page, 'review-fix');
    await form.getByRole('button', { name: /Enregistrer|Envoyer|Valider/ }).click();
    await dialog.getByText('Version 3').waitFor();
    expect(await dialog.locator('.sentence.fix').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Approuver', exact: true }).click();
    await dialog
      .getByText(/Approuvé par Samira/)
      .first()
      .waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: 'Approuver', exact: true }).count()).toBe(0);
    await picture(page, 'review-approved');
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);

    // The approved text as a file.
    await page.locator('.post').getByRole('button', { name: /Word/ }).last().click();
    const file = page.locator('.timeline a.file').last();
    await file.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
    expect(download.suggestedFilename()).toMatch(/^Les Ateliers du Canal - .* - v3\.docx$/);
    await picture(page, 'review-file');
  });
});
