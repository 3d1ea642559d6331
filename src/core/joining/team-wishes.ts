import { spokenPart } from '../reading/commands/address.ts';
import { clean, fold } from '../reading/text/normalise.ts';

/** What a team wants of those it belongs to, in words: the twin of the buttons of the card that says who sees what. */
export type TeamWish =
  | { do: 'show' }
  | { do: 'content'; on: boolean }
  | { do: 'fears-and-limits'; on: boolean }
  | { do: 'approves-texts'; on: boolean }
  | { do: 'leave' | 'leave-sure' | 'give-code' };

const ours = '(?:nos |toutes nos |les |onze |our |all our )?(?:reponses|contenus?|antwoorden|inhoud|answers|content)';
const whom =
  "(?:avec |met |with )(?:notre |l'|onze |jullie |our |the )?(?:accompagnat(?:eur|rice)|begeleid(?:er|ster)|accompanier)";

// All patterns meet words without accents and capitals, and the whole of what was said.
const wishes: [TeamWish, RegExp][] = [
  [{ do: 'show' }, /^(?:qui voit quoi|partage|reglages du partage|wie ziet wat|delen|who sees what|sharing)$/],
  [
    { do: 'content', on: true },
    new RegExp(
      `^(?:partager (?:${ours} )?${whom}|(?:${ours} )?delen ${whom}|(?:${ours} )?${whom} delen|share (?:${ours} )?${whom})$`,
    ),
  ],
  [
    { do: 'content', on: false },
    new RegExp(
      `^(?:(?:ne )?plus partager(?: ${ours})?(?: ${whom})?|(?:arreter le|arretez le|stop) partage|(?:${ours} )?(?:${whom} )?niet (?:meer|langer) delen|stoppen met delen|stop sharing(?: ${ours})?(?: ${whom})?|(?:no longer|do not|don't) share(?: ${ours})?(?: ${whom})?)$`,
    ),
  ],
  [
    { do: 'fears-and-limits', on: true },
    /^(?:partager (?:aussi )?(?:nos|les) (?:craintes|craintes et limites|inquietudes)|(?:ook )?onze (?:zorgen|angsten|zorgen en grenzen) delen|share our (?:fears|worries|fears and limits)(?: too)?)$/,
  ],
  [
    { do: 'fears-and-limits', on: false },
    /^(?:(?:ne )?plus partager (?:nos|les) (?:craintes|craintes et limites|inquietudes)|onze (?:zorgen|angsten|zorgen en grenzen) niet (?:meer )?delen|stop sharing our (?:fears|worries|fears and limits))$/,
  ],
  [{ do: 'leave-sure' }, /^(?:oui|ja|yes),? (?:quitter le reseau|het netwerk verlaten|netwerk verlaten|leave the network)$/],
  [
    { do: 'leave' },
    /^(?:(?:nous (?:voulons|souhaitons) )?quitter (?:le|notre) reseau|(?:we willen )?(?:het|ons) netwerk verlaten|(?:we want to )?leave (?:the|our) network)$/,
  ],
  [
    { do: 'give-code' },
    /^(?:(?:(?:bonjour|salut|dag|hallo|hello|hi),? ?)?(?:(?:nous avons |on a |j'ai )(?:recu |aussi )?)?un code(?: d'invitation)?|(?:(?:dag|hallo|hello),? ?)?(?:we hebben |ik heb )?een (?:code|uitnodigingscode)(?: gekregen| ontvangen)?|(?:(?:hello|hi),? ?)?(?:(?:we|i)(?: have|'ve)? (?:got |received |been given )?)?an? (?:code|invitation code)|rejoindre un reseau|(?:bij )?een netwerk (?:aansluiten|vervoegen)|join a network)$/,
  ],
];

/** What somebody wants of those the team belongs to, when a message is nothing else. */
export function readTeamWish(said: string): TeamWish | undefined {
  const words = fold(spokenPart(clean(said)))
    .replaceAll(/\s+/g, ' ')
    .replace(/[ .!?]+$/, '');
  return words.length > 100 ? undefined : wishes.find(([, pattern]) => pattern.test(words))?.[0];
}
