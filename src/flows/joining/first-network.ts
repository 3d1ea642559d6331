import { button } from '../../core/evaluation/say.ts';
import { firstNetworkForm, roleGiven } from '../../core/joining/desk-messages.ts';
import type { Language } from '../../core/language.ts';
import type { Message } from '../../core/message.ts';
import { addAudit } from '../../store/audit.ts';
import { enter, type Tx } from '../../store/database.ts';
import { setDesk } from '../../store/desks.ts';
import { addNetwork, addRole, hasNetwork, lockFirstNetwork } from '../../store/networks.ts';
import type { Channel } from '../../store/routing.ts';
import type { AtDesk } from '../desks/receive-desk.ts';
import type { Needs } from '../needs.ts';
import type { Dealt } from '../receive.ts';
import { sayHere } from './network-desk.ts';

const longestName = 120;

/** On the local page of this machine alone, whoever is there may make the first network. */
const mayOpen = ({ opensNetworks }: Needs, { address }: Channel): boolean =>
  opensNetworks === true && address.platform === 'local';

/** The button that makes the first network, where there is none yet; else nothing. */
export async function offerOfFirstNetwork(
  needs: Needs,
  tx: Tx,
  { place, language }: { place: Channel; language: Language },
): Promise<Pick<Message, 'actions' | 'forms'>> {
  if (!mayOpen(needs, place) || (await hasNetwork(tx))) return { actions: [], forms: [] };
  const words = needs.wording[language];
  return { actions: [button(words, 'fed-first')], forms: [firstNetworkForm(words)] };
}

/** Makes the first network, with the one who acts as its animator. Too late, it says that there is one. */
export async function makeFirstNetwork(needs: Needs, tx: Tx, at: AtDesk, named: string, now: Date): Promise<Dealt | undefined> {
  if (!mayOpen(needs, at.place)) return undefined;
  const words = needs.wording[at.language];
  const name = named.trim().replaceAll(/\s+/gu, ' ').slice(0, longestName);
  if (name === '') return { fresh: true, readings: [], formErrors: { name: words('start.needed') } };
  const { isFirst } = await lockFirstNetwork(tx);
  if (!isFirst) return sayHere(tx, at, { kind: 'desk-note', phrase: 'fed.not-first' }, needs, now);
  const network = needs.newId();
  await enter(tx, { kind: 'network', network, person: at.person });
  await addNetwork(tx, { id: network, name, kind: 'network' }, now);
  await addRole(tx, network, at.person, 'animator', now);
  await setDesk(tx, at.person, at.channel.id, now);
  await addAudit(tx, { what: 'network-made', person: at.person, networkId: network }, now);
  const desk = { words, language: at.language, network, name };
  return sayHere(tx, at, roleGiven(desk, 'animator', true), needs, now);
}
