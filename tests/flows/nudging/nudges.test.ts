import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/message.ts';
import { sendDueNudges } from '../../../src/flows/nudging/send-due.ts';
import { withAccess } from '../../../src/store/database.ts';
import { nudgeFigures } from '../../../src/store/nudges.ts';
import { nextNudge } from '../../../src/store/moments.ts';
import { asOwner } from '../../support/database.ts';
import { aColleague } from '../../support/desk.ts';
import { aWorld } from '../../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.drop());

const at = (iso: string): void => world.clock.set(new Date(iso));

/** Somebody begins a weekly evaluation on a Monday morning, and the team falls silent. */
async function aSilentTeam(channel: string, fields: Record<string, string> = {}, start = '2026-01-05T09:00:00Z') {
  at(start);
  await world.receive(world.aStart(channel, 'Samira', { pace: 'weekly', timezone: 'Europe/Paris', ...fields }));
  await world.drain();
  const [team] = await asOwner<{ structure_id: string; evaluation_id: string }>(
    world.url,
    `select structure_id, evaluation_id from channels where key = $1`,
    [channel],
  );
  const { structure_id: structure = '', evaluation_id: evaluation = '' } = team ?? {};
  return {
    structure,
    evaluation,
    due: () => withAccess(world.db, { kind: 'operator' }, (tx) => nextNudge(tx, evaluation)),
    /** Goes to what is due next, runs, and gives what was said since, as kind and text. */
    async goOn(): Promise<{ at: Date; said: string[] } | undefined> {
      const due = await this.due();
      if (!due) return undefined;
      if (due > world.clock.now()) world.clock.set(due);
      const before = world.platform.shown.length;
      await sendDueNudges(world.needs);
      await world.drain();
      const said = world.platform.shown.slice(before).map(({ message }) => `${message.kind}: ${plainText(message)}`);
      return { at: world.clock.now(), said };
    },
    says: async (text: string, user = 'Samira') => {
      const before = world.platform.shown.length;
      await world.receive(world.aText(channel, user, text, world.newest(channel, 'question')?.id));
      await world.drain();
      return world.platform.shown
        .slice(before)
        .map(({ message }) => plainText(message))
        .join('\n');
    },
    ledger: () =>
      asOwner<{ rung: string; outcome: string; because: string | null }>(
        world.url,
        `select rung, outcome, because from nudges where evaluation_id = $1 order by at, id`,
        [evaluation],
      ),
  };
}

