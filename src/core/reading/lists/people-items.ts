import type { Item } from '../../answer.ts';
import type { DateContext } from '../dates/read-date.ts';
import { readDate } from '../dates/read-date.ts';
import { fold, foldedWords } from '../text/normalise.ts';
import { atCommas } from './spans.ts';

// A first name or two, perhaps with "et une bénévole": what may stand before the colon of a task.
const name = "@?\\p{Lu}[\\p{L}'’.-]*";
const namedFirst = new RegExp(
  `^(${name}(?:\\s+\\p{Lu}[\\p{L}'’.-]*)?(?:\\s*(?:,|&|\\+|et|en|and)\\s+(?:(?:une?|een|an?|la|le|l['’]|de|het|the)\\s*)?[\\p{L}'’-]+(?:\\s+\\p{Ll}+)?){0,3})\\s*(?::|\\s[–—-]+\\s|->|→)\\s*`,
  'u',
);
const startsWithPerson = new RegExp(`^(${name}(?:\\s+(?:et|en|and|&)\\s+${name})?)\\s+(?=\\p{Ll})`, 'u');
const personOnly = new RegExp(
  `^${name}(?:\\s+${name}){0,2}(?:\\s*(?:&|\\+|et|en|and)\\s+(?:une? |een |an? |les |l['’])?[\\p{L}'’-]+){0,2}$`,
  'u',
);
const group =
  /^(?:l['’]|la |le |les |de |het |the |toute l['’]|tout le |heel het |whole )?(?:equipe|team|ca|conseil|direction|bureau|bestuur|directie|board|management|coordination|coordinatie|encadrants?|salariees?|benevoles?|vrijwilligers?|volunteers?|everyone|tout le monde|iedereen)(?: entiere| complet)?$/u;

const isWho = (part: string): boolean => personOnly.test(part) || group.test(fold(part));
const datePrefix =
  /(?:[\s,;(–—-]+(?:pour|avant|d['’]ici|vers|jusqu['’]au|a partir du|à partir du|au plus tard|deadline|tegen|voor|op|uiterlijk|tot|by|before|until|due|on|for|du|le|la|de|het|the|fin)\s*:?)*[\s,;–—-]*$/iu;
const trailing = /^[\s,;.:)–—-]+|[\s,;:.(–—-]+$/gu;

/** Takes the date out of a task, with the little words that lead to it. */
function withoutDate(text: string, context: DateContext): { rest: string; due?: string } {
  const date = readDate(text, context);
  if (!date.ok) return { rest: text };
  const before = text.slice(0, date.start).replace(datePrefix, '');
  const stretch =
    /(?:^|[\s,])(?:du|van|from|entre(?: le)?|tussen|between)\s+\S+(?:\s+\p{L}+)?\s+(?:au|tot|to|et|en|and|-)?\s*$/iu.exec(
      text.slice(0, date.start),
    );
  const head = stretch ? text.slice(0, stretch.index) : before;
  const rest = `${head}${text.slice(date.end)}`.replace(/\(\s*\)/u, '').replace(/\s+/gu, ' ');
  return { rest: rest.trim(), due: date.date };
}

/** Finds who does something: before a colon, at the beginning, in brackets, or as a part of its own. */
function withoutWho(text: string): { rest: string; who?: string } {
  const first = namedFirst.exec(text);
  if (first?.[1] !== undefined) return { who: clean(first[1]), rest: text.slice(first[0].length) };
  const colon = /^([^:]{2,40}?)\s*:\s+/u.exec(text);
  if (colon?.[1] !== undefined && isWho(colon[1].trim())) return { who: clean(colon[1]), rest: text.slice(colon[0].length) };
  const bracket = /\(([^()]{2,60})\)/u.exec(text);
  const inBracket = bracket?.[1]
    ?.split(/[,;]/u)
    .map((part) => part.trim().replace(/^(?:par|resp\.? ?:?|responsable ?:?|door|by|verantwoordelijke ?:?|lead ?:?)\s*/iu, ''));
  const named = inBracket?.find(isWho);
  if (bracket && named !== undefined) {
    const kept = inBracket?.filter((part) => part !== named && part !== '').join(', ') ?? '';
    return {
      who: clean(named),
      rest: `${text.slice(0, bracket.index)} ${kept} ${text.slice(bracket.index + bracket[0].length)}`,
    };
  }
  const parts = atCommas(text).flatMap((part) => part.split(/\s[–—-]+\s|\s*(?:->|→)\s*/u));
  const alone = parts.length > 1 ? parts.findIndex((part) => isWho(part.trim())) : -1;
  if (alone >= 0) return { who: clean(parts[alone] ?? ''), rest: parts.filter((_, i) => i !== alone).join(', ') };
  const by =
    /(?:^|[\s,(–—-])(?:par|porte(?:e|s|es)? par|responsable|pris(?:e)? en charge par|door|opgenomen door|trekker|by|led by|owner|qui|wie|who)\s*:?\s+(@?\p{Lu}[\p{L}'’-]+(?:\s+(?:et|en|and)\s+\p{Lu}[\p{L}'’-]+)?|l['’]equipe|l['’]équipe|het team|the team|le CA|la direction)[\s).]*$/u.exec(
      text,
    );
  if (by?.[1] !== undefined) return { who: clean(by[1]), rest: text.slice(0, by.index) };
  const subject = startsWithPerson.exec(text);
  if (subject?.[1] !== undefined && isLikelyName(subject[1], text))
    return { who: clean(subject[1]), rest: text.slice(subject[0].length) };
  return { rest: text };
}

