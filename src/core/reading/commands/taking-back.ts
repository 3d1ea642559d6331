import type { Command } from '../../commands.ts';
import type { Language } from '../../language.ts';
import { commandOf } from './phrasebook.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** How people catch themselves before they take back what they said: "oups non, annule ça". */
const caught = setOf(
  'oups oup oops whoops woops oeps oei zut mince flute aie ah oh eh euh heu non nan nn nope no nee neen attends attendez attend stop wait wacht pardon sorry desole desolee desoles finalement enfin mais en fait bon eigenlijk toch maar actually but hmm hm bah ben ok',
);

/** The command to take back what was said, whatever starts of a sentence stand before it; nothing when it says anything else. */
export function takesBack(words: string[], language: Language): Command | undefined {
  const plain = commandOf(words, language);
  if (plain) return plain.do === 'undo' ? plain : undefined;
  const first = words.findIndex((word) => !caught.has(word));
  if (first <= 0) return undefined;
  const rest = commandOf(words.slice(first), language);
  return rest?.do === 'undo' ? rest : undefined;
}

const removes = setOf(
  'supprimer supprime supprimez effacer efface effacez retirer retire retirez enlever enleve enlevez oublie oubliez verwijder verwijderen wis wissen schrap schrappen vergeet negeer delete remove erase scrap withdraw forget scratch ignore disregard',
);

/** What was said is to go, and not only what is going on: "efface ça", "scrap that". */
export const removesWords = (words: string[]): boolean => words.some((word) => removes.has(word));
