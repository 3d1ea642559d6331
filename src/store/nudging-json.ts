import { sql } from 'kysely';
import type { CalendarChoices } from '../core/calendar/whose.ts';
import { ladder, type Nudged, type Nudging } from '../core/nudging/nudging.ts';

/** The nudges of an evaluation as they come with it, in the one statement that loads it. */
export interface NudgingJson {
  round: number;
  moved_to: string | null;
  snoozed_until: string | null;
  shown_slot: string | null;
  shown_question: string | null;
  nudged: { subject: string; rung: string; round: number; at: string }[] | null;
  choices: { person: string; snoozed_until: string | null; stopped_at: string | null }[] | null;
  accompaniers: { person: string; time_zone: string | null; calendar: CalendarChoices | null }[] | null;
}

/** Of the evaluation that a statement calls `e`; null before the first turn that planned one. */
export const nudgingJson = sql`(
  select json_build_object('round', n.round, 'moved_to', n.moved_to, 'snoozed_until', n.snoozed_until, 'shown_slot', n.shown_slot,
    'shown_question', n.shown_question,
    'nudged', (select json_agg(json_build_object('subject', x.subject, 'rung', x.rung, 'round', x.round, 'at', x.at) order by x.at, x.id)
      from nudges x where x.evaluation_id = e.id and x.outcome <> 'dropped'),
    'choices', (select json_agg(json_build_object('person', c.person_id, 'snoozed_until', c.snoozed_until, 'stopped_at', c.stopped_at))
      from nudge_choices c where c.structure_id = e.structure_id),
    'accompaniers', (select json_agg(json_build_object('person', a.person_id, 'time_zone', p.time_zone, 'calendar', p.calendar) order by a.from_at, a.person_id)
      from accompaniments a join desks d on d.person_id = a.person_id left join people p on p.id = a.person_id
      where a.structure_id = e.structure_id and a.until_at is null))
  from nudge_plans n where n.evaluation_id = e.id)`;

const rungs: readonly Nudged['rung'][] = [...ladder, 'before-due', 'overdue'];

export function nudgingFrom(json: NudgingJson): Nudging {
  const { shown_slot, shown_question } = json;
  return {
    round: json.round,
    ...(json.moved_to && { movedTo: new Date(json.moved_to) }),
    ...(json.snoozed_until && { snoozedUntil: new Date(json.snoozed_until) }),
    ...(shown_slot && { shown: { slot: shown_slot, ...(shown_question && { question: shown_question }) } }),
    nudged: (json.nudged ?? []).flatMap(({ subject, rung: name, round, at }) => {
      const rung = rungs.find((each) => each === name);
      return rung ? [{ subject, rung, round, at: new Date(at) }] : [];
    }),
    choices: (json.choices ?? []).map(({ person, snoozed_until, stopped_at }) => ({
      person,
      ...(snoozed_until && { snoozedUntil: new Date(snoozed_until) }),
      ...(stopped_at && { stopped: true }),
    })),
    accompaniers: (json.accompaniers ?? []).map(({ person, time_zone, calendar }) => ({
      person,
      ...(time_zone && { timeZone: time_zone }),
      ...(calendar && { calendar }),
    })),
  };
}
