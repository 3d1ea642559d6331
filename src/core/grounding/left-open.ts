import { readOnce } from '../read-once.ts';
import { wholeWords } from '../reading/text/normalise.ts';
import type { Language } from '../language.ts';
import type { Passage } from './evidence.ts';
import type { SentenceReading } from './reading.ts';
import { isAmong, type Token } from './tokens.ts';
import { cautions, hedged } from './words/claim-words.ts';
import { lightWords } from './words/light-words.ts';

/** Says that something is not known, or not yet. Folded. */
const unknown: Record<Language, RegExp> = {
  fr: wholeWords(
    "(?:nous|on) (?:ne |n'en )(?:le )?(?:savons|sait|saurons|saura)(?: pas| rien| encore pas| toujours pas)?|nous (?:l')?ignorons|on (?:l')?ignore|reste a voir|trop tot pour (?:le |en )?(?:dire|savoir|conclure)|(?:nous|on) ne (?:peut|pouvons) (?:pas )?(?:encore )?(?:le |l'|rien (?:en )?)?(?:dire|affirmer|savoir)|(?:personne|nul|nous|on) (?:ne |n')(?:a |avons |l'a |l'avons )(?:pas )?(?:encore )?(?:suivi|mesure|verifie|compte|etudie)|pas (?:encore )?(?:suivi|mesure|verifie)",
  ),
  nl: wholeWords(
    'weten (?:we|wij) (?:(?:het|dat|nog|ook|eigenlijk) )*niet|(?:we|wij) weten (?:(?:het|dat|nog|ook|eigenlijk) )*niet|weet (?:niemand|men (?:nog )?niet)|is (?:nog )?niet geweten|(?:nog )?onbekend|te vroeg om|(?:kunnen|konden) (?:we|wij) (?:nog )?niet (?:zeggen|meten|nagaan)|(?:niet|niemand|nooit) (?:gemeten|nagegaan|opgevolgd|bijgehouden)|moet nog blijken|valt nog af te wachten',
  ),
  en: wholeWords(
    "(?:we|nobody|no one) (?:do not|don't|cannot|can't|could not|couldn't) (?:yet )?(?:know|tell|say)|(?:we|nobody|no one) (?:never )?(?:knows?|has measured|measured|tracked|followed)(?= (?:whether|if|how))|not (?:yet )?known|unknown|too (?:early|soon) to (?:say|tell|know)|remains to be seen|we have (?:not|never) (?:measured|tracked|followed|checked)|haven't (?:measured|tracked|followed|checked)|nobody has (?:measured|tracked|followed)",
  ),
};

const denial: Record<Language, RegExp> = {
  fr: wholeWords("ne|n'|pas|aucune?s?|sans|rien|si|ignor\\p{L}*|inconnu\\p{L}*|question"),
  nl: wholeWords('niet|geen|niemand|niets|zonder|of|onbekend|vraag'),
  en: wholeWords("not|cannot|no|none|nobody|never|whether|if|unknown|question|\\p{L}+n't"),
};

/** The sentence leaves it open itself. Folded. */
const open: Record<Language, RegExp> = {
  fr: wholeWords(
    "trop tot|reste(?:nt)? (?:a|ouverte?s?)|question ouverte|l'avenir|recul|difficile (?:a|de) (?:dire|savoir)|impossible (?:a|de)|incertain\\p{L}*|faute de",
  ),
  nl: wholeWords(
    'te vroeg|blijft (?:open|de vraag)|open vraag|toekomst|afwachten|moeilijk te|onmogelijk|onduidelijk|onzeker|nog te',
  ),
  en: wholeWords(
    'too (?:early|soon)|open question|remains? (?:open|to be)|unclear|uncertain|hard to|impossible|time will tell|yet',
  ),
};

const leastAlike = 2;
const shareAlike = 0.5;

const leavesOpen = readOnce(({ folded, lang }: Passage): boolean => unknown[lang].test(folded));

/** "Villagers stay in their village longer", where the team wrote that whether they do it does not know. */
export function isLeftOpen({ cited, language, folded, tokens, quantities, isSameLanguage }: SentenceReading): boolean {
  const passages = cited.flatMap((answer) => answer.passages);
  const left = passages.filter(leavesOpen);
  if (left.length === 0 || denial[language].test(folded) || folded.trimEnd().endsWith('?')) return false;
  if (unknown[language].test(folded) || open[language].test(folded)) return false;
  if (hedged[language].test(folded) || cautions[language].test(folded) || quantities.list.length > 0) return false;
  const told = tokens.filter(({ content, folded: word }) => content && !lightWords[language].has(word));
  const shared = ({ features }: Passage): Token[] => told.filter((token) => isAmong(token, features));
  const most = Math.max(0, ...passages.filter((passage) => !leavesOpen(passage)).map((passage) => shared(passage).length));
  return left.some((passage) => {
    const { length } = shared(passage);
    return length >= leastAlike && length > most && (length >= told.length * shareAlike || !isSameLanguage);
  });
}
