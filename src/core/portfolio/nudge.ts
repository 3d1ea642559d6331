import { aside, button, heading, message, shorten, text } from '../evaluation/say.ts';
import type { Language } from '../language.ts';
import type { Block, Form, Message } from '../message.ts';
import { findQuestion, type Method, type QuestionId } from '../method.ts';
import type { Words, Wording } from '../words.ts';
import type { PortfolioTeam } from './facts.ts';
import type { Look } from './signals.ts';

/** Why a team is not nudged now. */
export const leftOut = [
  'not-begun',
  'ended',
  'paused',
  'muted',
  'no-question',
  'unreachable',
  'recent',
  'budget',
  'settled',
] as const;
export type LeftOut = (typeof leftOut)[number];

/** A question that was nudged by hand is left alone for so many days, whoever nudged. */
export const nudgeRestDays = 7;

/** What stands against nudging a team, from its progress alone; nothing when nothing does. */
export function whyLeftOut(team: PortfolioTeam): LeftOut | undefined {
  const { progress } = team;
  if (!progress) return 'not-begun';
  if (progress.state === 'ended') return 'ended';
  if (progress.state === 'paused') return 'paused';
  if (progress.muted) return 'muted';
  if (progress.openQuestion === undefined) return 'no-question';
  return progress.unreachable ? 'unreachable' : undefined;
}

/** A nudge by hand as it is prepared. The question is not in `text`: it goes with it, whatever its author changes. */
export interface HandNudge {
  id: string;
  structureId: string;
  evaluationId: string;
  question: QuestionId;
  team: string;
  language: Language;
  text: string;
}

/** What is proposed to be said, in the team's language: what they did since, and no reproach. */
export function proposedText(words: Words, { answered, name }: { answered: number; name: string }): string {
  return words('nudge-by-hand.text', { answered, name });
}

/** The nudge as the team reads it, in the thread of its open question. */
export function nudgeMessage(
  nudge: Pick<HandNudge, 'language' | 'text' | 'question'>,
  by: string,
  method: Method,
  words: Words,
): Message {
  const question = findQuestion(method, nudge.question);
  return message(
    'nudge-by-hand',
    nudge.language,
    [
      text(nudge.text),
      question && text(words('nudge-by-hand.question', { question: question.ask[nudge.language] })),
      aside(words('nudge-by-hand.by', { name: by })),
    ],
    {
      about: { question: nudge.question },
      actions: ['example', 'not-yet', 'accompanier'].map((id) => button(words, id)),
    },
  );
}

/** A card, its form and a phone hold so many texts; whoever chose more sends these first. */
export const mostAtOnce = 10;

export interface Preview {
  batch: string;
  by: string;
  /** `goesAt`: when it will go, where that is not now. */
  ready: readonly (HandNudge & { method: Method; goesAt?: string })[];
  excluded: readonly { team: string; why: LeftOut; day?: string }[];
  /** Teams that were chosen beyond `mostAtOnce`. */
  beyond: number;
}

/** The name of the message that shows a batch, and later what became of it. */
export const batchSlot = (batch: string): string => `nudges:${batch}`;

/** What would go to whom, before anything goes. */
export function previewMessage({ batch, by, ready, excluded, beyond }: Preview, wording: Wording, look: Look): Message {
  const { words, language } = look;
  const blocks: (Block | undefined | false)[] = [
    heading(words('nudge-by-hand.preview', { count: ready.length })),
    ...ready.flatMap((nudge) => [
      text(words('nudge-by-hand.to', { team: nudge.team, at: nudge.goesAt ?? 'no' })),
      {
        type: 'quote' as const,
        text: [
          nudge.text,
          wording[nudge.language]('nudge-by-hand.question', {
            question: shorten(findQuestion(nudge.method, nudge.question)?.ask[nudge.language] ?? '', 200),
          }),
          wording[nudge.language]('nudge-by-hand.by', { name: by }),
        ].join('\n'),
      },
    ]),
    ...excludedBlocks(excluded, words),
    beyond > 0 && aside(words('nudge-by-hand.beyond', { count: beyond, most: mostAtOnce })),
    ready.length > 0 && aside(words('nudge-by-hand.not-yet-sent')),
  ];
  return message('nudge-preview', language, blocks, {
    actions:
      ready.length === 0
        ? []
        : [
            button(words, 'acc-nudge-send', {
              value: batch,
              style: 'primary',
              label: words('button.acc-nudge-send', { count: ready.length }),
            }),
            button(words, 'acc-nudge-edit', { value: batch }),
            button(words, 'acc-nudge-drop', { value: batch }),
          ],
    forms: ready.length === 0 ? [] : [editForm(batch, ready, look)],
  });
}

export function excludedBlocks(excluded: Preview['excluded'], words: Words): Block[] {
  if (excluded.length === 0) return [];
  return [
    text(words('nudge-by-hand.left-out', { count: excluded.length })),
    {
      type: 'list',
      items: excluded.map(({ team, why, day }) =>
        words('nudge-by-hand.left-out-line', { team, why: words(`nudge-by-hand.why-${why}`, { day: day ?? 'no' }) }),
      ),
    },
  ];
}

const editForm = (batch: string, ready: Preview['ready'], { words }: Look): Form => ({
  action: 'acc-nudge-edit',
  title: words('form.acc-nudge-edit'),
  submit: words('form.acc-keep'),
  fields: ready.map((nudge) => ({
    id: `text:${batch}:${nudge.id}`,
    label: nudge.team,
    kind: 'long-text',
    required: true,
    initial: nudge.text,
  })),
});

/** What became of each: on its way, at which moment, or left out and why. */
export function resultMessage(
  { sent, excluded }: { sent: readonly { team: string; goesAt?: string }[]; excluded: Preview['excluded'] },
  { words, language }: Look,
): Message {
  return message('nudge-result', language, [
    heading(words('nudge-by-hand.result', { count: sent.length })),
    sent.length > 0 && {
      type: 'list',
      items: sent.map(({ team, goesAt }) => words('nudge-by-hand.sent-line', { team, at: goesAt ?? 'no' })),
    },
    ...excludedBlocks(excluded, words),
  ]);
}
