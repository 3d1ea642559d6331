import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '../support/database.ts';
import { findChromium, openBrowser } from '../support/browser.ts';
import { aColleague } from '../support/desk.ts';
import { desktop, findBarriers, isTooWide, phone, picture } from '../support/page-browser.ts';
import { aProcess } from '../support/process.ts';
import { aWorld } from '../support/world.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('the place of somebody who accompanies thirty teams', () => {
  let browser: Browser;
  let companion: Awaited<ReturnType<typeof aProcess>>;
  let world: Awaited<ReturnType<typeof aWorld>>;
  const faults: string[] = [];

  beforeAll(async () => {
    world = await aWorld();
    world.clock.set(new Date());
    for (let index = 1; index <= 30; index++)
      await world.receive(world.aStart(`equipe-${index}`, `Samira ${index}`, { structure: `Les Ateliers ${index}` }));
    const rows = await asOwner<{ id: string }>(world.url, `select id from structures`);
    await aColleague(world, 'Nadia', { accompanies: rows.map(({ id }) => id) });
    companion = await aProcess({ DATABASE_URL: world.url });
    [browser] = await Promise.all([openBrowser(chromium ?? ''), companion.start()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await companion.remove();
    await world.drop();
    expect(faults).toEqual([]);
  }, 60_000);

  async function open(channel: string, options: BrowserContextOptions = desktop): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${companion.base}/?${new URLSearchParams({ channel, person: 'Nadia', lang: 'fr' }).toString()}`);
    return page;
  }

  it('is found from a channel, shows the view at the top, and is used without leaving it', { timeout: 120_000 }, async () => {
    const page = await open('equipe-1');
    await page.getByRole('button', { name: 'Mon accompagnement' }).click();
    const home = page.locator('.home-card');
    await home.getByText('Page 1 sur 3').waitFor();
    await page.locator('.who').click();
    expect(await page.locator('dialog .desk button').textContent()).toContain('Mon accompagnement');
    await picture(page, 'desk-places');
    await page.keyboard.press('Escape');
    await picture(page, 'desk-home');
    expect(await findBarriers(page)).toEqual([]);
    await home.getByRole('button', { name: 'Page suivante' }).click();
    await home.getByText('Page 2 sur 3').waitFor();
    await home.getByRole('button', { name: 'Voir une équipe' }).click();
    await page
      .getByRole('dialog')
      .getByLabel('Quelle équipe ?')
      .selectOption({ label: 'Les Ateliers 4' })
      .catch(async () => {
        await page.getByRole('dialog').getByLabel('Les Ateliers 4', { exact: true }).check();
      });
    await page.getByRole('dialog').getByRole('button', { name: 'Afficher' }).click();
    await page.locator('.timeline').getByText('Participation :').waitFor();
    await page.locator('.timeline').getByRole('button', { name: 'Écrire aux équipes' }).click();
    await page.locator('.timeline').getByText('La question ouverte :').waitFor();
    await picture(page, 'desk-nudge');
    expect(await isTooWide(page)).toBe(false);
    // Coming back shows one view, not two.
    await page.reload();
    await home.getByText('30 équipes').first().waitFor();
    expect(await page.locator('.home-card').count()).toBe(1);
    expect(await page.locator('.timeline').getByText('Page 2 sur 3').count()).toBe(0);
  });

  it('shows the teams as a picture, with its words for whoever does not see it', { timeout: 90_000 }, async () => {
    for (const [name, options] of [
      ['desk-picture', desktop],
      ['desk-picture-phone', phone],
      ['desk-picture-dark', { ...desktop, colorScheme: 'dark' as const }],
    ] as const) {
      const page = await open('dm:Nadia', options);
      await page.locator('.home-card').getByRole('button', { name: 'En image' }).click();
      const shown = page.locator('.timeline img.picture, .timeline .file img').last();
      await shown.waitFor();
      await expect
        .poll(() => shown.evaluate((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0))
        .toBe(true);
      await shown.scrollIntoViewIfNeeded();
      expect(await isTooWide(page)).toBe(false);
      await picture(page, name);
      expect(await findBarriers(page)).toEqual([]);
    }
  });

  it('is readable on a phone', { timeout: 60_000 }, async () => {
    const page = await open('dm:Nadia', phone);
    await page.locator('.home-card').getByText('30 équipes').first().waitFor();
    expect(await isTooWide(page)).toBe(false);
    // The view leaves most of the screen to the conversation, and what can be done with it is whole.
    const view = await page.locator('.pinned.home').boundingBox();
    const button = await page.locator('.home-card').getByRole('button', { name: 'Voir une équipe' }).boundingBox();
    const bottom = (view?.y ?? 0) + (view?.height ?? 0);
    expect(view?.height ?? 0).toBeLessThan((page.viewportSize()?.height ?? 0) / 2);
    expect((button?.y ?? bottom) + (button?.height ?? 0)).toBeLessThanOrEqual(bottom);
    await picture(page, 'desk-phone');
    expect(await findBarriers(page)).toEqual([]);
  });
});
