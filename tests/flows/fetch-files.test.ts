import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { largestFileBytes } from '../../src/core/files.ts';
import type { RemoteFile } from '../../src/core/incoming.ts';
import { questionsFor } from '../../src/core/method.ts';
import { createFetcher, fetchFiles, fetchWaitsMs } from '../../src/flows/files/fetch-files.ts';
import { DeliveryFailure, FileTooLarge, type Platform } from '../../src/ports.ts';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

const needs = () => ({ ...world.needs, platforms: [world.platform] });
const remote = (name: string, size = 3): RemoteFile => ({ name, type: 'application/octet-stream', size, remote: { id: name } });
const fileOf = async (name: string) => {
  const [row] = await asOwner<{ bytes: Buffer | null; sha256: string; type: string; size: number; failed: string | null }>(
    world.url,
    'select bytes, sha256, type, size, failed from files where name = $1',
    [name],
  );
  return row;
};
const shownIn = (channel: string) => world.platform.shown.filter((shown) => shown.channel === channel);

/** A team whose open question is one for a file. */
async function atFileQuestion(channel: string): Promise<string> {
  await world.receive(world.aStart(channel, `Samira ${channel}`, { path: 'full' }));
  await world.drain();
  const question = questionsFor(world.needs.method, 'full', 'insertion').find(({ type }) => type === 'file');
  if (!question) throw new Error('The method asks for no file.');
  await world.receive({
    ...world.aPress(channel, `Samira ${channel}`, 'take-up', 'x'),
    about: { question: question.id },
  });
  await world.drain();
  return question.id;
}
async function posts(channel: string, file: RemoteFile, to?: string): Promise<void> {
  const incoming = world.aText(channel, `Samira ${channel}`, '', to);
  await world.receive({ ...incoming, files: [file] });
  await world.drain();
}
const cardOf = (channel: string, question: string) => world.newest(channel, 'question', question);

it('brings a file here after the turn that named it, with its size and hash', async () => {
  const question = await atFileQuestion('came');
  const bytes = new TextEncoder().encode('%PDF-1.7 notre rapport');
  world.platform.kept.set('rapport.pdf', { bytes, type: 'application/pdf' });
  const file = remote('rapport.pdf');
  await posts('came', file, cardOf('came', question)?.id);
  expect((await fileOf('rapport.pdf'))?.bytes).toBeNull();
  const fetcher = createFetcher(needs());
  fetcher.after({ ...world.aText('came', 'Samira came', ''), files: [file] });
  await fetcher.idle();
  expect(await fileOf('rapport.pdf')).toMatchObject({
    bytes: Buffer.from(bytes),
    size: bytes.byteLength,
    type: 'application/pdf',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    failed: null,
  });
  expect(await fetchFiles(needs())).toBe(0);
});

it('leaves the platform alone after a turn without files', async () => {
  world.platform.askedFor.length = 0;
  const fetcher = createFetcher(needs());
  fetcher.after(world.aText('came', 'Samira came', 'sans fichier'));
  await fetcher.idle();
  expect(world.platform.askedFor).toEqual([]);
});

it('tries again for two and a half hours, then tells the person once and has the answer looked at again', async () => {
  const question = await atFileQuestion('gone');
  world.platform.kept.set('photo.jpg', new DeliveryFailure('later', 'the platform is down'));
  await posts('gone', remote('photo.jpg'), cardOf('gone', question)?.id);
  world.platform.askedFor.length = 0;
  await fetchFiles(needs());
  for (const [tried, waitMs] of fetchWaitsMs.entries()) {
    world.clock.forward(waitMs - 1000);
    await fetchFiles(needs());
    expect(world.platform.askedFor).toHaveLength(tried + 1);
    world.clock.forward(1000);
    await fetchFiles(needs());
  }
  expect(world.platform.askedFor).toHaveLength(fetchWaitsMs.length + 1);
  expect((await fileOf('photo.jpg'))?.failed).toBe('unreachable');
  await fetchFiles(needs());
  await world.drain();
  expect(shownIn('dm:Samira gone').map(({ message }) => message.kind)).toEqual(['file-failed']);
  expect(shownIn('dm:Samira gone')[0]?.text).toContain('photo.jpg');
  const card = cardOf('gone', question);
  expect(card?.text).toContain('un fichier de cette réponse manque');
  expect(card?.message.actions.map((action) => action.id)).toContain('still-true');
});

it('gives up at once what is refused or too large, and never asks for what is known to be too large', async () => {
  const question = await atFileQuestion('large');
  world.platform.askedFor.length = 0;
  await posts('large', remote('film.mp4', largestFileBytes + 1), cardOf('large', question)?.id);
  world.platform.kept.set('menti.bin', { bytes: new Uint8Array(largestFileBytes + 1), type: 'x' });
  await posts('large', remote('menti.bin'));
  await posts('large', remote('disparu.pdf'));
  await fetchFiles(needs());
  await world.drain();
  world.platform.kept.set('énorme.mov', new FileTooLarge());
  await posts('large', remote('énorme.mov', 0));
  await fetchFiles(needs());
  await world.drain();
  expect((await fileOf('énorme.mov'))?.failed).toBe('too-large');
  expect(world.platform.askedFor).toEqual(['menti.bin', 'disparu.pdf', 'énorme.mov']);
  expect((await fileOf('film.mp4'))?.failed).toBe('too-large');
  expect((await fileOf('menti.bin'))?.failed).toBe('too-large');
  expect((await fileOf('disparu.pdf'))?.failed).toBe('refused');
  expect(shownIn('dm:Samira large')).toHaveLength(4);
});

it('fetches nothing twice when two processes look at once', async () => {
  await atFileQuestion('both');
  world.platform.kept.set('une-fois.pdf', { bytes: new Uint8Array([1]), type: 'x' });
  await posts('both', remote('une-fois.pdf'));
  world.platform.askedFor.length = 0;
  const [one, other] = await Promise.all([fetchFiles(needs()), fetchFiles(needs())]);
  expect(one + other).toBe(1);
  expect(world.platform.askedFor).toEqual(['une-fois.pdf']);
});

it('begins nothing more once it is to stop, and waits only a moment for a platform that does not answer', async () => {
  await atFileQuestion('stop');
  const files = [remote('lent.pdf'), remote('suivant.pdf')];
  for (const file of files) await posts('stop', file);
  const asked: string[] = [];
  let answers = (): void => {};
  const hanging: Pick<Platform, 'name' | 'fetchFile'> = {
    name: 'local',
    fetchFile: async (_workspace, { name }) => {
      asked.push(name);
      await new Promise<void>((resolve) => (answers = resolve));
      return { bytes: new Uint8Array([1]), type: 'x' };
    },
  };
  const fetcher = createFetcher({ ...needs(), platforms: [hanging] }, 50);
  fetcher.after({ ...world.aText('stop', 'Samira stop', ''), files });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await fetcher.stop();
  answers();
  await fetcher.idle();
  fetcher.after({ ...world.aText('stop', 'Samira stop', ''), files });
  await fetcher.idle();
  expect(asked).toHaveLength(1);
});
