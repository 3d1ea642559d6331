import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { aLocalPlatform } from './local-platform.ts';
import { createScriptedCompanion } from './scripted-companion.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const screenshots = join(import.meta.dirname, '../screenshots');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const desktop: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: 'fr-FR',
  timezoneId: 'Europe/Brussels',
};
export const phone: BrowserContextOptions = {
  ...desktop,
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};

/** A local platform with the scripted companion behind it, to open the page on as anybody. */
export async function aStage(browser: Browser) {
  const companion = createScriptedCompanion();
  const local = await aLocalPlatform({ receive: companion.receive });
  companion.connect(local.platform);
  const faults: string[] = [];

  return {
    companion,
    local,
    /** What went wrong in the pages: errors, and anything asked of another server. */
    faults,
    async open(
      query: string | { channel?: string; person?: string; lang?: string },
      options: BrowserContextOptions = desktop,
      server = local.url,
    ): Promise<Page> {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (said) => {
        // A refused request is logged by the browser itself; the page's own words about it are what the tests read.
        if (said.type() === 'error' && !/^Failed to load resource|net::ERR_/.test(said.text())) faults.push(said.text());
      });
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== server && protocol !== 'data:' && protocol !== 'blob:') faults.push(`asked ${request.url()}`);
      });
      const search = typeof query === 'string' ? query : `?${new URLSearchParams(query).toString()}`;
      await page.goto(`${server}/${search}`);
      return page;
    },
    close: () => local.close(),
  };
}

/** Leaves a picture to look at, in a folder git does not keep. */
export async function picture(page: Page, name: string, { fullPage = false }: { fullPage?: boolean } = {}): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage });
}

/** What axe-core finds wrong with the page as it stands: rule and element, one a line. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary?.replaceAll(/\s+/g, ' ')})`),
    );
  });
}

/** Whether anything sticks out sideways. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
