import { type BroadcastDeed, readBroadcastCommand, readUnnamedCommand } from '../../core/broadcasts/words.ts';
import { broadcastsMessage, doneMessage } from '../../core/broadcasts/cards.ts';
import type { BroadcastState } from '../../core/broadcasts/broadcast.ts';
import type { Fields, Incoming } from '../../core/incoming.ts';
import { findBroadcast, networkOfBroadcast, recentBroadcasts } from '../../store/broadcasts.ts';
import { enter } from '../../store/database.ts';
import { findOneself } from '../../store/people.ts';
import { findSaid } from '../../store/said.ts';
import type { AtDesk, AtDeskFlow } from '../desks/receive-desk.ts';
import type { Dealt } from '../receive.ts';
import { answered, type BroadcastNeeds, type DeskWork, refuse, say, show } from './desk-work.ts';
import { beginBroadcast, editBroadcast, keepTip, showLibrary, takeTip, testBroadcast } from './prepare-broadcast.ts';
import { releaseBroadcast } from './release-broadcast.ts';
import { reportBroadcast } from './report-broadcast.ts';
import { steerBroadcast } from './steer-broadcast.ts';

/** What somebody asked for, by a button, a form or words. */
type Asked =
  | { do: 'list' | 'trial' }
  | { do: 'library' | 'new'; network?: string; text?: string }
  | { do: 'step' | 'tip'; network: string; id: string }
  | { do: 'edit'; id: string; fields: Fields }
  | { do: BroadcastDeed | 'keep'; id?: string; number?: number; seen?: number; fields?: Fields };

/** So many of the newest are listed, and counted by number. */
const listed = 8;

/** What the people of a network do with broadcasts at their desks. */
export const broadcastsAtDesk: AtDeskFlow = async (needs, tx, incoming, at, now) => {
  const { broadcasting } = needs;
  const networks = at.offices.networks.filter(({ roles }) => roles.some((role) => role === 'animator' || role === 'releaser'));
  if (!broadcasting || at.offices.networks.length === 0) return undefined;
  const asked = await readAsked(tx, incoming, at);
  if (!asked || (networks.length === 0 && incoming.kind === 'message')) return undefined;
  const full: BroadcastNeeds = { ...needs, broadcasting };
  const { guest } = await findOneself(tx, at.person);
  const desk = { wording: needs.wording, language: at.language, person: at.person };
  const work = async (network: string): Promise<DeskWork> => {
    const { roles } = at.offices.networks.find(({ id }) => id === network) ?? { roles: [] };
    await enter(tx, { kind: 'network', network, person: at.person });
    return { needs: full, tx, desk, sender: { person: at.person, roles, guest }, network, channel: at.channel.id, now };
  };
  const [only] = networks.length > 0 ? networks : at.offices.networks;
  if (!only) return undefined;
  const list = async (): Promise<Dealt> => {
    const recent = await recentBroadcasts(
      tx,
      networks.map(({ id }) => id),
      listed,
    );
    const broadcasts = (await Promise.all(recent.map(({ id }) => findBroadcast(tx, id)))).filter((each) => each !== undefined);
    const entered = await work(only.id);
    return networks.length === 0 ? refuse(entered, 'not-yours') : say(entered, broadcastsMessage(broadcasts, networks, desk));
  };
  switch (asked.do) {
    case 'list':
      return list();
    case 'trial':
      return say(await work(only.id), doneMessage('trial', desk));
    case 'new':
    case 'library': {
      const network = asked.network === undefined ? (networks.length === 1 ? only.id : undefined) : known(at, asked.network);
      if (network === undefined) return list();
      return asked.do === 'new' ? beginBroadcast(await work(network), asked.text) : showLibrary(await work(network));
    }
    case 'step':
    case 'tip': {
      const network = known(at, asked.network);
      if (network === undefined) return answered;
      return asked.do === 'step' ? showLibrary(await work(network), asked.id) : takeTip(await work(network), asked.id);
    }
    default: {
      const meant = await meantBy(
        tx,
        asked,
        networks.map(({ id }) => id),
      );
      const network = meant && (await networkOfBroadcast(tx, meant.id));
      if (!meant || network === undefined) return incoming.kind === 'message' ? list() : answered;
      return act(await work(network), meant.id, asked);
    }
  }
};

/** A network named by a payload counts only when this person has a role in it. */
const known = (at: AtDesk, network: string): string | undefined => at.offices.networks.find(({ id }) => id === network)?.id;

