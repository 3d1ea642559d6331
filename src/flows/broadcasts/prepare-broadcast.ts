import { resolveAudience } from '../../core/broadcasts/audience.ts';
import { mayPrepare, type Texts, wasReleased } from '../../core/broadcasts/broadcast.ts';
import { doneMessage, libraryMessage, tipsMessage } from '../../core/broadcasts/cards.ts';
import { readEditForm, sameTexts } from '../../core/broadcasts/form.ts';
import { trialMessage } from '../../core/broadcasts/tip-message.ts';
import { type Library, stepName } from '../../core/broadcasts/view.ts';
import { dayIn } from '../../core/evaluation/zone.ts';
import type { Fields } from '../../core/incoming.ts';
import { languages } from '../../core/language.ts';
import { candidatesOf } from '../../store/broadcast-audience.ts';
import { currentContent } from '../../store/network-contents.ts';
import { addBroadcast, addTexts, addTip, findBroadcast, networkOf, saveAudience, tipsOf, touch } from '../../store/broadcasts.ts';
import { usersOf } from '../../store/colleagues.ts';
import { addPosts } from '../../store/outbox.ts';
import { directChannel } from '../../store/routing.ts';
import type { Dealt } from '../receive.ts';
import { answered, type DeskWork, refuse, say, show } from './desk-work.ts';

/** A draft, empty or with a text in the language of the desk. */
export async function beginBroadcast(work: DeskWork, text?: string): Promise<Dealt> {
  const may = mayPrepare(work.sender);
  if (!may.ok) return refuse(work, may.why);
  const { needs, tx, network, sender, now, desk } = work;
  const id = needs.newId();
  const texts: Texts = text === undefined ? {} : { [desk.language]: text };
  await addBroadcast(tx, { id, network, by: sender.person, texts, filter: {} }, now);
  return show(work, id);
}

async function libraryOf({ needs, tx, network }: DeskWork): Promise<Library> {
  const own = await tipsOf(tx, network);
  const published = await currentContent(tx, network);
  return [...(published?.tips ?? needs.broadcasting.tips), ...own.map((tip) => ({ ...tip, own: true }))];
}

/** The steps there are tips for, or the tips for one of them. */
export async function showLibrary(work: DeskWork, step?: string): Promise<Dealt> {
  const may = mayPrepare(work.sender);
  if (!may.ok) return refuse(work, may.why);
  const library = await libraryOf(work);
  const { method } = work.needs;
  return say(
    work,
    step === undefined
      ? libraryMessage(work.network, library, method, work.desk)
      : tipsMessage(work.network, step, library, method, work.desk),
  );
}

/** A draft that begins with a tip, for the teams that stand in the step it helps with. */
export async function takeTip(work: DeskWork, tip: string): Promise<Dealt> {
  const may = mayPrepare(work.sender);
  if (!may.ok) return refuse(work, may.why);
  const found = (await libraryOf(work)).find(({ id }) => id === tip);
  if (!found) return refuse(work, 'stale');
  const { needs, tx, network, sender, now } = work;
  const id = needs.newId();
  const texts = Object.fromEntries(
    languages.flatMap((language) => (found.text[language] ? [[language, found.text[language]]] : [])),
  );
  await addBroadcast(tx, { id, network, by: sender.person, tip, step: found.step, texts, filter: { steps: [found.step] } }, now);
  return show(work, id);
}

/** Where the form of somebody without a known time zone is filled in. */
const usualZone = 'Europe/Brussels';

/**
 * A form filled in. Of a draft everything can change; of what was released only the words, which then wait for whoever may release them
 * for so many channels. What is wrong is said beside the field, and the form stays open.
 */
