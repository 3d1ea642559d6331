import type { AnswerValue, Item } from '../../answer.ts';
import type { Language } from '../../language.ts';
import { languages } from '../../language.ts';
import type { ItemKind, Question } from '../../method.ts';
import { fold, foldedWords } from '../text/normalise.ts';
import { readFigureItem } from './figure-item.ts';
import { readDecisionItem, readPersonItem, readTaskItem } from './people-items.ts';
import { splitItems } from './split-items.ts';
import { consentOfAll, readTestimonyItem } from './testimony-item.ts';

type ListValue = Extract<AnswerValue, { type: 'list' }>;

export interface ListContext {
  language: Language;
  now: Date;
  timeZone?: string;
}

/** More items than anybody lists: the rest of such a text stays together in the last one. */
const mostItems = 100;
/** What an item says of itself is near its beginning. */
const longestScan = 1000;
const longestQuotation = 4000;

function readItem(whole: string, kind: ItemKind, context: ListContext): Item {
  const text = whole.slice(0, kind === 'testimony' ? longestQuotation : longestScan);
  return { ...readFields(text, kind, context), text: whole };
}

function readFields(text: string, kind: ItemKind, context: ListContext): Item {
  switch (kind) {
    case 'figure':
      return readFigureItem(text, context.language, context.now);
    case 'testimony':
      return readTestimonyItem(text);
    case 'task':
      return readTaskItem(text, { ...context, prefer: 'future' });
    case 'decision':
      return readDecisionItem(text);
    case 'person':
      return readPersonItem(text);
    case 'text':
    case 'finding':
    case 'stakeholder':
      return { text };
  }
}

const nothing =
  /^(?:rien|neant|aucune?s?|aucune?s? (?:pour l'instant|a ce jour)|nada|niets|geen|nihil|none|nothing|nil|zero|0|personne|niemand|nobody)(?: du tout| pour l'instant| pour le moment| voorlopig| for now| yet| a ce stade)?[.! ]*$/u;
const noneOf =
  /^(?:il n'y a |on n'a |nous n'avons |er zijn |we hebben |we have |there are )?(?:pas d(?:e |'|u )|pas |aucune? |geen |no |not any )([\p{L}-]+(?: [\p{L}-]+)?)(?: du tout| pour l'instant| a ce jour| voorlopig| for now)?[.! ]*$/u;

/** Whether somebody says that there is nothing to list: "aucun chiffre", "geen", "none". It is an answer, and an empty list. */
export function saysNothing(question: Question, text: string): boolean {
  const folded = fold(text.slice(0, 120)).trim();
  if (nothing.test(folded)) return true;
  const thing = noneOf.exec(folded)?.[1];
  if (thing === undefined) return false;
  const asked = new Set(
    languages.flatMap((language) => foldedWords(`${question.ask[language]} ${question.hint[language]}`)).map(stem),
  );
  return foldedWords(thing).every((word) => asked.has(stem(word)));
}

const stem = (word: string): string => word.replace(/(?:en|s|x)$/u, '');

/** Consent that is said once for all counts for every testimony that says nothing of its own. */
function shareConsent(items: Item[]): Item[] {
  const forAll = items.map((item) => (item.words === undefined ? consentOfAll(item.text) : undefined));
  const consent = forAll.find((each) => each !== undefined);
  if (consent === undefined || items.length < 2) return items;
  return items
    .filter((_, i) => forAll[i] === undefined)
    .map((item) => (item.consent === 'unknown' ? { ...item, consent } : item));
}

/** Reads a list and what each of its items says. An empty list is an answer too. */
export function readList(question: Question, text: string, context: ListContext): ListValue {
  if (saysNothing(question, text)) return { type: 'list', items: [], text };
  const kind = question.items ?? 'text';
  const parts = splitItems(text, kind);
  const kept = parts.length > mostItems ? [...parts.slice(0, mostItems - 1), parts.slice(mostItems - 1).join('\n')] : parts;
  const items = (kept.length > 0 ? kept : [text]).map((part) => readItem(part, kind, context));
  return { type: 'list', items: kind === 'testimony' ? shareConsent(items) : items, text };
}
