import { pairToldAs } from '../reading/numbers/told-as.ts';
import { joined, softened, writtenDay } from './grammar.ts';
import { confidenceOf } from './ladder.ts';
import type { Part } from './frames.ts';
import { asked, decapitalised, opened, plain, type Said, sentencesOf } from './said.ts';
import { present, tellList } from './tell-list.ts';
import type { Sentence, Teller } from './teller.ts';
import type { UsableAnswer } from './usable.ts';

const mostSentences = 3;

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
  const told = pairToldAs({ ...answer, heard }, teller.needs.material.lang);
  const about = (isAbout: boolean): string => (isAbout ? `${teller.frame('about')} ` : '');
  const values = {
    heard,
    aboutHeard: about(told.heard.isAbout),
    // The word of the answer, where no noun follows it.
    some:
      (teller.isForeign ? undefined : told.heard.word) ??
      `${about(told.heard.isAbout)}${new Intl.NumberFormat(teller.needs.language).format(heard)}`,
    people,
    ...(split === '' ? {} : { split: softened(asSaid(split), teller.needs.language, teller.common) }),
  };
  const asked =
    answer.asked !== undefined && answer.asked > heard ? { asked: answer.asked, aboutAsked: about(told.asked.isAbout) } : {};
  const variants = [
    ...(told.heard.isAbout ? [`${key}.about`] : []),
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
  const written = plain(unit ?? '')
    .replace(/\s*(?:par an|per jaar|a year|per year)$/u, '')
    .trim();
  if (written === '') return undefined;
  return teller.isForeign ? teller.nounFor(written) : decapitalised(written);
}
