import type { Incoming } from '../../core/incoming.ts';
import type { Activity } from './activity.ts';
import type { Connector } from './connector.ts';
import { sending } from './limits.ts';
import type { Log } from './settings.ts';

/** Meant for the companion: only then does somebody wait for an answer. */
const isAwaited = (incoming: Incoming): boolean => incoming.kind === 'message' && incoming.addressed;

/**
 * Shows that the companion is writing, where somebody spoke to it and what they asked for takes a moment (a text that is put together,
 * say). What is done at once, or was not said to it, shows nothing; and that this could not be shown keeps nothing from being done.
 */
export function createTyping({ connector, log }: { connector: Pick<Connector, 'send'>; log: Log }) {
  return async function typingWhile<Result>(
    activity: Activity,
    incoming: Incoming,
    work: () => Promise<Result>,
  ): Promise<Result> {
    if (!isAwaited(incoming)) return work();
    const { serviceUrl, conversation, recipient } = activity;
    const timer = setTimeout(() => {
      connector
        .send(serviceUrl, conversation.id, { type: 'typing', from: { id: recipient.id } })
        .catch((err: unknown) => log.info({ err }, 'That the companion is writing could not be shown in Teams'));
    }, sending.typingAfterMs);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
    }
  };
}
