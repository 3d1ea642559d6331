import { shorten } from '../evaluation/say.ts';
import { checkSentence } from '../grounding.ts';
import { type Language, languages } from '../language.ts';
import { findQuestion, type Method, type Output, type Question } from '../method.ts';
import { fold } from '../reading/text/normalise.ts';
import type { Frames } from './frames.ts';
import { commonWordsOf, joined, quoted, quotedLines, softened, thatClause, turnOf } from './grammar.ts';
import { capitalised, closed, decapitalised, opened, plain, type Said } from './said.ts';
import type { Choices, TextMaterial, WhyNot } from './usable.ts';

/** A sentence of a text with the answers it rests on: ids of questions, or `question/item`. */
export interface Sentence {
  text: string;
  supports: string[];
  /** The language the answer's words stayed in, where it is not the text's. */
  original?: Language;
  /** A place left for a person to fill: a question, or a name of the outline. */
  gap?: string;
}

export interface Needs {
  material: TextMaterial;
  output: Output;
  language: Language;
  method: Method;
  frames: Frames;
  choices: Choices;
}

export interface LeftOut {
  id: string;
  why: WhyNot;
  /** What the check found, for `not-sure`. */
  codes?: string[];
}

/** Values of a frame: plain ones, and words of an answer, which take the form their place asks for. */
export type Values = Record<string, string | number | Said>;

/** Begins with a word for somebody named before, who is not named in this text. */
const looksBack: Record<Language, RegExp> = {
  fr: /^(?:(?:elles?|ils?|ceux-ci|celles-ci)(?!\p{L})|(?:on|nous) (?:ne )?(?:leur|lui)(?!\p{L}))/iu,
  nl: /^(?:(?:ze|zij|hij|die)(?!\p{L})|(?:we|wij) \p{L}+ (?:het |dit |dat )?(?:hun|hen)(?!\p{L}))/iu,
  en: /^(?:(?:they|she|he|these|those)(?!\p{L})|we (?:\p{L}+ ){1,4}them(?!\p{L}))/iu,
};

const mark = /\uE000(\w+)\uE001/gu;
/** Stand after words that stay in another language, one mark for each. */
export const originalMarks: Record<Language, string> = { fr: '\uE002', nl: '\uE003', en: '\uE004' };
const anyOriginalMark = /[\uE002-\uE004]/gu;

/** The languages that words of a sentence stay in, where they are not the text's. */
export const originalsIn = (text: string): Language[] => languages.filter((each) => text.includes(originalMarks[each]));

/** Puts answers into frames, in several ways in turn, and keeps the ways that hold against the answers. */
export class Teller {
  readonly needs: Needs;
  readonly isForeign: boolean;
  readonly common: ReadonlySet<string>;
  readonly leftOut: LeftOut[] = [];
  readonly #used = new Map<string, number>();
  /** The same words are tried again in other parts of a text. */
  readonly #checked = new Map<string, ReturnType<typeof checkSentence>>();
  /** What was said once is said the next time as something that comes beside it. */
  readonly #told = new Set<string>();

  constructor(needs: Needs) {
    this.needs = needs;
    this.isForeign = needs.language !== needs.material.lang;
    this.common = commonWordsOf(needs.material);
  }

  has(key: string): boolean {
    return (this.needs.frames.templates[this.needs.language][key] ?? []).length > 0;
  }

