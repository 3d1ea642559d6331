import { readDate } from '../answer.ts';
import type { CalendarChoices } from '../calendar/whose.ts';
import { addDays, type IsHoliday } from '../calendar/working-time.ts';
import { nameOf, needQuestion, stateOf } from '../evaluation/evaluation.ts';
import type { Pressed } from '../evaluation/pressing.ts';
import { aside, button, enumerate, list, message, shorten, text } from '../evaluation/say.ts';
import { change, maySet, notYours } from '../evaluation/settings.ts';
import type { TurnDraft } from '../evaluation/turn.ts';
import { dayIn, startOfDay } from '../evaluation/zone.ts';
import type { Block } from '../message.ts';
import { dayAsWords, laterForm } from './cards.ts';
import { dueDates } from './dates.ts';
import { type Plan, planNudge, teamCalendar } from './plan.ts';
import { readNudgeWords } from './reading.ts';

/** No day of the kind is known: what is planned is then planned by weekdays and hours alone. */
const noHolidays: IsHoliday = () => false;

/** The hour at which what was put off comes back. */
const morning = 9;

/** A press on a nudge, or on what is said about nudges; false when it is about something else. */
export function takeNudgePress(t: TurnDraft, { action, value, fields }: Pressed): boolean {
  const until = typeof fields?.['until'] === 'string' ? fields['until'] : value;
  switch (action) {
    case 'nudge-mine':
      mine(t);
      return true;
    case 'nudge-keep':
      keep(t);
      return true;
    case 'nudge-later':
      later(t, until === undefined ? undefined : dayMeant(t, until));
      return true;
    case 'nudge-move':
      move(t, until === undefined ? undefined : dayMeant(t, until));
      return true;
    case 'nudge-stop':
      stopForMe(t);
      return true;
    case 'nudge-why':
      why(t, value);
      return true;
    case 'nudge-next':
      sayNext(t);
      return true;
    case 'nudge-done':
      done(t, value);
      return true;
    default:
      return false;
  }
}

/** Words about nudges and working time, the twins of those buttons; false when they are about something else. */
export function takeNudgeWords(t: TurnDraft, said: string): boolean {
  const { timeZone } = t.evaluation.structure;
  const read = readNudgeWords(said, { language: t.language, now: t.scene.now, timeZone });
  if (!read) return false;
  switch (read.do) {
    case 'when':
      sayNext(t);
      return true;
    case 'why':
      why(t);
      return true;
    case 'mine':
      // Without a nudge it is talk among colleagues, or an answer.
      if (!t.evaluation.nudging?.shown) return false;
      mine(t);
      return true;
    case 'keep':
      keep(t);
      return true;
    case 'later':
      later(t, read.until);
      return true;
    case 'move':
      move(t, read.until);
      return true;
    case 'pace':
      change(t, 'pace', read.said);
      return true;
    case 'calendar':
      setCalendar(t, read.set, read.own);
      return true;
    case 'how':
      t.read('status');
      t.post(t.here, message('nudge-how', t.language, [text(t.words(`nudge.how-${read.what}`))]));
      return true;
  }
}

/** A day that a form or a press brought: as ISO, or in words where a platform has only a line to type in. */
function dayMeant(t: TurnDraft, said: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(said)) return said;
  const { timeZone } = t.evaluation.structure;
  const read = readDate(said, { now: t.scene.now, language: t.language, timeZone, prefer: 'future' });
  return read.ok ? read.date : undefined;
}

/** One to one, it is about what this person alone gets. */
const isAlone = (t: TurnDraft): boolean => t.scene.spot.in === 'direct';

/** Somebody takes the item in hand: that is a sign of life, so the ladder begins anew from its foot. */
function mine(t: TurnDraft): void {
  t.read('status');
  t.change({ change: 'noted', what: 'nudge-mine', by: t.scene.by.person });
  t.post(t.here, message('nudge-set', t.language, [text(t.words('nudge.mine', { name: t.scene.by.name })), ...nextBlocks(t)]));
}

function keep(t: TurnDraft): void {
  t.read('resume');
  if (t.evaluation.muted) t.change({ change: 'evaluation-set', set: { muted: false } });
  t.change(
    { change: 'nudging-set', set: { anotherRound: true, snoozedUntil: null } },
    { change: 'noted', what: 'nudge-keep', by: t.scene.by.person },
  );
  t.post(t.here, message('nudge-set', t.language, [text(t.words('nudge.keep')), ...nextBlocks(t)]));
}

