import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionsFor } from '../../src/core/method.ts';
import { aProcess } from '../support/process.ts';
import { theMethod } from '../support/scene.ts';

let companion: Awaited<ReturnType<typeof aProcess>>;
beforeAll(async () => {
  companion = await aProcess();
  await companion.start();
}, 60_000);
afterAll(() => companion.remove());

/** The same delivery until it is accepted, as a platform sends again what was not acknowledged. */
async function until202(send: () => Promise<{ status: number }>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const status = await send().then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 202) return;
    await sleep(100);
  }
  throw new Error('The delivery was never accepted.');
}

describe('a companion that is killed in the middle of a walk', () => {
  it('goes on where it was: nothing is lost and nothing asked twice', async () => {
    const channel = 'killed';
    const fields = { structure: 'Les Ateliers du Canal', group: 'insertion', path: 'express', language: 'fr' };
    await companion.call('POST', '/local/messages', { channel, person: 'Samira', text: 'bonjour' });
    await expect.poll(async () => (await companion.list(channel, 'Samira')).some((post) => post.kind === 'start')).toBe(true);
    const start = (await companion.list(channel, 'Samira')).find((post) => post.kind === 'start');
    await companion.call('POST', '/local/actions', { channel, person: 'Samira', message: start?.id, action: 'start', fields });

    const questions = questionsFor(theMethod(), 'express', 'insertion').filter((question) => !question.askedAtStart);
    for (const [index, question] of questions.entries()) {
      const isAsked = async (): Promise<boolean> =>
        (await companion.list(channel, 'Samira').catch(() => [])).some(
          (post) => post.kind === 'question' && post.text.includes(question.ask.fr),
        );
      await expect.poll(isAsked, { timeout: 20_000 }).toBe(true);
      const card = (await companion.list(channel, 'Samira')).find(
        (post) => post.kind === 'question' && post.text.includes(question.ask.fr),
      );
      const sending = until202(() =>
        companion.call('POST', '/local/messages', {
          id: `answer-${index}`,
          channel,
          person: 'Samira',
          text: question.example.fr,
          thread: card?.id,
        }),
      );
      if (index % 4 === 0) {
        await sleep(index * 3);
        await companion.end('SIGKILL');
        await companion.start();
      }
      await sending;
    }
    await expect
      .poll(async () => (await companion.list(channel, 'Samira')).some((post) => post.kind === 'finished'), { timeout: 20_000 })
      .toBe(true);

    const posts = await companion.list(channel, 'Samira');
    for (const question of questions) {
      const cards = posts.filter((post) => post.kind === 'question' && post.text.includes(question.ask.fr));
      expect(cards, question.id).toHaveLength(1);
      expect(
        cards[0]?.actions.map((action) => action.id),
        question.id,
      ).toContain('correct');
    }
    expect(posts.filter((post) => post.from === 'Samira' && post.thread !== null)).toHaveLength(questions.length);
    expect(posts.filter((post) => post.kind === 'kept')).toHaveLength(questions.length);
  }, 180_000);

  it('ends by itself on a signal, and leaves no server behind', async () => {
    await companion.end('SIGTERM');
    expect(companion.said()).not.toMatch(/"level":"(error|fatal)"/);
    expect(existsSync(join(companion.dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    await companion.start();
    expect((await fetch(`${companion.base}/healthz`)).status).toBe(200);
    expect(existsSync(join(companion.dataDir, 'postgres', 'postmaster.pid'))).toBe(true);
  }, 60_000);
});
