import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Question, questionsFor } from '../../../src/core/method.ts';
import { findChromium, openBrowser } from '../../support/browser.ts';
import { picture } from '../../support/page-browser.ts';
import { aProcess } from '../../support/process.ts';
import { theMethod, wording } from '../../support/scene.ts';
import { findOffer, inputsIn, type Json } from '../../support/teams-card-reader.ts';
import {
  findPlayground,
  type Playground,
  playgroundBot,
  playgroundPlaces,
  playgroundTeam,
  startPlayground,
} from '../../support/teams-playground.ts';
import { until } from '../../support/until.ts';
import { cardProblems } from './strict-card.ts';

const chromium = findChromium();
const canRun = chromium !== undefined && findPlayground() !== undefined;
const channel = playgroundPlaces.channel;
const say = wording.fr;
/** As they are numbered: what the start form asked is the first. */
const path = questionsFor(theMethod(), 'express', 'insertion').toSorted(
  (one, other) => Number(other.askedAtStart ?? false) - Number(one.askedAtStart ?? false),
);

/** Everything in the flow of the page: spaces of any kind are one. */
const loosely = (words: string): RegExp =>
  new RegExp(
    words
      .slice(0, 60)
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll(/\s+/g, String.raw`\s+`),
  );

describe.runIf(canRun)('the companion in the Microsoft 365 Agents Playground', () => {
  let companion: Awaited<ReturnType<typeof aProcess>>;
  let playground: Playground;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    companion = await aProcess({ TEAMS_WITHOUT_AUTH: 'yes' });
    await companion.start();
    playground = await startPlayground({ door: `${companion.base}/api/messages` });
    browser = await openBrowser(chromium ?? '');
    const context = await browser.newContext({ viewport: { width: 1400, height: 1100 }, locale: 'fr-FR' });
    // Its page asks a server of Microsoft for fonts.
    await context.route(
      ({ hostname }) => !['127.0.0.1', 'localhost'].includes(hostname),
      (route) => route.abort(),
    );
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
  });
  afterAll(async () => {
    if (page) await picture(page, 'teams-playground-last');
    await browser?.close();
    await playground?.stop();
    await companion?.remove();
  });

  /** A message of the companion as it stands now, in the channel. */
  interface Standing {
    id: string;
    /** The conversation of its post. */
    post: string;
    card: Json;
  }
  function standing(): Standing[] {
    const messages = new Map<string, Standing>();
    for (const frame of playground.frames) {
      const card = frame.message?.attachments?.[0]?.content;
      if (!card || !frame.message || !frame.actionConversationId.startsWith(channel)) continue;
      const id = frame.message.messageId;
      const known = messages.get(id);
      const post = frame.message.postConversationId ?? frame.actionConversationId;
      messages.set(id, known ? { ...known, card } : { id, post, card });
    }
    return [...messages.values()];
  }
  const offering = (action: string, question?: string): Standing | undefined =>
    standing().findLast(({ card }) => {
      const data = findOffer(card, action)?.button['data'] as Json | undefined;
      return data !== undefined && (question === undefined || data['q'] === question);
    });

  /** The post of a question, with its thread. The newest posts are at the top. */
  const postOf = (question: Question): Locator =>
    page
      .getByRole('group')
      .filter({ hasText: new RegExp(String.raw`question\s+${path.indexOf(question) + 1}\s+sur\s+${path.length}`) })
      .filter({ hasText: loosely(question.ask.fr) })
      .first();

  async function write(box: Locator, words: string): Promise<void> {
    await box.click();
    await page.keyboard.type('@');
    await page.locator('[role=listbox]').getByText(playgroundBot, { exact: true }).first().click();
    await page.keyboard.insertText(` ${words}`);
  }

  /** What a client of Teams does with a button that opens a dialog, which the Playground's own does not. */
  async function opensDialog(on: Standing, action: string): Promise<Json> {
    const { button } = findOffer(on.card, action) ?? {};
    const value = { data: button?.['data'], context: { theme: 'default' } };
    const { body } = await playground.activity({ type: 'invoke', name: 'task/fetch', replyToId: on.id, value }, on.post);
    const { task } = body as { task?: { type: string; value: { card: { content: Json } } } };
    if (task?.type !== 'continue') throw new Error(`No dialog: ${JSON.stringify(body)}`);
    expect(cardProblems(task.value.card.content)).toEqual([]);
    return task.value.card.content;
  }
  async function submits(on: Standing, dialog: Json, fields: Record<string, string>): Promise<void> {
    const held = Object.fromEntries(inputsIn(dialog).map((input) => [String(input['id']), input['value'] ?? '']));
    const [submit] = dialog['actions'] as Json[];
    const value = { data: { ...(submit?.['data'] as Json), ...held, ...fields }, context: { theme: 'default' } };
    const answer = await playground.activity({ type: 'invoke', name: 'task/submit', replyToId: on.id, value }, on.post);
    expect({ status: answer.statusCode, body: answer.body ?? '' }).toEqual({ status: 200, body: '' });
  }

  /** A person answers the question: a choice by its button, one by a dialog, one not at all, the others in words. */
  async function answers(question: Question): Promise<string> {
    const post = postOf(question);
    if (question.id === 'key-figures') {
      await post.getByRole('button', { name: say('button.skip'), exact: true }).click();
      return 'skipped';
    }
    if (question.type === 'single-choice') {
      const [option] = question.options ?? [];
      await post.getByRole('radio', { name: loosely(option?.label.fr ?? '') }).check();
      await post.getByRole('button', { name: say('button.choose'), exact: true }).click();
      return 'pressed';
    }
    if (question.id === 'success-criteria') {
      const on = offering('answer', question.id);
      if (!on) throw new Error('Its card offers no dialog.');
      const dialog = await opensDialog(on, 'answer');
      const [input] = inputsIn(dialog);
      await submits(on, dialog, { [String(input?.['id'])]: question.example.fr.split(' ; ').join('\n') });
      return 'filled in';
    }
    await write(post.getByRole('textbox').last(), question.example.fr);
    await post.getByRole('button', { name: 'Send Message' }).last().click();
    return 'written';
  }

  it('leads from the start dialog through the express path to the end', { timeout: 300_000 }, async () => {
    await page.goto(playground.url);
    await page.getByRole('treeitem', { name: 'Personal Chat' }).waitFor();
    await playground.install('channel');
    await page.getByRole('treeitem', { name: `${playgroundTeam} - General` }).click();
    await write(page.getByRole('textbox').first(), 'bonjour');
    await page.getByRole('button', { name: 'Post' }).click();
    const start = await until(() => offering('start'), 'the card to begin with');
    await picture(page, 'teams-playground-start');
    const dialog = await opensDialog(start, 'start');
    await submits(start, dialog, {
      'f.structure': 'Les Ateliers du Canal',
      'f.group': 'insertion',
      'f.path': 'express',
      'f.language': 'fr',
      'f.territory': 'Lille',
    });

    const questions = path.filter((question) => !question.askedAtStart);
    const ways: Record<string, number> = {};
    for (const [index, question] of questions.entries()) {
      await until(() => offering('skip', question.id), `the question ${question.id}`, 30_000);
      await postOf(question).waitFor();
      if ([0, 4, 16].includes(index)) await picture(page, `teams-playground-question-${index + 1}`);
      const way = await answers(question);
      ways[way] = (ways[way] ?? 0) + 1;
      // The buttons of an open question give way to those of a settled one, on the same card.
      await until(() => !offering('skip', question.id), `the card of ${question.id} to change`, 30_000);
      await postOf(question)
        .getByRole('button', { name: say('button.skip'), exact: true })
        .waitFor({ state: 'detached' });
      if ([0, 16].includes(index)) await picture(page, `teams-playground-answered-${index + 1}`);
    }
    expect(ways).toEqual({ written: 16, skipped: 1, pressed: 1, 'filled in': 1 });
    await page.getByText(loosely('Vous êtes au bout du parcours')).last().waitFor();
    await picture(page, 'teams-playground-end');
    for (const { card } of standing()) expect(cardProblems(card)).toEqual([]);
    expect(companion.said()).toBe('');
  });
});