/** Nothing before a day: for the team, or for one person alone. */
function later(t: TurnDraft, until: string | undefined): void {
  t.read('pause');
  const from = momentOf(t, until);
  if (!from) {
    askWhen(t, 'nudge-later', until !== undefined);
    return;
  }
  const own = isAlone(t) ? { choice: { person: t.scene.by.person, snoozedUntil: from } } : { snoozedUntil: from, movedTo: null };
  t.change(
    { change: 'nudging-set', set: own },
    { change: 'noted', what: 'nudge-later', by: t.scene.by.person, details: { until: until ?? '', own: isAlone(t) } },
  );
  const day = dayAsWords(from, t.language, t.evaluation.structure.timeZone);
  const said = t.words(isAlone(t) ? 'nudge.later-me' : 'nudge.later', { day });
  t.post(t.here, message('nudge-set', t.language, [text(said), aside(t.words('nudge.later-back'))]));
}

/** The next one at another moment, earlier or later. */
function move(t: TurnDraft, until: string | undefined): void {
  t.read('status');
  const to = momentOf(t, until);
  if (!to) {
    askWhen(t, 'nudge-move', until !== undefined);
    return;
  }
  if (!('next' in planOf(t))) {
    sayNext(t);
    return;
  }
  t.change(
    { change: 'nudging-set', set: { movedTo: to, snoozedUntil: null } },
    { change: 'noted', what: 'nudge-moved', by: t.scene.by.person, details: { until: until ?? '' } },
  );
  t.post(t.here, message('nudge-set', t.language, [text(t.words('nudge.moved')), ...nextBlocks(t)]));
}

function askWhen(t: TurnDraft, action: 'nudge-later' | 'nudge-move', isPast: boolean): void {
  const said = message(
    'nudge-ask-day',
    t.language,
    [text(t.words(isPast ? 'pause.past' : 'nudge.from-when')), aside(t.words('nudge.how-later'))],
    { actions: [button(t.words, action)], forms: [laterForm(t.words, action)] },
  );
  t.post(t.here, said);
}

/** The morning of a day to come; nothing for one that has begun. */
function momentOf(t: TurnDraft, until: string | undefined): Date | undefined {
  const { timeZone } = t.evaluation.structure;
  const isDay = until !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(until) && !Number.isNaN(Date.parse(until));
  if (!isDay || until <= dayIn(t.scene.now, timeZone)) return undefined;
  return startOfDay(until, timeZone, morning);
}

function stopForMe(t: TurnDraft): void {
  t.read('stop');
  t.change(
    { change: 'nudging-set', set: { choice: { person: t.scene.by.person, stopped: true } } },
    { change: 'noted', what: 'nudge-stopped', by: t.scene.by.person },
  );
  t.post(t.aside, message('nudge-set', t.scene.by.language, [text(t.ownWords('nudge.stopped-me'))]));
}

/** A date is done with: nothing more is said about it. */
function done(t: TurnDraft, subject: string | undefined): void {
  t.read('status');
  const due = dueDates(t.evaluation, t.scene.method).find((each) => each.subject === subject);
  if (due)
    t.change(
      { change: 'nudging-set', set: { closed: due.subject } },
      { change: 'noted', what: 'nudge-done', by: t.scene.by.person, question: due.question },
    );
  t.post(t.here, message('nudge-set', t.language, [text(t.words(due ? 'nudge.done' : 'nudge.done-already'))]));
}

