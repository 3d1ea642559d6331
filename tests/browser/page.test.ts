import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, openBrowser } from '../support/browser.ts';
import { aLineTo } from '../support/door-server.ts';
import { aStage, desktop, findBarriers, isTooWide, phone, picture } from '../support/page-browser.ts';

const chromium = findChromium();
const channel = 'Les Ateliers du Canal';
const answer = 'On parle toujours des sorties vers l’emploi, mais ce n’est pas le plus fort de ce qu’on voit.';

describe.skipIf(chromium === undefined)('the page', () => {
  let browser: Browser;
  let stage: Awaited<ReturnType<typeof aStage>>;

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await aStage(browser);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await stage.close();
    expect(stage.faults).toEqual([]);
  });

  const asked = (page: Page) => page.locator('.post.asked');
  const answerBox = (page: Page) => asked(page).getByRole('textbox');
  const questionIs = (page: Page, text: string) => asked(page).locator('.blocks').getByText(text).waitFor();

  it('shows a team at work, live, in the tabs of two of them', async () => {
    const samira = await stage.open({ channel, person: 'Samira' });
    await questionIs(samira, 'évaluer votre impact social');
    const luc = await stage.open({ channel, person: 'Luc' });
    await questionIs(luc, 'évaluer votre impact social');
    await picture(samira, 'desktop-first-question');

    await answerBox(samira).fill(answer);
    await answerBox(samira).press('Enter');
    for (const page of [samira, luc]) {
      await questionIs(page, 'qu’une raison');
      await page.getByRole('region', { name: 'Épinglé' }).getByText('État des lieux\u00a0: 1 sur 9').waitFor();
      await page.locator('.quote', { hasText: answer }).getByText('— Samira').waitFor();
    }
    expect(stage.companion.received).toMatchObject([
      { kind: 'arrival', sender: { user: 'Samira', language: 'fr', timeZone: 'Europe/Brussels' } },
      { kind: 'arrival', sender: { user: 'Luc' } },
      { kind: 'message', text: answer, thread: expect.stringMatching(/^companion:/), addressed: true },
    ]);

    await luc.getByRole('textbox', { name: 'Écrire à l’équipe' }).fill('Bravo Samira !\nOn continue ?');
    await luc.keyboard.press('Enter');
    await luc.getByRole('textbox', { name: 'Écrire à l’équipe' }).fill('À midi ?');
    await luc.getByRole('button', { name: 'Envoyer' }).last().click();
    await samira.getByText('On continue ?').waitFor();
    await samira.getByText('À midi ?').waitFor();
    await samira.getByRole('log').getByText('Bravo Samira').hover();
    await picture(samira, 'desktop-conversation');
    expect(await findBarriers(samira)).toEqual([]);
  });

  it('whispers to one person what is for them only', async () => {
    const luc = await stage.open({ channel, person: 'Luc' });
    const samira = await stage.open({ channel, person: 'Samira' });
    await asked(samira).getByRole('button', { name: 'Un exemple' }).click();
    const note = samira.getByRole('article').filter({ hasText: 'Seulement pour vous' }).last();
    await note.getByText('Un exemple inventé').waitFor();
    await picture(samira, 'desktop-private-note');
    expect(await findBarriers(samira)).toEqual([]);
    await answerBox(luc).fill('Moi aussi');
    await answerBox(luc).press('Enter');
    await luc.getByText('C’est noté, merci Luc.').waitFor();
    expect(await luc.getByText('Un exemple inventé').count()).toBe(0);
  });

  it('opens a thread beside the channel, keeps what is begun there, and gives the focus back', async () => {
    const page = await stage.open({ channel, person: 'Samira' });
    await answerBox(page).fill(answer);
    await answerBox(page).press('Enter');
    await questionIs(page, 'qu’une raison');
    const replies = page.getByRole('button', { name: /^2 réponses/ });
    await replies.click();
    const thread = page.getByRole('complementary', { name: /^Fil/ });
    await thread.getByText('C’est noté, merci Samira.').waitFor();
    await thread.getByRole('textbox').fill('Je voudrais ajouter');
    await picture(page, 'desktop-thread');
    expect(await findBarriers(page)).toEqual([]);

    await page.keyboard.press('Escape');
    await thread.waitFor({ state: 'detached' });
    expect(await replies.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.reload();
    await page.getByRole('button', { name: /^2 réponses/ }).click();
    expect(await thread.getByRole('textbox').inputValue()).toBe('Je voudrais ajouter');
    await page.goBack();
    await thread.waitFor({ state: 'detached' });
  });

  it('lets a form be filled, refused in words, left and found again', async () => {
    const page = await stage.open({ channel, person: 'Samira' });
    await answerBox(page).fill(answer);
    await answerBox(page).press('Enter');
    await questionIs(page, 'qu’une raison');
    const open = asked(page).getByRole('button', { name: 'Répondre avec le formulaire' });
    await open.click();
    const dialog = page.getByRole('dialog', { name: 'Votre raison principale' });
    const submit = dialog.getByRole('button', { name: 'Enregistrer la réponse' });
    await picture(page, 'desktop-form');
    expect(await findBarriers(page)).toEqual([]);

    await dialog.getByRole('textbox', { name: /un mot/ }).fill('Nous voulons mettre des mots dessus.');
    await submit.click();
    await dialog.getByText('Il manque une réponse ici.').waitFor();
    const first = dialog.getByRole('radio', { name: 'Améliorer nos pratiques' });
    await expect.poll(() => first.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await dialog.getByRole('group', { name: /qu’une raison/ }).getAttribute('aria-describedby')).toContain('error');
    await picture(page, 'desktop-form-errors');
    expect(await findBarriers(page)).toEqual([]);

    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await open.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.reload();
    await open.click();
    expect(await dialog.getByRole('textbox', { name: /un mot/ }).inputValue()).toBe('Nous voulons mettre des mots dessus.');

    await dialog.getByText('Redonner du sens').click();
    await dialog.getByText('Des personnes accompagnées').click();
    await dialog.getByText('L’équipe de l’atelier').click();
    await dialog.getByLabel(/Depuis quand/).fill('2026-01-05');
    await dialog.getByLabel(/Combien de personnes/).fill('beaucoup');
    await submit.click();
    await dialog.getByText('Je n’y trouve pas de nombre.').waitFor();
    await dialog.getByLabel(/Combien de personnes/).fill('une douzaine, 12');
    await submit.click();
    await dialog.waitFor({ state: 'detached' });
    await questionIs(page, 'À quel groupe');
    expect(stage.companion.received.at(-1)).toMatchObject({
      kind: 'form',
      action: 'answer',
      about: { question: 'q2', version: 1 },
      fields: {
        'main-purpose': 'motivate',
        'with-whom': ['team', 'people'],
        since: '2026-01-05',
        heard: 'une douzaine, 12',
        more: 'Nous voulons mettre des mots dessus.',
      },
    });
    await picture(page, 'desktop-choices');
  });

  it('is worked with the keyboard alone', async () => {
    const page = await stage.open({ channel, person: 'Samira' });
    await questionIs(page, 'évaluer votre impact social');
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim().replaceAll(/\s+/g, ' ') ?? '');
    const readFocus = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        const isField = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
        const label = isField ? element.labels?.[0]?.textContent : (element?.getAttribute('aria-label') ?? element?.textContent);
        // Some fields show the focus on the frame around them.
        const { outlineStyle, outlineWidth } = getComputedStyle(
          element?.closest('label') ?? element?.closest('.composer-box') ?? element ?? document.body,
        );
        return { label: label?.trim().replaceAll(/\s+/g, ' ') ?? '', seen: outlineStyle !== 'none' && outlineWidth !== '0px' };
      });
    /** Walks on until the focus is where it should be. What is being drawn anew at that moment has a second to show it. */
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let steps = 0; steps < 40; steps++) {
        await page.keyboard.press('Tab');
        await expect.poll(readFocus, { timeout: 1000 }).toMatchObject({ seen: true });
        if (name.test((await readFocus()).label)) return;
      }
      throw new Error(`Forty steps did not lead to ${String(name)}.`);
    };

    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Aller à la zone d’écriture');
    await picture(page, 'desktop-skip-link');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('composer');
    await page.keyboard.type('Bonjour');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('à tous');
    await page.keyboard.press('Enter');
    await expect.poll(() => stage.companion.received.at(-1)).toMatchObject({ kind: 'message', text: 'Bonjour\nà tous' });

    await page.reload();
    await questionIs(page, 'évaluer votre impact social');
    await tabTo(/^Répondre à/);
    await page.keyboard.type(answer);
    await page.keyboard.press('Enter');
    await questionIs(page, 'qu’une raison');
    // The box one writes in stays, and the next question waits below.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await tabTo(/^Répondre avec le formulaire/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await dialog.getByRole('radio', { checked: true }).inputValue()).toBe('account');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tabTo(/^Enregistrer/);
    await page.keyboard.press('Enter');
    await questionIs(page, 'À quel groupe');
    expect(stage.companion.received.at(-1)).toMatchObject({ fields: { 'main-purpose': 'account', 'with-whom': ['team'] } });
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');

    await page.reload();
    await questionIs(page, 'À quel groupe');
    await tabTo(/^\d réponses?/);
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').waitFor();
    await tabTo(/^Répondre à/);
    await page.keyboard.type('Une suite');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').getByText('Une suite').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
  });

  it('fits a small phone, and its threads and forms fill it', async () => {
    const page = await stage.open({ channel, person: 'Luc' }, phone);
    await questionIs(page, 'évaluer votre impact social');
    await picture(page, 'phone-first-question');
    expect(await isTooWide(page)).toBe(false);
    expect(await findBarriers(page)).toEqual([]);
    await answerBox(page).fill(answer);
    await answerBox(page).press('Enter');
    await questionIs(page, 'qu’une raison');
    await picture(page, 'phone-next-question');

    await page.getByRole('button', { name: /^2 réponses/ }).tap();
    const thread = page.getByRole('complementary');
    await thread.getByText('C’est noté').waitFor();
    await picture(page, 'phone-thread');
    expect(await thread.boundingBox()).toMatchObject({ x: 0, y: 0, width: 360, height: 740 });
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Retour au canal' }).tap();
    await thread.waitFor({ state: 'detached' });

    await asked(page).getByRole('button', { name: 'Répondre avec le formulaire' }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await picture(page, 'phone-form');
    expect(await isTooWide(page)).toBe(false);
    const submit = await dialog.getByRole('button', { name: 'Enregistrer la réponse' }).boundingBox();
    expect((submit?.y ?? 0) + (submit?.height ?? 0)).toBeLessThanOrEqual(740);
    await dialog.getByRole('button', { name: 'Fermer' }).tap();

    await page.locator('summary').tap();
    await page.getByText('Récolte de données').waitFor();
    await picture(page, 'phone-progress');
    expect(await isTooWide(page)).toBe(false);
  });

  it('stays whole at 200 % and 400 % zoom', async () => {
    for (const [zoom, viewport] of [
      ['200', { width: 640, height: 400 }],
      ['400', { width: 320, height: 256 }],
    ] as const) {
      const page = await stage.open({ channel, person: 'Fatou' }, { ...desktop, viewport });
      await questionIs(page, 'évaluer votre impact social');
      await picture(page, `zoom-${zoom}`);
      expect(await isTooWide(page)).toBe(false);
      await page.getByRole('textbox', { name: 'Écrire à l’équipe' }).fill('Je peux écrire');
      await answerBox(page).fill('Et répondre');
    }
  });

  it('follows the colours and the stillness the system asks for', async () => {
    const page = await stage.open({ channel, person: 'Samira' }, { ...desktop, colorScheme: 'dark', reducedMotion: 'reduce' });
    await answerBox(page).fill(answer);
    await answerBox(page).press('Enter');
    await questionIs(page, 'qu’une raison');
    await asked(page).getByRole('button', { name: 'Un exemple' }).click();
    await page.getByText('Seulement pour vous').waitFor();
    await page.getByRole('button', { name: /^2 réponses/ }).click();
    await page.getByRole('complementary').getByText('C’est noté').waitFor();
    await picture(page, 'dark-thread');
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(21, 25, 23)');
    expect(
      await asked(page)
        .getByRole('button')
        .first()
        .evaluate((element) => getComputedStyle(element).transitionDuration),
    ).toBe('0s');
    await page.keyboard.press('Escape');
    await asked(page).getByRole('button', { name: 'Répondre avec le formulaire' }).click();
    await page.getByRole('dialog').waitFor();
    await picture(page, 'dark-form');
    expect(await findBarriers(page)).toEqual([]);
  });

  it('keeps a message that could not be stored, says so, and sends it once when it can', async () => {
    const page = await stage.open({ channel, person: 'Samira' });
    await questionIs(page, 'évaluer votre impact social');
    stage.companion.fail(true);
    await page.getByRole('textbox', { name: 'Écrire à l’équipe' }).fill('Important');
    await page.keyboard.press('Enter');
    await page.getByText('n’a pas pu être enregistré').waitFor();
    await picture(page, 'desktop-not-stored');
    expect(await findBarriers(page)).toEqual([]);
    await page.reload();
    await page.getByText('Important').waitFor();
    stage.companion.fail(false);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await expect.poll(() => stage.companion.received.at(-1)).toMatchObject({ kind: 'message', text: 'Important' });
    await page.getByRole('button', { name: 'Réessayer' }).waitFor({ state: 'detached' });
    expect(await page.getByText('Important').count()).toBe(1);
    expect(await stage.local.list(channel, 'Luc')).toSatisfy(
      (posts: { text: string }[]) => posts.filter((post) => post.text === 'Important').length === 1,
    );

    stage.companion.fail(true);
    await asked(page).getByRole('button', { name: 'Passer' }).click();
    await asked(page).getByRole('alert').getByText('Réessayez').waitFor();
  });

  it('says when the connection is lost, and catches up by itself', async () => {
    const line = await aLineTo(stage.local.port);
    const page = await stage.open({ channel, person: 'Samira' }, desktop, line.url);
    await questionIs(page, 'évaluer votre impact social');
    line.breakOff();
    await page.getByRole('status').getByText('Connexion interrompue').waitFor();
    await stage.local.say(channel, 'Luc', 'Pendant ce temps');
    await page.getByText('Pendant ce temps').waitFor();
    await page.getByText('Connexion interrompue').waitFor({ state: 'detached' });
    await page.close();
    await line.close();
  });

  it('lets people change and delete their own words, and only theirs', async () => {
    const samira = await stage.open({ channel, person: 'Samira' });
    await questionIs(samira, 'évaluer votre impact social');
    await stage.local.say(channel, 'Luc', 'De Luc');
    const writes = async (text: string) => {
      await samira.getByRole('textbox', { name: 'Écrire à l’équipe' }).fill(text);
      await samira.keyboard.press('Enter');
      await samira.getByRole('button', { name: 'Modifier', description: text }).waitFor();
    };
    await writes('62 personnes');
    await writes('une bêtise');
    expect(await samira.getByRole('button', { name: /^Modifier/ }).count()).toBe(2);

    await samira.getByRole('button', { name: 'Modifier', description: '62 personnes' }).click();
    const editor = samira.getByRole('textbox', { name: 'Modifier votre message' });
    await expect.poll(() => editor.evaluate((element) => element === document.activeElement)).toBe(true);
    await editor.fill('64 personnes');
    await samira.keyboard.press('Enter');
    await samira.getByRole('article').filter({ hasText: '64 personnes' }).getByText('modifié', { exact: true }).waitFor();

    await samira.getByRole('button', { name: 'Supprimer', description: 'une bêtise' }).click();
    const dialog = samira.getByRole('dialog', { name: 'Supprimer ce message' });
    await picture(samira, 'desktop-delete');
    expect(await findBarriers(samira)).toEqual([]);
    await dialog.getByRole('button', { name: 'Supprimer', exact: true }).click();
    await samira.getByText('une bêtise').waitFor({ state: 'detached' });
    expect(stage.companion.received.slice(-2)).toMatchObject([{ kind: 'edit', text: '64 personnes' }, { kind: 'deletion' }]);
  });

  it('takes files, shows pictures, and gives them back', async () => {
    const page = await stage.open({ channel, person: 'Samira' });
    await questionIs(page, 'évaluer votre impact social');
    const box = page.locator('.foot form');
    const onePixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await box.locator('input[type=file]').setInputFiles([
      { name: 'questionnaire.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') },
      { name: 'mur.png', mimeType: 'image/png', buffer: onePixel },
      { name: 'trop.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
    ]);
    await box.getByRole('button', { name: 'Retirer trop.txt' }).click();
    await picture(page, 'desktop-files-chosen');
    await box.getByRole('button', { name: 'Envoyer' }).click();
    const link = page.getByRole('link', { name: /questionnaire\.csv/ });
    await link.waitFor();
    await expect
      .poll(() => page.locator('.file img').evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
      .toBe(1);
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('questionnaire.csv');
    expect(stage.companion.received.at(-1)).toMatchObject({
      text: '',
      files: [{ name: 'questionnaire.csv', type: 'text/csv' }, { name: 'mur.png' }],
    });
    await box
      .locator('input[type=file]')
      .setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(11 * 1024 * 1024) });
    await box.getByRole('alert').getByText('10 Mo').waitFor();
  });

  it('shows what people write as text, however it looks', async () => {
    const page = await stage.open({ channel, person: 'Samira' });
    await questionIs(page, 'évaluer votre impact social');
    const nasty =
      '<img src=x onerror="document.title=1"><script>document.title=2</script> https://exemple.org & <b>gras</b> {{7*7}}';
    await stage.local.say(channel, '<b>Luc</b>', 'refusé');
    await stage.local.say(channel, 'Luc', nasty);
    await stage.companion.say(
      { platform: 'local', workspace: 'local', key: channel },
      {
        kind: 'kept',
        language: 'fr',
        actions: [{ id: 'a', label: nasty }],
        forms: [],
        blocks: [
          { type: 'heading', text: nasty },
          { type: 'quote', text: nasty, by: nasty },
          { type: 'list', items: [nasty] },
        ],
      },
    );
    await stage.local.say(channel, 'Luc', `Long : ${'mot '.repeat(3000)}fin`);
    await page.getByRole('button', { name: /^Lire la suite/ }).waitFor();
    expect(await page.getByText(nasty).count()).toBeGreaterThanOrEqual(5);
    expect(await page.locator('.log img, .log script, .log b, .log a').count()).toBe(0);
    expect(await page.title()).toContain(channel);
    expect(await isTooWide(page)).toBe(false);
    await page.getByRole('button', { name: /^Lire la suite/ }).click();
    await page.getByText('mot fin').waitFor();
  });

  it('draws the end of a long conversation, and the rest when asked or led there', async () => {
    const page = await stage.open({ channel, person: 'Samira' });
    await questionIs(page, 'évaluer votre impact social');
    for (let number = 0; number < 100; number++) await stage.local.say(channel, 'Luc', `Message ${number}`);
    await page.reload();
    await page.getByText('Message 99', { exact: true }).waitFor();
    expect(await page.locator('.post.question').count()).toBe(0);
    await page.getByRole('button', { name: 'Voir les messages plus anciens' }).click();
    await questionIs(page, 'évaluer votre impact social');
    await page.reload();
    await page.getByRole('button', { name: 'Voir « Qui voit quoi » dans la conversation' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Aucune note, aucun classement.');
  });

  it('counts what comes in below while one reads above', async () => {
    const page = await stage.open({ channel, person: 'Samira' });
    await questionIs(page, 'évaluer votre impact social');
    for (let number = 0; number < 15; number++) await stage.local.say(channel, 'Luc', `Message ${number}`);
    await page.getByText('Message 14').waitFor();
    await page.getByRole('log').hover();
    await page.mouse.wheel(0, -900);
    await expect.poll(() => page.locator('#timeline').evaluate((log) => log.scrollTop)).toBeLessThan(300);
    await stage.local.say(channel, 'Luc', 'Tout en bas');
    const pill = page.getByRole('button', { name: '1 nouveau message' });
    await pill.waitFor();
    await picture(page, 'desktop-new-below');
    await pill.click();
    await expect
      .poll(() => page.getByText('Tout en bas').evaluate((element) => element.getBoundingClientRect().bottom < innerHeight))
      .toBe(true);
    await pill.waitFor({ state: 'detached' });
  });

  it('welcomes a new team, and remembers who was here', async () => {
    const page = await stage.open('');
    await page.getByRole('heading', { name: 'Compagnon VISES' }).waitFor();
    await picture(page, 'desktop-welcome');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Entrer' }).click();
    await expect
      .poll(() => page.getByLabel('Le nom de votre équipe').evaluate((element) => element === document.activeElement))
      .toBe(true);
    await page.getByLabel('Le nom de votre équipe').fill(channel);
    await page.getByLabel('Votre prénom').fill('N’Diaye');
    await page.getByLabel('Votre prénom').press('Enter');
    await questionIs(page, 'évaluer votre impact social');
    expect(new URL(page.url()).searchParams.get('person')).toBe("N'Diaye");

    await page.getByRole('button', { name: /N'Diaye/ }).click();
    await page.getByLabel('Quelqu’un d’autre').fill('Fatou');
    await page.getByLabel('Quelqu’un d’autre').press('Enter');
    await page.getByRole('button', { name: /Vous êtes Fatou/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Canal et personne' });
    await dialog.getByRole('link', { name: "Ouvrir un onglet pour N'Diaye" }).waitFor();
    await picture(page, 'desktop-people');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');

    const again = await page.context().newPage();
    await again.goto(`${stage.local.url}/`);
    await again.getByRole('button', { name: /Vous êtes Fatou/ }).waitFor();
  });

  it('begins quietly in an empty channel', async () => {
    await stage.open({ channel, person: 'Samira' }).then((page) => questionIs(page, 'évaluer'));
    const page = await stage.open({ channel: 'Autre équipe', person: 'Zoé' });
    await page.getByRole('heading', { name: 'C’est ici que tout commence.' }).waitFor();
    await picture(page, 'desktop-empty');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Commencer' }).click();
    await expect.poll(() => stage.companion.received.at(-1)).toMatchObject({ kind: 'message', text: 'commencer' });
  });

  it('speaks French, Dutch and English: the browser’s, or the one chosen', async () => {
    const page = await stage.open({ channel, person: 'An' }, { ...desktop, locale: 'nl-BE' });
    await page.getByRole('textbox', { name: 'Schrijf aan het team' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('nl');
    // The companion speaks the team's language, and a screen reader is told which.
    await questionIs(page, 'évaluer votre impact social');
    expect(await asked(page).locator('.body').getAttribute('lang')).toBe('fr');
    await picture(page, 'desktop-dutch');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: /^Hier schrijft An/ }).click();
    await page.getByText('English').click();
    await page.getByRole('dialog', { name: 'Channel and person' }).waitFor();
    await page.reload();
    await page.getByRole('textbox', { name: 'Write to the team' }).waitFor();
    const french = await stage.open({ channel, person: 'Luc' }, { ...desktop, locale: 'de-DE' });
    await french.getByRole('textbox', { name: 'Écrire à l’équipe' }).waitFor();
  });
});
