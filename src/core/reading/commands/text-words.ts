import type { ExportFormat } from '../../exported-text.ts';
import { clean, fold } from '../text/normalise.ts';
import { spokenPart } from './address.ts';

/** What somebody wants done with a text, written in its thread: the twin of its buttons and forms. */
export type TextCommand =
  | { do: 'approve' | 'recall' | 'renew' | 'compare' | 'write' | 'assemble' }
  /** Words to copy, or a file. */
  | { do: 'export'; as?: ExportFormat }
  | { do: 'changes'; words?: string }
  | { do: 'fix' | 'suggest'; sentence: number; words: string }
  | { do: 'comment'; sentence?: number; words: string }
  | { do: 'sources' | 'vouch'; sentence: number }
  /** The claims that stay, or those that are struck, by their numbers. */
  | { do: 'keep' | 'strike'; claims: number[] };

/** "exporter en Word", "het Word-bestand", "a text file"; `isCommon`: the word alone says nothing. */
function fileNamed(kind: string, isCommon = false): RegExp {
  const ask =
    "(?:(?:exporter|exportez|export|telecharger|telechargez|donnez-(?:moi|nous)|exporteren|exporteer|downloaden|download|geef(?: me| ons)?|give (?:me|us)|as|en|als|in|le|la|l'|un|une|het|een|de|the|a|an) )*";
  const file = isCommon
    ? `(?:(?:fichier|document) (?:${kind})|(?:${kind})(?:-| )?(?:bestand|file|document))`
    : `(?:(?:fichier |document )?(?:${kind})(?:(?:-| )?(?:bestand|file|document))?)`;
  return new RegExp(`^${ask}${file}$`);
}

