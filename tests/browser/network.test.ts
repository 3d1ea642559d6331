import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, openBrowser } from '../support/browser.ts';
import { desktop, findBarriers, isTooWide, phone, picture } from '../support/page-browser.ts';
import { aProcess } from '../support/process.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('a federation on the page, from an empty product', () => {
  let browser: Browser;
  let companion: Awaited<ReturnType<typeof aProcess>>;
  const faults: string[] = [];

  beforeAll(async () => {
    companion = await aProcess();
    [browser] = await Promise.all([openBrowser(chromium ?? ''), companion.start()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await companion.remove();
    expect(faults).toEqual([]);
  }, 60_000);

  async function open(query: Record<string, string>, options: BrowserContextOptions = desktop): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${companion.base}/?${new URLSearchParams({ lang: 'fr', ...query }).toString()}`);
    return page;
  }

  it('makes a network, invites a team that joins it, counts it, and prepares a tip', { timeout: 180_000 }, async () => {
    const page = await open({});
    await page.getByRole('heading', { name: /animez un réseau/ }).waitFor();
    await picture(page, 'network-welcome', { fullPage: true });
    expect(await findBarriers(page)).toEqual([]);
    const alone = page.locator('.alone');
    await alone.getByRole('textbox').fill('Claire');
    await alone.getByRole('button').click();
    const log = page.locator('.timeline');
    const dialog = page.getByRole('dialog');

    await log.getByRole('button', { name: 'Créer un réseau' }).click();
    await picture(page, 'network-first');
    await dialog.getByRole('textbox').fill('Fédération du Nord');
    await dialog.locator('button[type=submit]').click();
    const home = page.locator('.home-card');
    await home.getByRole('heading', { name: 'Fédération du Nord' }).waitFor();
    await page.getByRole('heading', { level: 1, name: /Mon réseau/ }).waitFor();
    await picture(page, 'network-home');
    expect(await findBarriers(page)).toEqual([]);

    // A code for teams.
    await home.getByRole('button', { name: 'Inviter', exact: true }).click();
    await log.getByRole('button', { name: 'Créer une invitation' }).last().click();
    await dialog.waitFor();
    await dialog.getByRole('textbox').first().fill('Ateliers de printemps');
    await picture(page, 'network-invite');
    await dialog.locator('button[type=submit]').click();
    const said = log.locator('.heading', { hasText: /[A-Z0-9]{4}-[A-Z0-9]{4}/ }).last();
    await said.waitFor();
    const code = /[A-Z0-9]{4}(?:-[A-Z0-9]{4})+/.exec((await said.textContent()) ?? '')?.[0] ?? '';
    await picture(page, 'network-code');

    // A team starts with it.
    const team = await open({ channel: 'Ateliers', person: 'Samira' });
    await team.getByRole('button', { name: 'Commencer' }).click();
    await team.locator('.post').getByRole('button', { name: 'Commencer', exact: true }).click();
    const start = team.getByRole('dialog');
    await start.getByRole('textbox', { name: /Nom de votre structure/ }).fill('Les Ateliers du Canal');
    await start.getByRole('radio', { name: /Insertion/ }).check();
    await start.getByRole('textbox', { name: /[Cc]ode/ }).fill(code);
    await start.getByRole('button', { name: 'Commencer' }).click();
    await team.locator('.question').first().waitFor();

    // It is counted.
    await home.getByRole('button', { name: 'Les structures', exact: true }).click();
    await log.getByText('Les Ateliers du Canal').first().waitFor();
    await picture(page, 'network-structures');

    // A tip of the library, tried on oneself before any team sees it.
    await home.getByRole('button', { name: 'Nos envois' }).click();
    await log.getByRole('button', { name: 'Choisir un conseil' }).last().click();
    const library = log.locator('.post').filter({ hasText: 'étape' }).last();
    await library.getByRole('button').first().click();
    await log.getByRole('button', { name: 'Prendre le 1' }).last().click();
    await log.getByRole('button', { name: 'Essayer' }).last().waitFor();
    await picture(page, 'network-tip');
    await log.getByRole('button', { name: 'Essayer' }).last().click();
    await dialog.getByRole('radio').first().check();
    await dialog.locator('button[type=submit]').click();
    await log
      .getByText(/[Ee]ssai/)
      .last()
      .waitFor();
    await picture(page, 'network-tip-tried');
    expect(await findBarriers(page)).toEqual([]);

    // Coming back from anywhere leads to the same place.
    const later = await open({ channel: 'Ateliers', person: 'Claire' }, { ...phone, viewport: { width: 390, height: 844 } });
    await later.getByRole('button', { name: 'Mon réseau' }).click();
    await later.locator('.home-card').getByRole('heading', { name: 'Fédération du Nord' }).waitFor();
    expect(await isTooWide(later)).toBe(false);
    await picture(later, 'network-phone');
    expect(await findBarriers(later)).toEqual([]);
  });
});
