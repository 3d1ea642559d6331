import { readCode } from '../../core/codes.ts';
import {
  cancelledMessage,
  codeMessage,
  confirmMessage,
  linkedMessage,
  partedMessage,
  partMessage,
  refusedMessage,
  type Refusal,
  type ShownAccount,
} from '../../core/links/accounts.ts';
import { readAccountWish } from '../../core/links.ts';
import { type Incoming, isHome } from '../../core/incoming.ts';
import type { Message } from '../../core/message.ts';
import { yesOrNo } from '../../core/reading/commands/small-talk.ts';
import type { Tx } from '../../store/database.ts';
import { mustWait } from '../../store/code-guesses.ts';
import { type LiveCode, lockCode, lockTypedCode, makeCode, markTyped, markUsed } from '../../store/link-codes.ts';
import { type Account, accountsOf, link, lockLinks, mayBeLinked, part, personOf } from '../../store/links.ts';
import { findOneself, languageFor, type User } from '../../store/people.ts';
import { directChannel } from '../../store/routing.ts';
import type { AtDesk, AtDeskFlow } from '../desks/receive-desk.ts';
import { queue } from '../evaluation/queue.ts';
import type { Needs } from '../needs.ts';
import type { Dealt } from '../receive.ts';

/** What a person does about their accounts. */
type Asked =
  | { do: 'make-code' }
  | { do: 'type'; code: string }
  | { do: 'say'; yes: boolean; id?: string }
  | { do: 'part'; own?: string; number?: number };

interface Here {
  needs: Needs;
  tx: Tx;
  at: AtDesk;
  sender: User;
  isGuest: boolean;
  now: Date;
}

const done: Dealt = { fresh: true, readings: [] };
const cardSlot = (id: string): string => `link:${id}`;

/**
 * Joins the accounts of one person, and takes them apart again: a code made on one side, typed on the other, and a yes that has seen both
 * names. Begins as routing; what the accounts are to any team is carried along in the same transaction.
 */
export const linkAccounts: AtDeskFlow = async (needs, tx, incoming, at, now) => {
  if (at.place.kind !== 'direct') return undefined;
  const asked = askedIn(incoming, at);
  if (!asked) return undefined;
  const { platform, workspace, user, guest } = incoming.sender;
  const here: Here = { needs, tx, at, sender: { platform, workspace, user }, isGuest: guest === true, now };
  switch (asked.do) {
    case 'make-code':
      return giveCode(here);
    case 'type':
      return typeCode(here, asked.code);
    case 'say':
      return decide(here, asked);
    case 'part':
      return takeApart(here, asked);
  }
};

function askedIn(incoming: Incoming, at: AtDesk): Asked | undefined {
  if (incoming.kind === 'press') {
    const value = incoming.value !== undefined && /^[0-9a-f-]{36}$/i.test(incoming.value) ? incoming.value : undefined;
    switch (incoming.action) {
      case 'link-account':
        return { do: 'make-code' };
      case 'link-yes':
      case 'link-no':
        return { do: 'say', yes: incoming.action === 'link-yes', id: value ?? '00000000-0000-0000-0000-000000000000' };
      case 'link-part':
        return { do: 'part', ...(value !== undefined && { own: value }) };
    }
    return undefined;
  }
  if (incoming.kind !== 'message' || incoming.files.length > 0 || isHome(at.place.address)) return undefined;
  const code = readCode(incoming.text);
  if (code !== undefined) return { do: 'type', code };
  const wish = readAccountWish(incoming.text);
  if (wish)
    return wish.want === 'link' ? { do: 'make-code' } : { do: 'part', ...(wish.number !== undefined && { number: wish.number }) };
  const answer = yesOrNo(incoming.text);
  return answer && { do: 'say', yes: answer === 'yes' };
}

async function giveCode(here: Here): Promise<Dealt> {
  const { needs, tx, at, sender, now } = here;
  if (here.isGuest || (await mayBeLinked(tx, at.person)) !== 'yes') return refuse(here, 'guest');
  const code = await makeCode(tx, { newId: needs.newId, person: at.person, user: sender }, now);
  return say(here, codeMessage(code, needs.wording[at.language], at.language));
}

/** A code of another kind, or of none, is left to those who come after: they answer one that opens nothing, and count it. */
async function typeCode(here: Here, typed: string): Promise<Dealt | undefined> {
  const { needs, tx, at, sender, now } = here;
  if (await mustWait(tx, sender, now)) return undefined;
  const code = await lockCode(tx, typed, 'account', at.person, now);
  const maker = code && (await personOf(tx, code.user));
  if (!code || !maker) return undefined;
  if (maker === at.person) return refuse(here, isSame(code.user, sender) ? 'own' : 'already');
  if (here.isGuest || (await mayBeLinked(tx, at.person)) !== 'yes') return refuse(here, 'guest');
  if ((await mayBeLinked(tx, maker)) !== 'yes') return refuse(here, 'unknown');
  await markTyped(tx, code.id, at.person);
  const [mine, theirs] = await both(tx, { own: at.person, sender }, { own: maker, sender: code.user });
  const card = confirmMessage([shown(theirs), shown(mine)], code.id, needs.wording[at.language], at.language);
  return say(here, card, { slot: cardSlot(code.id), anew: true });
}