// All patterns meet words without accents and capitals, and what is typed after them is taken as it was written.
const whole: [TextCommand, RegExp][] = [
  [
    { do: 'approve' },
    /^(?:ok,? |oui,? |ja,? |yes,? )?(?:(?:j'|j |nous |on )?(?:approuv|valid)(?:e|er|ez|ons)(?: (?:le|ce) texte)?|c'est (?:approuve|valide)|feu vert|(?:ik |we |wij )?keur(?:en)? (?:(?:de|deze) tekst )?goed|(?:tekst )?goedkeuren|goedgekeurd|akkoord|(?:i |we )?approve(?:d)?(?: (?:the|this) text)?)$/,
  ],
  [
    { do: 'export' },
    /^(?:exporter|export|copier(?: le texte)?|texte a (?:copier|coller)|exporteren|(?:tekst )?kopieren|copy(?: the text)?)$/,
  ],
  [{ do: 'export', as: 'docx' }, fileNamed('word|docx|doc')],
  [{ do: 'export', as: 'md' }, fileNamed('markdown|md')],
  [{ do: 'export', as: 'txt' }, fileNamed('texte?|tekst|text|txt', true)],
  [
    { do: 'recall' },
    /^(?:(?:rappeler|retirer)(?: (?:le|ce) texte)?|(?:de tekst |deze tekst )?(?:intrekken|terugtrekken)|(?:recall|withdraw)(?: (?:the|this) text)?)$/,
  ],
  [
    { do: 'renew' },
    /^(?:mettre a jour(?: le texte)?|mise a jour|verifier (?:a nouveau|encore)|(?:de tekst )?bijwerken|opnieuw nakijken|update(?: the text)?|bring (?:it )?up to date|check again)$/,
  ],
  [{ do: 'compare' }, /^(?:comparer(?: les versions)?|differences|vergelijken|verschillen|compare(?: versions)?|what changed)$/],
  [
    { do: 'write' },
    /^(?:ecrire|ecrivez|rediger|redigez)(?: le texte)?$|^(?:(?:de tekst )?schrijven|schrijf (?:de tekst|maar))$|^write(?: (?:the text|it))?$/,
  ],
  [
    { do: 'assemble' },
    /^(?:assembler|assemblez|prendre le texte assemble)(?: (?:le|ce) texte)?$|^(?:(?:de tekst )?samenstellen|stel (?:de tekst )?samen)$|^assemble(?: (?:the text|it))?$/,
  ],
];

const sentence =
  '(?:(?:(?:de |van |of )?(?:la )?(?:phrase|zin|sentence) )?n?°?(?<number>\\d{1,3})|(?:du |le |de |the )?(?<title>titre|titel|title))';
const rest = ' ?[:=–-] ?(?<words>.+)$';
const pattern = (words: string): RegExp => new RegExp(words, 's');

const withWords: ['fix' | 'suggest' | 'comment' | 'changes', RegExp][] = [
  [
    'fix',
    pattern(
      `^(?:corrige[rz]?|reformule[rz]?|verbeter(?:en)?|herschrijf|aanpassen|pas aan|fix|correct|reword) ${sentence}${rest}`,
    ),
  ],
  [
    'suggest',
    pattern(`^(?:propose[rz]?|proposition|suggestion(?: pour)?|voorstel(?: voor)?|suggest(?:ion)?(?: for)?) ${sentence}${rest}`),
  ],
  [
    'comment',
    pattern(`^(?:commentaires?|remarques?|opmerking|comment|remark|note)(?: (?:sur |bij |over |on )?${sentence})?${rest}`),
  ],
  [
    'changes',
    pattern(
      `^(?:(?:demander? (?:des )?|je demande des |nous demandons des )?(?:changements?|modifications?)|a (?:changer|revoir)|(?:wijzigingen|aanpassingen)(?: (?:vragen|gevraagd))?|(?:request )?changes(?: requested)?|please change)${rest}`,
    ),
  ],
];

const bySentence: ['sources' | 'vouch', RegExp][] = [
  ['sources', pattern(`^(?:sources?|sur quoi repose|bron(?:nen)?|waarop steunt|what supports) ${sentence}$`)],
  [
    'vouch',
    pattern(
      `^(?:je m'en porte garante?|je me porte garante? (?:de|pour)|ik sta (?:er )?(?:voor )?in(?: voor)?|i vouch(?: for)?)(?: ${sentence})$`,
    ),
  ],
];

const numbers = '(?<list>\\d{1,2}(?:(?: ?[,;] ?| et | en | and | )\\d{1,2})*)';
const claims: ['keep' | 'strike', RegExp][] = [
  ['strike', pattern(`^(?:barrer|barrez|rayer|rayez|sans|schrap(?:pen)?|zonder|strike|without|drop) ${numbers}$`)],
  ['keep', pattern(`^(?:(?:garder|gardez|garde|seulement|houd|hou|alleen|keep|only) )?${numbers}$`)],
];

/** The number of the sentence that was named; the title is number 0. */
function numberIn(found: RegExpExecArray | null): number | undefined {
  if (found?.groups?.['title'] !== undefined) return 0;
  const number = found?.groups?.['number'];
  return number === undefined ? undefined : Number(number);
}

const choosing =
  /^(?:barrer|barrez|rayer|rayez|garder|gardez|garde|schrap(?:pen)?|houd|hou|strike|keep) \d|^(?:(?:ecrire|ecrivez|rediger|redigez) le texte|de tekst schrijven|schrijf de tekst|write the text)[.!… ]*$/;

/**
 * What to do with the claims that stand above, as somebody writes it beside them: only what says so by itself, since a bare number may
 * answer a question.
 */
export function readClaimsChoice(written: string): TextCommand | undefined {
  return choosing.test(fold(spokenPart(clean(written)))) ? readTextCommand(written) : undefined;
}

/** Reads what was written in the thread of a text; nothing when it is simply something people say about it. */
export function readTextCommand(written: string): TextCommand | undefined {
  const text = spokenPart(clean(written));
  const folded = fold(text);
  const plain = folded.replace(/[.!?…\s]+$/u, '').replaceAll(/\s+/gu, ' ');
  const simple = whole.find(([, each]) => each.test(plain));
  if (simple) return simple[0];
  for (const [what, each] of bySentence) {
    const number = numberIn(each.exec(plain));
    if (number !== undefined) return { do: what, sentence: number };
  }
  for (const [what, each] of claims) {
    const listed = each.exec(plain)?.groups?.['list'];
    if (listed !== undefined) return { do: what, claims: [...listed.matchAll(/\d+/g)].map(Number) };
  }
  for (const [what, each] of withWords) {
    const found = each.exec(folded);
    const length = found?.groups?.['words']?.length;
    if (!found || length === undefined) continue;
    // Folding keeps every character in its place.
    const words = text.slice(text.length - length).trim();
    const number = numberIn(found);
    if (what === 'changes') return { do: what, words };
    if (what === 'comment') return { do: what, words, ...(number !== undefined && { sentence: number }) };
    if (number !== undefined) return { do: what, words, sentence: number };
  }
  return /^(?:changements?|modifications?|wijzigingen|request changes)$/.test(plain) ? { do: 'changes' } : undefined;
}
