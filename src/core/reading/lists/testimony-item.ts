import type { Consent, Item } from '../../answer.ts';
import { fold, foldedWords, wholeWords } from '../text/normalise.ts';
import type { Span } from './spans.ts';
import { enclosedSpans } from './spans.ts';

const toBeAsked = wholeWords(
  "(?:a|reste a) (?:lui |leur )?(?:demander|verifier|confirmer|valider|redemander)|pas encore (?:demande|eu|recu|confirme|d'accord|son accord)|on (?:doit|va) (?:lui )?demander|accord (?:a venir|en attente|a demander|pas encore)|en attente|(?:nog )?te (?:vragen|bevestigen|checken)|nog (?:niet gevraagd|te vragen|vragen|geen akkoord|geen toestemming)|moeten (?:we )?nog vragen|to be (?:asked|confirmed|checked)|not (?:yet )?asked|not yet|pending|will ask|need to ask|tbc",
);
const refused = wholeWords(
  "pas d'accord(?: clair)?|pas (?:son |leur )?accord|n'est pas d'accord|refus(?:e|ee|ent|er)?|sans (?:son |leur )?(?:accord|consentement|autorisation)|(?:ne )?(?:veut|souhaite|desire|accepte|veulent|souhaitent) pas|pas citer|ne pas (?:citer|publier|diffuser)|a ne pas (?:citer|diffuser)|aucun accord|non(?! (?:cite|mentionne|nomme|anonyme|divulgue))|interdit|niet akkoord|geen (?:akkoord|toestemming)|wil(?:len)? (?:dat )?niet|liever niet|weiger(?:t|de|en)|mag (?:het )?niet|niet (?:citeren|publiceren|gebruiken)|zonder (?:akkoord|toestemming)|nee|(?:does|do|did) ?n[o']?t (?:agree|want|consent|wish)|does not|doesn't|didn't|refused?s?|not to be quoted|no (?:consent|permission|agreement)|without (?:consent|permission)|don't quote|do not quote|no",
);
const inside = wholeWords(
  "interne?s?|en interne|entre nous|dans l'equipe|pour l'equipe|pas (?:a |en |vers )?l'ext(?:erieur|erne)|pas (?:en )?public|internal(?:ly)?|in-house|team only|not public|intern(?: gebruik)?|alleen (?:voor )?(?:het )?team|niet (?:naar )?(?:buiten|extern|publiek)|binnenskamers",
);
const insideAnywhere = new RegExp(inside.source, 'gu');
const given = wholeWords(
  "accord(?:e|ee)?|d'accord|ok|oui|accepte(?:nt|e)?|accepter|consent(?:ement|ante?|e)?|autoris(?:e|ee|ation|ations)|peut etre citee?|peuvent etre citee?s|veut bien|public|publique|publiable|akkoord|toestemming|mag(?: (?:geciteerd|gequoteerd|gepubliceerd|gebruikt))?|mogen (?:geciteerd|gebruikt)|geciteerd|ja|okay|okee|agree(?:s|d)?|agreement|can be quoted|may be quoted|happy to be quoted|to be quoted|consented|permission|yes|publiek",
);

