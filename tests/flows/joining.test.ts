import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directKey, type Incoming } from '../../src/core/incoming.ts';
import { plainText } from '../../src/core/message.ts';
import { newCode } from '../../src/store/codes.ts';
import { type Access, withAccess } from '../../src/store/database.ts';
import { grantsOf } from '../../src/store/grants.ts';
import { addInvitation, type NewInvitation } from '../../src/store/invitations.ts';
import { addNetwork } from '../../src/store/networks.ts';
import { clearLeftDesks } from '../../src/flows/calls/clear-left-desks.ts';
import { receive } from '../../src/flows/receive.ts';
import { asOwner } from '../support/database.ts';
import { aColleague, type Colleague } from '../support/desk.ts';
import { wording } from '../support/scene.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

const words = wording.fr;
const dayMs = 24 * 3_600_000;

async function aNetwork(name = 'La Fédération'): Promise<string> {
  const id = randomUUID();
  await withAccess(world.db, { kind: 'network', network: id }, (tx) =>
    addNetwork(tx, { id, name, kind: 'network' }, world.clock.now()),
  );
  return id;
}

async function aCode(network: string, more: Partial<NewInvitation> = {}): Promise<string> {
  const code = newCode(randomUUID);
  const expiresAt = new Date(world.clock.now().getTime() + dayMs);
  await withAccess(world.db, { kind: 'network', network }, (tx) =>
    addInvitation(tx, { network, code, label: 'essai', uses: 1, expiresAt, ...more }, world.clock.now()),
  );
  return code;
}

const says = (user: string, text: string, more: Partial<Incoming['sender']> = {}): Incoming & { kind: 'message' } => {
  const said = world.aText(directKey(user), user, text);
  return { ...said, direct: true, sender: { ...said.sender, ...more } };
};
const form = (
  { key, user }: Pick<Colleague, 'key' | 'user'>,
  action: string,
  message: string,
  fields: Record<string, string | string[]>,
  direct = true,
): Incoming => ({
  ...world.aStart(key, user),
  direct,
  action,
  message,
  fields,
});
const take = async (incoming: Incoming) => {
  const dealt = await world.receive(incoming);
  await world.drain();
  return dealt;
};
const heard = (channel: string, kind: string): string => {
  const shown = world.newest(channel, kind);
  if (!shown) throw new Error(`${kind} was not said in ${channel}: ${world.platform.texts(channel).join('\n---\n')}`);
  return plainText(shown.message);
};
const idOf = (channel: string, kind: string): string => world.newest(channel, kind)?.id ?? '';
const codeIn = (channel: string): string => /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(heard(channel, 'code'))?.[0] ?? '';
const rolesOf = async (user: string): Promise<string[]> => {
  const rows = await asOwner<{ role: string }>(
    world.url,
    `select role from network_roles r join identities i on i.person_id = r.person_id where i.user_key = '${user}' and r.until_at is null order by 1`,
  );
  return rows.map(({ role }) => role);
};
const structureOf = async (channel: string) => {
  const [row] = await asOwner<{ structure: string; evaluation: string }>(
    world.url,
    `select structure_id as structure, evaluation_id as evaluation from channels where key = '${channel}'`,
  );
  if (!row?.structure) throw new Error(`Nothing has begun in ${channel}.`);
  return row;
};
const audited = async (what: string): Promise<number> => {
  const [row] = await asOwner<{ n: number }>(world.url, `select count(*)::int as n from audit where what = '${what}'`);
  return row?.n ?? 0;
};
/** A team that began without anybody. */
async function aTeam(channel: string): Promise<{ carrier: string; structure: string; evaluation: string }> {
  const carrier = `Samira ${channel}`;
  await take(world.aStart(channel, carrier));
  return { carrier, ...(await structureOf(channel)) };
}