/** The rule in words, who set it, and how to change it. */
function why(t: TurnDraft, subject?: string): void {
  t.read('why');
  const { evaluation, words } = t;
  const due = dueDates(evaluation, t.scene.method).find((each) => each.subject === subject);
  const blocks: (Block | undefined)[] = due
    ? [
        text(
          words('nudge.why-due', {
            names: enumerate(
              words,
              (stateOf(evaluation, due.question).answer?.authors ?? []).map((person) => nameOf(evaluation, person)),
            ),
            question: shorten(needQuestion(t.scene.method, due.question).ask[t.language], 120),
          }),
        ),
        text(words('nudge.why-due-rule')),
      ]
    : [text(words(`nudge.why-${evaluation.pace}`)), text(words('nudge.why-ladder'))];
  const calendar = teamCalendar(evaluation);
  t.post(
    t.here,
    message(
      'nudge-why',
      t.language,
      [
        ...blocks,
        list([
          words('nudge.why-hours', { from: calendar.hours.from, to: calendar.hours.to }),
          words(`nudge.holidays-${calendar.country}`),
          ...(calendar.region ? [words(`nudge.holidays-${calendar.region}`)] : []),
          words('nudge.why-budget'),
        ]),
        ...nextBlocks(t),
        aside(words('nudge.why-change')),
      ],
      {
        actions: [
          button(words, 'settings', { label: words('button.nudge-pace') }),
          button(words, 'nudge-move'),
          button(words, 'nudge-later'),
          button(words, 'stop', { value: 'messages', label: words('button.stop-messages') }),
        ],
        forms: [laterForm(words), laterForm(words, 'nudge-move')],
      },
    ),
  );
}

/** The next planned nudge: when, to whom, about what; and how to move it. */
function sayNext(t: TurnDraft): void {
  t.read('status');
  const { words } = t;
  const hasNext = 'next' in planOf(t);
  t.post(
    t.here,
    message('nudge-next', t.language, nextBlocks(t), {
      actions: [
        hasNext && button(words, 'nudge-move'),
        hasNext && button(words, 'nudge-later'),
        button(words, 'nudge-why'),
        !hasNext && button(words, 'settings', { label: words('button.nudge-pace') }),
      ],
      forms: hasNext ? [laterForm(words), laterForm(words, 'nudge-move')] : [],
    }),
  );
}

/** This very turn is a sign of life. */
function planOf(t: TurnDraft): Plan {
  const evaluation = { ...t.evaluation, lastSignAt: t.scene.now };
  return planNudge(evaluation, t.scene.method, t.scene.isHoliday ?? noHolidays, t.scene.now);
}

function nextBlocks(t: TurnDraft): (Block | undefined)[] {
  const { words, evaluation } = t;
  const plan = planOf(t);
  if ('none' in plan) return [text(words(`nudge.none-${plan.none}`))];
  const { at, rung, question, due, person } = plan.next;
  const { timeZone } = evaluation.structure;
  const time = new Intl.DateTimeFormat(t.language, { timeStyle: 'short', timeZone }).format(at);
  const said = { day: dayAsWords(at, t.language, timeZone), time, name: nameOf(evaluation, person ?? '') };
  return [
    text(words(`nudge.next-${rung}`, said)),
    { type: 'quote', text: shorten(due?.task ?? needQuestion(t.scene.method, question).ask[t.language]) },
  ];
}

/** Holidays, closures, hours and days: of the team, by those who may set things for it, or of the one who says so. */
function setCalendar(t: TurnDraft, set: CalendarChoices, own: boolean): void {
  t.read('status');
  if (!own && !maySet(t)) {
    notYours(t);
    return;
  }
  const { structure } = t.evaluation;
  const today = dayIn(t.scene.now, structure.timeZone);
  const isComing = ({ until }: { until: string }): boolean => until >= addDays(today, -1);
  const added = set.closures?.length ? [...(structure.calendar?.closures ?? []).filter(isComing), ...set.closures] : set.closures;
  t.change({
    change: 'calendar-set',
    set: { ...set, ...(added && { closures: added }) },
    ...(own && { person: t.scene.by.person }),
  });
  t.change({ change: 'noted', what: 'calendar-set', by: t.scene.by.person });
  t.post(t.here, message('nudge-set', t.language, [text(calendarWords(t, set, own)), ...nextBlocks(t)]));
}

function calendarWords({ words, language }: TurnDraft, set: CalendarChoices, own: boolean): string {
  const { country, region, closures, hours, days } = set;
  if (region) return words(`nudge.holidays-${region}`);
  if (country) return words(`nudge.holidays-${country}`);
  const [closure] = closures ?? [];
  if (closure)
    return words('nudge.closed-set', { from: dayAsWords(closure.from, language), until: dayAsWords(closure.until, language) });
  if (closures) return words('nudge.closed-none');
  if (hours) return words(own ? 'nudge.hours-mine' : 'nudge.hours-ours', { from: hours.from, to: hours.to });
  // The first of January 2024 was a Monday.
  const names = (days ?? []).map((day) =>
    new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day))),
  );
  return words(own ? 'nudge.days-mine' : 'nudge.days-ours', { days: enumerate(words, names) });
}