  /** Whether something was said with a frame of this family. */
  hasTold(family: string): boolean {
    return [...this.#told].some((key) => key.startsWith(family));
  }

  /** A frame without an answer: a heading, a note. */
  frame(key: string, values: Record<string, string | number> = {}): string {
    const { language, frames, material } = this.needs;
    const ways = frames.templates[language][key]?.length ?? 0;
    return frames.say[language](`${key}.${ways === 0 ? 0 : turnOf(material.enterprise.name, key) % ways}`, {
      ...this.#about(),
      ...values,
    });
  }

  /**
   * The answer said in the first way that holds, beginning with the one that is this structure's turn. Without a frame of its own it
   * comes under the lead of its question. Nothing when no way holds; that is noted.
   */
  tell(key: string, values: Values, supports: string[], question?: Question): Sentence | undefined {
    const next = `${key}.next`;
    const own = this.#ways(this.#told.has(key) && this.has(next) ? next : key, values);
    const lead = question?.lead?.[this.needs.language];
    const ways = [...own, ...(lead === undefined ? [] : this.#ways('any', { ...values, lead }))];
    const original = this.#foreignIn(values);
    let doubtful: Sentence | undefined;
    let codes: string[] = [];
    for (const text of ways) {
      const sentence: Sentence = { text, supports, ...(original && { original }) };
      const verdict = this.check(sentence);
      if (verdict.verdict === 'green') {
        this.#told.add(key);
        return sentence;
      }
      if (verdict.verdict === 'amber') doubtful ??= sentence;
      else codes = verdict.reasons.filter(({ severity }) => severity === 'red').map(({ code }) => code);
    }
    if (doubtful) this.#told.add(key);
    else for (const id of supports.slice(0, 1)) this.leftOut.push({ id, why: 'not-sure', codes });
    return doubtful;
  }

  /** A further sentence of an answer, as it stands. In another language it is quoted. */
  repeat(said: Said, supports: string[]): Sentence | undefined {
    const { language } = this.needs;
    const spoken = this.languageOf(said);
    const isForeign = spoken !== language;
    const text = isForeign ? closed(`${quoted(opened(said.text), language)}${originalMarks[spoken]}`) : capitalised(said.text);
    const sentence: Sentence = { text, supports, ...(isForeign && { original: spoken }) };
    return this.check(sentence).verdict === 'red' ? undefined : sentence;
  }

  check(sentence: Sentence): ReturnType<typeof checkSentence> {
    const { material, method, output, language } = this.needs;
    const claimed = { text: sentence.text.replaceAll(anyOriginalMark, ''), lang: language, supports: sentence.supports };
    const key = JSON.stringify([claimed.text, claimed.supports]);
    const verdict = this.#checked.get(key) ?? checkSentence(claimed, material, { method, output: output.id });
    this.#checked.set(key, verdict);
    return verdict;
  }

  /** A place that a person fills, by a name of the frames or by the question that would fill it: `[to complete: our findings]`. */
  gap(name: string): Sentence {
    const { method, language } = this.needs;
    const question = findQuestion(method, name);
    const called = question ? decapitalised(question.lead?.[language] ?? shorten(question.ask[language], 80)) : name;
    const what = this.has(`gap.${name}`) ? this.frame(`gap.${name}`) : called;
    return { text: this.frame('gap', { what }), supports: [], gap: name };
  }

  /** A noun of the answers in the language of the text, where the list of nouns has it. */
  nounFor(written: string): string | undefined {
    const { frames, material, language } = this.needs;
    const own = frames.nouns[material.lang];
    const name = Object.keys(own).find((each) => own[each]?.some((form) => fold(form) === fold(written)));
    return name === undefined ? undefined : frames.nouns[language][name]?.[0];
  }

  /** The language that words of an answer are in. */
  languageOf(said: Said): Language {
    return said.lang ?? this.needs.material.lang;
  }

  /** Words that stay in another language than the text's; a list does when all of its lines do. */
  #staysForeign(said: Said): boolean {
    return (said.lines ?? [said]).every((line) => this.languageOf(line) !== this.needs.language);
  }

  /** The language that all words of an answer in this frame stay in, where it is not the text's. */
  #foreignIn(values: Values): Language | undefined {
    const said = Object.values(values).find((value) => typeof value === 'object');
    return said && this.#staysForeign(said) ? this.languageOf(said.lines?.[0] ?? said) : undefined;
  }

  #about(): Record<string, string> {
    const { name, territory } = this.needs.material.enterprise;
    const place = plain(territory ?? '');
    return { name: plain(name), where: place === '' ? '' : ` (${place})` };
  }