describe('a code typed in a private conversation', () => {
  it('gives the role, the desk and a welcome, once', async () => {
    const network = await aNetwork();
    const code = await aCode(network, { role: 'animator' });
    await take(says('Agnès', `code ${code.toLowerCase()}`));
    expect(heard('dm:Agnès', 'role-given')).toContain('Bienvenue dans le réseau La Fédération');
    expect(heard('dm:Agnès', 'role-given')).toContain(words('fed.sees-animator'));
    expect(await rolesOf('Agnès')).toEqual(['animator']);
    await take(says('Bruno', code));
    expect(heard('dm:Bruno', 'code-refused')).toBe(words('code.used-up'));
    expect(await rolesOf('Bruno')).toEqual([]);
    expect(await audited('role-given')).toBe(1);
    const kept = await asOwner(world.url, `select 1 from invitations where code_hash like '%${code.slice(0, 4)}%'`);
    expect(kept).toEqual([]);
  });

  it('is asked for where somebody says that they have one, and named in the greeting', async () => {
    await take(says('Brigitte', 'bonjour'));
    expect(heard('dm:Brigitte', 'direct')).toContain('K7QM-4TXW');
    await take(says('Brigitte', "j'ai reçu un code"));
    expect(heard('dm:Brigitte', 'direct')).toBe(words('direct.write-code'));
    // Its hyphen is easily lost.
    const code = await aCode(await aNetwork(), { role: 'accompanier' });
    await take(says('Brigitte', `code ${code.replace('-', ' ')}`));
    expect(await rolesOf('Brigitte')).toEqual(['accompanier']);
  });

  it('is refused in clear words when it is over, withdrawn, for a team, or typed by a guest', async () => {
    const network = await aNetwork();
    const over = await aCode(network, { role: 'releaser', expiresAt: new Date(world.clock.now().getTime() - 1) });
    const gone = await aCode(network, { role: 'releaser' });
    await asOwner(world.url, `update invitations set revoked_at = now() where network_id = $1 and expires_at > $2`, [
      network,
      world.clock.now(),
    ]);
    const forTeam = await aCode(network);
    const good = await aCode(network, { role: 'accompanier' });
    for (const [code, why] of [
      [over, 'expired'],
      [gone, 'revoked'],
      [forTeam, 'for-team'],
    ] as const) {
      await take(says('Chloé', code));
      expect(heard('dm:Chloé', 'code-refused')).toBe(words(`code.${why}`));
    }
    await take(says('Invité', good, { guest: true }));
    expect(heard('dm:Invité', 'code-refused')).toBe(words('code.no-guests'));
    expect(await rolesOf('Invité')).toEqual([]);
    await take(says('Denis', good));
    expect(await rolesOf('Denis')).toEqual(['accompanier']);
  });

  it('is not guessed: after five tries one waits a quarter of an hour, wherever one tries', async () => {
    const network = await aNetwork();
    const good = await aCode(network, { role: 'researcher' });
    for (let n = 0; n < 3; n++) await take(says('Eva', newCode(randomUUID)));
    expect(heard('dm:Eva', 'code-refused')).toBe(words('code.unknown'));
    for (let n = 0; n < 2; n++) {
      const { formErrors } = await take(world.aStart('eva', 'Eva', { code: newCode(randomUUID) }));
      expect(formErrors).toEqual({ code: words('code.unknown') });
    }
    await take(says('Eva', good));
    expect(heard('dm:Eva', 'code-refused')).toBe(words('code.too-many'));
    expect((await take(world.aStart('eva', 'Eva', { code: await aCode(network) }))).formErrors).toEqual({
      code: words('code.too-many'),
    });
    world.clock.forward(15 * 60_000);
    await take(says('Eva', good));
    expect(await rolesOf('Eva')).toEqual(['researcher']);
  });

  it('is used as often as it may be, and never more, by many at once', async () => {
    const network = await aNetwork();
    const code = await aCode(network, { role: 'accompanier', uses: 3 });
    const crowd = Array.from({ length: 8 }, (_, n) => `Foule ${n}`);
    await Promise.all(crowd.map((user) => world.receive(says(user, code))));
    const roles = await Promise.all(crowd.map((user) => rolesOf(user)));
    expect(roles.flat()).toEqual(['accompanier', 'accompanier', 'accompanier']);
  });
});

