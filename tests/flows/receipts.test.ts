import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../src/core/evaluation/evaluation.ts';
import { evolveAll } from '../../src/core/evaluation/evolve.ts';
import { receive } from '../../src/flows/receive.ts';
import { receiveSafely } from '../../src/flows/receive-safely.ts';
import { withAccess } from '../../src/store/database.ts';
import { lockEvaluation } from '../../src/store/load-evaluation.ts';
import { saveTurn } from '../../src/store/save-turn.ts';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

async function aTeam(channel: string): Promise<string> {
  await world.receive(world.aStart(channel, 'Samira'));
  await world.drain();
  const card = world.newest(channel, 'question', 'why-now');
  if (!card) throw new Error('The first question was not asked.');
  return card.id;
}

const rowsOf = (channel: string) =>
  asOwner<{ text: string; state: string; message_ref: string | null }>(
    world.url,
    `select v.text, c.state, c.message_ref from contributions c
     join contribution_versions v on v.contribution_id = c.id and v.version = c.version
     join channels h on h.evaluation_id = c.evaluation_id
     where h.key = '${channel}' and c.question_id = 'why-now' order by c.added_at, v.text`,
  );

/** A form with nothing in it. */
const anEmptyForm = (channel: string, card: string) => {
  const { fields: _fields, ...form } = world.aStart(channel, 'Samira');
  return { ...form, action: 'answer', message: card, fields: { 'why-now': '' } };
};

describe('a delivery', () => {
  it('whose form was refused is refused again in the same words, as nothing of it was stored', async () => {
    const card = await aTeam('refused');
    const form = anEmptyForm('refused', card);
    const first = await world.receive(form);
    expect(Object.keys(first.formErrors ?? {})).toEqual(['why-now']);
    expect(await world.receive(form)).toEqual(first);
  });

  it('that fails is parked without the words of the error, is replayed once, and can be edited afterwards', async () => {
    const card = await aTeam('parked');
    const said = world.aText('parked', 'Samira', 'des mots à garder', card);
    // The first id is none that Postgres takes, and Postgres quotes it; parking itself gets good ones.
    let calls = 0;
    const newId = (): string => (calls++ === 0 ? 'des mots à garder' : world.needs.newId());
    await receiveSafely({ ...world.needs, newId }, said);
    const parked = await asOwner<{ error: string }>(
      world.url,
      `select error from parked_deliveries where delivery_key = '${said.deliveryKey}'`,
    );
    expect(parked).toHaveLength(1);
    expect(parked[0]?.error).not.toContain('mots');
    const again = { ...said, deliveryKey: 'replay:this-one' };
    expect((await receive(world.needs, again, true)).fresh).toBe(true);
    expect((await receive(world.needs, again, true)).fresh).toBe(false);
    expect(await rowsOf('parked')).toEqual([{ text: 'des mots à garder', state: 'kept', message_ref: said.message }]);
  });

  it('edited while it waited for a decision is stored once, as it was edited', async () => {
    const card = await aTeam('twice');
    const warned = world.aText('twice', 'Samira', 'Demandez à Karima Benali au 0478 12 34 56', card);
    await world.receive(warned);
    await world.drain();
    const warning = world.newest('twice', 'sensitive');
    // The natural thing to do after the warning: take the name out of the message.
    const { files: _files, addressed: _addressed, ...edit } = warned;
    await world.receive({ ...edit, kind: 'edit', deliveryKey: 'the edit', text: 'Demandez à la directrice' });
    await world.receive(world.aPress('twice', 'Samira', 'confirm', warning?.id ?? ''));
    expect(await rowsOf('twice')).toEqual([{ text: 'Demandez à la directrice', state: 'kept', message_ref: warned.message }]);
    expect(await asOwner(world.url, `select 1 from pendings where kind = 'sensitive'`)).toEqual([]);
  });

  it('deleted while it waited for a decision leaves no words behind', async () => {
    const card = await aTeam('deleted');
    const warned = world.aText('deleted', 'Samira', 'Demandez à Karima Benali au 0478 12 34 56', card);
    await world.receive(warned);
    const { files: _files, addressed: _addressed, text: _text, thread: _thread, ...deletion } = warned;
    await world.receive({ ...deletion, kind: 'deletion', deliveryKey: 'the deletion' });
    expect(await asOwner(world.url, `select 1 from pendings where kind = 'sensitive'`)).toEqual([]);
  });

  it('that was taken back does not come back with the undoing of a later one', async () => {
    const card = await aTeam('undone');
    const undo = async () => world.receive(world.aPress('undone', 'Samira', 'undo', card));
    await world.receive(world.aText('undone', 'Samira', 'à oublier', card));
    await undo();
    world.clock.forward(120_000);
    await world.receive(world.aText('undone', 'Samira', 'à garder un moment', card));
    await undo();
    expect((await rowsOf('undone')).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    const [state] = await asOwner<{ status: string }>(
      world.url,
      `select q.status from question_states q join channels h on h.evaluation_id = q.evaluation_id
       where h.key = 'undone' and q.question_id = 'why-now'`,
    );
    expect(state?.status).toBe('open');
  });

  it('that says two things to one question is stored whole, and its edits go to the first', async () => {
    await aTeam('two things');
    const [row] = await asOwner<{ id: string; evaluation: string; structure: string; person: string }>(
      world.url,
      `select h.id, e.id as evaluation, e.structure_id as structure, e.carrier_id as person
       from channels h join evaluations e on e.id = h.evaluation_id where h.key = 'two things'`,
    );
    if (!row) throw new Error('There is no evaluation.');
    const now = world.clock.now();
    const add = (text: string): Change => ({
      change: 'contribution-added',
      id: world.needs.newId(),
      question: 'why-now',
      person: row.person,
      state: 'beside',
      text,
      origin: 'said',
      message: 'one message',
    });
    for (const changes of [[add('a'), add('b')], [add('c')]]) {
      await withAccess(world.db, { kind: 'structure', structures: [row.structure] }, async (tx) => {
        const before = await lockEvaluation(tx, row.evaluation);
        const after = evolveAll(before, changes, now);
        await saveTurn(tx, { before, after, changes, channelId: row.id, now, by: row.person });
      });
    }
    const stored = await rowsOf('two things');
    expect(stored.map((each) => [each.text, each.message_ref])).toEqual([
      ['a', 'one message'],
      ['b', null],
      ['c', null],
    ]);
  });
});