/** What was said about quoting somebody. In doubt the more careful reading: a yes that is not plain is none. */
export function consentIn(about: string): Consent {
  const folded = fold(about);
  if (toBeAsked.test(folded) || /\?\s*$/u.test(folded.trim())) return 'unknown';
  const isInside = inside.test(folded);
  const withoutInside = folded.replace(insideAnywhere, ' ');
  if (refused.test(withoutInside) && !(isInside && given.test(withoutInside) && !/refus|pas d'accord|niet akkoord/u.test(folded)))
    return 'no';
  if (isInside) return 'yes-internal';
  return given.test(folded) ? 'yes-public' : 'unknown';
}

const saysConsent = (part: string): boolean => {
  const folded = fold(part);
  return [toBeAsked, refused, inside, given].some((pattern) => pattern.test(folded));
};

const article = /^(?:(?:dit|selon|zei|zegt|said|says|by|par|van|door)\s+)?(?:(?:une?|een|an?|the|la|le|de|het)\s+|l['’])?/iu;
const isRole = (part: string): boolean =>
  /\p{L}{3}/u.test(part) &&
  foldedWords(part).length <= 8 &&
  !/^(?:pas|ni|sans|mais|niet|geen|zonder|maar|not|no|without|but|sous|anonyme)(?!\p{L})/u.test(fold(part));

/** "nous a dit", "vertelde ons", "told us": what stands between a speaker and the words. */
const saying =
  /\s+(?:(?:le )?(?:nous |me |leur |lui |m['’]|l['’])?(?:(?:a|avait) )?(?:dite?|disait|raconte|raconté|racontait|confie|confié|confiait|explique|expliqué|expliquait|témoigne|témoigné|déclare|déclaré|ajoute|ajouté|répond|répondu|écrit)(?: (?:ainsi|ceci|cela|ça|aussi|que|en groupe|en entretien))*|(?:zei|zegt|vertelt|vertelde|getuigt|getuigde|schrijft|schreef|antwoordde)(?: (?:ons|mij|me|dit|het|zo|ook|dat))*|(?:told|tells|says|said|wrote|writes|explains|explained|confided|answered)(?: (?:to|us|me|this|it|that|too))*)$/iu;
const pronoun = /^(?:elles?|ils?|on|ze|zij|hij|she|he|they)$/iu;

/** Who speaks, without the verb that brings their words; nothing when a pronoun is all that is left. */
export function speakerNamed(role: string): string | undefined {
  const speaker = role.trim().replace(saying, '').trim();
  return speaker === '' || pronoun.test(speaker) ? undefined : speaker;
}

/** Who speaks, by their role: what is said about a quotation, without the consent. */
function roleIn(about: string): string | undefined {
  const parts = about.split(/[(),;.]|\s[–—-]\s|^[–—-]\s*/u).map((part) => part.trim());
  const role = parts.find((part) => isRole(part) && !saysConsent(part));
  const cleaned = role?.replace(/^[–—:\s-]+|[\s:–—-]+$/gu, '').replace(article, '');
  return cleaned === undefined ? undefined : speakerNamed(cleaned);
}

const quoteMarks = /["«“„‘'’]/u;

/** The longest quotation of a text. */
function quotationIn(text: string): Span | undefined {
  const quotes = enclosedSpans(text).filter(
    (span) => quoteMarks.test(text.charAt(span.start)) && /\p{L}/u.test(text.slice(span.start, span.end)),
  );
  return quotes.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)[0];
}

const firstPerson = wholeWords("je|j'|moi|me|m'|mon|ma|mes|nous|notre|on|ik|mij|me|mijn|we|wij|ons|i|i'm|my|our|us");

/** "« Je l'ouvre le jour même. » (salariée, accord pour être citée)": the words, who said them, and whether they may be quoted. */
export function readTestimonyItem(text: string): Item {
  const quote = quotationIn(text);
  if (quote) {
    const about = `${text.slice(0, quote.start)} , ${text.slice(quote.end)}`;
    const who = roleIn(about);
    return {
      text,
      words: text.slice(quote.start + 1, quote.end - 1).trim(),
      ...(who !== undefined && { who }),
      consent: consentIn(about),
    };
  }
  const bracket = /\(([^()]*)\)\s*[.!]?\s*$/u.exec(text);
  const lead = /^([^:«"]{3,60})\s:\s+(?=\S)|^([^:«"]{3,60}):\s+(?=\S)/u.exec(text);
  const about = `${bracket?.[1] ?? ''}${lead ? ` , ${lead[1] ?? lead[2] ?? ''}` : ''}`;
  const spoken = text.slice(lead?.[0].length ?? 0, bracket?.index ?? text.length).trim();
  // Without quotation marks only words in the first person are taken as said, and only next to who said them or to a consent.
  const isSpeech = about.trim() !== '' && firstPerson.test(fold(spoken));
  const who = roleIn(about);
  return {
    text,
    ...(isSpeech && { words: spoken }),
    ...(who !== undefined && about.trim() !== '' && { who }),
    consent: consentIn(about),
  };
}

const everyone = wholeWords(
  'tou(?:te)?s|tous les deux|toutes les deux|les deux|allemaal|iedereen|alle(?:n|bei)?|beiden?|all|both|everyone',
);

/** A line that only says that all of them agree or refuse; it speaks of the others and is no testimony itself. */
export function consentOfAll(text: string): Consent | undefined {
  const folded = fold(text);
  const consent = consentIn(text);
  return everyone.test(folded) && consent !== 'unknown' && !/["]/u.test(folded) && foldedWords(text).length <= 14
    ? consent
    : undefined;
}
