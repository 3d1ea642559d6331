import { randomUUID } from 'node:crypto';
import { directKey, type Fields, type Incoming, type PlatformName } from '../../src/core/incoming.ts';
import { type Message, plainText } from '../../src/core/message.ts';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { type Dealt, receive } from '../../src/flows/receive.ts';
import { sendTo } from '../../src/platforms/platforms.ts';
import type { Shown } from '../../src/play/platform.ts';
import { aLog } from './log.ts';
import { frames, theMethod, wording } from './scene.ts';
import { storyHouse, type Team } from './story.ts';

/**
 * What somebody says and presses where they are alone with the companion, on the platform of a team's story. What they do is told to the
 * flows as any platform tells it; what they are answered leaves by the platform's own wire.
 */
export async function aPrivateLine(team: Team, platform: PlatformName, name: string) {
  const { db, grounds } = await storyHouse();
  const ground = grounds.get(platform);
  const place = await team.stage.place();
  if (!ground || !place) throw new Error('The team must have a place first.');
  const user = team.userOf(name);
  const { workspace } = place.address;
  const key = directKey(user);
  const from = () => ({
    deliveryKey: randomUUID(),
    at: team.clock.now(),
    channel: { platform, workspace, key },
    direct: true,
    sender: { platform, workspace, user, name, language: team.language },
  });
  const shown = (kind: Message['kind']): Shown => {
    const found = ground.platform.shown(key).findLast(({ message }) => message.kind === kind);
    if (!found)
      throw new Error(
        `${name} was shown no ${kind}, but ${ground.platform
          .shown(key)
          .map(({ message }) => message.kind)
          .join(', ')}.`,
      );
    return found;
  };
  const take = async (incoming: Incoming): Promise<Dealt> => {
    team.clock.goTo(new Date(team.clock.now().getTime() + 5000));
    const needs = { db, clock: team.clock, method: theMethod(), wording, frames, newId: randomUUID };
    const dealt = await receive(needs, { ...incoming, at: team.clock.now() });
    await line.deliver();
    return dealt;
  };
  const line = {
    user,
    /** Posts what is due, whatever brought it about. */
    async deliver(): Promise<void> {
      const platforms = sendTo([...grounds.values()].map((each) => each.platform));
      await createDispatcher({ db, platforms, clock: team.clock, log: aLog() }).drain();
    },
    says: (text: string) => take({ ...from(), kind: 'message', message: randomUUID(), text, files: [], addressed: true }),
    presses: (action: string, on: Message['kind'], value?: string) =>
      take({ ...from(), kind: 'press', action, message: shown(on).id, ...(value !== undefined && { value }) }),
    fills: (action: string, on: Message['kind'], fields: Fields) =>
      take({ ...from(), kind: 'form', action, message: shown(on).id, fields, files: [] }),
    /** The words of the newest message of this kind. */
    hears: (kind: Message['kind']): string => plainText(shown(kind).message),
  };
  return line;
}
