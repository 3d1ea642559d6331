import type { CommandContext } from '../../commands.ts';
import { fold, foldedWords } from '../text/normalise.ts';

const toOne =
  /(?<![\p{L}])(?:tu|t'|toi|te|ton|ta|tes|stp|peux-tu|as-tu|es-tu|vas-tu|viens|regarde|appelle|rappelle|je t'|jij|jou|jouw|je (?:kan|kunt|hebt|moet|weet|bent|gaat|wil|komt)|(?:kan|kun|heb|weet|ga|ben|wil|kom|moet) je|you|your|can you|could you)(?![\p{L}])/u;
/** Said right after a name that we do not know: only that makes it one. */
const calling =
  /^(?:tu|t'|peux-tu|as-tu|es-tu|vas-tu|viens|regarde|stp|jij|kan je|kun je|heb je|weet je|wil je|ben je|can you|could you|are you|do you|did you|have you|will you)(?![\p{L}])/u;
const bots = /^@?(?:vises|compagnon|companion|bot|compagnon-vises)$/u;

interface Call {
  name: string;
  rest: string;
  /** Called with an @. */
  at: boolean;
}

/** Somebody called at the beginning or the end of a message. */
function callIn(text: string, people: ReadonlySet<string>): Call | undefined {
  const first =
    /^(?:(?:dis|dites|eh|hey|he|zeg|bonjour|salut|hallo|hello|hi|coucou|hoi|merci|ok|oui|non)[ ,]+)?(@?)([\p{L}'’-]{2,30})(?=[\s,:!?]|$)\s*([,:!]?)\s*(.*)$/su.exec(
      text,
    );
  if (first?.[2] !== undefined) {
    const name = fold(first[2]);
    const isKnown = people.has(name);
    const at = first[1] === '@';
    const looksCalled = /^\p{Lu}/u.test(first[2]) && first[3] === ',' && calling.test(fold(first[4] ?? ''));
    const isCalled = isKnown && (/^\p{Lu}/u.test(first[2]) || first[3] === ',');
    if (!bots.test(name) && (isCalled || at || looksCalled)) return { name, rest: first[4] ?? '', at };
  }
  const last = /^(.*?)[,\s]+@?([\p{L}'’-]{2,30})\s*([?!.]*)$/su.exec(text);
  if (last?.[2] !== undefined && /^\p{Lu}/u.test(last[2]) && people.has(fold(last[2])))
    return { name: fold(last[2]), rest: `${last[1] ?? ''}${last[3] ?? ''}`, at: false };
  return undefined;
}

/**
 * Whether a message is said to a colleague and not to the companion: "Luc, tu peux fermer la porte ?". Being named is not enough:
 * "Luc : guide d'entretien" and "Luc, encadrant" are answers.
 */
export function isToColleague(text: string, context: CommandContext, fits: (text: string) => boolean): boolean {
  if (text.length > 300 || foldedWords(text).length > 24) return false;
  const people = new Set((context.people ?? []).flatMap(foldedWords));
  const call = callIn(text, people);
  if (!call || call.rest.trim() === '') return call?.at === true;
  const rest = fold(call.rest);
  const asks = /\?[\s?!]*$/u.test(rest);
  const isListed = /^[:–—-]/u.test(rest) || new RegExp(`^@?${call.name.replace(/[^\p{L}]/gu, '.')}\\s*:`, 'u').test(fold(text));
  if (isListed && !asks) return false;
  if (context.question?.type.includes('text') === false && context.question.items === undefined && fits(call.rest) && !asks)
    return false;
  return toOne.test(rest) || (asks && (call.at || people.has(call.name)));
}
