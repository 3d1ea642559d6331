import { readCode } from '../../core/codes.ts';
import { pinsHome } from '../../core/incoming.ts';
import { type Filter, isNamed, readFilter } from '../../core/portfolio/filter.ts';
import { isEveryone } from '../../core/portfolio/read-words.ts';
import { type Look, scheduleName, schedules } from '../../core/portfolio/signals.ts';
import { fold } from '../../core/reading/text/normalise.ts';
import type { Method } from '../../core/method.ts';
import { newestBatch } from '../../store/hand-nudges.ts';
import type { AtDeskFlow } from '../desks/receive-desk.ts';
import { showOwnHome } from '../evaluation/show-home.ts';
import { briefAbout } from './brief-accompanier.ts';
import { type Accompanied, type Desk, sayHere } from './desk.ts';
import { acceptHandover, declineHandover, offerByCode, offerTeam, withdrawHandover } from './hand-over.ts';
import { keepNote, showNotes } from './keep-notes.ts';
import { editNudges, prepareNudges } from './prepare-nudges.ts';
import { dropNudges, sendNudges } from './send-nudges.ts';
import { showHelp, showPicture, showTeam } from './show-team.ts';
import { lookOf } from './show-portfolio.ts';
import { type Named, type Wish, wishOf } from './wish-of.ts';

/** What accompaniers do for themselves: look, prepare a meeting, note, nudge, pass a team on. Never in a channel that others read. */
export const atPortfolio: AtDeskFlow = async (needs, tx, incoming, at, now) => {
  if (at.place.kind !== 'direct') return undefined;
  const desk: Desk = { needs, tx, at, look: lookOf(needs, at.language, now), now };
  const code = incoming.kind === 'message' ? readCode(incoming.text) : undefined;
  if (code !== undefined) return (await offerByCode(desk, code, incoming.sender)) ? done : undefined;
  const wish = wishOf(incoming);
  if (!wish) return undefined;
  const isButton = incoming.kind !== 'message';
  if (wish.do === 'handover-accept') return (await acceptHandover(desk, wish.id)) || isButton ? done : undefined;
  if (wish.do === 'handover-decline') return (await declineHandover(desk, wish.id)) || isButton ? done : undefined;
  const { accompanies } = at.offices;
  if (accompanies.length === 0) {
    if (wish.do === 'home' && at.teams.length === 0) return act(desk, wish, isButton);
    // Pressed on what is still on the screen of somebody who accompanies nobody any more.
    if (isButton) await sayHere(desk, 'portfolio-refused', desk.look.words('portfolio.not-yours'));
    return isButton ? done : undefined;
  }
  return act(desk, wish, isButton);
};

const done = { fresh: true, readings: [] };

async function act(desk: Desk, wish: Wish, isButton: boolean): ReturnType<AtDeskFlow> {
  const { at, look } = desk;
  switch (wish.do) {
    case 'home':
      await showOwn(desk, undefined, true);
      return done;
    case 'help':
      if (!isButton && at.teams.length > 0) return undefined;
      await showHelp(desk);
      return done;
    case 'picture':
      await showPicture(desk);
      return done;
    case 'page':
      await showOwn(desk, { page: wish.page }, !isButton);
      return done;
    case 'filter':
      if (wish.wrong) return { ...done, formErrors: { silentDays: look.words('portfolio.wrong-days') } };
      await showOwn(desk, { filter: wish.filter }, false);
      return done;
    case 'filter-words':
      await showOwn(desk, { filter: filterSaid(wish.said, desk.needs.method, look) }, true);
      return done;
    case 'nudge-send':
    case 'nudge-drop':
    case 'nudge-edit': {
      const batch = wish.batch ?? (await newestBatch(desk.tx, at.person));
      if (batch === undefined) return isButton ? done : undefined;
      if (wish.do === 'nudge-edit') await editNudges(desk, batch, wish.texts);
      else if (wish.do === 'nudge-drop') await dropNudges(desk, batch);
      else await sendNudges(desk, batch);
      return done;
    }
    case 'handover-withdraw':
      await withdrawHandover(desk, wish.id);
      return done;
    case 'nudge': {
      if (wish.structures.length === 0) return { ...done, formErrors: { teams: look.words('portfolio.choose-team') } };
      const found = wish.structures.flatMap((named) => teamsMeant(at.offices.accompanies, named));
      if (found.length === 0) return await unknownTeam(desk, wish.structures[0], isButton);
      await prepareNudges(desk, [...new Set(found)]);
      return done;
    }
    case 'handover-accept':
    case 'handover-decline':
      return undefined;
    default:
      return withTeam(desk, wish, isButton);
  }
}

