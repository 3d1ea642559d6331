import { aside, button, heading, list, message, shorten, text } from '../evaluation/say.ts';
import type { Block, Message } from '../message.ts';
import type { QuestionId } from '../method.ts';
import { agoWords, dayWords, type Look } from './signals.ts';
import { noteForm } from './team-card.ts';

/** Something that happened in a team. `words` are there only when the team shares its answers. */
export interface Happening {
  kind: 'answered' | 'changed' | 'differ' | 'parked' | 'not-yet' | 'skipped' | 'not-for-us' | 'called' | 'text';
  at: Date;
  question?: QuestionId;
  /** The question as it is asked, or the kind of text. */
  about: string;
  /** Where in the evaluation the question stands: people count them so. */
  number?: number;
  words?: string;
}

export interface BriefFacts {
  team: string;
  structureId: string;
  timeZone: string;
  channel?: string;
  /** The last brief or contact; absent before the first one: then it is told from the beginning. */
  since?: { at: Date; what: 'brief' | 'nudge' | 'call' };
  shared: boolean;
  happened: readonly Happening[];
  /** People who wrote since, and how many there are. */
  spoke: number;
  members: number;
  open?: { about: string; since?: Date };
}

/** No brief has more lines: whatever there is besides is counted. */
export const briefLines = 10;

/** What happened since the last brief or contact, in ten lines at most, each with where and when it was said. */
export function briefMessage(facts: BriefFacts, look: Look): Message {
  const { words, language } = look;
  const { happened, since, timeZone, shared, open, spoke, members, structureId } = facts;
  // Two lines are taken by who spoke and what is open.
  const told = happened.slice(happened.length > briefLines - 2 ? -(briefLines - 3) : -(briefLines - 2));
  const more = happened.length - told.length;
  const sinceWords = since
    ? words(`portfolio.brief-since-${since.what}`, { day: dayWords(look, since.at, timeZone) })
    : words('portfolio.brief-since-start');
  const lines = [
    words('portfolio.brief-spoke', { spoke, members }),
    ...(more > 0 ? [words('portfolio.brief-more', { count: more })] : []),
    ...told.map((each) => happeningLine(each, facts, look)),
    open
      ? words('portfolio.brief-open', {
          question: shorten(open.about, 120),
          since: open.since ? agoWords(look, open.since) : 'no',
        })
      : words('portfolio.brief-none-open'),
  ];
  const blocks: (Block | undefined)[] = [
    heading(words('portfolio.brief', { team: facts.team })),
    text(sinceWords),
    happened.length === 0 ? text(words('portfolio.brief-nothing')) : undefined,
    list(lines),
    aside(words(shared ? 'portfolio.brief-shared' : 'portfolio.brief-not-shared')),
  ];
  return message('portfolio-brief', language, blocks, {
    actions: [button(words, 'acc-nudge', { value: structureId }), button(words, 'acc-note', { value: structureId })],
    forms: [noteForm(structureId, look)],
  });
}

function happeningLine({ kind, at, about, number, words: said }: Happening, facts: BriefFacts, look: Look): string {
  const { words } = look;
  const where = words('portfolio.brief-where', {
    day: dayWords(look, at, facts.timeZone),
    number: number ?? 0,
    channel: facts.channel ?? 'no',
  });
  const what = words(`portfolio.brief-${kind}`, { about: shorten(about, 90) });
  return said === undefined
    ? words('portfolio.brief-line', { what, where })
    : words('portfolio.brief-said', { what, words: shorten(said, 140), where });
}
