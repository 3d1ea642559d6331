import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Door, Platform } from '../src/ports.ts';
import { openDoors } from './support/door-server.ts';
import { aFakePlatform } from './support/fake-platform.ts';
import { aFixedClock } from './support/fixed-clock.ts';
import { someMadeFiles } from './support/made-files.ts';

const clock = aFixedClock(new Date('2026-01-05T09:00:00Z'));
const keys = [randomBytes(32)];
let files: ReturnType<typeof someMadeFiles>;
let server: Awaited<ReturnType<typeof openDoors>>;
const id = randomUUID();

beforeEach(async () => {
  clock.set(new Date('2026-01-05T09:00:00Z'));
  files = someMadeFiles({ clock, keys });
  files.kept.set(id, { name: 'rapport « été ».html', type: 'text/html', bytes: Buffer.from('<script>1</script>') });
  server = await openDoors(aPlatformWith(files.door));
});
afterEach(() => server.close());

const aPlatformWith = (door: Door): Platform => ({ ...aFakePlatform(), doors: [door] });
const here = (address: string): string => server.url + address.slice('https://companion.example.org'.length);
const ask = (address: string): Promise<Response> => fetch(here(address));

describe('a link to a made file', () => {
  it('gives the file, to be kept and not to be run', async () => {
    const answer = await ask(files.linkTo(id));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<script>1</script>');
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''rapport%20%C2%AB%20%C3%A9t%C3%A9%20%C2%BB.html",
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  it('ends after its days', async () => {
    const address = files.linkTo(id);
    clock.set(new Date(clock.now().getTime() + files.days * 86_400_000 - 1000));
    expect((await ask(address)).status).toBe(200);
    clock.set(new Date(clock.now().getTime() + 2000));
    const answer = await ask(address);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toMatch(/Ce lien.*Deze link.*This link/s);
  });

  it('is good for its file only, and not when anything in it was changed', async () => {
    const other = randomUUID();
    files.kept.set(other, { name: 'autre.txt', type: 'text/plain', bytes: Buffer.from('autre') });
    const address = files.linkTo(id);
    const until = Number(new URL(address).searchParams.get('until'));
    const wrong = [
      address.replace(id, other),
      address.replace(String(until), String(until + 1)),
      address.replace(/seal=.*/, 'seal='),
      address.replace(/seal=.*/, ''),
      address.replace(/(seal=.)./, '$1-'),
      address.replace(id, `${id}'--`),
      'https://companion.example.org/files/',
      `https://companion.example.org/files/${id}`,
    ];
    const answers = await Promise.all(wrong.map(ask));
    expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 404));
  });

  it('goes on under an older key, and not under one that is gone', async () => {
    const address = files.linkTo(id);
    for (const [known, status] of [
      [[randomBytes(32), ...keys], 200],
      [[randomBytes(32)], 404],
    ] as const) {
      const next = someMadeFiles({ clock, keys: [...known] });
      for (const [each, file] of files.kept) next.kept.set(each, file);
      await server.close();
      server = await openDoors(aPlatformWith(next.door));
      expect((await ask(address)).status).toBe(status);
    }
  });
});

describe('an offer of a made file', () => {
  it('is for its person and its time, and is no link', async () => {
    const proof = files.offer(id, '29:samira');
    expect(files.isOffered(id, '29:samira', proof)).toBe(true);
    expect(files.isOffered(id, '29:luc', proof)).toBe(false);
    expect(files.isOffered(randomUUID(), '29:samira', proof)).toBe(false);
    expect(files.isOffered(id, '29:samira', '')).toBe(false);
    expect(files.isOffered(id, '', proof)).toBe(false);
    const [until = '', seal = ''] = proof.split('.');
    expect((await ask(`https://companion.example.org/files/${id}?until=${until}&seal=${seal}`)).status).toBe(404);
    clock.set(new Date(clock.now().getTime() + files.days * 86_400_000));
    expect(files.isOffered(id, '29:samira', proof)).toBe(false);
  });
});
