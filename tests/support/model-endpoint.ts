import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LLMock } from '@copilotkit/aimock';
import type { WritingTask, WrittenText } from '../../src/core/writing/writing.ts';

/** What an endpoint was asked, as it can be read from the wire. */
export interface AskedOnWire {
  task: WritingTask;
  /** The text so far and what was found in it, when it is to be mended. */
  mend?: { at: string; found: { what: string; words: string }[] }[];
  before?: WrittenText;
  body: { model: string; messages: { role: string; content: unknown }[]; [field: string]: unknown };
}

type Reply = WrittenText | { sentences: { at: string; text: string; uses: string[] }[] } | string | { raw: object };

export interface ModelEndpoint {
  /** Up to and with `/v1`. */
  url: string;
  asked: AskedOnWire[];
  /** How it answers from now on. */
  answers(reply: (asked: AskedOnWire) => Reply): void;
  stop(): Promise<void>;
}

const textOf = (content: unknown): string =>
  typeof content === 'string'
    ? content
    : Array.isArray(content)
      ? content.map((part: { text?: string }) => part.text ?? '').join('')
      : '';

/** The lines of a request: the task between its marks, and what follows it. */
export function readAsked(body: AskedOnWire['body']): AskedOnWire {
  const said = body.messages.filter(({ role }) => role !== 'system').map(({ content }) => textOf(content));
  const [document = '', before, repair] = said;
  const json = /^\[data ([\w-]+)\]\n([\s\S]*)\n\[end of data \1\]$/u.exec(document)?.[2] ?? '{}';
  const list = repair === undefined ? undefined : repair.slice(repair.indexOf('\n\n') + 2);
  return {
    task: JSON.parse(json) as WritingTask,
    ...(list !== undefined && { mend: JSON.parse(list) as NonNullable<AskedOnWire['mend']> }),
    ...(before !== undefined && { before: JSON.parse(before) as WrittenText }),
    body,
  };
}

/** A scripted endpoint on the real wire, which computes each answer from the request. */
export async function aModelEndpoint(): Promise<ModelEndpoint> {
  const mock = new LLMock({ port: 0, host: '127.0.0.1', logLevel: 'silent' });
  let reply: (asked: AskedOnWire) => Reply = () => '';
  const endpoint: ModelEndpoint = {
    url: '',
    asked: [],
    answers: (next) => {
      reply = next;
    },
    stop: () => mock.stop(),
  };
  mock.on({ predicate: () => true }, (request) => {
    const asked = readAsked(request);
    endpoint.asked.push(asked);
    const answer = reply(asked);
    if (typeof answer === 'object' && 'raw' in answer) return answer.raw;
    return {
      content: typeof answer === 'string' ? answer : JSON.stringify(answer),
      usage: { prompt_tokens: 900, completion_tokens: 300 },
    };
  });
  endpoint.url = `${await mock.start()}/v1`;
  return endpoint;
}

/** An endpoint that does what a scripted one cannot: break off, dawdle, and never stop. */
export async function aRoughEndpoint(
  handle: (request: IncomingMessage, response: ServerResponse, nth: number) => void,
): Promise<{ url: string; requests: () => number; stop(): Promise<void> }> {
  let nth = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => handle(request, response, nth++));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests: () => nth,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