const clean = (who: string): string => who.trim().replaceAll('@', '');

// A line begins with a capital anyway: only a verb in the third person right after makes its first word a name.
const doing =
  /^(?:s['’]occupe|se charge|fait|prepare|prend|envoie|redige|appelle|contacte|organise|anime|va|doit|relit|gere|imprime|invite|mene|continue|ecrit|finalise|verifie|maakt|stuurt|belt|doet|zorgt|neemt|schrijft|organiseert|gaat|moet|bereidt|contacteert|nodigt|leest|regelt|does|will|makes|sends|writes|calls|prepares|contacts|organises|organizes|takes|handles|invites|reviews|leads|is going)(?![\p{L}])/u;

function isLikelyName(who: string, text: string): boolean {
  return who.startsWith('@') || / (?:et|en|and|&) /u.test(who) || doing.test(fold(text.slice(who.length).trimStart()));
}

/** "Luc : guide d'entretien, 10 mars" */
export function readTaskItem(text: string, context: DateContext): Item {
  const { rest, due } = withoutDate(text, context);
  const { who, rest: task } = withoutWho(rest);
  const tidy = task.replace(/\s+/gu, ' ').replace(trailing, '');
  return { text, ...(who !== undefined && { who }), ...(tidy !== '' && { task: tidy }), ...(due !== undefined && { due }) };
}

/** "Créer un tutorat (Samira)", "Luc : garder la réunion du lundi" */
export function readDecisionItem(text: string): Item {
  const { who } = withoutWho(text);
  return { text, ...(who !== undefined && { who }) };
}

/** "Samira, coordinatrice (pilote)" */
export function readPersonItem(text: string): Item {
  const match = /^(@?[^,:(–—=-]{1,60}?)(?:\s*[,:=–—]\s*|\s+-\s+|\s*(?=\())(.+)$/u.exec(text);
  if (match?.[1] !== undefined && match[2] !== undefined) return { text, who: clean(match[1]), role: unwrap(match[2]) };
  const spaced = new RegExp(`^(${name}(?:\\s+\\p{Lu}[\\p{L}'’.-]*)?)\\s+(\\p{Ll}.*)$`, 'u').exec(text);
  if (spaced?.[1] !== undefined && spaced[2] !== undefined)
    return {
      text,
      who: clean(spaced[1]),
      role: spaced[2].replace(/^(?:est|is|comme|als|as)\s+(?:la |le |l['’]|de |het |the |an? |een |une? )?/iu, ''),
    };
  return foldedWords(text).length <= 3 ? { text, who: clean(text) } : { text };
}

const unwrap = (role: string): string => {
  const whole = /^\(([^()]*)\)$/u.exec(role.trim());
  return (whole?.[1] ?? role).trim();
};