describe('a code in the start form', () => {
  it('puts the structure into the network and the cohort, with its accompanier, who is told', async () => {
    const network = await aNetwork('Les Rivières');
    const nadia = await aColleague(world, 'Nadia', { roles: [{ network, role: 'accompanier' }] });
    const [cohort] = await asOwner<{ id: string }>(
      world.url,
      `insert into cohorts (network_id, name) values ($1, 'Rentrée') returning id`,
      [network],
    );
    const code = await aCode(network, { cohort: cohort?.id, accompanier: nadia.person });
    await take(world.aStart('quai', 'Samira', { code }));
    expect(heard('quai', 'joined')).toBe('Vous avez rejoint le réseau Les Rivières, cohorte Rentrée.\n\nNadia vous accompagne.');
    expect(heard('quai', 'notice')).toContain('Nadia vous accompagne : votre avancement est visible');
    expect(heard('quai', 'notice')).toContain('Le réseau Les Rivières (cohorte Rentrée) voit votre nom et des nombres');
    expect(heard('quai', 'sharing')).toContain('Voulez-vous que Nadia puisse lire vos réponses ?');
    expect(heard('dm:Nadia', 'team-joined')).toContain('Les Ateliers du Canal a commencé avec votre invitation');
    const kinds = world.platform.shown.filter(({ channel }) => channel === 'quai').map(({ message }) => message.kind);
    expect(kinds.at(-1)).toBe('question');
    const { evaluation, structure } = await structureOf('quai');
    const none = await withAccess(world.db, { kind: 'structure', structures: [structure] }, (tx) =>
      grantsOf(tx, evaluation, world.clock.now()),
    );
    expect(none).toEqual({ content: false, fearsAndLimits: false, approvesTexts: false });
  });

  it('is refused beside the field, and nothing that was typed is lost', async () => {
    const network = await aNetwork();
    const forPerson = await aCode(network, { role: 'animator' });
    const { formErrors } = await take(world.aStart('port', 'Paul', { code: forPerson }));
    expect(formErrors).toEqual({ code: words('code.for-person') });
    const [begun] = await asOwner<{ n: number }>(
      world.url,
      `select count(*)::int as n from channels where key = 'port' and structure_id is not null`,
    );
    expect(begun?.n).toBe(0);
    await take(world.aStart('port', 'Paul'));
    expect(heard('port', 'notice')).toContain(words('notice.alone'));
  });

  it('is not taken for the name of a structure, and a structure alone has a network of its own', async () => {
    await take(world.aText('cale', 'Paul', 'commencer'));
    await take(world.aText('cale', 'Paul', await aCode(await aNetwork())));
    expect(heard('cale', 'code-in-form')).toBe(words('code.in-form'));
    await take(world.aText('cale', 'Paul', 'K7QM-4TXW'));
    expect(heard('cale', 'mirror-refused')).toContain('Ce code ne marche pas');
    const { structure } = await aTeam('cale');
    const kinds = await asOwner<{ kind: string }>(
      world.url,
      `select n.kind from memberships m join networks n on n.id = m.network_id where m.structure_id = $1`,
      [structure],
    );
    expect(kinds).toEqual([{ kind: 'alone' }]);
  });

  it('is given once when two teams give its last use at the same moment', async () => {
    const network = await aNetwork();
    const code = await aCode(network, { uses: 1 });
    const dealt = await Promise.all(
      ['jumeau', 'jumelle'].map((channel) => world.receive(world.aStart(channel, channel, { code }))),
    );
    expect(dealt.filter(({ formErrors }) => formErrors === undefined)).toHaveLength(1);
    expect(dealt.find(({ formErrors }) => formErrors)?.formErrors).toEqual({ code: words('code.used-up') });
  });
});

describe('a team that is running', () => {
  it('gives a code later, in words or by the form; others than its carrier are told whom to ask', async () => {
    const network = await aNetwork('Les Rivières');
    const { carrier } = await aTeam('pont');
    const code = await aCode(network);
    await take(world.aText('pont', 'Luc', `nous avons un code : ${code}`));
    expect(heard('pont', 'not-yours')).toContain(carrier);
    await take(world.aText('pont', carrier, 'nous avons un code'));
    await take(form({ key: 'pont', user: carrier }, 'share-code', idOf('pont', 'share-code'), { code }, false));
    expect(heard('pont', 'joined')).toBe('Vous avez rejoint le réseau Les Rivières.');
    await take(world.aText('pont', carrier, await aCode(network)));
    expect(heard('pont', 'joined')).toBe(words('join.already', { network: 'Les Rivières' }));
    const refused = await take(form({ key: 'pont', user: carrier }, 'share-code', idOf('pont', 'share-code'), { code }, false));
    expect(refused.formErrors).toEqual({ code: words('code.used-up') });
    const now = await asOwner<{ kind: string }>(
      world.url,
      `select n.kind from memberships m join networks n on n.id = m.network_id join channels c on c.structure_id = m.structure_id
       where c.key = 'pont' and m.until_at is null`,
    );
    expect(now).toEqual([{ kind: 'network' }]);
  });

  it('keeps words that speak of a code and hold none as what they are', async () => {
    const { carrier } = await aTeam('digue');
    const { readings } = await take(
      world.aText('digue', carrier, 'Notre code postal a changé : ACDE-4679 est notre référence', idOf('digue', 'question')),
    );
    expect(readings).toEqual(['answer']);
  });
});