export async function editBroadcast(work: DeskWork, id: string, fields: Fields): Promise<Dealt> {
  const may = mayPrepare(work.sender);
  if (!may.ok) return refuse(work, may.why);
  const { needs, tx, sender, network, now, desk } = work;
  const broadcast = await findBroadcast(tx, id, { lock: 'update' });
  if (!broadcast) return refuse(work, 'stale');
  if (broadcast.state === 'cancelled' || (wasReleased(broadcast) && broadcast.withdrawnAt)) return refuse(work, 'not-now');
  const { cohorts } = await networkOf(tx, network);
  const read = readEditForm(fields, { method: needs.method, cohorts, today: dayIn(now, usualZone) });
  if (!read.ok) {
    const words = desk.wording[desk.language];
    return {
      ...answered,
      formErrors: Object.fromEntries(Object.entries(read.wrong).map(([field, why]) => [field, words(`broadcast.wrong-${why}`)])),
    };
  }
  const isNew = !sameTexts(read.texts, broadcast.texts);
  if (wasReleased(broadcast)) {
    if (!isNew) return refuse(work, 'nothing-new');
    if (languages.some((language) => broadcast.releasedTexts[language] && !read.texts[language])) return refuse(work, 'no-text');
  } else await saveAudience(tx, id, sender.person, read);
  if (isNew) await addTexts(tx, { id, network }, read.texts, sender.person, now);
  await touch(tx, id);
  return show(work, id);
}

/** Sends it as it would be read, in each of its languages, to oneself and to one colleague, on each platform they are on. */
export async function testBroadcast(work: DeskWork, id: string, colleague?: string): Promise<Dealt> {
  const may = mayPrepare(work.sender);
  if (!may.ok) return refuse(work, may.why);
  const { needs, tx, network, sender, now, desk } = work;
  const broadcast = await findBroadcast(tx, id);
  if (!broadcast) return refuse(work, 'stale');
  const written = languages.filter((language) => broadcast.texts[language]);
  if (written.length === 0) return refuse(work, 'no-text');
  const { network: named, colleagues } = await networkOf(tx, network);
  const readers = colleagues.filter(({ person }) => person === sender.person || person === colleague);
  const [first] = resolveAudience(await candidatesOf(tx, network, now), broadcast.filter, broadcast.texts, now);
  let places = 0;
  for (const { person } of readers) {
    for (const user of await usersOf(tx, person)) {
      const channel = await directChannel(tx, user, desk.language);
      const posts = written.map((language) => {
        const words = needs.wording[language];
        const step = stepName(needs.method, first?.standing?.step, language);
        const text = broadcast.texts[language] ?? '';
        const tip = { id, network: named.name, text, ...(isByStep(broadcast) && step && { step }) };
        return { place: { to: 'origin' } as const, message: trialMessage(tip, first?.candidate.name, words, language) };
      });
      await addPosts(tx, { channelId: channel.id }, posts, now);
      places++;
    }
  }
  return say(work, doneMessage('tested', desk, { names: readers.map(({ name }) => name).join(', '), places }));
}

/** Its readers are told which step brought it to them. */
export const isByStep = ({ filter }: { filter: { steps?: unknown[]; stuckDays?: number } }): boolean =>
  (filter.steps?.length ?? 0) > 0 || filter.stuckDays !== undefined;

/** Keeps its words in the network's own library. */
export async function keepTip(work: DeskWork, id: string): Promise<Dealt> {
  const may = mayPrepare(work.sender);
  if (!may.ok) return refuse(work, may.why);
  const { needs, tx, network, sender, now, desk } = work;
  const broadcast = await findBroadcast(tx, id);
  const [any] = broadcast ? languages.flatMap((language) => broadcast.texts[language] ?? []) : [];
  if (!broadcast || any === undefined) return refuse(work, 'no-text');
  const step = broadcast.step ?? broadcast.filter.steps?.[0] ?? needs.method.stages[0]?.steps[0]?.id ?? '';
  const text = { fr: broadcast.texts.fr ?? '', nl: broadcast.texts.nl ?? '', en: broadcast.texts.en ?? '' };
  await addTip(tx, network, { id: `own-${id}`, step, text, by: sender.person }, now);
  return say(work, doneMessage('kept', desk, { step: stepName(needs.method, step, desk.language) ?? step }));
}
