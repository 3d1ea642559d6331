import { directKey } from '../../src/core/incoming.ts';
import type { Calendar } from '../../src/core/calendar/working-time.ts';
import { sendDueNudges } from '../../src/flows/nudging/send-due.ts';
import { withAccess } from '../../src/store/database.ts';
import { contactsAWeek, contactsInWeek } from '../../src/store/contacts.ts';
import { nextNudge } from '../../src/store/moments.ts';
import { addPosts } from '../../src/store/outbox.ts';
import { asOwner } from './database.ts';
import { aColleague } from './desk.ts';
import { aPost } from './outbox.ts';
import { aWorld } from './world.ts';

const dayMs = 24 * 3_600_000;
const begins = new Date('2026-01-05T08:30:00Z');
const ends = new Date('2026-10-30T18:00:00Z');

/** The same numbers for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const places = [
  { territory: 'Lille', timezone: 'Europe/Paris', country: 'FR', region: undefined, language: 'fr' },
  { territory: 'Metz', timezone: 'Europe/Paris', country: 'FR', region: '57', language: 'fr' },
  { territory: 'Bruxelles', timezone: 'Europe/Brussels', country: 'BE', region: 'BRU', language: 'fr' },
  { territory: 'Gent', timezone: 'Europe/Brussels', country: 'BE', region: 'VLG', language: 'nl' },
  { territory: 'Namur', timezone: 'Europe/Brussels', country: 'BE', region: 'WAL', language: 'fr' },
  { territory: 'Ostbelgien', timezone: 'Europe/Brussels', country: 'BE', region: 'DE', language: 'fr' },
] as const;

/** What a team does in these months, and what is right for it. */
export interface SimulatedTeam {
  channel: string;
  channelId: string;
  carrier: string;
  structure: string;
  evaluation: string;
  calendar: Omit<Calendar, 'closures'> & { closures: { from: string; until: string; since: Date }[] };
  /** When it said "no more reminders", and when it took that back. */
  quiet: { from: Date; until?: Date; why: 'stop' | 'pause' | 'later' }[];
}

/** A message that nobody asked for, as it arrived. */
export interface Arrived {
  at: Date;
  kind: string;
  channel: string;
  text: string;
}

type World = Awaited<ReturnType<typeof aWorld>>;

