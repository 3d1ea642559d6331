import { clean, fold, foldedWords, hasWords } from '../text/normalise.ts';
import { expandAll } from './notation.ts';
import { spokenWords } from './spoken.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that make a message small talk when nothing else is in it. */
const core = setOf(
  'merci mercii bonjour bonsoir salut coucou hello hi hey hallo hoi yo goeiemorgen goedemorgen goeiemiddag goedemiddag goeienavond goedenavond goeiedag super top topp genial geniale cool parfait nickel chouette excellent ' +
    'bravo felicitations ok oke okay okey oki okidoki daccord accord dac entendu compris note noted volontiers ciao tchao bye lol mdr ptdr xd interessant waouh wow waw ouf tkt desole desolee pardon sorry ' +
    'bedankt thanks thank thx ty cheers welcome np great awesome perfect lovely nice congrats congratulations prima fijn leuk knap tof proficiat gefeliciteerd groetjes slaapwel',
);

/** Turns of several words that do the same. */
const turns =
  expandAll(`(je/il faut que je/faut que je/on) (dois/doit/m en vais/vais/file/filer/pars) (y aller/partir/filer/vous laisser/te laisser/raccrocher/)|(faut que j y aille/il faut que j y aille)|je (file/pars/decroche)|je (vous/te) laisse|on se (voit/retrouve/reparle) (demain/lundi/mardi/mercredi/jeudi/vendredi/bientot/plus tard)|ik moet (weg/door/gaan/ervandoor/er vandoor/vertrekken)|ik ben (weg/ermee weg/er even niet)|ik ga ervandoor|(i/we) (have to/need to/must/ve got to/gotta) (go/run/leave/dash)|(got to/gotta) (go/run/dash)|i m (off/leaving)|heading (off/out)|de rien|pas de (souci/soucis/probleme/problemes)|(c est/) pas grave|y a pas de mal|a (demain/bientot/plus/plus tard/tantot/lundi/mardi/mercredi/jeudi/vendredi/la prochaine/tout de suite/tout a l heure)
bonne (journee/soiree/nuit/semaine/apres midi/reunion/continuation)|bon (week end/weekend/appetit/courage/travail/boulot)|bonnes vacances|au revoir|bien (recu/note/joue/vu)|(c est/) (bien/tres bien/note/super/cool/drole/marrant)|tres bien|ca (marche/roule)|avec plaisir|t inquiete|trop (bien/fort/drole/cool)|bon travail|beau travail|bien|(c est une/) (bonne/super/excellente/tres bonne) question|(aucun/pas de/y a pas de) (probleme/souci)|on fait ca|c est (clair/parti pour moi)|merci pour (tout/l info/les infos/la question/cette question/votre aide/ton aide)
dank (je/u) (wel/)|dankjewel|dankuwel|graag gedaan|geen (probleem/dank)|tot (morgen/straks/later/ziens/gauw/maandag/dinsdag/woensdag/donderdag/vrijdag/volgende week/de volgende)|(fijne/prettige) (dag/avond/vakantie)|(fijn/prettig) weekend|(heel/zeer/) goed (zo/gedaan/werk/)|in orde|goede (morgen/middag/avond)|mooi (zo/)|goed (bezig/zo)|goeie vraag|goede vraag|dat is duidelijk
good (morning/afternoon/evening/night/job/work/one/idea)|sounds good|see you (soon/later/tomorrow/then/)|have a (good/nice/great) (day/weekend/week/evening)|take care|well done|no (problem/worries)|got it|(that s/it s/all/) clear|good question|you re welcome|my pleasure|that s (great/fine/nice/good)`);

/** Words that may stand beside them. */
const beside = setOf(
  'mille beaucoup bcp grand un une le la les l de d du des a au aux bon tres trop vraiment tellement pour ca c est vous toi nous moi et tout toute tous toutes monde amis collegues gars les filles alors donc oui ouais ben bah travail boulot compte ' +
    'u je jij jullie allemaal iedereen samen zo heel erg dan hoor he veel zeer dat ja de en you it so much very all everyone team folks guys my a lot this that the for',
);

const laughter = /^(?:(?:a*h+a+)+h*|(?:h*[ie]h+[ie])+h*|l+o+l+|mdr+|ptdr+|x+d+|rofl|lmao)$/u;