  #ways(key: string, values: Values): string[] {
    const { language, frames, material, output } = this.needs;
    const templates = frames.templates[language];
    const names = [`${output.id}/${key}`, ...(this.#foreignIn(values) ? [`${key}/foreign`] : []), key];
    const name = names.find((each) => (templates[each]?.length ?? 0) > 0 && this.#fitting(each, values).length > 0);
    if (name === undefined) return [];
    const fitting = this.#fitting(name, values);
    const times = this.#used.get(name) ?? 0;
    this.#used.set(name, times + 1);
    const first = turnOf(material.enterprise.name, name) + times;
    const ordered = fitting.map((_, at) => fitting[(first + at) % fitting.length] ?? 0);
    // A full sentence needs no introduction: two structures in three let it stand alone.
    const alone = ordered.find((way) => templates[name]?.[way]?.startsWith('{answer}'));
    const inTurn = alone === undefined || first % 3 === 0 ? ordered : [alone, ...ordered.filter((way) => way !== alone)];
    return inTurn.map((way) => this.#fill(name, way, values));
  }

  /** Lines of one language, each in quotation marks of its own, as they were said. */
  #inOriginal(lines: readonly Said[]): string {
    const spoken = lines.map((line) => this.languageOf(line));
    const words = lines.map((line) => opened(line.text));
    return `${quotedLines(words, this.needs.language)}${[...new Set(spoken)].map((each) => originalMarks[each]).join('')}`;
  }

  /** The ways of this frame that suit the answer, by their number. */
  #fitting(name: string, values: Values): number[] {
    const templates = this.needs.frames.templates[this.needs.language][name] ?? [];
    const said = Object.values(values).find((value) => typeof value === 'object');
    return templates.flatMap((template, at) => {
      const places = [...template.matchAll(/\{(\w+)/gu)].map((found) => found[1] ?? '');
      const given = (place: string): boolean =>
        place === 'that' || place === 'infinitives' || Object.hasOwn(values, place) || place === 'name' || place === 'where';
      const isKnown = places.every((place) => given(place));
      const standsAlone = template.startsWith('{answer}');
      if (!isKnown) return [];
      if (this.#foreignIn(values))
        return /:\s*\{\w+\}$/u.test(template) && !/\{(?:that|infinitives)\}/u.test(template) ? [at] : [];
      if (standsAlone && (said?.shape !== 'clause' || looksBack[this.languageOf(said)].test(said.text))) return [];
      if (places.includes('that') && (said?.shape !== 'clause' || /:/u.test(said.text))) return [];
      if (places.includes('infinitives') && said?.shape !== 'infinitive') return [];
      return [at];
    });
  }

  #fill(name: string, way: number, values: Values): string {
    const { language, frames } = this.needs;
    const said = Object.values(values).find((value) => typeof value === 'object');
    const given = Object.entries(values).map(
      ([place, value]) => [place, typeof value === 'object' ? `\uE000${place}\uE001` : value] as const,
    );
    const extra = said ? { that: '\uE000that\uE001', infinitives: '\uE000infinitives\uE001' } : {};
    const text = frames.say[language](`${name}.${way}`, { ...this.#about(), ...extra, ...Object.fromEntries(given) });
    let result = '';
    let at = 0;
    for (const found of text.matchAll(mark)) {
      const place = found[1] ?? '';
      const value = values[place] ?? said;
      if (typeof value !== 'object') continue;
      result += text.slice(at, found.index);
      at = found.index + found[0].length;
      const isLast = at >= text.length;
      const words = isLast ? value.text : opened(value.text);
      if (this.#staysForeign(value)) result += this.#inOriginal(value.lines ?? [value]);
      else if (value.lines?.some((line) => this.#staysForeign(line))) {
        const lines = value.lines.map((line): Said =>
          this.#staysForeign(line) ? { text: this.#inOriginal([line]), shape: 'fragment' } : line,
        );
        result += joined(lines, language, this.common);
      } else {
        const inner = softened({ ...value, text: words }, language, this.common);
        // One colon in a sentence is enough.
        if (/:\s*$/u.test(result) && /:(?!\d)/u.test(words)) result = result.replace(/\s*:\s*$/u, '. ');
        if (place === 'that') result += thatClause(inner, language);
        else result += /(?:^|[.!?…])\s*$/u.test(result) ? capitalised(words) : inner;
      }
    }
    result += text.slice(at);
    return closed(capitalised(result.trim()));
  }
}
