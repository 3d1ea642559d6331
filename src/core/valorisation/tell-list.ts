import type { MaterialItem } from '../grounding/material.ts';
import type { Language } from '../language.ts';
import { speakerNamed } from '../reading/lists/testimony-item.ts';
import { fold } from '../reading/text/normalise.ts';
import type { Part } from './frames.ts';
import { joined, quoted, withArticle } from './grammar.ts';
import { levelOfFigure, levelOfFinding, saying } from './ladder.ts';
import { countWords, decapitalised, itemOf, plain, type Said } from './said.ts';
import { spokenIn } from './spoken-in.ts';
import { originalMarks, type Sentence, type Teller } from './teller.ts';
import type { UsableAnswer, UsableItem } from './usable.ts';

const mostItems = 4;
/** A list of short lines goes on as long as it is one sentence to read. */
const longestList = 40;

export const present = (sentence: Sentence | undefined): Sentence[] => (sentence ? [sentence] : []);

/** A line without the first name of who takes care of it: "garder la réunion (Els)", "Luc : rappeler les anciennes". */
function lineOf(teller: Teller, { text = '', who }: MaterialItem): Said {
  const { lang, people = [] } = teller.needs.material;
  const names = [...people, ...(who === undefined ? [] : [who])].filter((name) => name.trim() !== '').map(escaped);
  if (names.length === 0) return itemOf(text, lang);
  const named = `(?:${names.join('|')})`;
  const several = `${named}(?:\\s*(?:,|et|en|and|&)\\s*${named})*`;
  const bare = text
    .replace(new RegExp(`\\s*\\(${several}\\)`, 'giu'), '')
    .replace(new RegExp(`^\\s*${several}\\s*:\\s+`, 'iu'), '');
  return itemOf(/\p{L}/u.test(bare) ? bare : text, lang);
}

const escaped = (name: string): string => name.trim().replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** The sentences of a list: one for each testimony, finding or figure, otherwise one for the lines together where the frame takes them so. */
export function tellList(teller: Teller, part: Part, key: string, usable: UsableAnswer): Sentence[] {
  const { question } = usable;
  const items = usable.items.slice(0, part.most ?? mostItems);
  switch (question.items) {
    case 'testimony':
      return items.flatMap((item) => present(tellTestimony(teller, item)));
    case 'finding':
      return items.flatMap((item) => present(tellFinding(teller, item, usable)));
    case 'figure':
      return items.flatMap((item) => present(tellFigure(teller, item, usable, part.sourced === true)));
    default:
      return tellItems(teller, key, { items, all: usable.items }, usable);
  }
}

function tellTestimony(teller: Teller, { id, item }: UsableItem): Sentence | undefined {
  const { language, material } = teller.needs;
  const words = plain(item.words ?? '');
  const quote = quoted(words, language);
  const spoken = spokenIn(words, material.lang);
  const role = roleIn(teller, item.who);
  const named = role === undefined ? undefined : withArticle(role, language);
  // "une habitante, 81 ans, raconte"
  const who = named?.includes(',') ? `${named},` : named;
  const ways = [
    ...(who === undefined ? [] : [() => teller.tell('quote.by', { quote, who }, [id])]),
    ...(role === undefined || who !== undefined
      ? []
      : [() => teller.tell('quote.noted', { quote, role: decapitalised(role) }, [id])]),
    () => teller.tell('quote.plain', { quote }, [id]),
  ];
  for (const way of ways) {
    const sentence = way();
    if (!sentence) continue;
    return spoken === language
      ? sentence
      : { ...sentence, text: sentence.text.replace(/(?<=[»”])(?=[^»”]*$)/u, originalMarks[spoken]), original: spoken };
  }
  return undefined;
}

function roleIn(teller: Teller, who: string | undefined): string | undefined {
  const written = speakerNamed(plain(who ?? ''));
  if (written === undefined) return undefined;
  return teller.isForeign ? teller.nounFor(written) : written;
}

const hedged = /(?:premiers signes|eerste signalen|first signs|semble|lijk(?:t|en)|seems?|appears?|peut-etre|misschien|perhaps)/u;

function tellFinding(teller: Teller, { id, item }: UsableItem, { question }: UsableAnswer): Sentence | undefined {
  const { material } = teller.needs;
  const level = levelOfFinding(item, material);
  if (level === undefined) return undefined;
  const said = lineOf(teller, item);
  const stated = fold(said.text);
  // Words that hedge or report by themselves need no verb for it from us.
  const isHedged = hedged.test(stated) && level !== 'observed';
  const key = isHedged
    ? 'finding.hedged'
    : level === 'reported' && saying.test(stated)
      ? teller.hasTold('finding.')
        ? 'finding.told.next'
        : 'finding.told'
      : `finding.${level}`;
  const links = (item.links ?? []).filter((link) => teller.check({ text: '', supports: [link] }).verdict === 'green');
  return teller.tell(key, { answer: said }, [id, ...links], question);
}

