import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommands } from '../../src/core/commands.ts';
import type { Incoming } from '../../src/core/incoming.ts';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld({ on: 'slack' });
});
afterAll(() => world.drop());

async function takes(...incoming: Incoming[]): Promise<void> {
  for (const each of incoming) await world.receive(each);
  // A channel of Slack takes about one message a second.
  for (let second = 0; second < 10; second++) {
    world.clock.forward(1000);
    await world.drain();
  }
}
const kindsIn = (channel: string): string[] =>
  world.platform.shown.filter((shown) => shown.channel === channel).map(({ message }) => message.kind);
/** Written in passing, without a mention. */
const inPassing = (...args: Parameters<typeof world.aText>): Incoming => ({ ...world.aText(...args), addressed: false });
async function onThePage(work: (page: Awaited<ReturnType<typeof aWorld>>) => Promise<void>): Promise<void> {
  const page = await aWorld();
  try {
    await work(page);
  } finally {
    await page.drop();
  }
}
/** Everything that is kept, table by table. */
async function everything(): Promise<string> {
  const tables = await asOwner<{ name: string }>(
    world.url,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const contents = await Promise.all(
    tables.map(({ name }) =>
      asOwner(world.url, `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from "${name}" as t`),
    ),
  );
  return JSON.stringify(contents);
}
async function leavesNoTrace(...incoming: Incoming[]): Promise<void> {
  const before = await everything();
  const lines = world.lines.length;
  for (const each of incoming) expect(await world.receive(each)).toMatchObject({ fresh: false });
  expect(await everything()).toBe(before);
  expect(world.lines).toHaveLength(lines);
}
const answersOf = (channel: string): Promise<{ text: string }[]> =>
  asOwner(
    world.url,
    `select v.text from contribution_versions v join contributions t on t.id = v.contribution_id and t.version = v.version
     join channels c on c.evaluation_id = t.evaluation_id where c.key = $1 and v.origin in ('said', 'edit') order by v.at`,
    [channel],
  );

it('reads what is written in the thread of a question, and of nothing else keeps a trace', async () => {
  await takes(world.aStart('team', 'Samira'));
  const question = world.newest('team', 'question')?.id;
  await leavesNoTrace(
    inPassing('team', 'Luc', 'on mange où ?'),
    inPassing('team', 'Luc', 'rien à voir', 'a-thread-of-theirs'),
    inPassing('team', 'Luc', 'sur le texte épinglé', world.newest('team', 'progress')?.id),
    { ...inPassing('team', 'Luc', 'x'), kind: 'edit', message: 'never-heard' } as Incoming,
    { ...inPassing('team', 'Luc', 'x'), kind: 'deletion', message: 'never-heard' },
    inPassing('nothing-begun', 'Luc', 'bonjour', 'a-thread'),
  );
  await takes(inPassing('team', 'Luc', 'Montrer notre travail', question));
  expect(await answersOf('team')).toEqual([{ text: 'Montrer notre travail' }]);
});

it('reads a reply below its invitation as one to it', async () => {
  await takes(world.aPlace('invited', 'joined'));
  await takes(inPassing('invited', 'Luc', 'Le Jardin Partagé', world.newest('invited', 'start')?.id));
  expect(kindsIn('invited')).toEqual(['start', 'start-next']);
});

it('says where to write on platforms that do not hear everything', async () => {
  expect(world.newest('invited', 'start')?.text).toContain('mentionnez-moi');
  await onThePage(async (page) => {
    await page.receive(page.aPlace('invited', 'joined'));
    await page.drain();
    expect(page.newest('invited', 'start')?.text).not.toContain('mentionnez-moi');
  });
});

describe('a team that wants only mentions to be read', () => {
  const question = (): string => world.newest('team', 'question')?.id ?? '';
  let answered: Incoming & { kind: 'message' };

  it('says so by a button', async () => {
    await takes(world.aText('team', 'Samira', 'réglages'));
    const settings = world.newest('team', 'settings');
    expect(settings?.message.forms[0]?.fields.map((field) => field.id)).toContain('hearing');
    const button = settings?.message.actions.find((action) => action.id === 'hearing');
    expect(button?.value).toBe('mentions');
    await takes(world.aPress('team', 'Samira', 'hearing', settings?.id ?? '', button?.value));
    expect(world.newest('team', 'set')?.text).toContain('seulement ce qui me mentionne');
  });

  it('is heard when it speaks to the companion, presses, or edits what was kept, and at no other time', async () => {
    const passed = inPassing('team', 'Samira', 'entre nous', question());
    await leavesNoTrace(passed, { ...passed, kind: 'edit', text: 'toujours entre nous' } as Incoming);
    answered = world.aText('team', 'Samira', 'Une première réponse assez longue', question());
    await takes(answered);
    expect((await answersOf('team')).at(-1)).toEqual({ text: 'Une première réponse assez longue' });
    await takes({ ...answered, kind: 'edit', deliveryKey: 'an edit', text: 'Une réponse mieux dite' });
    expect((await answersOf('team')).map(({ text }) => text)).toContain('Une réponse mieux dite');
    const open = question();
    await takes(world.aPress('team', 'Samira', 'skip', open));
    expect(question()).not.toBe(open);
  });

  it('says so in words, and takes it back in words', async () => {
    await takes(world.aText('team', 'Samira', 'lisez tout le fil'));
    expect(world.newest('team', 'set')?.text).toContain('dans les fils de mes questions');
    await takes(inPassing('team', 'Luc', 'pourquoi ?', question()));
    expect(kindsIn('team').at(-1)).toBe('why');
  });

  it.each([
    ['fr', 'mentions', 'ne lisez que ce qui vous mentionne'],
    ['fr', 'mentions', 'Lisez seulement ce qui vous mentionne, svp'],
    ['fr', 'threads', 'lis tout le fil'],
    ['nl', 'mentions', 'lees alleen vermeldingen'],
    ['nl', 'mentions', 'lees enkel wat jou vermeldt'],
    ['nl', 'threads', 'lees de hele draad'],
    ['en', 'mentions', 'read only what mentions you'],
    ['en', 'mentions', 'please only answer when mentioned'],
    ['en', 'threads', 'read the whole thread'],
  ] as const)('is understood in %s: %s by "%s"', (language, value, said) => {
    expect(readCommands(said, { language, now: world.clock.now(), questions: [] })).toEqual([
      { do: 'set', what: 'hearing', value },
    ]);
  });

  it('is the only one to decide that: a colleague may not', async () => {
    await takes(world.aPress('team', 'Luc', 'hearing', 'x', 'mentions'));
    expect(world.newest('team', 'not-yours')?.privateTo).toBe('Luc');
  });
});

it('is no choice where all that is written is read, and nobody is told that it is', async () => {
  await onThePage(async (page) => {
    const asks = async (...incoming: Incoming[]): Promise<void> => {
      for (const each of incoming) await page.receive(each);
      await page.drain();
    };
    await asks(page.aStart('team', 'Samira'), page.aText('team', 'Samira', 'réglages'));
    const settings = page.newest('team', 'settings');
    expect(settings?.message.actions.map(({ id }) => id)).not.toContain('hearing');
    expect(settings?.message.forms[0]?.fields.map(({ id }) => id)).not.toContain('hearing');
    expect(settings?.text).not.toContain('mentionne');
    await asks(page.aText('team', 'Samira', 'lisez seulement ce qui vous mentionne'));
    expect(page.newest('team', 'set')?.text).toContain('je lis tout');
  });
});
