import type { Language } from '../core/language.ts';
import { typeset } from '../core/typography.ts';
import type { Words } from '../core/words.ts';
import type { ExportedText, ReviewStep, Source, Suggestion } from '../core/exported-text.ts';

const locales: Record<Language, string> = { fr: 'fr', nl: 'nl-BE', en: 'en-GB' };

/** Control characters and non-characters, which no file format carries. Line ends stay. */
const unprintable = /[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu;

/** Words as a file shows them: French spaces that hold, no control characters, no half letters. */
export const shown = (text: string, language: Language): string =>
  typeset(language, text.toWellFormed().replaceAll(unprintable, ''));

/** Says whose work it is and that a person has to read it, until somebody approved it; then who did and when. */
export function statusOf(text: ExportedText, words: Words): string {
  if (text.approved) {
    const key = text.origin === 'written' ? 'export.approved-written' : 'export.approved';
    return words(key, { name: text.approved.by, date: dayOf(text.approved.at, text), version: text.version });
  }
  const key =
    text.origin === 'written' ? 'export.written' : text.origin === 'assembled' ? 'export.assembled' : 'export.unapproved';
  return words(key);
}

export const dayOf = (at: Date, { language, timeZone }: Pick<ExportedText, 'language' | 'timeZone'>): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(at);

export const momentOf = (at: Date, { language, timeZone }: Pick<ExportedText, 'language' | 'timeZone'>): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);

/** "Nos chiffres, version 2 du 25 avril 2025". */
export function sourceLine({ question, version, at }: Source, text: ExportedText, words: Words): string {
  const date = dayOf(at, text);
  return version === undefined ? words('export.views', { question, date }) : words('export.source', { question, version, date });
}

/** "Le 3 juin 2025 à 10:15, Samira a approuvé (version 2)", and what the person wrote with it. */
function reviewLine(step: ReviewStep, text: ExportedText, words: Words): string {
  const what = words(`export.did.${step.what}`);
  const line = words('export.step', { name: step.who, moment: momentOf(step.at, text), version: step.version, what });
  return step.words === undefined ? line : words('export.with-words', { line, words: step.words });
}

/** The review record, oldest first. Edits that one person made one after the other are one line, with how many there were. */
export function reviewLines(text: ExportedText, words: Words): string[] {
  const runs: ReviewStep[][] = [];
  for (const step of text.review) {
    const run = runs.at(-1);
    const isMore = step.what === 'edited' && step.words === undefined;
    if (run && isMore && run.every((each) => each.what === 'edited' && each.who === step.who && each.words === undefined))
      run.push(step);
    else runs.push([step]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last || run.length === 1) return run.map((step) => reviewLine(step, text, words));
    const moments = { name: first.who, from: momentOf(first.at, text), until: momentOf(last.at, text) };
    return [words('export.steps', { ...moments, count: run.length, version: first.version, last: last.version })];
  });
}

/** "Luc propose (3 juin 2025 à 10:15) : …", for a wording that is told and not tracked. */
export const suggestionLine = (suggestion: Suggestion, text: ExportedText, words: Words): string =>
  words('export.with-words', {
    line: words('export.suggests', { name: suggestion.who, moment: momentOf(suggestion.at, text) }),
    words: suggestion.text,
  });

/** The sentences in order, numbered from one, as the annex of sources names them. */
export const numbered = (text: ExportedText) =>
  text.paragraphs.flatMap(({ sentences }) => sentences).map((sentence, at) => ({ sentence, number: at + 1 }));