describe('what is shared', () => {
  async function anAccompaniedTeam(channel: string) {
    const network = await aNetwork(`Réseau ${channel}`);
    const user = `Nadia ${channel}`;
    const nadia = await aColleague(world, user, { roles: [{ network, role: 'accompanier' }] });
    const agnes = await aColleague(world, `Agnès ${channel}`, { roles: [{ network, role: 'animator' }] });
    const code = await aCode(network, { accompanier: nadia.person, uses: 5 });
    const carrier = `Samira ${channel}`;
    await take(world.aStart(channel, carrier, { code }));
    const of = await structureOf(channel);
    const grants = () =>
      withAccess(world.db, { kind: 'portfolio', person: nadia.person, structures: [of.structure] }, (tx) =>
        grantsOf(tx, of.evaluation, world.clock.now()),
      );
    return { network, nadia, agnes, carrier, code, ...of, grants };
  }

  it('is decided by the carrier alone, seen by the team, told to the accompanier, and taken back at once', async () => {
    const { nadia, carrier, grants } = await anAccompaniedTeam('a');
    await take(world.aPress('a', 'Luc', 'share-content', idOf('a', 'sharing'), 'yes'));
    expect((await grants()).content).toBe(false);
    expect(world.newest('a', 'not-yours')?.privateTo).toBe('Luc');

    await take(world.aPress('a', carrier, 'share-content', idOf('a', 'sharing'), 'yes'));
    expect(await grants()).toEqual({ content: true, fearsAndLimits: false, approvesTexts: false });
    expect(heard('a', 'shared')).toBe(`${carrier} partage vos réponses avec votre accompagnateur.`);
    expect(heard('a', 'notice')).toContain('Nadia a vous accompagne, voit votre avancement et lit vos réponses.');
    expect(heard('a', 'notice')).toContain(words('share.sees-no-fears'));
    expect(heard(nadia.key, 'sharing-told')).toContain('partage ses réponses avec vous');

    await take(
      form(
        { key: 'a', user: carrier },
        'share-choose',
        idOf('a', 'sharing'),
        { what: ['fears-and-limits', 'approves-texts'] },
        false,
      ),
    );
    expect(await grants()).toEqual({ content: true, fearsAndLimits: true, approvesTexts: true });
    expect(heard('a', 'notice')).toContain(words('share.approves', { names: 'Nadia a' }));

    await take(world.aText('a', carrier, 'ne plus partager nos réponses'));
    expect(await grants()).toEqual({ content: false, fearsAndLimits: false, approvesTexts: true });
    expect(heard(nadia.key, 'sharing-told')).toContain('ne partage plus ses réponses');
    expect(heard('a', 'notice')).toContain('jamais vos mots');
    expect(await audited('shared-content')).toBeGreaterThanOrEqual(2);
  });

  it('is nothing for an accompanier of another team, nor for a network', async () => {
    const { carrier, evaluation, network } = await anAccompaniedTeam('b');
    await take(world.aPress('b', carrier, 'share-content', idOf('b', 'sharing'), 'yes'));
    const other = randomUUID();
    const accesses: Access[] = [
      { kind: 'portfolio', person: other, structures: [] },
      { kind: 'network', network },
      { kind: 'routing' },
    ];
    for (const access of accesses) {
      const seen = await withAccess(world.db, access, (tx) => grantsOf(tx, evaluation, world.clock.now()));
      expect(seen.content, access.kind).toBe(false);
    }
  });

  it('ends when the team leaves its network, which is asked twice, and those concerned are told', async () => {
    const { carrier, nadia, agnes, network, structure, grants } = await anAccompaniedTeam('c');
    await take(world.aPress('c', carrier, 'share-content', idOf('c', 'sharing'), 'yes'));
    await take(world.aText('c', carrier, 'quitter le réseau'));
    expect(heard('c', 'share-leave')).toContain('Quitter le Réseau c ?');
    expect((await grants()).content).toBe(true);
    await take(world.aPress('c', carrier, 'share-leave-sure', idOf('c', 'share-leave'), network));
    expect(heard('c', 'left')).toContain('Réseau c');
    expect((await grants()).content).toBe(false);
    expect(heard('c', 'notice')).toContain(words('notice.alone'));
    expect(heard(nadia.key, 'team-left')).toContain('a quitté le Réseau c');
    expect(heard(agnes.key, 'team-left')).toContain('Ses réponses restent à elle');
    const seen = await withAccess(world.db, { kind: 'network', network }, async (tx) => [
      (await tx.selectFrom('structures').select('id').execute()).length,
      (await tx.selectFrom('evaluations').select('id').execute()).length,
      (await tx.selectFrom('question_states').select('question_id').execute()).length,
    ]);
    expect(seen).toEqual([0, 0, 0]);
    const rows = await asOwner<{ kind: string; open: boolean }>(
      world.url,
      `select n.kind, m.until_at is null as open from memberships m join networks n on n.id = m.network_id where m.structure_id = $1 order by 2`,
      [structure],
    );
    expect(rows).toEqual([
      { kind: 'network', open: false },
      { kind: 'alone', open: true },
    ]);
    // The answers are still there, and the next question too.
    await take(world.aText('c', carrier, 'Nous voulons montrer la confiance qui revient.', idOf('c', 'question')));
    expect(heard('c', 'kept')).toBeTruthy();
    // Who comes back is asked again: nothing of what was shared before is shared now.
    await take(world.aText('c', carrier, await aCode(network, { accompanier: nadia.person })));
    expect((await grants()).content).toBe(false);
  });

  it('ends when the accompanier ends it, with a word to the team', async () => {
    const { carrier, nadia, structure, grants, ...of } = await anAccompaniedTeam('d');
    await take(world.aPress('d', carrier, 'share-content', idOf('d', 'sharing'), 'yes'));
    await take(world.aText('d', carrier, 'parler à notre accompagnatrice : nous hésitons'));
    expect(heard(nadia.key, 'desk-call')).toContain('nous hésitons');
    await take(nadia.presses('acc-call-take', idOf(nadia.key, 'desk-call')));
    await take(nadia.says("terminer l'accompagnement"));
    const fields = { team: structure, words: 'Je change de métier. Bravo pour tout.' };
    await take(form(nadia, 'acc-end-now', idOf(nadia.key, 'acc-end'), fields));
    expect(heard('d', 'accompaniment-ended')).toContain('« Je change de métier. Bravo pour tout. » (Nadia d)');
    expect(heard(nadia.key, 'desk-note')).toContain("vous n'accompagnez plus");
    expect((await grants()).content).toBe(false);
    // Their call stays the team's; nothing of its words, and no button, is left at the desk.
    const left = world.newest(nadia.key, 'desk-withdrawn');
    expect([left?.text.includes('nous hésitons'), left?.message.actions]).toEqual([false, []]);
    expect(world.newest(nadia.key, 'desk-call')).toBeUndefined();
    const calls = await asOwner(world.url, `select taken_by, closed_at from calls where structure_id = $1`, [structure]);
    expect(calls).toEqual([{ taken_by: null, closed_at: null }]);
    const kim = await aColleague(world, 'Kim d', { roles: [{ network: of.network, role: 'accompanier' }] });
    await take(world.aText('d', carrier, await aCode(of.network, { accompanier: kim.person })));
    expect(world.newest(kim.key, 'desk-call')?.message.actions.map(({ id }) => id)).toContain('acc-call-answer');
    await take(form(nadia, 'acc-end-now', idOf(nadia.key, 'acc-end'), fields));
    expect(heard(nadia.key, 'desk-note')).toBe(words('fed.accompanies-not'));
  });

  it('asks the yes of an accompanier no longer once nobody accompanies', async () => {
    const { carrier, nadia, structure, evaluation } = await anAccompaniedTeam('e');
    await take(form({ key: 'e', user: carrier }, 'share-choose', idOf('e', 'sharing'), { what: ['approves-texts'] }, false));
    const { findDeciders } = await import('../../src/store/reviews.ts');
    const deciders = async () =>
      withAccess(world.db, { kind: 'structure', structures: [structure] }, async (tx) => {
        const found = await findDeciders(tx, {
          structureId: structure,
          evaluationId: evaluation,
          carrier: nadia.person,
          person: nadia.person,
        });
        return [found.deciders.both, found.deciders.accompaniers];
      });
    expect(await deciders()).toEqual([true, [nadia.person]]);
    await take(world.aText('e', carrier, 'oui, quitter le réseau'));
    expect(await deciders()).toEqual([false, []]);
  });
});

