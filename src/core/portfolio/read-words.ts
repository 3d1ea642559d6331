import { clean, fold } from '../reading/text/normalise.ts';

/** What an accompanier asks for in words. Each is what a button does too. `who` is as they wrote it: names of teams. */
export type DeskWish =
  | { do: 'home' | 'picture' | 'help' | 'send' | 'drop' | 'accept' | 'decline' }
  | { do: 'team' | 'brief' | 'notes' | 'handover'; who: string }
  | { do: 'nudge'; who: string[] }
  | { do: 'note'; who: string; words: string }
  | { do: 'edit'; who: string; words: string }
  | { do: 'filter'; said: string }
  | { do: 'page'; page: number };

const around = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');

const alone: [DeskWish & { do: 'home' | 'picture' | 'help' | 'send' | 'drop' | 'accept' | 'decline' }, RegExp][] = [
  [
    { do: 'home' },
    around(
      'mon accompagnement|mes (?:equipes|structures|entreprises)|(?:mon )?portefeuille|accueil|mijn (?:begeleiding|teams|organisaties|ondernemingen)|overzicht|my (?:accompaniment|teams|portfolio|enterprises)|portfolio|home',
    ),
  ],
  [{ do: 'picture' }, around("(?:l'|une )?image|(?:le )?schema|(?:de |een )?afbeelding|(?:het )?beeld|(?:the |a )?picture")],
  [{ do: 'help' }, around('aide|aidez-moi|hulp|help')],
  [{ do: 'send' }, around('(?:oui,? )?envoyer|envoyez|envoie|(?:ja,? )?versturen|verstuur|(?:yes,? )?send(?: (?:it|them))?')],
  [{ do: 'drop' }, around("ne pas envoyer|n'envoyez pas|n'envoie pas|niet versturen|verstuur niet|don't send|do not send")],
  [
    { do: 'accept' },
    around("(?:j')?accepte[rz]?(?: le relais)?|(?:ik )?aanvaard(?:en)?(?: de overdracht)?|(?:i )?accept(?: the handover)?"),
  ],
  [{ do: 'decline' }, around('refuse[rz]? le relais|(?:de )?overdracht weigeren|decline the handover')],
];

const notes = /^(?:(?:mes|mijn|my)\s+)?(?:notes|notities)\s+(?:(?:sur|over|on|about|van|de)\s+)?(.+)$/u;
const note = /^(?:note|notitie)\s+(?:(?:privee|prive|private)\s+)?(?:(?:sur|over|on|about|pour|voor)\s+)?([^:]{1,120}?)\s*:\s*/u;
const edit = /^(?:texte|message|tekst|bericht|text)\s+(?:(?:pour|voor|for)\s+)?([^:]{1,120}?)\s*:\s*/u;
const team = /^(?:voir|ouvrir|fiche|toon|bekijk|open|show|see)\s+(?:(?:la fiche|de fiche|the card)\s+(?:de|van|of)\s+)?(.+)$/u;
const brief =
  /^(?:brief|briefing|preparer|prepare|voorbereiden|voorbereiding)\s+(?:(?:la|ma|mon|le|de|het|een|my|the|a)\s+(?:reunion|rencontre|visite|rendez-vous|vergadering|bezoek|gesprek|meeting|visit)\s+)?(?:(?:avec|chez|de|pour|met|bij|van|voor|with|for|of|on)\s+)?(.+)$/u;
const handover =
  /^(?:passer le relais|passer la main|overdragen|overdracht|hand over|pass on)\s*:?\s+(?:(?:de|pour|van|voor|for|of)\s+)?(.+)$/u;
const nudge =
  /^(?:relancer?|relancez|encourager?|encouragez|herinner(?:en)?|herinnering(?: aan)?|aanmoedigen|nudge|remind)\s+(.+)$/u;
const filter = /^(?:filtrer?|chercher?|cherchez|filter(?:en)?|zoek(?:en)?|search|find)\s+(.+)$/u;
const silent = /^((?:en\s+)?silence\s.*\d.*|stil\s.*\d.*|silent\s.*\d.*)$/u;
const page = /^(?:page|pagina)\s+(\d{1,3})$/u;

/** Reads what somebody wrote at their desk, in any of the three languages; nothing when it is none of these. */
export function readWish(written: string): DeskWish | undefined {
  const text = clean(written).replace(/[.!]+$/u, '');
  const folded = fold(text);
  if (text.length > 4000) return undefined;
  const plain = alone.find(([, pattern]) => pattern.test(folded));
  if (plain) return plain[0];
  // What was typed keeps its capitals and accents: places are the same in the folded text.
  const rest = (found: RegExpExecArray | null): string | undefined =>
    found?.[1] === undefined ? undefined : text.slice(folded.lastIndexOf(found[1])).slice(0, found[1].length);
  for (const [kind, pattern] of [
    ['note', note],
    ['edit', edit],
  ] as const) {
    const found = pattern.exec(folded);
    const words = found && clean(written).slice(found[0].length).trim();
    if (found?.[1] && words)
      return { do: kind, who: text.slice(found[0].indexOf(found[1]), found[0].indexOf(found[1]) + found[1].length), words };
  }
  const pages = page.exec(folded)?.[1];
  if (pages) return { do: 'page', page: Number(pages) };
  const quiet = silent.exec(folded)?.[1];
  if (quiet) return { do: 'filter', said: quiet };
  const wanted = rest(filter.exec(folded));
  if (wanted) return { do: 'filter', said: wanted };
  for (const [kind, pattern] of [
    ['notes', notes],
    ['handover', handover],
    ['brief', brief],
    ['team', team],
  ] as const) {
    const who = rest(pattern.exec(folded));
    if (who) return { do: kind, who };
  }
  const many = rest(nudge.exec(folded));
  return many === undefined ? undefined : { do: 'nudge', who: many.split(/\s*[,;]\s*|\s+(?:et|en|and)\s+/u).filter(Boolean) };
}

/** Words that mean every team that is shown. */
export const isEveryone = (who: string): boolean =>
  /^(?:tous|toutes(?: les equipes)?|tout le monde|allen?|allemaal|iedereen|all(?: teams)?|everyone|everybody)$/u.test(fold(who));
