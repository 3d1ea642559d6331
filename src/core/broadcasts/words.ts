import { clean, fold } from '../reading/text/normalise.ts';

/** What somebody at their desk wants done with broadcasts, in words: the twin of the buttons. */
export type BroadcastCommand =
  | { do: 'list' | 'library' }
  | { do: 'new'; text?: string }
  | { do: BroadcastDeed; /** As the list counts them, from one on; absent: the newest that it fits. */ number?: number };

const namedDeeds = ['show', 'test', 'release', 'undo', 'pause', 'resume', 'cancel', 'withdraw', 'resend', 'report'] as const;
export type BroadcastDeed = (typeof namedDeeds)[number] | 'resend-unknown';

// All patterns meet words without accents and capitals. A thing has to be named: at the same desk other things are paused and cancelled.
const thing =
  "(?:(?:l'|le |la |cet? |cette |de |het |deze |dit |the |this )?(?:envoi|diffusion|verzending|bericht|broadcast|conseil|tip))";
const number = '(?: n?°?(?<number>\\d{1,2}))?';

const whole: [BroadcastCommand['do'], RegExp][] = [
  [
    'list',
    /^(?:(?:voir |mes |nos |les )*(?:envois|diffusions)|(?:(?:toon|onze|mijn|de) )*verzendingen|(?:(?:show|my|our|the) )*broadcasts)$/,
  ],
  [
    'library',
    /^(?:(?:la )?bibliotheque(?: de conseils)?|(?:choisir un|les) conseils?(?: de la methode)?|(?:de )?bibliotheek|(?:een )?tips?(?: kiezen)?|(?:the )?(?:tip )?library|(?:choose a|the) tips?)$/,
  ],
];

const verbs: Record<(typeof namedDeeds)[number], string> = {
  show: 'voir|montrer|tonen|toon|show|open',
  test: 'tester|essayer|testen|test|try',
  release: 'liberer|valider|envoyer|vrijgeven|verzenden|verstuur|release|send',
  undo: 'defaire|revenir sur|ongedaan maken|undo',
  pause: 'suspendre|mettre en pause|pause|pauzeren|pauzeer|onderbreken',
  resume: 'reprendre|relancer|hervatten|hervat|resume|continue',
  cancel: 'annuler|arreter|annuleren|annuleer|stoppen|cancel|stop',
  withdraw: 'retirer|intrekken|trek|withdraw|take back',
  resend: 'renvoyer|opnieuw verzenden|resend',
  report: 'rapport(?: de| sur| van| over)?|bilan(?: de)?|verslag(?: van| over)?|report(?: on| of)?',
};
const toUncertain = [
  new RegExp(
    `^(?:renvoyer|stuur|verzend|resend) ${thing}${number} (?:aux incertains|opnieuw naar (?:de )?onzekere|to (?:the )?uncertain(?: ones)?)$`,
  ),
  new RegExp(`^${thing}${number} opnieuw (?:verzenden|sturen) naar (?:de )?onzekere$`),
];
const patterns: [BroadcastDeed, RegExp[]][] = [
  ...namedDeeds.map((deed): [BroadcastDeed, RegExp[]] => [
    deed,
    [new RegExp(`^(?:${verbs[deed]}) ${thing}${number}$`), new RegExp(`^${thing}${number} (?:${verbs[deed]})(?: in)?$`)],
  ]),
  ['resend-unknown', toUncertain],
];

const begun =
  /^(?:(?:ecrire|preparer|nouveau|nouvel|nouvelle) (?:un |une )?(?:conseil|envoi|diffusion)|(?:nieuwe|een) (?:tip|verzending)(?: schrijven)?|tip schrijven|(?:write|prepare|new)(?: a)? (?:tip|broadcast))(?: ?: ?(?<words>.+))?$/s;

/** Nothing when it is about something else. */
export function readBroadcastCommand(said: string): BroadcastCommand | undefined {
  const text = clean(said);
  const plain = fold(text)
    .replace(/[.!?…]+$/, '')
    .trim();
  for (const [what, pattern] of whole) if (pattern.test(plain) && (what === 'list' || what === 'library')) return { do: what };
  const start = begun.exec(fold(text));
  if (start) {
    const words = start.groups?.['words'];
    return { do: 'new', ...(words && { text: text.slice(-words.length).trim() }) };
  }
  for (const [deed, ways] of patterns) {
    for (const way of ways) {
      const found = way.exec(plain);
      if (!found) continue;
      const counted = found.groups?.['number'];
      return { do: deed, ...(counted && { number: Number(counted) }) };
    }
  }
  return undefined;
}

// Named by nothing but what it does: how it went, when it leaves.
const bare: [BroadcastDeed, RegExp][] = [
  ['report', /^(?:(?:le |notre )?bilan|(?:het |ons )?verslag|(?:the |our )?report)$/],
  [
    'show',
    /^(?:quand|a quelle heure|wanneer|hoe laat|when|at what time|what time)\b(?=.*\b(?:ca|cela|il|elle|envoi|diffusion|conseil|message|het|dat|dit|verzending|bericht|tip|it|that|this|broadcast)\b).{0,40}?\b(?:part(?:ira|ir|e)?|envoyee?s?|enverr\w+|s'en va|vertrek(?:t|ken)|verzonden|verstuurd|weg|buiten|go(?:es|ing)?|leaves?|leaving|sent|send)\b.{0,15}$/,
  ],
];

/** The same, where it can be about nothing but what the network sends: "bilan", "quand est-ce que ça part ?". */
export function readUnnamedCommand(said: string): BroadcastCommand | undefined {
  const plain = fold(clean(said))
    .replace(/[\s.!?…]+$/, '')
    .trim();
  const deed = bare.find(([, pattern]) => pattern.test(plain))?.[0];
  return deed && { do: deed };
}

/** What a team thinks of a tip, written in its thread. */
export type TipWord = 'useful' | 'not-for-us' | 'stop' | 'again';

const tipWords: [TipWord, RegExp][] = [
  ['not-for-us', /^(?:(?:ce n'est )?pas (?:pour nous|utile)|niet (?:voor ons|nuttig)|not (?:for us|useful))$/],
  ['stop', /^(?:plus de conseils|ne plus recevoir de conseils|geen tips meer|no more tips)$/],
  ['again', /^(?:(?:recevoir )?(?:a nouveau|encore)(?: des)? conseils|weer tips(?: graag)?|tips again)$/],
  ['useful', /^(?:(?:c'est |tres )*utile(?:,? merci)?|(?:dat is |heel )*nuttig|(?:that is |very )*useful)$/],
];

export function readTipWord(said: string): TipWord | undefined {
  const plain = fold(clean(said))
    .replace(/[.!?…]+$/, '')
    .trim();
  return tipWords.find(([, pattern]) => pattern.test(plain))?.[0];
}
