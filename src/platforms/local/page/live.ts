import type { LocalGone, LocalView } from '../render.ts';
import { query, type Place } from './api.ts';

export type Connection = 'connecting' | 'open' | 'lost';

/** A server that says nothing for this long is not there any more: it beats every 20 s. */
const silenceMs = 50_000;
/** Browsers allow few connections to one server, so a tab nobody looks at gives its own back. */
const hiddenMs = 30_000;
const againMs = 2000;

/** Follows a place from `after` on, through lost connections and sleep. Returns what ends it. */
export function follow(
  place: Place,
  after: number,
  on: { post(post: LocalView | LocalGone): void; connection(connection: Connection): void },
): () => void {
  let last = after;
  let source: EventSource | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let hidden: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    close();
    source = new EventSource(`/local/stream?${query(place)}&after=${last}`);
    source.addEventListener('open', () => {
      hear();
      on.connection('open');
    });
    source.addEventListener('heartbeat', hear);
    source.addEventListener('message', (event: MessageEvent<string>) => {
      hear();
      const post: LocalView | LocalGone = JSON.parse(event.data);
      last = Math.max(last, post.seq);
      on.post(post);
    });
    source.addEventListener('error', () => {
      on.connection('lost');
      // The browser comes back by itself, except after an answer that was not a stream.
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, againMs);
    });
    hear();
  }

  function close(): void {
    clearTimeout(silence);
    clearTimeout(again);
    source?.close();
    source = undefined;
  }

  function hear(): void {
    clearTimeout(silence);
    silence = setTimeout(() => {
      on.connection('lost');
      open();
    }, silenceMs);
  }

  function look(): void {
    clearTimeout(hidden);
    if (document.hidden) hidden = setTimeout(close, hiddenMs);
    else if (!source) open();
  }

  const reopen = (): void => {
    if (!document.hidden) open();
  };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', reopen);
  open();

  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', reopen);
    clearTimeout(hidden);
    close();
  };
}