/** Nine months of thirty teams on a virtual clock: silences, answers, pauses, closures, stops, tips of a federation, machines that stand still. */
export async function nineMonths(world: World, seed: number, onStep?: (where: string) => void) {
  let steps = 0;
  const chance = random(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(chance() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
  const arrived: Arrived[] = [];
  /** When a team asked for reminders again. */
  const wishes: { at: Date; channel: string }[] = [];
  let seen = 0;
  const drain = async (): Promise<void> => {
    await world.drain();
    for (const { channel, message, text } of world.platform.shown.slice(seen))
      if (unasked.has(message.kind)) arrived.push({ at: world.clock.now(), kind: message.kind, channel, text });
    seen = world.platform.shown.length;
  };

  const teams: SimulatedTeam[] = [];
  for (let n = 0; n < 30; n++) teams.push(await aTeam(world, n));
  const accompaniers = [];
  for (const [index, name] of ['Odile', 'Piet', 'Nadia'].entries())
    accompaniers.push(
      await aColleague(world, name, { accompanies: teams.filter((_, n) => n % 4 === index).map(({ structure }) => structure) }),
    );
  for (const team of teams.slice(0, 8)) await giveDates(world, team);
  await drain();

  const deeds = teams.flatMap((team, n) => plan(team, n)).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const figures = { runs: 0, sent: 0, dropped: 0, moved: 0, late: 0, turns: 0, tips: 0, outages: 0 };
  let downUntil = begins;

  function plan(team: SimulatedTeam, n: number): { at: Date; act: () => Promise<unknown> }[] {
    const list: { at: Date; act: () => Promise<unknown> }[] = [];
    const when = (days: number): Date => new Date(begins.getTime() + days * dayMs + Math.floor(chance() * 9 * 3_600_000));
    const say = (text: string) => async (): Promise<void> => {
      figures.turns++;
      if (text === 'continuez les rappels') wishes.push({ at: world.clock.now(), channel: team.channel });
      const open = world.newest(team.channel, 'question');
      await world.receive(world.aText(team.channel, team.carrier, text, open?.id));
    };
    const quiet = (why: 'stop' | 'pause' | 'later', text: string, until?: Date) => async (): Promise<void> => {
      await say(text)();
      team.quiet.push({ from: world.clock.now(), why, ...(until && { until }) });
    };
    for (let day = 1 + chance() * 5; day < 295; day += 6 + chance() * (n % 3 === 0 ? 80 : 45)) {
      list.push({
        at: when(day),
        act: say(
          pick([
            'pas encore',
            'Une réponse de notre équipe, en quelques mots simples.',
            'passer',
            'où en sommes-nous ?',
            'je m’en occupe',
            'continuez les rappels',
          ]),
        ),
      });
    }
    if (n % 5 === 1) {
      const [from, until] = [`2026-07-${String(6 + (n % 10)).padStart(2, '0')}`, '2026-08-14'];
      list.push({
        at: when(150 + chance() * 20),
        act: async () => {
          await say(`fermé du ${Number(from.slice(8))} juillet 2026 au 14 août 2026`)();
          team.calendar.closures.push({ from, until, since: world.clock.now() });
        },
      });
    }
    if (n % 6 === 2) {
      const day = 60 + Math.floor(chance() * 60);
      const until = new Date(
        when(day + 40)
          .toISOString()
          .slice(0, 10) + 'T06:30:00Z',
      );
      const words = `pause jusqu'au ${until.getUTCDate()}/${until.getUTCMonth() + 1}/2026`;
      list.push({ at: when(day), act: quiet('pause', words, until) });
    }
    if (n % 6 === 4) list.push({ at: when(100 + chance() * 60), act: quiet('stop', 'plus de rappels') });
    if (n % 7 === 3) {
      const until = new Date('2026-06-15T06:00:00Z');
      list.push({ at: when(70 + chance() * 40), act: quiet('later', 'pas de rappel avant le 15 juin 2026', until) });
    }
    // A federation sends tips, and keeps to the budget as it stands.
    for (let day = 3 + chance() * 20; day < 290; day += (n % 4 === 3 ? 1 : 14) + chance() * (n % 4 === 3 && day < 60 ? 3 : 40)) {
      list.push({ at: when(day), act: () => tip(team) });
    }
    return list;
  }

  async function tip({ structure, evaluation, channelId }: SimulatedTeam): Promise<void> {
    const now = world.clock.now();
    await withAccess(world.db, { kind: 'structure', structures: [structure] }, async (tx) => {
      if ((await contactsInWeek(tx, { channelId }, now)) >= contactsAWeek) return;
      figures.tips++;
      const message = { ...aPost('un conseil').message, kind: 'tip' };
      await addPosts(
        tx,
        { channelId, structureId: structure, evaluationId: evaluation },
        [aPost('', { message, priority: 'broadcast' })],
        now,
      );
    });
  }

  // Half-way, one accompanier hands their teams to another.
  const [first, second] = accompaniers;
  deeds.push({
    at: new Date('2026-05-20T10:00:00Z'),
    act: async () => {
      await asOwner(world.url, `update accompaniments set until_at = $2 where person_id = $1`, [
        first?.person,
        world.clock.now(),
      ]);
      for (const { structure } of teams.filter((_, n) => n % 4 === 0))
        await asOwner(world.url, `insert into accompaniments (structure_id, person_id, from_at) values ($1, $2, $3)`, [
          structure,
          second?.person,
          world.clock.now(),
        ]);
    },
  });
  deeds.sort((a, b) => a.at.getTime() - b.at.getTime());

  for (;;) {
    const due = await withAccess(world.db, { kind: 'operator' }, (tx) => nextNudge(tx));
    const run = due && new Date(Math.max(due.getTime(), downUntil.getTime(), world.clock.now().getTime()));
    const [deed] = deeds;
    if ((!run || run > ends) && (!deed || deed.at > ends)) break;
    if (deed && (!run || deed.at <= run)) {
      deeds.shift();
      world.clock.set(new Date(Math.max(deed.at.getTime(), world.clock.now().getTime())));
      await deed.act();
    } else if (run && due) {
      world.clock.set(run);
      if (chance() < 0.03) {
        // The machine stands still, for up to two days.
        downUntil = new Date(run.getTime() + chance() * 2 * dayMs);
        figures.outages++;
        continue;
      }
      if (run.getTime() - due.getTime() > 60_000) figures.late++;
      const did = await sendDueNudges(world.needs);
      figures.runs++;
      for (const what of ['sent', 'dropped', 'moved'] as const) figures[what] += did[what];
    }
    if (++steps % 50 === 0) onStep?.(`${world.clock.now().toISOString()} ${JSON.stringify(figures)}`);
    await drain();
  }
  return {
    teams,
    arrived,
    wishes,
    figures,
    accompaniers,
    first: directKey(first?.user ?? ''),
    handover: new Date('2026-05-20T10:00:00Z'),
  };
}

/** Kinds of messages that nobody asked for. */
const unasked = new Set(['nudge', 'nudge-carrier', 'nudge-accompanier', 'nudge-rest', 'nudge-due', 'tip']);

async function aTeam(world: World, n: number): Promise<SimulatedTeam> {
  const place = places[n % places.length] ?? places[0];
  const channel = `team-${n}`;
  // Two teams are carried by the same person.
  const carrier = n === 29 ? 'Carrier 28' : `Carrier ${n}`;
  world.clock.set(new Date(begins.getTime() + n * 60_000));
  await world.receive(
    world.aStart(channel, carrier, {
      structure: `Structure ${n}`,
      territory: place.territory,
      timezone: place.timezone,
      language: place.language,
      pace: n % 3 === 1 ? 'fortnightly' : n === 27 ? 'own-pace' : 'weekly',
      path: n < 8 ? 'full' : 'express',
    }),
  );
  await world.drain();
  const [row] = await asOwner<{ id: string; structure_id: string; evaluation_id: string }>(
    world.url,
    `select id, structure_id, evaluation_id from channels where key = $1`,
    [channel],
  );
  const calendar: SimulatedTeam['calendar'] = {
    timeZone: place.timezone,
    country: place.country,
    ...(place.region && { region: place.region }),
    hours: { from: '09:00', to: '17:30' },
    days: [1, 2, 3, 4, 5],
    closures: [],
  };
  return {
    channel,
    channelId: row?.id ?? '',
    carrier,
    structure: row?.structure_id ?? '',
    evaluation: row?.evaluation_id ?? '',
    calendar,
    quiet: [],
  };
}

/** Tasks with days, all over the months, weekends and holidays among them. */
async function giveDates(world: World, { evaluation, structure }: SimulatedTeam): Promise<void> {
  const items = ['2026-02-14', '2026-03-29', '2026-05-14', '2026-07-21', '2026-10-26'].map((due, index) => ({
    id: `task-${index}`,
    text: `Karim : tâche ${index}`,
    task: `tâche ${index}`,
    who: 'Karim',
    due,
  }));
  await asOwner(
    world.url,
    `insert into answer_versions (evaluation_id, question_id, version, structure_id, how, value, text, made_at)
     values ($1, 'collection-plan', 1, $2, 'kept', $3, 'plan', $4)`,
    [evaluation, structure, JSON.stringify({ type: 'list', text: 'plan', items }), begins],
  );
  await asOwner(
    world.url,
    `insert into question_states (evaluation_id, question_id, structure_id, status, answer_version, changed_at)
     values ($1, 'collection-plan', $2, 'answered', 1, $3)`,
    [evaluation, structure, begins],
  );
}