type WithTeam = Extract<Wish, { structure: Named }>;

async function withTeam(desk: Desk, wish: WithTeam, isButton: boolean): ReturnType<AtDeskFlow> {
  const found = teamsMeant(desk.at.offices.accompanies, wish.structure);
  const [team] = found;
  if (!team) return unknownTeam(desk, wish.structure, isButton);
  if (found.length > 1) {
    await sayHere(
      desk,
      'portfolio-which',
      desk.look.words('portfolio.which-team', { teams: found.map(({ name }) => name).join(', ') }),
    );
    return done;
  }
  switch (wish.do) {
    case 'team':
      await showTeam(desk, team.structureId);
      return done;
    case 'brief':
      await briefAbout(desk, team);
      return done;
    case 'notes':
      await showNotes(desk, team);
      return done;
    case 'note':
      if (wish.words === '') return { ...done, formErrors: { words: desk.look.words('portfolio.note-empty') } };
      await keepNote(desk, team, wish);
      return done;
    case 'handover':
      await offerTeam(desk, team, wish.words);
      return done;
  }
}

/** A whole name before parts of names; "all" means all. Nothing of a team that this person does not accompany. */
function teamsMeant(accompanies: readonly Accompanied[], named: Named): Accompanied[] {
  if ('id' in named) return accompanies.filter(({ structureId }) => structureId === named.id);
  if (isEveryone(named.said)) return [...accompanies];
  const same = accompanies.filter(({ name }) => fold(name) === fold(named.said));
  return same.length > 0 ? same : accompanies.filter(({ name }) => isNamed(name, named.said));
}

/** A press is answered; words may have been meant for the person's own team. */
async function unknownTeam(desk: Desk, named: Named | undefined, isButton: boolean): ReturnType<AtDeskFlow> {
  if (!isButton && desk.at.teams.length > 0) return undefined;
  const { words } = desk.look;
  const team = named && 'said' in named ? named.said.slice(0, 80) : undefined;
  await sayHere(
    desk,
    'portfolio-refused',
    team === undefined ? words('portfolio.not-yours') : words('portfolio.no-such-team', { team }),
  );
  return done;
}

const everything = /^(?:tout|toutes|tous|rien|alles|niets|all|everything|nothing|none)$/u;

/** "silence 20", "en retard", "en attente", a stage, a language, else a part of a name. */
function filterSaid(words: string, method: Method, look: Look): Filter {
  const folded = fold(words);
  if (everything.test(folded)) return {};
  const days = /(?:silence|stil|silent)\D*(\d{1,4})/u.exec(folded)?.[1];
  if (days) return readFilter({ silentDays: days });
  if (/^(?:en attente|qui attend(?:ent)?|wacht(?:end)?|waiting)$/u.test(folded)) return { waiting: true };
  const schedule = schedules.find((each) => fold(scheduleName(look.words, each)) === folded);
  if (schedule) return { schedule };
  const stage = method.stages.find(({ short, name }) => [short, name].some((each) => fold(each[look.language]) === folded));
  if (stage) return { stage: stage.id };
  const language = (['fr', 'nl', 'en'] as const).find((each) => fold(look.words(`language.${each}`)) === folded);
  return language ? { language } : readFilter({ name: words });
}

async function showOwn(desk: Desk, change: Parameters<typeof showOwnHome>[4], isAnew: boolean): Promise<void> {
  const { needs, tx, at, now } = desk;
  const { place, person, language, teams, offices } = at;
  // What is pinned does not come down to where it was asked for in words.
  if (isAnew && pinsHome(place.address)) await sayHere(desk, 'portfolio-shown', desk.look.words('portfolio.shown'));
  await showOwnHome(needs, tx, { place, person, language, teams, ...offices, isAnew }, now, change);
}