/** A yes or a no in words means a code only while one waits for it. */
async function decide(here: Here, { yes, id }: { yes: boolean; id?: string }): Promise<Dealt | undefined> {
  const { needs, tx, at, now } = here;
  const code = await lockTypedCode(tx, at.person, now, id);
  if (!code) return id === undefined ? undefined : refuse(here, 'unknown');
  const words = needs.wording[at.language];
  if (!yes) {
    await markUsed(tx, code.id, at.person, now);
    return say(here, cancelledMessage(words, at.language), { slot: cardSlot(code.id) });
  }
  return join(here, code);
}

async function join(here: Here, code: LiveCode): Promise<Dealt> {
  const { needs, tx, at, sender, now } = here;
  await lockLinks(tx);
  const person = await personOf(tx, code.user);
  const may = person === undefined ? 'erased' : await mayBeLinked(tx, person);
  if (person === undefined || may !== 'yes') return refuse(here, 'unknown');
  if (person === at.person) return refuse(here, 'already');
  if (here.isGuest || (await mayBeLinked(tx, at.person)) !== 'yes') return refuse(here, 'guest');
  await markUsed(tx, code.id, at.person, now);
  const [mine, theirs] = await both(tx, { own: at.person, sender }, { own: person, sender: code.user });
  // Said before the accounts are joined, while both conversations can be written to.
  await say(here, linkedMessage(shown(theirs), needs.wording[at.language], at.language), { slot: cardSlot(code.id) });
  await tell(here, person, code.user, (language) => linkedMessage(shown(mine), needs.wording[language], language));
  await link(tx, { own: at.person, person }, now);
  return done;
}

/** With one linked account or with several it shows which; one is named by its button or its number. */
async function takeApart(here: Here, asked: { own?: string; number?: number }): Promise<Dealt> {
  const { needs, tx, at, now } = here;
  await lockLinks(tx);
  const accounts = await accountsOf(tx, at.person);
  const linked = accounts.filter(({ own }) => own !== at.person);
  const chosen = asked.own === undefined ? linked[(asked.number ?? 0) - 1] : linked.find(({ own }) => own === asked.own);
  if (!chosen) {
    const offered = linked.map((account) => ({ ...shown(account), own: account.own }));
    return say(here, partMessage(offered, needs.wording[at.language], at.language));
  }
  const rest = accounts.find(({ own }) => own === at.person) ?? chosen;
  const isChosen = isSame(chosen.user, here.sender);
  await say(here, partedMessage(shown(isChosen ? rest : chosen), needs.wording[at.language], at.language));
  const [other, left] = isChosen ? [rest, chosen] : [chosen, rest];
  await tell(here, at.person, other.user, (language) => partedMessage(shown(left), needs.wording[language], language));
  await part(tx, { own: chosen.own, person: at.person }, now);
  return done;
}

/** The two accounts at hand, as they are told to their owner. */
async function both(
  tx: Tx,
  mine: { own: string; sender: User },
  theirs: { own: string; sender: User },
): Promise<[Account, Account]> {
  const find = async ({ own, sender }: { own: string; sender: User }): Promise<Account> =>
    (await accountsOf(tx, own)).find(({ user }) => isSame(user, sender)) ?? { user: sender, own, name: '' };
  return [await find(mine), await find(theirs)];
}

const shown = ({ name, user, place }: Account): ShownAccount => ({ name, platform: user.platform, ...(place && { place }) });

const isSame = (a: User, b: User): boolean => a.platform === b.platform && a.workspace === b.workspace && a.user === b.user;

const refuse = (here: Here, why: Refusal): Promise<Dealt> =>
  say(here, refusedMessage(why, here.needs.wording[here.at.language], here.at.language));

async function say({ tx, at, now }: Here, said: Message, how: { slot?: string; anew?: boolean } = {}): Promise<Dealt> {
  const { id } = at.channel;
  await queue(tx, { origin: id, home: id }, [{ place: { to: 'origin' }, message: said, ...how }], now);
  return done;
}

/** Says something in the conversation that another account has with the companion. */
async function tell(
  { tx, at, now }: Here,
  person: string,
  user: User,
  said: (language: AtDesk['language']) => Message,
): Promise<void> {
  const language = languageFor({ ...user }, await findOneself(tx, person), at.language);
  const { id } = await directChannel(tx, user, language);
  await queue(tx, { origin: id, home: id }, [{ place: { to: 'origin' }, message: said(language) }], now);
}
