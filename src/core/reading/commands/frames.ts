import { wordsOf } from '../text/normalise.ts';

const list = (text: string): string[][] =>
  text
    .split(/[|\n]/u)
    .map((phrase) => phrase.trim().split(/\s+/u))
    .filter((words) => words[0] !== '')
    .toSorted((a, b) => b.length - a.length);

/** Words of courtesy and hesitation. They change nothing wherever they stand. */
export const polite: ReadonlySet<string> = new Set(
  (
    'svp stp please pls plz aub ajb alsjeblieft alstublieft merci bedankt dank thanks thx bonjour bonsoir salut coucou hello hi hey hallo hoi dag goeiedag ' +
    'desole desolee desoles sorry euh heu hum uhm um bon ben bah bha alors donc voila ah oh eh ok oke okay oui ouais ja yes yep dis dites nou zeg wel hoor dus so well ' +
    'graag misschien oei nah tbh gelieve vises compagnon companion bot gewoon juste simplement just'
  ).split(' '),
);

/** Longer turns of courtesy. */
export const politeTurns =
  list(`s il (vous/te) plait|s il vous plait|s il te plait|si possible|si c est possible|si vous voulez bien|si ca vous va|merci d avance|merci beaucoup|si on peut|si tu veux|si vous voulez
als het kan|als dat kan|als het mogelijk is|als je wil|als jullie willen|dank je|dank u|dank je wel|dank u wel
if possible|if that s ok|if you can|if we can|if you don t mind|thank you|thanks a lot`);

/** How a wish begins: "est-ce qu'on pourrait", "kunnen we", "could you". */
export const openings =
  list(`est ce qu on peut|est ce qu on pourrait|est ce que je peux|est ce que je pourrais|est ce que tu peux|est ce que tu pourrais|est ce que vous pouvez|est ce que vous pourriez|est ce que nous pouvons|est ce que c est possible de|est ce possible de|est il possible de|serait il possible de|c est possible de|ce serait possible de|possible de|est ce que
on peut|on pourrait|on voudrait|on aimerait|on aimerait bien|on voudrait bien|on veut|on va|on prefere|on prefererait|on souhaite|on souhaiterait|on doit|je peux|je pourrais|je voudrais|je voudrais bien|j aimerais|j aimerais bien|je veux|je vais|je prefere|je souhaite|je souhaiterais|nous voudrions|nous aimerions|nous voulons|nous souhaitons|nous souhaiterions|nous preferons|nous allons|nous pouvons
vous pouvez|vous pourriez|pouvez vous|pourriez vous|tu peux|tu pourrais|peux tu|pourrais tu|peut on|pourrait on|pouvons nous|pourrions nous|puis je|il faudrait|il faut|faudrait|faut|on devrait|veuillez|allez|gelieve|la on|la je|moi je|nous on|pour moi|pour ma part|mieux vaut|autant|ca serait bien de|ce serait bien de|merci de|j ai envie de|on a envie de
on|je|j|nous|ca|c est|ce serait|c est parce que|et la|et|mais|au fait|a propos|sinon|d abord
kunnen we|kunnen wij|kan ik|kan je|kun je|kan u|kunt u|kunnen jullie|kan het dat we|mogen we|mag ik|zouden we|zouden we kunnen|zou je|zou je kunnen|zou u|zouden jullie|ik wil|ik wil graag|we willen|we willen graag|wij willen|ik zou|ik zou graag|ik zou willen|we zouden|we zouden graag|we zouden willen|laten we|laat ons|laat me|we gaan|ik ga|wil je|wilt u|willen jullie|we moeten|ik moet|het is beter om|is het mogelijk om|kan dat
ik|we|wij|en|maar|trouwens|eerst
can we|could we|can you|could you|can i|could i|may we|may i|might we|i want to|i want|we want to|we want|i d like to|i d like|we d like to|we d like|i would like to|i would like|we would like to|we would like|i d prefer to|i ll|we ll|i will|we will|let s|let us|let me|would you|would it be possible to|is it possible to|how about we|shall we|should we|i need to|we need to|i think we should|we should|you can
i|we|and|but|by the way|btw|first`);

/** What a wish is about when it is the question at hand: "cette question", "deze", "it". */
export const objects =
  list(`cette question|cette question la|la question|celle ci|celle la|celui ci|celui la|ca|cela|ce point|cette etape|la dessus|pour cette question|sur cette question|a cette question|cette fois|pour l instant|pour le moment|maintenant|tout de suite|de suite|un peu|quand meme|plutot|si possible|ici|la|franchement|honnetement|vraiment|exactement|au juste|en fait|moi
deze vraag|de vraag|die vraag|dit|dat|deze|die|het|nu|even|eens|maar|toch|liever|voorlopig|voor nu|direct|hier|daar|eventjes|eens even|nu even|eigenlijk|juist|precies|echt|nog
this question|the question|that question|this one|that one|this|that|it|for now|now|right now|here|then|instead|for the moment|for this question|really|honestly|actually|exactly|first`);

function startsWith(words: string[], start: string[]): boolean {
  return start.length < words.length && start.every((word, i) => words[i] === word);
}

function endsWith(words: string[], end: string[]): boolean {
  return end.length < words.length && end.every((word, i) => words[words.length - end.length + i] === word);
}

const lengths = (turns: string[][], fits: (turn: string[]) => boolean): number[] => [
  ...new Set(turns.filter(fits).map((turn) => turn.length)),
];

/** How many words at the front can be a turn of this kind. Never all of them. */
export const startsOf = (words: string[], turns: string[][]): number[] => lengths(turns, (turn) => startsWith(words, turn));

/** The same at the end. */
export const endsOf = (words: string[], turns: string[][]): number[] => lengths(turns, (turn) => endsWith(words, turn));

/** Without words of courtesy, wherever they stand. */
export function withoutCourtesy(words: string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const turn = politeTurns.find((phrase) => phrase.every((word, k) => words[i + k] === word));
    if (turn) i += turn.length - 1;
    else if (!polite.has(words[i] ?? '')) kept.push(words[i] ?? '');
  }
  return kept;
}

/** A message from after its opening on ("on peut faire la question 3 ?" from "faire"), as it was written, beside the whole of it. */
export function withAndWithoutOpening(text: string): string[] {
  const words = wordsOf(text);
  const folded = words.map((word) => word.folded);
  return [text, ...startsOf(folded, openings).flatMap((count) => (words[count] ? [text.slice(words[count].start)] : []))];
}
