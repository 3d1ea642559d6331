import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directKey } from '../../../src/core/incoming.ts';
import { ladder } from '../../../src/core/nudging/nudging.ts';
import { createHolidays } from '../../../src/holidays.ts';
import { asOwner } from '../../support/database.ts';
import { type Arrived, nineMonths, type SimulatedTeam } from '../../support/nine-months.ts';
import { aWorld } from '../../support/world.ts';

const seed = 20_260_105;
const dayMs = 24 * 3_600_000;
const isHoliday = createHolidays();

let world: Awaited<ReturnType<typeof aWorld>>;
let run: Awaited<ReturnType<typeof nineMonths>>;
let ledger: {
  id: string;
  evaluation_id: string;
  subject: string;
  rung: string;
  round: number;
  person_id: string | null;
  outcome: string;
  at: Date;
  due_at: Date;
  state: string | null;
}[];

beforeAll(async () => {
  world = await aWorld();
  const started = performance.now();
  run = await nineMonths(
    world,
    seed,
    process.env['NINE_MONTHS_TOLD'] ? (where) => process.stdout.write(`${where}\n`) : undefined,
  );
  ledger = await asOwner(
    world.url,
    `select n.id, n.evaluation_id, n.subject, n.rung, n.round, n.person_id, n.outcome, n.at, n.due_at, o.state
     from nudges n left join outbox o on o.key = 'nudge:' || n.id || '/0' order by n.at, n.id`,
  );
  const kinds = Object.fromEntries(
    Map.groupBy(run.arrived, ({ kind }) => kind)
      .entries()
      .map(([kind, all]) => [kind, all.length]),
  );
  process.stdout.write(
    `Nine months of ${run.teams.length} structures (seed ${seed}) in ${((performance.now() - started) / 1000).toFixed(1)} s: ${JSON.stringify({ ...run.figures, arrived: kinds })}\n`,
  );
}, 900_000);
afterAll(() => world.drop());

const nudges = (): Arrived[] => run.arrived.filter(({ kind }) => kind.startsWith('nudge'));

/** The day and the time on the clock of the wall, by the platform's own calendar and not by ours. */
function wall(at: Date, timeZone: string): { day: string; time: string; weekday: string } {
  const of = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, ...options }).format(at);
  return {
    day: of({ dateStyle: 'short' }),
    time: of({ hour: '2-digit', minute: '2-digit', hour12: false }),
    weekday: new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(at),
  };
}

/** The teams that a message may be about: the one of its channel, or those of the one who reads it alone. */
const teamsOf = ({ channel, kind }: Arrived): SimulatedTeam[] =>
  kind === 'nudge-accompanier' ? [] : run.teams.filter((team) => team.channel === channel || directKey(team.carrier) === channel);

describe('nine months of thirty structures', () => {
  it('hold every kind of nudge, and a machine that stood still', () => {
    for (const kind of ['nudge', 'nudge-carrier', 'nudge-accompanier', 'nudge-rest', 'nudge-due', 'tip'])
      expect(run.arrived.filter((each) => each.kind === kind).length, kind).toBeGreaterThan(5);
    expect(run.figures.outages).toBeGreaterThan(3);
    expect(run.figures.late).toBeGreaterThan(3);
    expect(run.figures.moved).toBeGreaterThan(3);
  });

  it('bring nobody a nudge at night, on a weekend, on a holiday or while they are closed', () => {
    const wrong = nudges().filter((each) => {
      const teams = teamsOf(each);
      const calendars = teams.length > 0 ? teams.map(({ calendar }) => calendar) : [undefined];
      return calendars.some((calendar) => {
        const { day, time, weekday } = wall(each.at, calendar?.timeZone ?? 'Europe/Paris');
        if (time < '09:00' || time >= '17:30' || weekday === 'Sat' || weekday === 'Sun') return true;
        if (!calendar || teams.length > 1) return false;
        return (
          isHoliday(day, calendar) ||
          calendar.closures.some(({ from, until, since }) => since < each.at && from <= day && day <= until)
        );
      });
    });
    expect(wrong).toEqual([]);
  });

  it('contact no channel and nobody more than three times in seven days, whoever writes', () => {
    for (const [channel, all] of Map.groupBy(run.arrived, ({ channel }) => channel)) {
      for (const { at } of all) {
        const week = all.filter((each) => each.at >= at && each.at.getTime() < at.getTime() + 7 * dayMs);
        expect(week.length, `${channel} from ${at.toISOString()}`).toBeLessThanOrEqual(3);
      }
    }
  });

  it('bring nothing after stop, during a pause, or before the day that was asked for', () => {
    const wrong = run.teams.flatMap((team) =>
      team.quiet.flatMap(({ from, until }) =>
        nudges().filter(
          (each) =>
            each.channel === team.channel &&
            each.at > from &&
            (until ? each.at < until : true) &&
            !takenBack(team, from, each.at),
        ),
      ),
    );
    expect(wrong).toEqual([]);
    expect(run.teams.filter(({ quiet }) => quiet.some(({ why }) => why === 'stop')).length).toBeGreaterThan(3);
    expect(nudges().filter(({ channel }) => channel === 'team-27')).toEqual([]);
  });

  it('say nothing twice: what arrived is what the ledger says, once each', () => {
    const queued = ledger.filter(({ outcome }) => outcome === 'queued');
    const names = queued.map((each) => `${each.evaluation_id} ${each.subject} ${each.round} ${each.rung}`);
    expect(new Set(names).size).toBe(names.length);
    expect(queued.filter(({ state }) => state === 'sent').length).toBe(nudges().length);
    expect(queued.map(({ state }) => state).filter((state) => state !== 'sent' && state !== 'cancelled')).toEqual([]);
  });

  it('climb the ladder rung by rung, and never more than twice to the team for one question', () => {
    for (const [name, all] of Map.groupBy(
      ledger.filter(({ outcome, subject }) => outcome === 'queued' && subject.startsWith('question:')),
      ({ evaluation_id, subject, round }) => `${evaluation_id} ${subject} ${round}`,
    )) {
      const steps = all.map(({ rung }) => ladder.findIndex((each) => each === rung));
      expect(steps, name).toEqual([...new Set(steps)].toSorted((a, b) => a - b));
      expect(steps[0], name).toBe(0);
      expect(steps.filter((step) => step < 2).length, name).toBeLessThanOrEqual(2);
      // Only the accompanier's rung is left out, where there is none.
      for (const [index, step] of steps.entries())
        if (index > 0 && step !== (steps[index - 1] ?? 0) + 1) expect(ladder[step], name).toBe('rest');
    }
  });

  it('tell the accompanier of the day: after a handover, the new one', () => {
    const late = nudges().filter(
      ({ kind, at, channel }) => kind === 'nudge-accompanier' && at > run.handover && channel === run.first,
    );
    expect(late).toEqual([]);
  });

  it('leave a ledger that adds up', () => {
    const { sent, dropped } = run.figures;
    const count = (outcome: string): number => ledger.filter((each) => each.outcome === outcome).length;
    expect(count('queued')).toBe(sent);
    expect(count('dropped')).toBe(dropped);
    expect(ledger.length).toBe(count('queued') + count('dropped') + count('closed'));
    for (const { at, due_at } of ledger) expect(at.getTime()).toBeGreaterThanOrEqual(due_at.getTime());
  });
});

/** Words that were said meanwhile and ask for reminders again. */
function takenBack(team: SimulatedTeam, from: Date, before: Date): boolean {
  return run.wishes.some((wish) => wish.channel === team.channel && wish.at > from && wish.at < before);
}