describe('a team that falls silent', () => {
  it('is reminded twice, then its carrier, then who accompanies it, then no more', async () => {
    const team = await aSilentTeam('silent');
    await aColleague(world, 'Odile', { accompanies: [team.structure] });
    const rungs: [string, string][] = [];
    for (let step = await team.goOn(); step; step = await team.goOn()) {
      expect(step.said.filter((each) => each.startsWith('nudge') && !each.startsWith('nudge-past'))).toHaveLength(1);
      rungs.push([step.at.toISOString(), step.said[0]?.split(':')[0] ?? '']);
    }
    expect(rungs).toEqual([
      ['2026-01-12T09:00:00.000Z', 'nudge'],
      ['2026-01-16T09:00:00.000Z', 'nudge'],
      ['2026-01-20T09:00:00.000Z', 'nudge-carrier'],
      ['2026-01-27T09:00:00.000Z', 'nudge-accompanier'],
      ['2026-02-03T09:00:00.000Z', 'nudge-rest'],
    ]);
    expect((await team.ledger()).map(({ rung, outcome }) => `${rung} ${outcome}`)).toEqual([
      'first queued',
      'second queued',
      'carrier queued',
      'accompanier queued',
      'rest queued',
    ]);
    // The newest takes the place of the one before.
    const nudges = world.platform.shown.filter(
      ({ channel, message }) => channel === 'silent' && message.kind.startsWith('nudge'),
    );
    expect(nudges.map(({ message }) => message.kind)).toEqual(['nudge-past', 'nudge-past', 'nudge-rest']);
    expect(await team.says('continuez les rappels')).toContain('je continue les rappels');
    expect((await team.goOn())?.said[0]).toMatch(/^nudge:/);
  });

  it('is asked the question itself, told what changed, and what comes next', async () => {
    const team = await aSilentTeam('question');
    const [first] = (await team.goOn())?.said ?? [];
    const card = world.newest('question', 'question');
    expect(first).toContain(card?.message.blocks[1]?.type === 'text' ? card.message.blocks[1].text : '?');
    expect(first).toContain('une seconde et dernière fois le vendredi 16 janvier');
    world.clock.forward(3_600_000);
    await team.says('Parce que nos financeurs nous le demandent souvent.', 'Karim');
    await team.says('Que nos salariés reprennent confiance.', 'Karim');
    const [next] = (await team.goOn())?.said ?? [];
    expect(next).toContain('Depuis la dernière fois : Karim a ajouté 2 contributions');
  });

  it('can answer in the thread of the nudge, which then makes way', async () => {
    const team = await aSilentTeam('answered');
    await team.goOn();
    const nudge = world.newest('answered', 'nudge');
    await world.receive(world.aText('answered', 'Samira', 'Parce que nous voulons comprendre ce qui change.', nudge?.id));
    await world.drain();
    expect(world.platform.shown.find(({ id }) => id === nudge?.id)?.message.kind).toBe('nudge-past');
    expect(world.newest('answered', 'kept')).toBeDefined();
    expect((await team.due())?.toISOString()).toBe('2026-01-19T09:00:00.000Z');
  });

  it('is not reminded at night, on a holiday, while it is closed, nor twice when a run was missed', async () => {
    const team = await aSilentTeam('holiday', { territory: 'Bruxelles', timezone: 'Europe/Brussels' }, '2026-05-01T14:00:00Z');
    // A week later is the feast of the Iris, a Friday.
    expect((await team.due())?.toISOString()).toBe('2026-05-11T07:00:00.000Z');
    expect(await team.says('fermé du 4 au 12 mai')).toContain('fermé du lundi 4 mai au mardi 12 mai');
    expect((await team.due())?.toISOString()).toBe('2026-05-13T07:00:00.000Z');
    // Nothing ran until the night of the next day, which is the eve of Ascension.
    at('2026-05-13T21:00:00Z');
    expect(await sendDueNudges(world.needs)).toMatchObject({ sent: 0 });
    expect((await team.due())?.toISOString()).toBe('2026-05-15T07:00:00.000Z');
    expect((await team.goOn())?.said).toHaveLength(1);
    expect(await sendDueNudges(world.needs)).toEqual({ sent: 0, dropped: 0, moved: 0 });
  });

  it('takes back what waits to be said with its first word', async () => {
    const team = await aSilentTeam('taken-back');
    at((await team.due())?.toISOString() ?? '');
    await sendDueNudges(world.needs);
    await world.receive(world.aText('taken-back', 'Samira', 'où en sommes-nous ?', world.newest('taken-back', 'question')?.id));
    await world.drain();
    expect(world.newest('taken-back', 'nudge')).toBeUndefined();
  });

  it.each([
    ['une pause', 'pause jusqu’au 15 mars 2026', '2026-03-22'],
    ['later', 'rappelez-nous le 2 mars', '2026-03-02T08:00:00.000Z'],
    ['another day', 'prochain rappel le 3 mars', '2026-03-03T08:00:00.000Z'],
    ['never again', 'plus de rappels', undefined],
    ['no pace', 'rythme : à notre rythme', undefined],
  ])('can have its way: %s', async (name, words, expected) => {
    const team = await aSilentTeam(`way-${name}`);
    await team.says(words);
    if (name === 'une pause') expect(await team.due()).toBeUndefined();
    else expect((await team.due())?.toISOString()).toBe(expected);
  });

  it('knows why, when next, and by which rule', async () => {
    const team = await aSilentTeam('why');
    const next = await team.says('prochain rappel ?');
    expect(next).toContain('lundi 12 janvier vers 10:00');
    expect(await team.says('Pourquoi ce rappel ?')).toContain('Votre équipe a choisi « un signe par semaine »');
    expect(await team.says('jours fériés : Flandre')).toContain('la fête de la Communauté flamande (11 juillet)');
    expect(await team.says('nos horaires : 13h30-15h')).toContain('de 13:30 à 15:00');
    expect((await team.due())?.toISOString()).toBe('2026-01-12T12:30:00.000Z');
    expect(await team.says('nos jours : mardi, jeudi')).toContain('mardi');
    expect((await team.due())?.toISOString()).toBe('2026-01-13T12:30:00.000Z');
  });

  it('hears of nobody more than three times a week', async () => {
    const team = await aSilentTeam('budget');
    const [channel] = await asOwner<{ id: string }>(world.url, `select id from channels where key = 'budget'`);
    for (const day of ['07', '08', '09']) {
      await asOwner(world.url, `insert into contacts (channel_id, at) values ($1, $2)`, [
        channel?.id,
        `2026-01-${day}T10:00:00Z`,
      ]);
      await asOwner(world.url, `update contacts set structure_id = $1 where channel_id = $2`, [team.structure, channel?.id]);
    }
    at('2026-01-12T09:00:00Z');
    expect(await sendDueNudges(world.needs)).toMatchObject({ sent: 0 });
    expect((await team.due())?.toISOString()).toBe('2026-01-14T10:00:00.000Z');
    expect((await team.goOn())?.said).toHaveLength(1);
  });

  it('is dropped, and its reason noted, when what it was about went away without a turn', async () => {
    const team = await aSilentTeam('vanished');
    // As when the question left the method, or another evaluation of the structure ended this one.
    await asOwner(world.url, `update evaluations set open_question = null where id = $1`, [team.evaluation]);
    at((await team.due())?.toISOString() ?? '');
    expect(await sendDueNudges(world.needs)).toEqual({ sent: 0, dropped: 1, moved: 0 });
    expect(await team.ledger()).toEqual([{ rung: 'first', outcome: 'dropped', because: expect.stringMatching(/[a-z]/) }]);
    expect(await sendDueNudges(world.needs)).toEqual({ sent: 0, dropped: 0, moved: 0 });
  });

  it.each([
    ['a wish for a text', 'nous voulons un texte pour le rapport annuel'],
    ['a look at who sees what', 'qui voit quoi ?'],
    ['a call that is settled', "c'est réglé"],
  ])('comes later after a sign of life that answers nothing: %s', async (name, words) => {
    const team = await aSilentTeam(`sign-${name}`);
    const before = await team.due();
    at('2026-01-08T09:00:00Z');
    await world.receive(world.aText(`sign-${name}`, 'Samira', words));
    await world.drain();
    const after = await team.due();
    expect(after?.getTime()).toBeGreaterThan(before?.getTime() ?? Infinity);
  });

  it('is left to one process, whatever the number', async () => {
    const team = await aSilentTeam('one');
    at('2026-01-12T09:00:00Z');
    const runs = await Promise.all([1, 2, 3, 4].map(() => sendDueNudges(world.needs)));
    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBeGreaterThanOrEqual(1);
    expect(await team.ledger()).toHaveLength(1);
  });
});

