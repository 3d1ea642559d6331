import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { directKey, type Incoming } from '../../src/core/incoming.ts';
import { plainText } from '../../src/core/message.ts';
import { withAccess } from '../../src/store/database.ts';
import { officesOf } from '../../src/store/desks.ts';
import { getEvaluation } from '../../src/store/load-evaluation.ts';
import { membershipsOf } from '../../src/store/people.ts';
import { asOwner } from '../support/database.ts';
import { aColleague } from '../support/desk.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  await world?.drop();
  world = await aWorld();
});
afterAll(() => world.drop());

/** Somebody as one workspace knows them. */
interface Side {
  user: string;
  workspace: string;
}
const there = (user: string): Side => ({ user, workspace: 'elsewhere' });
const here = (user: string): Side => ({ user, workspace: 'local' });

const from = ({ user, workspace }: Side, key: string, guest = false) => ({
  deliveryKey: randomUUID(),
  at: world.clock.now(),
  channel: { platform: 'local' as const, workspace, key },
  direct: key.startsWith('dm:'),
  sender: { platform: 'local' as const, workspace, user, name: user, language: 'fr' as const, ...(guest && { guest }) },
});
const says = (side: Side, text: string, { guest = false } = {}): Incoming => ({
  ...from(side, directKey(side.user), guest),
  kind: 'message',
  message: randomUUID(),
  text,
  files: [],
  addressed: true,
});
/** Tells what came of it in the conversation of the one who acted. */
async function hears(side: Side, ...incoming: Incoming[]): Promise<string> {
  for (const each of incoming) await world.receive(each);
  await world.drain();
  return lastOf(side);
}
const shownTo = ({ user, workspace }: Side) =>
  world.platform.calls.filter((call) => call.channel.key === directKey(user) && call.channel.workspace === workspace);
const lastOf = (side: Side): string => {
  const call = shownTo(side).at(-1);
  return call ? plainText(call.message) : '';
};
const kindOf = (side: Side): string | undefined => shownTo(side).at(-1)?.message.kind;
const codeIn = (said: string): string => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said)?.[0] ?? '';
const presses = (side: Side, action: string): Incoming => {
  const call = shownTo(side).findLast(({ message }) => message.actions.some(({ id }) => id === action));
  const shown = world.platform.shown.findLast(
    ({ channel, message }) => channel === directKey(side.user) && message.actions.some(({ id }) => id === action),
  );
  const value = call?.message.actions.find(({ id }) => id === action)?.value;
  return { ...from(side, directKey(side.user)), kind: 'press', action, message: shown?.id ?? '', ...(value && { value }) };
};
const personOf = async ({ user, workspace }: Side): Promise<string> => {
  const [row] = await asOwner<{ id: string }>(
    world.url,
    `select person_id as id from identities where user_key = $1 and workspace = $2`,
    [user, workspace],
  );
  return row?.id ?? '';
};
async function aTeam(key: string, side: Side): Promise<{ structure: string; evaluation: string }> {
  const start = world.aStart(key, side.user);
  await world.receive({ ...start, ...from(side, key) });
  await world.drain();
  const [row] = await asOwner<{ structure: string; evaluation: string }>(
    world.url,
    `select structure_id as structure, evaluation_id as evaluation from channels where key = $1 and workspace = $2`,
    [key, side.workspace],
  );
  return row ?? { structure: '', evaluation: '' };
}
const evaluationOf = ({ structure, evaluation }: { structure: string; evaluation: string }) =>
  withAccess(world.db, { kind: 'structure', structures: [structure] }, (tx) => getEvaluation(tx, evaluation));
const teamsOf = async (side: Side): Promise<string[]> => {
  const person = await personOf(side);
  const teams = await withAccess(world.db, { kind: 'routing' }, (tx) => membershipsOf(tx, person));
  return teams.map(({ structureId }) => structureId);
};