describe('the desk of an animator', () => {
  it('says in words what each office can do, and what to write where a message was not understood', async () => {
    const network = await aNetwork('La Fédé H');
    const agnes = await aColleague(world, 'Agnès H', { roles: [{ network, role: 'animator' }] });
    await take(agnes.says('aide'));
    expect(heard(agnes.key, 'network-help')).toContain(words('fed.help-cohorts'));
    await take(agnes.says('crée une cohorte Namur 2026'));
    expect(heard(agnes.key, 'cohorts')).toContain('Namur 2026 : aucune structure');
    await take(agnes.says('inviter une accompagnatrice'));
    expect(heard(agnes.key, 'invite')).toContain(words('fed.invite-how'));
    await take(agnes.says('bilan'));
    expect(heard(agnes.key, 'broadcasts')).toContain(words('broadcast.list-none'));
    await take(agnes.says('il fait beau à Namur'));
    expect(heard(agnes.key, 'direct')).toBe(words('direct.unclear-at-network'));
    const rene = await aColleague(world, 'René H', { roles: [{ network, role: 'researcher' }] });
    await take(rene.says('aide'));
    expect(heard(rene.key, 'network-help')).toContain(words('fed.help-counts'));
    expect(heard(rene.key, 'network-help')).not.toContain(words('fed.help-cohorts'));
  });

  it('makes cohorts and invitations, lists them, resends and revokes them', async () => {
    const network = await aNetwork('La Fédé');
    const agnes = await aColleague(world, 'Agnès F', { roles: [{ network, role: 'animator' }] });
    const nadia = await aColleague(world, 'Nadia F', { roles: [{ network, role: 'accompanier' }] });
    await take(agnes.says('mon réseau'));
    await take(agnes.presses('fed-cohorts', idOf(agnes.key, 'network')));
    await take(form(agnes, 'fed-cohort-new', idOf(agnes.key, 'cohorts'), { name: ' Rentrée  2026 ' }));
    expect(heard(agnes.key, 'cohorts')).toContain('Rentrée 2026 : aucune structure');
    await take(agnes.presses('fed-invite', idOf(agnes.key, 'network')));
    const [shown] = world.newest(agnes.key, 'invite')?.message.forms ?? [];
    const cohort = shown?.fields.find(({ id }) => id === 'cohort')?.options?.[1]?.value ?? '';
    const wrong = await take(
      form(agnes, 'fed-invite-new', idOf(agnes.key, 'invite'), { for: 'structure', label: '', uses: '0', cohort: randomUUID() }),
    );
    expect(wrong.formErrors).toEqual({
      label: words('start.needed'),
      uses: words('fed.number', { most: 500 }),
      cohort: words('fed.gone'),
    });
    const fields = { for: 'structure', label: 'Lille', uses: '2', days: '10', cohort, accompanier: nadia.person };
    await take(form(agnes, 'fed-invite-new', idOf(agnes.key, 'invite'), fields));
    const code = codeIn(agnes.key);
    expect(heard(agnes.key, 'code')).toContain('Valable 2 fois');
    await take(world.aStart('lille', 'Léa', { code, territory: 'Lille' }));
    expect(heard('lille', 'joined')).toContain('cohorte Rentrée 2026');
    await take(agnes.says('les invitations'));
    expect(heard(agnes.key, 'invitations')).toContain('Lille · des structures · Rentrée 2026 · une utilisation restante');
    await take(agnes.says('renvoyer 1'));
    const again = codeIn(agnes.key);
    expect(again).not.toBe(code);
    expect((await take(world.aStart('lens', 'Léo', { code }))).formErrors).toEqual({ code: words('code.unknown') });
    await take(agnes.says('révoquer 1'));
    expect((await take(world.aStart('lens', 'Léo', { code: again }))).formErrors).toEqual({ code: words('code.revoked') });
    await take(agnes.says('les structures du réseau'));
    expect(heard(agnes.key, 'structures')).toContain('Une structure dans ce réseau');
    expect(heard(agnes.key, 'structures')).toContain('Rentrée 2026, Lille (1)');
    await take(agnes.says('les personnes du réseau'));
    expect(heard(agnes.key, 'network-people')).toBe(
      `Les personnes et leurs rôles\n\n1. Agnès F : animation\n2. Nadia F : accompagnement\n\n${words('fed.people-how')}`,
    );
  });

  it('ends a role from that moment on: what was on the screen does nothing any more, and the teams hear of it', async () => {
    const network = await aNetwork('La Fédé G');
    const agnes = await aColleague(world, 'Agnès G', { roles: [{ network, role: 'animator' }] });
    const bea = await aColleague(world, 'Béa G', { roles: [{ network, role: 'animator' }] });
    const nadia = await aColleague(world, 'Nadia G', { roles: [{ network, role: 'accompanier' }] });
    const code = await aCode(network, { accompanier: nadia.person, by: nadia.person, uses: 5 });
    await take(world.aStart('gand', 'Greet', { code }));
    await take(bea.says('inviter'));
    await take(bea.presses('fed-cohorts', idOf(bea.key, 'invite')));
    await take(agnes.says('les personnes du réseau'));
    await take(form(agnes, 'fed-end-role', idOf(agnes.key, 'network-people'), { who: `animator:${bea.person}` }));
    expect(heard(bea.key, 'role-ended')).toContain('terminé');
    await take(form(bea, 'fed-invite-new', idOf(bea.key, 'invite'), { for: 'animator', label: 'retour' }));
    expect(heard(bea.key, 'desk-note')).toBe(words('fed.no-role'));
    await take(form(bea, 'fed-cohort-new', idOf(bea.key, 'cohorts'), { name: 'Trop tard' }));
    const left = await asOwner(
      world.url,
      `select 1 from cohorts where name = 'Trop tard' union all select 1 from invitations where label = 'retour'`,
    );
    expect(left).toEqual([]);

    await take(form(agnes, 'fed-end-role', idOf(agnes.key, 'network-people'), { who: `accompanier:${nadia.person}` }));
    expect(heard('gand', 'accompaniment-ended')).toContain('Nadia G ne vous accompagne plus.');
    expect((await take(world.aStart('gand-2', 'Geert', { code }))).formErrors).toEqual({ code: words('code.revoked') });
    const open = await asOwner(world.url, `select 1 from accompaniments where person_id = $1 and until_at is null`, [
      nadia.person,
    ]);
    expect(open).toEqual([]);
    await take(form(agnes, 'fed-end-role', idOf(agnes.key, 'network-people'), { who: `animator:${agnes.person}` }));
    expect(heard(agnes.key, 'desk-note')).toBe(words('fed.last-animator'));
  });

  it('takes away what stands at the desk of somebody whose role was ended, once, unless they are back', async () => {
    const network = await aNetwork('La Fédé Q');
    const agnes = await aColleague(world, 'Agnès Q', { roles: [{ network, role: 'animator' }] });
    const nadia = await aColleague(world, 'Nadia Q', { roles: [{ network, role: 'accompanier' }] });
    await take(
      world.aStart('quimper', 'Quentin', { code: await aCode(network, { accompanier: nadia.person, by: nadia.person }) }),
    );
    await take(world.aText('quimper', 'Quentin', 'parler à notre accompagnatrice : on hésite'));
    expect(heard(nadia.key, 'desk-call')).toContain('on hésite');
    await take(agnes.says('les personnes du réseau'));
    await take(form(agnes, 'fed-end-role', idOf(agnes.key, 'network-people'), { who: `accompanier:${nadia.person}` }));
    const clear = async () => {
      const left = await clearLeftDesks(world.needs);
      await world.drain();
      return left;
    };
    expect(await clear()).toBeGreaterThan(0);
    expect(world.platform.shown.filter(({ channel, text }) => channel === nadia.key && text.includes('on hésite'))).toEqual([]);
    expect(await clear()).toBe(0);
    expect(
      await asOwner(
        world.url,
        `select 1 from calls c join structures s on s.id = c.structure_id
      where s.id = (select structure_id from channels where key = 'quimper') and c.closed_at is null`,
      ),
    ).toHaveLength(1);
  });

  it('lets an accompanier invite teams of their own, and nobody else', async () => {
    const network = await aNetwork('La Fédé H');
    const nadia = await aColleague(world, 'Nadia H', { roles: [{ network, role: 'accompanier' }] });
    const other = await aColleague(world, 'Omar H', { roles: [{ network, role: 'accompanier' }] });
    await take(nadia.says('inviter'));
    await take(form(nadia, 'fed-invite-new', idOf(nadia.key, 'invite'), { for: 'animator', label: 'moi' }));
    expect(heard(nadia.key, 'desk-note')).toBe(words('fed.not-yours'));
    await take(form(nadia, 'fed-invite-new', idOf(nadia.key, 'invite'), { label: 'les miens', accompanier: other.person }));
    await take(world.aStart('huy', 'Hélène', { code: codeIn(nadia.key) }));
    expect(heard('huy', 'joined')).toContain('Nadia H vous accompagne.');
    await take(other.says('les invitations'));
    expect(heard(other.key, 'invitations')).toContain(words('fed.no-invitations'));
    await take(nadia.says('les structures'));
    expect(heard(nadia.key, 'desk-note')).toBe(words('fed.not-yours'));
  });

  it("never reaches another network's rows, nor the words of a structure", async () => {
    const mine = await aNetwork('À moi');
    const theirs = await aNetwork('À eux');
    const agnes = await aColleague(world, 'Agnès I', { roles: [{ network: mine, role: 'animator' }] });
    await aColleague(world, 'Ivo I', { roles: [{ network: theirs, role: 'animator' }] });
    await take(world.aStart('ieper', 'Ine', { code: await aCode(theirs) }));
    await take(world.aStart('izel', 'Ida', { code: await aCode(mine) }));
    await take(world.aText('izel', 'Ida', 'des mots à nous', idOf('izel', 'question')));
    const kept = await aCode(theirs, { label: 'la leur' });
    await take(agnes.says('mon réseau'));
    await take(agnes.presses('fed-home', idOf(agnes.key, 'network'), theirs));
    expect(heard(agnes.key, 'desk-note')).toBe(words('fed.no-role'));
    const [invitation] = await asOwner<{ id: string }>(world.url, `select id from invitations where label = 'la leur'`);
    await take(agnes.says('inviter'));
    await take(form(agnes, 'fed-invite-new', idOf(agnes.key, 'invite'), { for: 'structure', label: 'la mienne' }));
    await take(agnes.says('les invitations'));
    await take(form(agnes, 'fed-invitation', idOf(agnes.key, 'invitations'), { which: invitation?.id ?? '', what: 'revoke' }));
    expect(heard(agnes.key, 'desk-note')).toBe(words('fed.gone'));
    expect((await take(world.aStart('ixelles', 'Igor', { code: kept }))).formErrors).toBeUndefined();

    const seen = await withAccess(world.db, { kind: 'network', network: mine, person: agnes.person }, async (tx) => ({
      structures: (await tx.selectFrom('structures').select('name').execute()).length,
      foreign: (await tx.selectFrom('invitations').select('id').where('network_id', '=', theirs).execute()).length,
      roles: (await tx.selectFrom('network_roles').select('role').where('network_id', '=', theirs).execute()).length,
      members: (await tx.selectFrom('memberships').select('id').where('network_id', '=', theirs).execute()).length,
      words: (await tx.selectFrom('contribution_versions').select('text').execute()).length,
      answers: (await tx.selectFrom('answer_versions').select('text').execute()).length,
      said: (await tx.selectFrom('said').select('kind').execute()).length,
      people: (await tx.selectFrom('people').select('name').execute()).map(({ name }) => name),
    }));
    expect(seen).toEqual({ structures: 1, foreign: 0, roles: 0, members: 0, words: 0, answers: 0, said: 0, people: ['Agnès I'] });
    const writing = withAccess(world.db, { kind: 'network', network: mine, person: agnes.person }, (tx) =>
      addInvitation(
        tx,
        { network: theirs, code: newCode(randomUUID), label: 'x', expiresAt: world.clock.now() },
        world.clock.now(),
      ),
    );
    await expect(writing).rejects.toThrow(/row-level security/);
  });
});

