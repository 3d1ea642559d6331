import { spokenPart } from '../reading/commands/address.ts';
import { clean, fold } from '../reading/text/normalise.ts';

type Simple = 'home' | 'invite' | 'invitations' | 'cohorts' | 'people' | 'structures' | 'end-accompaniment';

type Each<Do extends string> = Do extends string ? { do: Do } : never;

/** What somebody wants at their desk for their network, in words: the twin of the buttons of its card. */
export type DeskWish =
  | Each<Simple>
  /** By their numbers in the list that was shown. */
  | { do: 'revoke' | 'resend' | 'end-role'; number: number }
  | { do: 'add-cohort'; name: string }
  | { do: 'first'; name: string };

// All patterns meet words without accents and capitals, and the whole of what was said.
const wishes: [Simple, RegExp][] = [
  ['home', /^(?:(?:mon|notre|le) reseau|(?:mijn|ons|het) netwerk|(?:my|our|the) network)$/],
  [
    'invite',
    /^(?:inviter(?: quelqu'un| une personne| une structure| des structures)?|(?:iemand |een organisatie |organisaties )?uitnodigen|invite(?: someone| somebody| a structure| structures)?)$/,
  ],
  ['invitations', /^(?:(?:les |nos |mes )?invitations|(?:de |onze |mijn )?uitnodigingen|(?:the |our |my )?invitations)$/],
  ['cohorts', /^(?:(?:les |nos )?(?:cohortes|promotions)|(?:de |onze )?(?:cohorten|groepen)|(?:the |our )?cohorts)$/],
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
  ['add-cohort', /^\s*(?:nouvelle cohorte|cr[ée]er (?:la|une) cohorte|nieuwe? (?:cohort|groep)|new cohort)\s*:?\s+(.{1,120})$/iu],
  [
    'first',
    /^\s*(?:cr[ée]er (?:un|le) r[ée]seau|(?:een )?netwerk (?:maken|aanmaken)|create (?:a|the) network)\s*:\s*(.{1,120})$/iu,
  ],
];

/** What somebody wants for their network, when a message is nothing else. */
export function readDeskWish(said: string): DeskWish | undefined {
  const spoken = spokenPart(clean(said));
  const words = fold(spoken)
    .replaceAll(/\s+/g, ' ')
    .replace(/[ .!?]+$/, '');
  if (words.length > 160) return undefined;
  const simple = wishes.find(([, pattern]) => pattern.test(words))?.[0];
  if (simple) return { do: simple };
  for (const [what, pattern] of numbered) {
    const number = pattern.exec(words)?.[1];
    if (number !== undefined) return { do: what, number: Number(number) };
  }
  for (const [what, pattern] of named) {
    const name = pattern.exec(spoken)?.[1]?.trim();
    if (name) return { do: what, name };
  }
  return undefined;
}
