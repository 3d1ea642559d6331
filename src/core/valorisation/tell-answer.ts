import type { Language } from '../language.ts';
import { speakerNamed } from '../reading/lists/testimony-item.ts';
import { fold } from '../reading/text/normalise.ts';
import type { MaterialItem } from '../grounding/material.ts';
import type { Part } from './frames.ts';
import { joined, quoted, softened, withArticle, writtenDay } from './grammar.ts';
import { confidenceOf, levelOfFigure, levelOfFinding, saying } from './ladder.ts';
import { asked, countWords, decapitalised, itemOf, opened, plain, type Said, sentencesOf } from './said.ts';
import { originalMarks, type Sentence, type Teller } from './teller.ts';
import { spokenIn } from './spoken-in.ts';
import type { UsableAnswer, UsableItem } from './usable.ts';

const mostSentences = 3;
const mostItems = 4;
/** A list of short lines goes on as long as it is one sentence to read. */
const longestList = 40;

/** The sentences a part of the outline makes of an answer, the first ones first: a text that has less room takes the beginning. */
export function tellAnswer(teller: Teller, part: Part, usable: UsableAnswer): Sentence[] {
  const { question, views } = usable;
  const key = part.say ?? question.id;
  if (views) return tellViews(teller, usable, views);
  if (question.type === 'list') return tellList(teller, part, key, usable);
  switch (question.type) {
    case 'short-text':
    case 'long-text':
      return tellText(teller, part, key, usable);
    case 'single-choice':
    case 'multiple-choice':
      return present(tellChoice(teller, key, usable));
    case 'number-with-unit':
      return present(question.number?.pair === true ? tellHeard(teller, key, usable) : tellCount(teller, key, usable));
    case 'date':
      return present(tellDate(teller, key, usable));
    case 'file':
      return present(teller.tell(key, { list: (usable.answer.files ?? []).map(plain).join(', ') }, [question.id], question));
  }
}

const present = (sentence: Sentence | undefined): Sentence[] => (sentence ? [sentence] : []);
const asSaid = (text: string): Said => ({ text, shape: 'fragment' });

/** Sentences go on after the first as long as the check has nothing against them. */
function goOn(teller: Teller, first: Sentence | undefined, others: readonly Said[], supports: string[]): Sentence[] {
  if (!first) return [];
  const told = [first];
  for (const said of others) {
    const sentence = teller.repeat(said, supports);
    if (!sentence) break;
    told.push(sentence);
  }
  return told;
}

function tellText(teller: Teller, part: Part, key: string, { question, answer }: UsableAnswer): Sentence[] {
  const { lang } = teller.needs.material;
  const [begin, ...others] = sentencesOf(answer.text ?? '', lang);
  if (!begin) return [];
  const isOwn = teller.languageOf(begin) === teller.needs.language;
  const first = question.oneQuestion === true && isOwn ? asked(begin, teller.needs.language) : begin;
  const own = `${key}.${confidenceOf(teller.needs.material)}`;
  const begun = teller.tell(teller.has(own) ? own : key, { answer: first }, [question.id], question);
  return goOn(teller, begun, others.slice(0, (part.most ?? mostSentences) - 1), [question.id]);
}

/** Where a team chose to differ, each view is told, none is preferred. */
function tellViews(teller: Teller, { question }: UsableAnswer, views: readonly string[]): Sentence[] {
  const lang = teller.needs.material.lang;
  const lead = question.lead?.[teller.needs.language] ?? '';
  return views.flatMap((view, at) => {
    const [first, ...others] = sentencesOf(view, lang);
    if (!first) return [];
    const begun = teller.tell(at === 0 ? 'views.first' : 'views.next', { answer: first, lead }, [question.id]);
    return goOn(teller, begun, others.slice(0, 1), [question.id]);
  });
}

// ── what is counted, chosen or dated: told in the language of the text ──

function tellChoice(teller: Teller, key: string, { question, answer }: UsableAnswer): Sentence | undefined {
  const { language } = teller.needs;
  const values = answer.values ?? (typeof answer.value === 'string' ? [answer.value] : []);
  if (values.some((value) => question.exclusive?.includes(value))) return undefined;
  const labels = values.flatMap((value) => question.options?.find((option) => option.value === value)?.label[language] ?? []);
  const [only] = values;
  if (values.length === 1 && only !== undefined && teller.has(`${key}.${only}`))
    return teller.tell(`${key}.${only}`, {}, [question.id]);
  if (labels.length === 0) return undefined;
  const shown = labels.map((label) => asSaid(decapitalised(label.replace(/\s*\([^)]*\)/gu, ''))));
  return teller.tell(key, { list: joined(shown, language, teller.common) }, [question.id]);
}