describe('the first network on the local page', () => {
  it('is offered by a button where there is none, on this machine alone, and makes an animator', async () => {
    const empty = await aWorld();
    try {
      const alone = (user: string, text: string): Incoming => ({ ...empty.aText(directKey(user), user, text), direct: true });
      await empty.receive(alone('Zoé', 'bonjour'));
      await empty.drain();
      expect(empty.newest('dm:Zoé', 'direct')?.message.actions).toEqual([]);
      const open = { ...empty.needs, opensNetworks: true };
      await receive(open, alone('Zoé', 'bonjour'));
      await empty.drain();
      const offer = empty.newest('dm:Zoé', 'direct');
      expect(offer?.message.actions.map(({ id }) => id)).toEqual(['fed-first']);
      const filled = {
        ...empty.aStart(directKey('Zoé'), 'Zoé'),
        direct: true,
        action: 'fed-first',
        message: offer?.id ?? '',
        fields: { name: 'Les Rivières' },
      };
      await receive(open, filled);
      await receive(open, { ...filled, deliveryKey: randomUUID() });
      await empty.drain();
      expect(empty.platform.texts('dm:Zoé').join('\n')).toContain('Bienvenue dans le réseau Les Rivières');
      expect(empty.platform.texts('dm:Zoé').at(-1)).toContain(words('fed.not-first'));
      const made = await asOwner(empty.url, `select 1 from networks where kind = 'network'`);
      expect(made).toHaveLength(1);
    } finally {
      await empty.drop();
    }
  });
});