it('joins two accounts by a code that is typed on the other side and confirmed there, and takes them apart again', async () => {
  const [luc, lucas] = [here('Luc'), there('lucas')];
  const one = await aTeam('one', luc);
  const two = await aTeam('two', lucas);
  const card = world.newest('two', 'question')?.id;
  await world.receive({
    ...from(lucas, 'two'),
    kind: 'message',
    message: randomUUID(),
    text: 'Montrer notre travail',
    files: [],
    addressed: true,
    ...(card && { thread: card }),
  });
  await world.drain();
  const [lucPerson, lucasPerson] = [await personOf(luc), await personOf(lucas)];

  const code = codeIn(await hears(luc, says(luc, 'relier mon autre compte')));
  expect(code).not.toBe('');
  const asked = await hears(lucas, says(lucas, code));
  expect(kindOf(lucas)).toBe('link-confirm');
  expect(asked).toContain('Luc');
  expect(asked).toContain('lucas');
  // Nothing has happened until the yes.
  expect(await personOf(lucas)).toBe(lucasPerson);
  await hears(lucas, says(lucas, 'oui'));
  expect(kindOf(lucas)).toBe('linked');
  expect(kindOf(luc)).toBe('linked');
  expect(lastOf(luc)).toContain('lucas');

  expect(await personOf(lucas)).toBe(lucPerson);
  expect((await teamsOf(luc)).sort()).toEqual([one.structure, two.structure].sort());
  const joined = await evaluationOf(two);
  expect(joined.carrier).toBe(lucPerson);
  expect(joined.members.map(({ person }) => person)).toEqual([lucPerson]);
  // The author of what was said is whom it leads to today; the row still says who it was.
  const contributions = Object.values(joined.states).flatMap((state) => state.contributions);
  expect(new Set(contributions.map(({ person }) => person))).toEqual(new Set([lucPerson]));
  const rows = await asOwner<{ person_id: string }>(
    world.url,
    `select distinct person_id from contributions where structure_id = $1`,
    [two.structure],
  );
  expect(rows.map(({ person_id }) => person_id)).toEqual([lucasPerson]);

  // From either side.
  await hears(lucas, says(lucas, 'délier'));
  expect(kindOf(lucas)).toBe('link-part');
  await hears(lucas, presses(lucas, 'link-part'));
  expect(kindOf(lucas)).toBe('parted');
  expect(kindOf(luc)).toBe('parted');
  expect(await personOf(lucas)).toBe(lucasPerson);
  expect(await personOf(luc)).toBe(lucPerson);
  expect(await teamsOf(luc)).toEqual([one.structure]);
  expect(await teamsOf(lucas)).toEqual([two.structure]);
  const parted = await evaluationOf(two);
  expect(parted.carrier).toBe(lucasPerson);
  expect(parted.members.map(({ person }) => person)).toEqual([lucasPerson]);
  const notes = await asOwner<{ what: string }>(
    world.url,
    `select what from audit where what like 'person-%' and structure_id = $1 order by id`,
    [two.structure],
  );
  expect(notes.map(({ what }) => what)).toEqual(['person-linked', 'person-parted']);
});

it('asks by a button on the home card, and takes no for an answer', async () => {
  const [luc, lucas] = [here('Luc'), there('lucas')];
  await world.receive(world.aHome('Luc', directKey('Luc')));
  await world.drain();
  const code = codeIn(await hears(luc, presses(luc, 'link-account')));
  await hears(lucas, says(lucas, `code ${code.toLowerCase()}`));
  await hears(lucas, presses(lucas, 'link-no'));
  expect(kindOf(lucas)).toBe('link-cancelled');
  expect(await personOf(luc)).not.toBe(await personOf(lucas));
  await hears(lucas, says(lucas, code));
  expect(kindOf(lucas)).toBe('code-refused');
});