describe('a date that the team set', () => {
  it('is spoken of two days before, and once when it has passed, until it is done', async () => {
    const team = await aSilentTeam('dates', { path: 'full', pace: 'fortnightly' });
    await asOwner(
      world.url,
      `insert into answer_versions (evaluation_id, question_id, version, structure_id, how, value, text, made_at)
       values ($1, 'collection-plan', 1, $2, 'kept', $3, 'plan', $4)`,
      [
        team.evaluation,
        team.structure,
        JSON.stringify({
          type: 'list',
          text: 'plan',
          items: [
            {
              id: 'a',
              text: 'Karim : appeler dix anciens salariés, 14 janvier',
              task: 'appeler dix anciens salariés',
              who: 'Karim',
              due: '2026-01-14',
            },
            { id: 'b', text: 'Samira : imprimer, 16 janvier', task: 'imprimer', who: 'Samira', due: '2026-01-16' },
          ],
        }),
        '2026-01-05T09:00:00Z',
      ],
    );
    await asOwner(
      world.url,
      `insert into question_states (evaluation_id, question_id, structure_id, status, answer_version, changed_at)
       values ($1, 'collection-plan', $2, 'answered', 1, now())`,
      [team.evaluation, team.structure],
    );
    await team.says('où en sommes-nous ?');
    const before = await team.goOn();
    expect(before?.at.toISOString()).toBe('2026-01-12T08:00:00.000Z');
    expect(before?.said[0]).toContain("C'est bientôt le mercredi 14 janvier");
    expect(before?.said[0]).toContain('appeler dix anciens salariés');
    const card = world.newest('dates', 'nudge-due');
    const done = card?.message.actions.find(({ id }) => id === 'nudge-done');
    await world.receive(world.aPress('dates', 'Samira', 'nudge-done', card?.id ?? '', done?.value));
    await world.drain();
    const second = await team.goOn();
    expect(second?.said[0]).toContain('imprimer');
    const overdue = await team.goOn();
    // The day after is a Saturday.
    expect(overdue?.at.toISOString()).toBe('2026-01-19T08:00:00.000Z');
    expect(overdue?.said[0]).toContain('est passée');
    expect((await team.ledger()).map(({ rung, outcome }) => `${rung} ${outcome}`).toSorted()).toEqual([
      'before-due queued',
      'before-due queued',
      'overdue closed',
      'overdue queued',
    ]);
  });
});

describe('the figures', () => {
  it('add up, and show what is late', async () => {
    const team = await aSilentTeam('late');
    const figures = () => withAccess(world.db, { kind: 'operator' }, (tx) => nudgeFigures(tx, world.clock.now()));
    at('2026-01-12T09:30:00Z');
    const before = await figures();
    expect(before.late).toBeGreaterThanOrEqual(1);
    await sendDueNudges(world.needs);
    const after = await figures();
    expect(after.late).toBe(0);
    expect(after.expected).toBe(after.sent + after.dropped + after.late);
    expect(await team.ledger()).toHaveLength(1);
  });
});