/** Whether a message is nothing but greeting, thanks, assent or laughter. Names of colleagues may be in it. */
export function isSmallTalk(text: string, people: string[] = []): boolean {
  if (text.length > 120) return false;
  if (/^\+1$/u.test(text.trim())) return true;
  const spoken = spokenWords(text);
  if (spoken.length === 0 || spoken.length > 12) return false;
  const names = new Set(people.flatMap(foldedWords));
  let words = ` ${spoken.join(' ')} `;
  let saysSome = false;
  for (const turn of turns) {
    if (!words.includes(` ${turn} `)) continue;
    saysSome = true;
    words = words.replaceAll(` ${turn} `, '  ');
  }
  const rest = words.split(' ').filter((word) => word !== '');
  const isCore = (word: string): boolean => core.has(word) || laughter.test(word);
  return (saysSome || rest.some(isCore)) && rest.every((word) => isCore(word) || beside.has(word) || names.has(word));
}

const yes = setOf(
  'oui ouais ouai oue ouep yep yes yeah ja jawel jaja ok oke okay okey d daccord accord c est ca bon parfait exact exactement correct juste tout a fait absolument voila confirme confirmer valide valider je on vas y allez go bien sur ' +
    'nickel super top volontiers merci svp bien entendu certainement klopt juist prima goed zeker inderdaad precies akkoord doe maar graag dat is het in orde bevestig bevestigen ' +
    'sure right that s correct indeed please do it confirm confirmed fine perfect great sounds good absolutely of course y oki okidoki top la c',
);
const yesCore = setOf(
  'oui ouais ouai oue ouep yep yes yeah ja jawel jaja ok oke okay okey daccord accord parfait exact exactement correct juste absolument confirme confirmer valide valider klopt juist zeker inderdaad precies akkoord bevestig bevestigen prima sure right indeed confirm confirmed fine perfect absolutely y oki okidoki bon go vas allez nickel top orde doe volontiers certainement entendu',
);
const no = setOf(
  'non nn nan nope no nee neen neenee nop pas du tout surtout finalement annuler annule annulez annuleren annuleer cancel stop laisse laissez tomber laat maar zitten toch niet doe dat merci svp c est ca on garde l ancienne ancien comme avant ' +
    'oublie oubliez never mind nevermind forget it don t do that leave it as is hou het zo liever bedankt thanks absolument absoluut zeker je veux we willen',
);
const noCore = setOf(
  'non nn nan nope no nee neen nop annuler annule annulez annuleren annuleer cancel pas niet don oublie oubliez nevermind never forget laisse laissez laat leave stop toch garde surtout',
);

const only = (words: string[], all: ReadonlySet<string>, needed: ReadonlySet<string>): boolean =>
  words.length > 0 && words.length <= 7 && words.every((word) => all.has(word)) && words.some((word) => needed.has(word));

/** A plain yes or a plain no, with its courtesies. */
export function yesOrNo(text: string): 'yes' | 'no' | undefined {
  const words = spokenWords(text.slice(0, 120));
  if (only(words, no, noCore)) return 'no';
  return only(words, yes, yesCore) ||
    /^(?:c est (?:bon|ca|bien ca)|tout a fait|bien sur|doe maar|of course|go ahead|do it|dat klopt|that s (?:right|it))$/u.test(
      words.join(' '),
    )
    ? 'yes'
    : undefined;
}

/** Emoji that are used as a word of their own. */
const signs: [
  RegExp,
  'yes' | 'no' | 'skip' | 'not-yet' | 'pause' | 'resume' | 'help' | 'accompanier' | 'stop' | 'undo' | 'repeat' | 'wait',
][] = [
  [/[👍👌✅✔☑🆗💯🙆]/u, 'yes'],
  [/[👎❌✖🙅🚫]/u, 'no'],
  [/[⏭⏩🙈]/u, 'skip'],
  [/[🤷]/u, 'not-yet'],
  [/[⏸😴💤]/u, 'pause'],
  [/[▶⏯]/u, 'resume'],
  [/[❓❔🆘🤔😵]/u, 'help'],
  [/[📞☎]/u, 'accompanier'],
  [/[🛑⛔⏹✋]/u, 'stop'],
  [/[↩🔙↪]/u, 'undo'],
  [/[🔁🔂🔄]/u, 'repeat'],
  [/[⏳⌛]/u, 'wait'],
];

export type Sign = (typeof signs)[number][1] | 'other';

/** What a message without a word says: by its first emoji that says something. Nothing when it has words. */
export function signOf(text: string): Sign | undefined {
  const plain = clean(text);
  if (plain === '' || hasWords(plain)) return undefined;
  if (!/\p{Extended_Pictographic}/u.test(plain)) return undefined;
  let first: { at: number; sign: Sign } | undefined;
  for (const [pattern, sign] of signs) {
    const at = plain.search(pattern);
    if (at >= 0 && (first === undefined || at < first.at)) first = { at, sign };
  }
  return first?.sign ?? 'other';
}

/** "?", "???": somebody who does not follow. */
export const isPuzzled = (text: string): boolean => /^[?¿!\s]*\?[?!\s]*$/u.test(fold(text));
