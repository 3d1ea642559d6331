import { Writable } from 'node:stream';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createLog, type LogLevel } from '../src/log.ts';

/** Words a person might write, which must not be found in any line. */
const secret = 'Jeanne a peur de perdre son logement';

function aWrittenLog(level: LogLevel = 'trace') {
  let written = '';
  const log = createLog(
    level,
    new Writable({
      write(chunk, _encoding, done) {
        written += String(chunk);
        done();
      },
    }),
  );
  return {
    log,
    text: () => written,
    lines: () =>
      written
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
  };
}

let database: Client;
beforeAll(async () => {
  database = new Client({ connectionString: inject('postgres').url });
  await database.connect();
  await database.query('create temp table told (words text unique, n int check (n > 0))');
});
afterAll(() => database.end());

it('writes one line per thing that happened, with its ids', () => {
  const { log, lines } = aWrittenLog();
  log.info({ evaluationId: 'e1', took: 12 }, 'Answer kept');
  expect(lines()).toEqual([expect.objectContaining({ level: 'info', evaluationId: 'e1', took: 12, msg: 'Answer kept' })]);
  expect(Date.parse(lines()[0].time)).toBeGreaterThan(0);
});

it('keeps the level it was given', () => {
  const { log, text } = aWrittenLog('warn');
  log.info({}, 'no');
  log.warn({}, 'yes');
  expect(text()).toContain('yes');
  expect(text()).not.toContain('no');
});

it('keeps what people wrote out, however deep it lies', () => {
  const { log, text, lines } = aWrittenLog();
  log.info(
    {
      text: secret,
      evaluationId: 'e1',
      incoming: { fields: { why: secret }, author: { displayName: secret, id: 'p1' } },
      deliveries: [{ id: 'd1', message: { blocks: [secret] } }],
      found: new Map([['k', secret]]),
      raw: Buffer.from(secret),
      Value: secret,
      deep: { a: { b: { c: { d: { e: { f: secret } } } } } },
    },
    'Received',
  );
  log.child({ evaluationId: 'e2', displayName: secret, text: secret }).info({ words: secret }, 'Received');
  expect(text()).not.toContain('Jeanne');
  expect(lines()[0]).toMatchObject({ evaluationId: 'e1', incoming: { author: { id: 'p1' } }, deliveries: [{ id: 'd1' }] });
  expect(lines()[1]).toMatchObject({ evaluationId: 'e2', displayName: '[kept out]' });
});

it.each([
  ['a constraint', () => database.query('insert into told values ($1), ($1)', [secret])],
  ['a check', () => database.query('insert into told values ($1, 0)', [secret])],
  ['a type', () => database.query('select $1::text::int', [secret])],
  ['a statement', () => database.query(`select '${secret}' from nowhere`)],
])('tells of a database error without its values: %s', async (_, fail) => {
  const { log, text, lines } = aWrittenLog();
  const err = await fail().catch((error: unknown) => error);
  log.error({ err }, 'Not stored');
  log.error(err);
  log.error({ err: new Error('The answer was not stored', { cause: err }) });
  log.error({ err: new AggregateError([err], 'All failed') }, 'Not stored');
  expect(text()).not.toContain('Jeanne');
  const told = {
    code: expect.stringMatching(/^\w{5}$/),
    message: expect.stringMatching(/./),
    stack: expect.arrayContaining([expect.stringMatching(/at /)]),
  };
  expect(lines()).toMatchObject([
    { err: told },
    { err: told, msg: told.message },
    { err: { cause: told } },
    { err: { errors: [told] } },
  ]);
});

it('tells which constraint was broken', async () => {
  const { log, lines } = aWrittenLog();
  const err = await database.query('insert into told values ($1), ($1)', [secret]).catch((error: unknown) => error);
  log.error({ err }, 'Not stored');
  expect(lines()[0].err).toMatchObject({ code: '23505', constraint: 'told_words_key', table: 'told' });
});

it('tells of unreadable JSON without quoting it', () => {
  const { log, text, lines } = aWrittenLog();
  for (const json of [secret, `{"a": ${secret}}`, `{"a": "${secret}`]) {
    try {
      JSON.parse(json);
    } catch (err) {
      log.warn({ err }, 'Not read');
      log.warn(err);
    }
  }
  expect(lines()).toHaveLength(6);
  expect(text()).not.toContain('Jeanne');
});
