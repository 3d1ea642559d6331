import { aside, button, heading, list, message, text } from '../evaluation/say.ts';
import type { Form, Message } from '../message.ts';
import { findQuestion } from '../method.ts';
import type { PortfolioTeam } from './facts.ts';
import {
  agoWords,
  engagementName,
  engagementOf,
  engagementReason,
  type Look,
  scheduleName,
  scheduleOf,
  scheduleReasons,
} from './signals.ts';
import { waitingLine } from './waiting.ts';

/** One team as its accompanier sees it: how far, both signals with all their reasons, and what waits. `notes`: how many they wrote. */
export function teamCard(team: PortfolioTeam, notes: number, look: Look): Message {
  const { words, language, now } = look;
  const { progress, name, structureId: value, cohorts, waiting } = team;
  const open = progress?.openQuestion === undefined ? undefined : findQuestion(progress.method, progress.openQuestion);
  return message(
    'portfolio-team',
    language,
    [
      heading(name),
      cohorts.length > 0 && aside(cohorts.map((cohort) => cohort.name).join(' · ')),
      progress && {
        type: 'progress',
        parts: progress.stages.map(({ id, label, done, total }) => ({
          label: label[language],
          done,
          total,
          current: id === progress.stage,
        })),
        text: progress.stages
          .map(({ label, done, total }) => words('progress.part', { label: label[language], done, total }))
          .join('\n'),
      },
      !progress && text(words('portfolio.not-begun-yet')),
      progress &&
        text(
          words('portfolio.schedule', {
            schedule: scheduleName(words, scheduleOf(progress, now)),
            reasons: scheduleReasons(look, progress).join(', '),
          }),
        ),
      progress &&
        text(
          words('portfolio.engagement', {
            engagement: engagementName(words, engagementOf(progress)),
            reasons: engagementReason(look, progress),
          }),
        ),
      open &&
        text(
          words('portfolio.open-question', {
            question: open.ask[language],
            since: progress?.openSince ? agoWords(look, progress.openSince) : 'no',
          }),
        ),
      ...(waiting.length > 0
        ? [
            text(words('portfolio.waiting', { count: waiting.length })),
            list(waiting.map((each) => waitingLine(look, { ...each, team }))),
          ]
        : []),
      aside(words('portfolio.notes-count', { count: notes })),
    ],
    {
      actions: [
        progress && button(words, 'acc-brief', { value, style: 'primary' }),
        progress && button(words, 'acc-nudge', { value }),
        button(words, 'acc-note', { value }),
        notes > 0 && button(words, 'acc-notes', { value }),
        button(words, 'acc-handover', { value }),
      ],
      forms: [noteForm(value, look), handoverForm(value, look)],
    },
  );
}

/** A form knows of no value: the team it is about stands in the name of a field. */
export const noteForm = (structureId: string, { words }: Look): Form => ({
  action: 'acc-note',
  title: words('form.acc-note'),
  submit: words('form.acc-keep'),
  fields: [
    { id: 'words', label: words('form.acc-note-words'), hint: words('form.acc-note-hint'), kind: 'long-text', required: true },
    {
      id: `hands-over:${structureId}`,
      label: words('form.acc-hands-over'),
      kind: 'choice',
      required: true,
      initial: 'no',
      options: [
        { value: 'no', label: words('form.acc-hands-over-no') },
        { value: 'yes', label: words('form.acc-hands-over-yes') },
      ],
    },
  ],
});

const handoverForm = (structureId: string, { words }: Look): Form => ({
  action: 'acc-handover',
  title: words('form.acc-handover'),
  submit: words('form.acc-make-code'),
  fields: [
    {
      id: `words:${structureId}`,
      label: words('form.acc-handover-words'),
      hint: words('form.acc-handover-hint'),
      kind: 'long-text',
      required: false,
    },
  ],
});

/** A note that its author alone reads. */
export interface PrivateNote {
  id: string;
  words: string;
  /** It goes to the colleague who takes the team over. */
  handsOver: boolean;
  /** From whom it came with the team. */
  from?: string;
  at: Date;
}

export const notesShown = 10;

/** The newest notes about a team, for their author. */
export function notesMessage(team: string, notes: readonly PrivateNote[], look: Look): Message {
  const { words, language } = look;
  return message('portfolio-notes', language, [
    heading(words('portfolio.notes', { team })),
    notes.length === 0 && text(words('portfolio.no-notes')),
    ...notes.slice(0, notesShown).flatMap(({ words: said, handsOver, from, at }) => [
      {
        type: 'quote' as const,
        text: said,
        by: words('portfolio.note-by', { ago: agoWords(look, at), from: from ?? 'no', over: String(handsOver) }),
      },
    ]),
    notes.length > notesShown && aside(words('portfolio.notes-more', { count: notes.length - notesShown })),
    aside(words('portfolio.notes-private')),
  ]);
}

/** Everything that can be done at this desk, in words, beside the buttons. `more`: what an office in a network lets the same person write. */
export const helpMessage = (
  { words, language }: Look,
  teams: readonly PortfolioTeam[],
  more: readonly string[] = [],
): Message => {
  const team = teams[0]?.name ?? '…';
  return message('portfolio-help', language, [
    heading(words('portfolio.help')),
    list([
      ...['home', 'team', 'brief', 'nudge', 'filter', 'note', 'handover', 'picture'].map((each) =>
        words(`portfolio.help-${each}`, { team }),
      ),
      ...more,
    ]),
  ]);
};

/** One thing that is said at a desk in plain words. */
export const said = ({ language }: Look, kind: string, words: string): Message => message(kind, language, [text(words)]);
