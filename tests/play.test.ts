import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../src/core/language.ts';
import { questionsFor } from '../src/core/method.ts';
import { readConversation, UnusableFile } from '../src/play/file.ts';
import type { PlayRecord, RecordedQuestion } from '../src/play/record.ts';
import { runConversation } from '../src/play/run.ts';
import { readSingleTurn, readSingleTurns } from '../src/play/single-turns.ts';
import { aDatabase, asOwner } from './support/database.ts';
import { aLog } from './support/log.ts';
import { frames, theMethod, wording } from './support/scene.ts';

const method = theMethod();
let database: Awaited<ReturnType<typeof aDatabase>>;
let folder: string;

beforeAll(async () => {
  database = await aDatabase();
  folder = await mkdtemp(join(tmpdir(), 'vises-play-test-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const meta = {
  structure: 'Les Ateliers du Canal',
  group: 'insertion',
  lang: 'fr',
  path: 'express',
  territory: 'Métropole lilloise',
  timezone: 'Europe/Paris',
  people: [
    { id: 'samira', name: 'Samira', role: 'coordinatrice', lang: 'fr', carrier: true },
    { id: 'luc', name: 'Luc', role: 'encadrant technique', lang: 'fr', relay: true },
    { id: 'fatou', name: 'Fatou', role: 'salariée en parcours', lang: 'nl' },
  ],
  accompanier: { id: 'nadia', name: 'Nadia' },
  now: '2026-01-05T09:00:00+01:00',
};
type Turn = Record<string, unknown>;
const file = (turns: Turn[], more: object = {}): string => JSON.stringify({ meta: { ...meta, ...more }, turns });

let channels = 0;
async function play(turns: Turn[], more: object = {}): Promise<PlayRecord & { channel: string }> {
  const channel = `play-${++channels}`;
  const { undelivered, ...record } = await runConversation(readConversation(file(turns, more), method), {
    db: database.db,
    method,
    wording,
    frames,
    log: aLog(),
    channel,
  });
  expect(undelivered).toBe(0);
  return { ...record, channel };
}

const asked = ({ record }: PlayRecord, id: string): RecordedQuestion => {
  const question = record.questions[id];
  if (!question) throw new Error(`The record says nothing of ${id}.`);
  return question;
};

const at = (day: string, time = '10:00'): string => `2026-${day}T${time}:00+01:00`;
const start = { at: at('01-05', '09:01'), person: 'samira', do: 'form', action: 'start' };
const say = (when: string, person: string, question: string, text: string): Turn => ({
  at: when,
  person,
  do: 'say',
  question,
  text,
});
const press = (when: string, person: string, question: string, action: string, more: Turn = {}): Turn => ({
  at: when,
  person,
  do: 'press',
  question,
  action,
  ...more,
});

const beginning: Turn[] = [
  start,
  say(
    at('01-05', '09:05'),
    'samira',
    'why-now',
    "On parle toujours des sorties vers l'emploi, mais ce n'est pas le plus fort de ce qu'on voit.",
  ),
  say(at('01-05', '11:40'), 'fatou', 'why-now', "pour moi c'est surtout la confiance"),
  press(at('01-05', '11:42'), 'samira', 'why-now', 'both'),
  say(at('01-06', '08:15'), 'luc', 'people-reached', 'une soixantaine… 62 en 2025'),
];

describe('a conversation played', () => {
  it('says what was said and what was recorded, people by their ids', async () => {
    const played = await play(beginning);

    expect(played.turns.map(({ i, reading }) => [i, ...reading])).toEqual([
      [0, 'answer'],
      [1, 'answer'],
      [2, 'add'],
      [3, 'add'],
      [4, 'answer'],
    ]);
    expect(played.turns[0]?.replies.at(-1)).toMatchObject({ to: 'channel', question: 'why-now', lang: 'fr' });
    expect(played.turns[0]?.replies.at(-1)?.actions).toContain('skip');
    expect(played.turns[1]?.replies[0]).toMatchObject({ to: 'thread', question: 'why-now', actions: ['correct', 'undo'] });
    expect(played.turns[2]?.replies).toMatchObject([{ to: 'thread', question: 'why-now' }]);
    expect(played.turns[2]?.replies[0]?.actions).toContain('both');

    expect(played.record.carrier).toBe('samira');
    expect(asked(played, 'why-now')).toMatchObject({
      status: 'answered',
      recheck: false,
      answer: { version: 2, authors: ['samira', 'fatou'] },
      contributions: [
        { person: 'samira', versions: 1, withdrawn: false },
        { person: 'fatou', text: "pour moi c'est surtout la confiance", versions: 1, withdrawn: false },
      ],
      history: ["On parle toujours des sorties vers l'emploi, mais ce n'est pas le plus fort de ce qu'on voit."],
    });
    const kept = Object.values(played.record.questions).flatMap(({ contributions }) => contributions.map(({ text }) => text));
    for (const turn of beginning) if (turn['text']) expect(kept).toContain(turn['text']);
    expect(asked(played, 'enterprise-group')).toMatchObject({ answer: { value: 'insertion' } });
    expect(asked(played, 'key-message')).toEqual({ status: 'open', recheck: false, contributions: [], history: [] });
    const path = questionsFor(method, 'express', 'insertion').map(({ id }) => id);
    expect(Object.keys(played.record.questions)).toEqual(path);
  });

  it('writes what the database holds', async () => {
    const { record, channel } = await play(beginning);
    const rows = await asOwner<{ question: string; status: string; text: string | null; contributions: string[] | null }>(
      database.url,
      `select s.question_id as question, s.status, v.text,
         (select json_agg(cv.text order by c.added_at) from contributions c
            join contribution_versions cv on cv.contribution_id = c.id and cv.version = c.version
            where c.evaluation_id = s.evaluation_id and c.question_id = s.question_id) as contributions
       from channels ch join question_states s on s.evaluation_id = ch.evaluation_id
       left join answer_versions v on v.evaluation_id = s.evaluation_id and v.question_id = s.question_id and v.version = s.answer_version
       where ch.key = $1`,
      [channel],
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { question, status, text, contributions } of rows) {
      const recorded = record.questions[question];
      expect(recorded?.status).toBe(status);
      expect(recorded?.contributions.map((each) => each.text)).toEqual(contributions ?? []);
      if (recorded?.answer && 'text' in recorded.answer) expect(recorded.answer.text).toBe(text);
      else expect(recorded?.answer === undefined).toBe(text === null);
    }
  });

  it('begins by its carrier at the first moment when the file does not', async () => {
    const played = await play(beginning.slice(1, 2));
    expect(played.turns[0]?.before.map(({ question, person }) => question ?? person)).toEqual([
      undefined,
      undefined,
      'why-now',
      'luc',
      'fatou',
    ]);
    expect(played.turns[0]?.before.at(-1)).toMatchObject({ to: 'private', person: 'fatou', lang: 'nl' });
    expect(played.record.carrier).toBe('samira');
  });

  it('lets months pass: a pause ends by itself on its day, with a recap before the next turn', async () => {
    const played = await play([
      ...beginning.slice(0, 2),
      { at: at('01-08'), person: 'samira', do: 'say', where: 'channel', text: "pause jusqu'au 15 avril" },
      say('2026-06-20T10:00:00+02:00', 'luc', 'mission-in-own-words', 'Nous trions et transformons des textiles.'),
    ]);
    expect(played.turns[2]?.reading).toEqual(['pause']);
    expect(played.turns[3]?.before.map(({ to, question }) => question ?? to)).toEqual(['channel', 'mission-in-own-words']);
    expect(played.record.paused_until).toBeUndefined();
    expect(asked(played, 'mission-in-own-words').status).toBe('answered');
  });

  it('keeps the end of a pause that is still to come', async () => {
    const played = await play([start, { at: at('01-08'), person: 'samira', do: 'press', action: 'pause', value: '2026-04-15' }]);
    expect(played.record.paused_until).toBe('2026-04-15T07:00:00.000Z');
  });

  it('fills forms, also of several questions, and shows what a form refused to its person alone', async () => {
    const played = await play([
      { ...start, fields: { structure: 'La Coopérative du Plateau', 'enterprise-group': 'sse-values', path: 'full' } },
      { at: at('01-06'), person: 'luc', do: 'form', fields: { 'why-now': 'Pour mieux en parler.', 'time-available': 6 } },
      { at: at('01-07'), person: 'luc', do: 'form', question: 'collection-end', value: 'bientôt' },
      { at: at('01-07'), person: 'luc', do: 'form', action: 'not-for-us', question: 'surplus-use', text: "Nous n'en avons pas." },
    ]);
    expect(asked(played, 'enterprise-group').answer).toMatchObject({ value: 'sse-values' });
    expect(asked(played, 'why-now').answer).toMatchObject({ text: 'Pour mieux en parler.' });
    expect(asked(played, 'time-available').answer).toMatchObject({ value: 6 });
    expect(played.turns[2]?.replies).toMatchObject([{ to: 'private', person: 'luc', question: 'collection-end', actions: [] }]);
    expect(asked(played, 'collection-end').status).toBe('open');
    expect(asked(played, 'surplus-use').status).toBe('not-for-us');
    expect(asked(played, 'doing-differently').status).toBe('open');
  });

  it('edits and withdraws what an earlier turn wrote', async () => {
    const played = await play([
      start,
      say(at('01-05'), 'samira', 'why-now', 'Pour le dire.'),
      { at: at('01-06'), person: 'samira', do: 'edit', of: 1, text: 'Pour le dire à nos voisins.' },
      say(at('01-06', '11:00'), 'luc', 'mission-in-own-words', 'Nous trions des textiles.'),
      { at: at('01-07'), person: 'luc', do: 'delete', of: 3 },
    ]);
    expect(played.turns[2]?.reading).toEqual(['correct']);
    expect(asked(played, 'why-now')).toMatchObject({
      answer: { text: 'Pour le dire à nos voisins.', version: 2 },
      contributions: [{ versions: 2, withdrawn: false }],
      history: ['Pour le dire.'],
    });
    expect(asked(played, 'mission-in-own-words')).toMatchObject({ recheck: true, contributions: [{ withdrawn: true }] });
  });

  it('settles with the contribution of the person that a value names', async () => {
    const one = say(at('01-05', '10:00'), 'samira', 'why-now', 'Une raison.');
    const beside = [
      say(at('01-05', '11:00'), 'luc', 'why-now', 'Une autre.'),
      say(at('01-05', '12:00'), 'fatou', 'why-now', 'Een derde.'),
    ];
    const keeps = (value: string) =>
      play([start, one, ...beside, press(at('01-05', '13:00'), 'samira', 'why-now', 'keep', { value })]);
    expect(asked(await keeps('luc'), 'why-now').answer).toMatchObject({ text: 'Une autre.', authors: ['luc'] });
    expect(asked(await keeps('samira'), 'why-now').answer).toMatchObject({ text: 'Une raison.', authors: ['samira'] });
    const differ = await play([
      start,
      one,
      ...beside,
      press(at('01-05', '13:00'), 'samira', 'why-now', 'differ', { value: 'luc' }),
    ]);
    expect(asked(differ, 'why-now')).toMatchObject({
      status: 'differ',
      contributions: [{ person: 'samira' }, { person: 'luc' }, { person: 'fatou' }],
    });
    expect(asked(differ, 'why-now').answer).toBeUndefined();
  });

  it('presses what is offered then, and nothing where nothing is left to press', async () => {
    const played = await play([
      start,
      say(at('01-05', '10:00'), 'samira', 'why-now', 'Une raison.'),
      { ...say(at('01-05', '11:00'), 'luc', 'why-now', 'Une autre.'), then_press: 'both' },
      press(at('01-05', '12:00'), 'samira', 'why-now', 'skip', { if_open: true }),
      press(at('01-05', '12:30'), 'samira', 'why-now', 'differ', { if_open: true }),
      press(at('01-05', '13:00'), 'samira', 'why-now', 'skip'),
    ]);
    expect(played.turns[2]?.reading).toEqual(['add']);
    expect(asked(played, 'why-now').answer).toMatchObject({ text: 'Une raison.\nUne autre.', authors: ['samira', 'luc'] });
    expect(played.turns[3]).toMatchObject({ reading: [], replies: [] });
    expect(played.turns[4]).toMatchObject({ reading: [], replies: [] });
    expect(played.turns[5]?.replies).toMatchObject([{ to: 'private', person: 'samira', question: 'why-now' }]);
  });

  it.each(languages)('plays the demo in %s to half way, with every kind of turn it shows', async (language) => {
    const conversation = readConversation(await readFile(`prompts/demo/${language}.json`, 'utf8'), method);
    const channel = `demo-${language}`;
    const played = await runConversation(conversation, { db: database.db, method, wording, frames, log: aLog(), channel });
    const statuses = Object.values(played.record.questions).map(({ status }) => status);
    expect(played.undelivered).toBe(0);
    expect(statuses.filter((status) => status === 'answered')).toHaveLength(19);
    expect(new Set(statuses)).toEqual(new Set(['answered', 'differ', 'skipped', 'not-yet', 'open']));
    expect(asked(played, 'people-reached').answer).toMatchObject({ value: 84, version: 2 });
    expect(asked(played, 'values-in-practice').answer).toMatchObject({ version: 2, authors: ['samira', 'fatou'] });
    expect(new Set(played.turns.flatMap(({ reading }) => reading))).toEqual(
      new Set(['answer', 'add', 'not-yet', 'skip', 'why', 'correct', 'pause', 'resume']),
    );
  });
});

describe('a conversation that cannot be played', () => {
  it.each<[why: string, turns: Turn[], more: object, says: RegExp]>([
    [
      'a person nobody knows',
      [{ ...start, person: 'bob' }],
      {},
      /^turn 0 \(the first is 0\): "person" is "bob", who is not in meta\.people: use one of samira, luc, fatou/,
    ],
    [
      'no moment',
      [start, { person: 'luc', do: 'say', text: 'x' }],
      {},
      /^turn 1 .*"at" is missing: it must be a moment with its offset/,
    ],
    [
      'a moment without its offset',
      [{ ...start, at: '2026-01-05T09:00:00' }],
      {},
      /^turn 0 .*"at" must be a moment with its offset/,
    ],
    [
      'a time before the last',
      [start, say(at('01-04'), 'luc', 'why-now', 'x')],
      {},
      /^turn 1 .*before turn 0 .*put the turns in the order of time/,
    ],
    [
      'an unknown question',
      [start, say(at('01-06'), 'luc', 'why-nou', 'x')],
      {},
      /^turn 1 .*"question" is "why-nou", which the method vises-1 does not ask/,
    ],
    [
      'an unknown deed',
      [start, { at: at('01-06'), person: 'luc', do: 'shout' }],
      {},
      /^turn 1 .*"do" must be one of say, press, form, edit, delete/,
    ],
    [
      'words left out',
      [{ at: at('01-06'), person: 'luc', do: 'say' }],
      {},
      /^turn 0 .*"text" is missing: it must be what is written/,
    ],
    [
      'an edit of a press',
      [start, { at: at('01-06'), person: 'luc', do: 'edit', of: 0, text: 'x' }],
      {},
      /^turn 1 .*"of" is 0, which is a "form": give the number of the earlier "say" turn/,
    ],
    [
      'a deletion of what comes later',
      [start, { at: at('01-06'), person: 'luc', do: 'delete', of: 1 }],
      {},
      /^turn 1 .*"of" is 1, which is not an earlier turn/,
    ],
    [
      'a time zone that is none',
      [start],
      { timezone: 'Lille' },
      /^"meta\.timezone" is "Lille", which is no time zone: write it as Europe\/Paris/,
    ],
    [
      'a group that is none',
      [start],
      { group: 'other' },
      /^"meta\.group" must be one of insertion, collective-service, sse-values/,
    ],
    ['nobody', [start], { people: [] }, /^"meta\.people" must hold at least one person/],
  ])('names the turn and what to do: %s', (_, turns, more, says) => {
    expect(() => readConversation(file(turns, more), method)).toThrow(UnusableFile);
    expect(() => readConversation(file(turns, more), method)).toThrow(says);
  });

  it('names every turn that is wrong', () => {
    const turns = [start, { ...start, person: 'bob' }, { ...start, person: 'eve' }];
    expect(() => readConversation(file(turns), method)).toThrow(/turn 1 [^]*turn 2 /);
  });

  it('is told apart from what is not JSON', () => {
    expect(() => readConversation('{', method)).toThrow(/^This is not JSON/);
    expect(() => readConversation('[]', method)).toThrow(/must be an object: { "meta", "turns" }/);
  });
});

describe('single turns', () => {
  const one = (id: string, question: string, text: string, more: object = {}) => ({
    id,
    lang: 'fr',
    question,
    now: at('03-02'),
    text,
    ...more,
  });
  const read = (...turns: object[]) =>
    readSingleTurns(JSON.stringify(turns), method).map((turn) => readSingleTurn(turn, method, wording));

  it('are read with their question open, and give what would be kept', () => {
    expect(
      read(
        one('number', 'people-reached', 'une soixantaine… 62 en 2025'),
        one('choice', 'main-purpose', '2'),
        one('choices', 'methods-chosen', 'entretiens et questionnaire'),
        one('date', 'collection-end', '20 avril 2025'),
        one('list', 'success-criteria', '- oser\n- parler'),
        one('text', 'why-now', 'Pour le dire.'),
        one('group', 'doing-differently', 'Une voix par membre.'),
        one('pause', 'why-now', "pause jusqu'au 15 avril"),
        one('skip', 'why-now', 'passer'),
        one('misread', 'collection-end', 'bof'),
        one('phone', 'why-now', 'Appelez Jeanne Dupont au 06 12 34 56 78.'),
      ),
    ).toMatchObject([
      { id: 'number', reading: ['answer'], value: 62, asks_confirmation: false, warns: false },
      { id: 'choice', reading: ['answer'], value: 'motivate' },
      { id: 'choices', reading: ['answer'], value: ['interviews', 'survey'] },
      { id: 'date', reading: ['answer'], value: '2025-04-20' },
      { id: 'list', reading: ['answer'], value: ['oser', 'parler'] },
      { id: 'text', reading: ['answer'], value: 'Pour le dire.' },
      { id: 'group', reading: ['answer'], value: 'Une voix par membre.' },
      { id: 'pause', reading: ['pause'], value: '2026-04-15' },
      { id: 'skip', reading: ['skip'] },
      { id: 'misread', reading: ['unclear'] },
      { id: 'phone', reading: ['answer'], value: 'Appelez Jeanne Dupont au 06 12 34 56 78.', warns: true },
    ]);
  });

  it('take their context as far as it is understood', () => {
    const answers = { 'chosen-question': 'Qui gagne en confiance ?', 'success-criteria': 'oser' };
    expect(
      read(
        one('late', 'why-now', 'corriger la question évaluative : Qui ose davantage ?', {
          context: { answers, people: ['Ann', 'Bo'], weather: 1 },
        }),
        one('until', 'why-now', '15 avril', { context: { awaiting: 'pause-date' } }),
        one('add', 'chosen-question', 'Et combien de temps cela dure-t-il chez chacune ?', { context: { answers } }),
      ),
    ).toMatchObject([
      { id: 'late', reading: ['correct'], value: 'Qui ose davantage ?', asks_confirmation: true },
      { id: 'until', reading: ['pause'], value: '2026-04-15' },
      { id: 'add', reading: ['add'] },
    ]);
  });

  it('name the turn that is wrong', () => {
    expect(() => read({ ...one('a', 'why-now', 'x') }, { ...one('b', 'nothing', 'x') })).toThrow(
      /^turn 1 .*"question" is "nothing"/,
    );
    expect(() => read({ ...one('a', 'why-now', 'x'), lang: 'de' })).toThrow(/^turn 0 .*"lang" must be one of fr, nl, en/);
    expect(() => readSingleTurns('{}', method)).toThrow(/must be a list of turns/);
  });

  it('go by the thousand', () => {
    const many = Array.from({ length: 3000 }, (_, i) => one(`turn-${i}`, 'people-reached', `environ ${i} personnes en 2024`));
    expect(read(...many)).toHaveLength(3000);
  });
});

describe('npm run play', () => {
  const run = promisify(execFile);
  const command = (...args: string[]) =>
    run(process.execPath, ['src/commands/play.ts', ...args]).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
  const leftovers = async (): Promise<string[]> =>
    (await readdir(tmpdir())).filter((name) => name.startsWith('vises-play-') && !name.startsWith('vises-play-test-'));

  it('plays a file in a database of its own, writes the record, and leaves nothing behind', async () => {
    const before = await leftovers();
    const [input, out] = [join(folder, 'conversation.json'), join(folder, 'record.json')];
    await writeFile(input, file(beginning));
    const { code, stdout } = await command(input, '--out', out);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `5 turns were played; their record is in ${out}.\n` });
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({
      turns: [{ i: 0 }, {}, {}, {}, { i: 4 }],
      record: { carrier: 'samira' },
    });
    expect(await leftovers()).toEqual(before);
  });

  it('plays on a server of ours, in a database that it drops', async () => {
    const input = join(folder, 'short.json');
    await writeFile(input, file([start]));
    const { code, stdout } = await command(input, '--database-url', database.url);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ record: { carrier: 'samira' } });
    const left = await asOwner(database.url, "select from pg_database where datname like 'vises_play_%'");
    expect(left).toEqual([]);
  });

  it('says which turn is wrong, and writes nothing', async () => {
    const [input, out] = [join(folder, 'wrong.json'), join(folder, 'never.json')];
    await writeFile(input, file([start, { ...start, person: 'bob' }]));
    const { code, stderr } = await command(input, '--out', out);
    expect(code).toBe(1);
    expect(stderr).toMatch(/wrong\.json cannot be used; nothing was written\.\n- turn 1 \(the first is 0\): "person" is "bob"/);
    expect(existsSync(out)).toBe(false);
  });

  it('reads single turns from a file', async () => {
    const [input, out] = [join(folder, 'turns.json'), join(folder, 'read.json')];
    await writeFile(
      input,
      JSON.stringify([{ id: 't1', lang: 'nl', question: 'people-reached', now: at('03-02'), text: 'een zestigtal' }]),
    );
    expect((await command('--turns', input, '--out', out)).code).toBe(0);
    expect(JSON.parse(await readFile(out, 'utf8'))).toEqual([
      { id: 't1', reading: ['answer'], value: 60, asks_confirmation: false, warns: false },
    ]);
  });

  it.each([
    [['--platform', 'slack', 'x.json'], /This version plays on the local platform/],
    [['nowhere.json'], /There is no file nowhere\.json/],
    [[], /Name the one conversation to play/],
    [['--turns', 'x.json'], /Say where the readings go/],
    [['--tune', 'x.json'], /Unknown option/],
  ])('says in a sentence what it cannot do: %j', async (args, says) => {
    const { code, stderr } = await command(...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(says);
  });
});