function tellFigure(
  teller: Teller,
  { id, item }: UsableItem,
  { question }: UsableAnswer,
  sourced: boolean,
): Sentence | undefined {
  const { material } = teller.needs;
  const said = dated(lineOf(teller, item), item, material.lang);
  const key = levelOfFigure(item, material) === 'first-signs' && isSign(item, said) ? 'figure.first-signs' : 'figure';
  // A source written after a comma hangs on the sentence like a slip: it goes into brackets.
  const [bare, hanging] = withoutTail(said.text, plain(item.source ?? ''));
  const stated = fold(bare);
  const source = [...(sourced || hanging ? [plain(item.source ?? '')] : []), ...(sourced ? [plain(item.period ?? '')] : [])]
    .filter((each) => each !== '' && !stated.includes(fold(each)))
    .join(', ');
  const shown = source === '' ? said : { ...said, text: `${bare} (${source})` };
  return teller.tell(key, { answer: shown }, [id], question) ?? teller.tell(key, { answer: said }, [id], question);
}

/** The words without their source at the end, and whether it stood there. */
function withoutTail(text: string, source: string): [string, boolean] {
  const isThere = source !== '' && fold(text).endsWith(fold(source));
  const rest = isThere ? text.slice(0, text.length - source.length) : text;
  return isThere && /[,;]\s*$/u.test(rest) ? [rest.replace(/\s*[,;]\s*$/u, ''), true] : [text, false];
}

/** Tonnes or meals tell what is done; a sign of what changes is told of so many people out of so many, or says what they say. */
function isSign(item: MaterialItem, { text, shape }: Said): boolean {
  const folded = fold(text);
  return (
    item.outOf !== undefined ||
    shape === 'clause' ||
    saying.test(folded) ||
    /\d(?: [\p{L}'-]+){0,6} (?:sur|van de|op de|out of|of) (?:les |the )?\d/u.test(folded)
  );
}

const lastYear: Record<Language, RegExp> = {
  fr: /(?<!\p{L})(?:de )?l['’](?:an dernier|an passé|année dernière|année passée)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:in |van )?(?:vorig|verleden|afgelopen|het voorbije|het afgelopen|het vorige) jaar(?!\p{L})/iu,
  en: /(?<!\p{L})(?:in |over )?(?:the )?last year(?!\p{L})/iu,
};

/** "l'an passé" is another year when the text is read: the year that was meant stands there, where it was understood. */
function dated(said: Said, { period }: MaterialItem, language: Language): Said {
  const spoken = said.lang ?? language;
  if (period === undefined || !/^(?:19|20)\d\d$/u.test(period)) return said;
  const written = spoken === 'fr' ? `en ${period}` : `in ${period}`;
  const text = said.text.replace(lastYear[spoken], (found) => (/^de /iu.test(found) ? `de ${period}` : written));
  return { ...said, text };
}

/** As many lines as their place holds; where it names no number, all that stay readable in one sentence. */
function together(teller: Teller, all: readonly UsableItem[], widest: number, isOpen: boolean): readonly UsableItem[] {
  if (!isOpen) return all.slice(0, widest);
  let words = 0;
  const readable = all.findIndex(({ item }) => (words += countWords(lineOf(teller, item).text)) > longestList);
  return all.slice(0, Math.max(widest, readable === -1 ? all.length : readable));
}

/**
 * Lines that make one sentence together, or one sentence each where the frame takes one answer. A sentence of a whole list holds as many
 * lines as the widest of its places in the text: the list is told in one place.
 */
function tellItems(
  teller: Teller,
  key: string,
  { items, all }: { items: readonly UsableItem[]; all: readonly UsableItem[] },
  { question }: UsableAnswer,
): Sentence[] {
  const { material, language, output, frames } = teller.needs;
  const templates = frames.templates[language][`${output.id}/${key}`] ?? frames.templates[language][key] ?? [];
  const isEachAlone = templates.some((template) => template.includes('{answer}'));
  const places = frames.outlines[output.id]?.blocks.flatMap(({ parts }) => parts).filter(({ use }) => use.includes(question.id));
  const widest = Math.max(...(places ?? []).map(({ most }) => most ?? mostItems));
  const isOpen = (places ?? []).some(({ most }) => most === undefined);
  const lines = (isEachAlone ? items : together(teller, all, widest, isOpen))
    .map(({ id, item }) => ({ id, said: lineOf(teller, item) }))
    .filter(({ id, said }) => {
      const isForeign = teller.languageOf(said) !== language;
      const { reasons } = teller.check({ text: isForeign ? quoted(said.text, language) : said.text, supports: [id] });
      // The frame of the whole list says that these are hopes; a line by itself need not.
      const codes = reasons.filter(({ severity, code }) => severity === 'red' && code !== 'ladder').map(({ code }) => code);
      if (codes.length > 0) teller.leftOut.push({ id, why: 'not-sure', codes });
      return codes.length === 0;
    });
  if (isEachAlone) {
    return lines.flatMap(({ id, said }) => present(teller.tell(key, { answer: said }, [id], question)));
  }
  const [first] = lines;
  if (!first) return [];
  const shape = lines.every(({ said }) => said.shape === first.said.shape) ? first.said.shape : 'fragment';
  const list: Said = {
    text: joined(
      lines.map(({ said }) => said),
      material.lang,
      teller.common,
    ),
    shape,
    lines: lines.map(({ said }) => said),
  };
  return present(
    teller.tell(
      key,
      { list },
      lines.map(({ id }) => id),
      question,
    ),
  );
}
