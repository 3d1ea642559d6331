import { spokenPart } from './reading/commands/address.ts';
import { clean, fold } from './reading/text/normalise.ts';

/** How long a code counts, and in how long so many may be typed. */
export const codeMinutes = 15;
export const mostTries = 5;

/** What somebody wants of their accounts, in the conversation they have alone with the companion. */
export type AccountWish = { want: 'link' } | { want: 'part'; number?: number };

/** What somebody wants of the channels in which one evaluation is shown. */
export type MirrorWish = 'add' | 'remove' | 'move-home';

// All patterns meet words without accents and capitals, from the first to the last.
const politely =
  "(?:(?:je (?:voudrais|veux|souhaite)|j'aimerais|peut-on|ik wil(?: graag)?|kan ik|i want to|i would like to|can i) )?";
const whole = (words: string): RegExp => new RegExp(`^${politely}(?:${words})$`);

const linking = whole(
  [
    '(?:re)?lier (?:mon autre|un autre|un|mes|mes deux|les deux) comptes?',
    'associer (?:mon autre|un autre) compte',
    '(?:mijn andere|een ander|mijn twee|mijn)(?: account| accounts) (?:koppelen|verbinden)',
    '(?:koppel|verbind) (?:mijn andere|een ander|mijn) accounts?',
    '(?:link|connect) (?:my other|another|an|my two|my) accounts?',
  ].join('|'),
);
const parting = whole(
  [
    '(?:delier|detacher|separer)(?: (?:mon autre|un|le|mes|les) comptes?)?',
    '(?:(?:mijn|een|het|de)(?: andere)? accounts? )?(?:ontkoppelen|loskoppelen)',
    '(?:unlink|separate)(?: (?:my other|an|the|my) accounts?)?',
  ].join('|') + ')(?:$| (?:n° ?)?(?<number>\\d{1,2})',
);
const mirrors: [MirrorWish, RegExp][] = [
  [
    'add',
    whole(
      [
        '(?:ajouter|relier) (?:un autre|un) canal',
        '(?:een )?(?:ander )?kanaal toevoegen',
        'voeg een (?:ander )?kanaal toe',
        '(?:add|link) (?:another|a) channel',
      ].join('|'),
    ),
  ],
  [
    'remove',
    whole(
      [
        "(?:retirer|enlever|supprimer) (?:le (?:canal )?miroir|ce canal|l'autre canal)",
        '(?:de spiegel|het spiegelkanaal|dit kanaal|het andere kanaal) (?:verwijderen|weghalen)',
        'remove (?:the mirror(?: channel)?|this channel|the other channel)',
      ].join('|'),
    ),
  ],
  [
    'move-home',
    whole(
      [
        "le canal principal est (?:desormais |maintenant )?ici|(?:c'est )?ici (?:est )?le canal principal|faire de ce canal le canal principal",
        'het hoofdkanaal is (?:nu |voortaan )?hier|dit is (?:nu |voortaan )?het hoofdkanaal|maak van dit kanaal het hoofdkanaal',
        'the main channel is (?:now )?here|this is (?:now )?the main channel|make this the main channel',
      ].join('|'),
    ),
  ],
];

const plain = (written: string): string =>
  fold(spokenPart(clean(written)))
    .replaceAll(/[.!?…]+$/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** A message that is such a wish from its first word to its last; anything that says more is none. */
export function readAccountWish(written: string): AccountWish | undefined {
  const said = plain(written);
  if (said.length > 80) return undefined;
  if (linking.test(said)) return { want: 'link' };
  const found = parting.exec(said);
  const number = found?.groups?.['number'];
  return found ? { want: 'part', ...(number !== undefined && { number: Number(number) }) } : undefined;
}

export function readMirrorWish(written: string): MirrorWish | undefined {
  const said = plain(written);
  return said.length > 80 ? undefined : mirrors.find(([, pattern]) => pattern.test(said))?.[0];
}