function tellHeard(teller: Teller, key: string, { question, answer }: UsableAnswer): Sentence | undefined {
  const heard = answer.heard ?? (typeof answer.value === 'number' ? answer.value : undefined);
  if (heard === undefined || heard === 0) return undefined;
  const people = unitIn(teller, answer.unit) ?? unitNamed(teller, 'people');
  const split = teller.isForeign || answer.split === undefined || plain(answer.split) === '' ? '' : opened(plain(answer.split));
  const values = {
    heard,
    people,
    ...(split === '' ? {} : { split: softened(asSaid(split), teller.needs.language, teller.common) }),
  };
  const asked = answer.asked !== undefined && answer.asked > heard ? { asked: answer.asked } : {};
  const variants = [
    ...('split' in values && 'asked' in asked ? [`${key}.${isHow.test(split) ? 'how' : 'split'}`] : []),
    ...('asked' in asked ? [key] : []),
    `${key}.only`,
  ];
  for (const variant of variants) {
    if (!teller.has(variant) && !teller.has(`${teller.needs.output.id}/${variant}`)) continue;
    const sentence = teller.tell(variant, { ...values, ...asked }, [question.id]);
    if (sentence) return sentence;
  }
  return undefined;
}

/** "en deux groupes, le 24 et le 31 mars": how people were heard, and not how many of whom. */
const isHow = /^(?:en|dans|lors|pendant|par|au|aux|à|in|op|tijdens|bij|met|via|during|at|on|by|with|through|over)(?!\p{L})/iu;

function tellCount(teller: Teller, key: string, { question, answer }: UsableAnswer): Sentence | undefined {
  const unit = unitIn(teller, answer.unit);
  if (typeof answer.value !== 'number' || unit === undefined) {
    return answer.text === undefined
      ? undefined
      : teller.tell('any', { answer: asSaid(opened(plain(answer.text))), lead: question.lead?.[teller.needs.language] ?? '' }, [
          question.id,
        ]);
  }
  const about = answer.exactness === 'approximate' ? `${teller.frame('about')} ` : '';
  const values = { about, count: answer.value, unit };
  if (answer.year !== undefined) return teller.tell(key, { ...values, year: String(answer.year) }, [question.id], question);
  // Under the lead of its question where no sentence of its own holds.
  return (
    teller.tell(`${key}.undated`, values, [question.id]) ??
    teller.tell('counted', { ...values, lead: question.lead?.[teller.needs.language] ?? '' }, [question.id])
  );
}

function tellDate(teller: Teller, key: string, { question, answer }: UsableAnswer): Sentence | undefined {
  const date = typeof answer.value === 'string' ? writtenDay(answer.value, teller.needs.language) : undefined;
  return date === undefined ? undefined : teller.tell(key, { date }, [question.id]);
}

const unitNamed = (teller: Teller, name: string): string => teller.needs.frames.nouns[teller.needs.language][name]?.[0] ?? name;

/** What is counted, in the language of the text: as it was written, or as the list of words has it. */
function unitIn(teller: Teller, unit: string | undefined): string | undefined {
  const { language, material } = teller.needs;
  const written = plain(unit ?? '')
    .replace(/\s*(?:par an|per jaar|a year|per year)$/u, '')
    .trim();
  if (written === '') return undefined;
  return teller.isForeign ? nounIn(teller, written, material.lang, language) : decapitalised(written);
}

function nounIn(teller: Teller, written: string, from: Language, to: Language): string | undefined {
  const { nouns } = teller.needs.frames;
  const name = Object.keys(nouns[from]).find((each) => nouns[from][each]?.some((form) => fold(form) === fold(written)));
  return name === undefined ? undefined : nouns[to][name]?.[0];
}

// ── lists ──

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

const escaped = (name: string): string => name.trim().replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);

function tellList(teller: Teller, part: Part, key: string, usable: UsableAnswer): Sentence[] {
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
  return teller.isForeign ? nounIn(teller, written, teller.needs.material.lang, teller.needs.language) : written;
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
