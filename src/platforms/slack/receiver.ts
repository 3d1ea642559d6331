import type { Door } from '../../ports.ts';
import type { ReceiverNeeds } from './receive/answer.ts';
import { createDoor } from './receive/door.ts';
import { createIntake } from './receive/intake.ts';
import { createSocket } from './socket.ts';

export type { ReceiverNeeds } from './receive/answer.ts';

export interface SlackReceiver {
  doors: Door[];
  /** Opens Socket Mode, when there is a token for it. Resolves after the first try, which may have failed: it is tried again by itself. */
  start(): Promise<void>;
  /** Takes nothing more, and resolves when what was begun has ended. */
  stop(): Promise<void>;
}

/** What Slack sends, by HTTP, by Socket Mode or by both: verified, stored, and only then acknowledged. */
export function createReceiver(needs: ReceiverNeeds): SlackReceiver {
  const { signingSecret, appToken, apiUrl } = needs.settings;
  const intake = createIntake(needs);
  const socket = appToken === undefined ? undefined : createSocket({ log: needs.log, appToken, apiUrl, intake });
  return {
    doors: signingSecret === undefined ? [] : [createDoor(needs, signingSecret, intake)],
    async start() {
      await socket?.start();
    },
    async stop() {
      await socket?.stop();
      await intake.settle();
    },
  };
}
