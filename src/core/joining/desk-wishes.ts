import { spokenPart } from '../reading/commands/address.ts';
import { clean, fold } from '../reading/text/normalise.ts';

type Simple = 'help' | 'home' | 'invite' | 'invitations' | 'cohorts' | 'people' | 'structures' | 'end-accompaniment';

type Each<Do extends string> = Do extends string ? { do: Do } : never;

/** What somebody wants at their desk for their network, in words: the twin of the buttons of its card. */
export type DeskWish =
  | Each<Simple>
  /** By their numbers in the list that was shown. */
  | { do: 'revoke' | 'resend' | 'end-role'; number: number }
  | { do: 'add-cohort'; name: string }
  | { do: 'first'; name: string };

// All patterns meet words without accents and capitals, and the whole of what was said, without the words of courtesy before it.
const courtesy =
  /^(?:(?:bonjour|salut|dag|hallo|hello|hi|hey)[,! ]+)?(?:(?:je (?:veux|voudrais|souhaite|dois)|j'aimerais|on (?:veut|voudrait)|(?:peux-tu|pouvez-vous|tu peux|vous pouvez)(?: nous| m')?|ik (?:wil|zou)(?: graag)?|we willen(?: graag)?|(?:kan|kunnen) (?:ik|we|je|jullie)|(?:i|we)(?:'d| would) like to|(?:i|we) want to|(?:can|could) (?:you|i|we)|please) +)?/;
const someone =
  "(?:quelqu'un|(?:(?:une|un|des|la|les|le|mon|ma|mes|nos|notre) )?(?:nouve(?:au|l|lle)x?s? )?(?:personne|structure|organisation|entreprise|equipe|association|collegue|accompagnat(?:eur|rice)|animat(?:eur|rice)|cherche(?:ur|use)|valideu(?:r|se))s?)";
const iemand =
  "(?:iemand|(?:een |de |mijn |onze )?(?:nieuwe )?(?:persoon|mensen|organisaties?|ondernemingen|onderneming|teams?|collega(?:'?s)?|begeleid(?:st)?ers?|begeleidster|animator(?:en)?|onderzoekers?))";
const somebody =
  '(?:someone|somebody|(?:an? |the |my |our |some )?(?:new )?(?:person|people|structures?|organi[sz]ations?|enterprises?|teams?|colleagues?|accompaniers?|animators?|researchers?|releasers?))';
const wishes: [Simple, RegExp][] = [
  [
    'help',
    /^(?:(?:a l')?aide|aidez[ -](?:moi|nous)|aide[ -]moi|hulp|help(?: me)?|(?:que|qu'est-ce que) (?:puis-je|je peux|peut-on|on peut) faire(?: ici)?|wat kan (?:ik|er)(?: hier)?(?: doen)?|what can i do(?: here)?)$/,
  ],
  ['home', /^(?:(?:mon|notre|le) reseau|(?:mijn|ons|het) netwerk|(?:my|our|the) network)$/],
  [
    'invite',
    new RegExp(
      `^(?:(?:inviter|invite[sz]?|invitons)(?: ${someone})?|(?:${iemand} )?uitnodigen|nodig ${iemand} uit|invite(?: ${somebody})?)$`,
    ),
  ],
  ['invitations', /^(?:(?:les |nos |mes )?invitations|(?:de |onze |mijn )?uitnodigingen|(?:the |our |my )?invitations)$/],
  [
    'cohorts',
    /^(?:(?:les |nos )?(?:cohortes|promotions)|(?:de |onze )?(?:cohorten|groepen)|(?:the |our )?cohorts|(?:cree[rz]?|ajoute[rz]?) une (?:nouvelle )?cohorte|een (?:nieuwe )?(?:cohort|groep) (?:aan)?maken|(?:create|add|make) a (?:new )?cohort)$/,
  ],
  [
    'people',
    /^(?:les personnes(?: du reseau)?|qui fait quoi|de mensen(?: van het netwerk)?|wie doet wat|(?:the )?people(?: of the network)?|who does what)$/,
  ],
  [
    'structures',
    /^(?:les structures(?: du reseau)?|de organisaties(?: van het netwerk)?|(?:the )?structures(?: of the network)?)$/,
  ],
  [
    'end-accompaniment',
    /^(?:(?:terminer|arreter) (?:un |l')accompagnement|een begeleiding (?:beeindigen|stoppen)|end an accompaniment)$/,
  ],
];
const numbered: ['revoke' | 'resend' | 'end-role', RegExp][] = [
  ['revoke', /^(?:revoquer|annuler l'invitation|intrekken|revoke)(?: (?:l'invitation|uitnodiging|invitation))? n?°?(\d{1,3})$/],
  ['resend', /^(?:renvoyer|opnieuw (?:sturen|versturen)|resend)(?: (?:l'invitation|uitnodiging|invitation))? n?°?(\d{1,3})$/],
  ['end-role', /^(?:terminer le role|fin du role|rol beeindigen|end role|end the role) n?°?(\d{1,3})$/],
];
const named: ['add-cohort' | 'first', RegExp][] = [
  [
    'add-cohort',
    /^\s*(?:nouvelle cohorte|(?:cr[ée]e[rz]?|ajoute[rz]?) (?:la|une) (?:nouvelle )?cohorte|nieuwe? (?:cohort|groep)|maak (?:de|een) (?:nieuwe )?(?:cohort|groep)(?: aan)?|new cohort|(?:create|add|make) (?:a|the) (?:new )?cohort)(?=\s*:|\s)(?:\s+(?:nomm[ée]e|appel[ée]e|intitul[ée]e|genaamd|met de naam|named|called))?\s*:?\s+(.{1,120})$/iu,
  ],
  [
    'first',
    /^\s*(?:cr[ée]er (?:un|le) r[ée]seau|(?:een )?netwerk (?:maken|aanmaken)|create (?:a|the) network)\s*:\s*(.{1,120})$/iu,
  ],
];

/** What somebody wants for their network, when a message is nothing else. */
export function readDeskWish(said: string): DeskWish | undefined {
  const whole = spokenPart(clean(said));
  const spoken = whole.slice(courtesy.exec(fold(whole))?.[0].length ?? 0);
  const words = fold(spoken)
    .replaceAll(/\s+/g, ' ')
    .replace(/[ .!?]+$/, '')
    .replace(/,? (?:s'il (?:te|vous) plait|svp|stp|alsjeblieft|alstublieft|aub|please)$/, '');
  if (words.length > 160) return undefined;
  const simple = wishes.find(([, pattern]) => pattern.test(words))?.[0];
  if (simple) return { do: simple };
  for (const [what, pattern] of numbered) {
    const number = pattern.exec(words)?.[1];
    if (number !== undefined) return { do: what, number: Number(number) };
  }
  for (const [what, pattern] of named) {
    const name = pattern
      .exec(spoken)?.[1]
      ?.replace(/\s*[?!.]+$/, '')
      .trim();
    if (name) return { do: what, name };
  }
  return undefined;
}