async function act(work: DeskWork, id: string, asked: Asked): Promise<Dealt> {
  switch (asked.do) {
    case 'edit':
      return editBroadcast(work, id, asked.fields);
    case 'show':
      return show(work, id, { anew: true });
    case 'test': {
      const colleague = asked.fields?.['colleague'];
      return testBroadcast(work, id, typeof colleague === 'string' ? colleague : undefined);
    }
    case 'keep':
      return keepTip(work, id);
    case 'release':
      return releaseBroadcast(work, id, asked.seen);
    case 'report':
      return reportBroadcast(work, id);
    case 'undo':
    case 'pause':
    case 'resume':
    case 'cancel':
    case 'withdraw':
    case 'resend':
    case 'resend-unknown':
      return steerBroadcast(work, id, asked.do);
    default:
      return answered;
  }
}

/** In which states words alone mean a broadcast: the newest of these. */
const fitting: Partial<Record<Asked['do'], readonly BroadcastState[]>> = {
  test: ['draft', 'ready'],
  release: ['draft', 'ready'],
  undo: ['sending', 'done'],
  pause: ['sending'],
  resume: ['paused'],
  cancel: ['draft', 'ready', 'sending', 'paused'],
  withdraw: ['sending', 'paused', 'done', 'cancelled'],
  resend: ['done'],
  'resend-unknown': ['done'],
  report: ['sending', 'paused', 'done', 'cancelled'],
};

async function meantBy(tx: Parameters<AtDeskFlow>[1], asked: Asked, networks: string[]): Promise<{ id: string } | undefined> {
  if ('id' in asked && asked.id !== undefined) return { id: asked.id };
  const recent = await recentBroadcasts(tx, networks, listed);
  if ('number' in asked && asked.number !== undefined) return recent[asked.number - 1];
  const states = fitting[asked.do];
  return states ? recent.find(({ state }) => states.includes(state)) : recent[0];
}

async function readAsked(tx: Parameters<AtDeskFlow>[1], incoming: Incoming, at: AtDesk): Promise<Asked | undefined> {
  switch (incoming.kind) {
    case 'message':
      // Whoever has a team of their own may mean that.
      return readBroadcastCommand(incoming.text) ?? (at.teams.length === 0 ? readUnnamedCommand(incoming.text) : undefined);
    case 'press':
      return readPress(incoming.action, incoming.value ?? '');
    case 'form': {
      const deed = deedOf(incoming.action);
      if (deed !== 'edit' && deed !== 'test') return undefined;
      const said = incoming.message === undefined ? undefined : await findSaid(tx, at.place.id, incoming.message);
      const id = said?.about?.broadcast;
      if (id === undefined) return undefined;
      return { do: deed, id, fields: incoming.fields };
    }
    default:
      return undefined;
  }
}

function readPress(action: string, value: string): Asked | undefined {
  if (action.startsWith('tip-')) return { do: 'trial' };
  const deed = deedOf(action);
  const [first = '', second = ''] = value.split(/[:|]/);
  switch (deed) {
    case undefined:
      return undefined;
    case 'list':
      return { do: 'list' };
    case 'new':
    case 'library':
      return { do: deed, ...(first && { network: first }) };
    case 'step':
    case 'tip':
      return { do: deed, network: first, id: second };
    case 'edit':
      // The button opens the form; where it could not, the card shows what can be changed.
      return { do: 'show', id: first };
    default:
      return { do: deed, id: first, ...(/^\d+$/.test(second) && { seen: Number(second) }) };
  }
}

const deeds = {
  'fed-broadcasts': 'list',
  'fed-new': 'new',
  'fed-library': 'library',
  'fed-step': 'step',
  'fed-tip': 'tip',
  'fed-open': 'show',
  'fed-edit': 'edit',
  'fed-test': 'test',
  'fed-keep': 'keep',
  'fed-release': 'release',
  'fed-undo': 'undo',
  'fed-pause': 'pause',
  'fed-resume': 'resume',
  'fed-cancel': 'cancel',
  'fed-withdraw': 'withdraw',
  'fed-resend': 'resend',
  'fed-resend-unknown': 'resend-unknown',
  'fed-report': 'report',
} as const;

const deedOf = (action: string): (typeof deeds)[keyof typeof deeds] | undefined =>
  Object.entries(deeds).find(([id]) => id === action)?.[1];