it('carries the offices of an accompanier and animator to the other account, and gives them back', async () => {
  const team = await aTeam('team', here('Samira'));
  const network = randomUUID();
  await asOwner(world.url, `insert into networks (id, name, kind) values ($1, 'Le réseau', 'federation')`, [network]);
  const nadia = await aColleague(world, 'Nadia', {
    workspace: 'elsewhere',
    accompanies: [team.structure],
    roles: [{ network, role: 'animator' }],
  });
  const [slackNadia, teamsNadia] = [here('nadia-b'), there('Nadia')];
  const code = codeIn(await hears(slackNadia, says(slackNadia, 'relier mon autre compte')));
  await hears(teamsNadia, says(teamsNadia, code), says(teamsNadia, 'oui'));
  const person = await personOf(slackNadia);
  expect(await personOf(teamsNadia)).toBe(person);
  const offices = (of: string) => withAccess(world.db, { kind: 'routing' }, (tx) => officesOf(tx, of));
  expect(await offices(person)).toMatchObject({
    accompanies: [{ structureId: team.structure }],
    networks: [{ id: network, roles: ['animator'] }],
  });
  expect(await offices(nadia.person)).toEqual({ accompanies: [], networks: [] });
  await hears(slackNadia, says(slackNadia, 'délier 1'));
  expect(kindOf(slackNadia)).toBe('parted');
  expect(await offices(person)).toEqual({ accompanies: [], networks: [] });
  expect(await offices(nadia.person)).toMatchObject({
    accompanies: [{ structureId: team.structure }],
    networks: [{ id: network, roles: ['animator'] }],
  });
});

it('answers each code that joins nothing, and never tells a wrong one from one that is over', async () => {
  const [luc, lucas] = [here('Luc'), there('lucas')];
  const code = codeIn(await hears(luc, says(luc, 'link my other account')));
  expect(await hears(luc, says(luc, code))).toContain('ici même');
  const wrong = await hears(lucas, says(lucas, 'K7QM-4TXW'));
  world.clock.set(new Date(world.clock.now().getTime() + 16 * 60_000));
  const over = await hears(lucas, says(lucas, code));
  expect(over).toBe(wrong);
  // One that somebody else typed first is no other than a wrong one, either.
  const fresh = codeIn(await hears(luc, says(luc, 'link my other account')));
  await hears(lucas, says(lucas, fresh));
  expect(kindOf(lucas)).toBe('link-confirm');
  expect(await hears(there('Eve'), says(there('Eve'), fresh))).toBe(wrong);
  await hears(lucas, says(lucas, 'oui'));
  const again = codeIn(await hears(luc, says(luc, 'relier un autre compte')));
  expect(await hears(lucas, says(lucas, again))).toContain('déjà');
});

it('looks at five codes in a quarter of an hour, and not at a sixth, be it right', async () => {
  const [luc, lucas] = [here('Luc'), there('lucas')];
  for (let tries = 0; tries < 5; tries++) await hears(lucas, says(lucas, `K7QM-4TX${'ACDEF'[tries]}`));
  expect(lastOf(lucas)).toContain('Je ne connais pas ce code');
  const code = codeIn(await hears(luc, says(luc, 'relier mon autre compte')));
  expect(await hears(lucas, says(lucas, code))).toContain("trop d'essais");
  world.clock.set(new Date(world.clock.now().getTime() + 16 * 60_000));
  const later = codeIn(await hears(luc, says(luc, 'relier mon autre compte')));
  await hears(lucas, says(lucas, later));
  expect(kindOf(lucas)).toBe('link-confirm');
});

it('links no guest', async () => {
  const [luc, lucas] = [here('Luc'), there('lucas')];
  const code = codeIn(await hears(luc, says(luc, 'relier mon autre compte')));
  expect(await hears(lucas, says(lucas, code, { guest: true }))).toContain('invité');
  expect(await hears(lucas, says(lucas, 'relier mon autre compte', { guest: true }))).toContain('invité');
  expect(await personOf(luc)).not.toBe(await personOf(lucas));
});
