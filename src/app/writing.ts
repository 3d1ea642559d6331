import type { Logger } from 'pino';
import type { ModelSettings } from '../config/model.ts';
import type { AgentPrompts } from '../content/agents.ts';
import type { Needs, WritingDesk } from '../flows/needs.ts';
import { writeText } from '../flows/writing/write-text.ts';
import type { Figures } from '../metrics.ts';
import type { Clock, Writer } from '../ports.ts';
import type { Jobs } from '../store/jobs.ts';

const jobName = 'write-text';
/** Texts that one process writes at once. */
const atOnce = 2;

/** Texts written with a model: the door for turns at once, the work once the job queue runs, and the model's packages with the first text. */
export interface WritingRoom {
  desk: WritingDesk;
  /** Takes up the work. What turns queue waits until then. */
  begin(needs: Needs & { log: Logger }): Promise<void>;
  /** Takes nothing more, also when the queue never ran, and breaks off what is under way: another process, or the next start, takes it up again. */
  stop(): void;
}

export function openWritingRoom(
  settings: ModelSettings,
  { jobs, prompts, figures, clock, log }: { jobs: Jobs; prompts: AgentPrompts; figures: Figures; clock: Clock; log: Logger },
): WritingRoom {
  const { name, host, tokensPerDay, prices } = settings;
  const ready = Promise.withResolvers<void>();
  // Who presses before the queue runs waits for it; when it never does, they are told by the turn that fails.
  ready.promise.catch(() => {});
  const stopping = new AbortController();
  const writer = lazyWriter(settings, { prompts, figures, clock, log });
  const desk: WritingDesk = {
    model: { name, host },
    tokensPerDay,
    async enqueue(tx, writing) {
      await ready.promise;
      await jobs.enqueue(tx, jobName, writing, { key: writing.id });
    },
  };
  return {
    desk,
    async begin(needs) {
      const work = {
        ...needs,
        writing: desk,
        writer,
        ...(prices && { prices }),
        count: (outcome: string) => figures.textWritten(outcome),
      };
      try {
        await jobs.handle(
          jobName,
          async (data) => {
            if (isWriting(data)) await writeText(work, data, stopping.signal);
          },
          { atOnce },
        );
        ready.resolve();
      } catch (error) {
        ready.reject(error);
        throw error;
      }
    },
    stop() {
      stopping.abort();
      ready.reject(new Error('The job queue is not there to take up a text.'));
    },
  };
}

const isWriting = (data: object): data is { id: string; structure: string } =>
  'id' in data && typeof data.id === 'string' && 'structure' in data && typeof data.structure === 'string';

/** Mastra and openai are loaded with the first text, and never where none is asked for. */
function lazyWriter(
  { apiKey, baseUrl, name, timeoutMs }: ModelSettings,
  { prompts, figures, clock, log }: { prompts: AgentPrompts; figures: Figures; clock: Clock; log: Logger },
): Writer {
  let opened: Promise<Writer> | undefined;
  const open = async (): Promise<Writer> => {
    const { createWriter } = await import('../agents/writer.ts');
    const { createEndpoint } = await import('../agents/endpoint.ts');
    const endpoint = createEndpoint(
      { ...(apiKey && { apiKey }), baseUrl, model: name, timeoutMs },
      { clock, count: (outcome, tokens) => figures.modelCall(outcome, tokens) },
    );
    return createWriter({ endpoint, model: name, prompts: prompts.writer, log });
  };
  return {
    instructions: prompts.writer.version,
    write: async (task, options) => (await (opened ??= open())).write(task, options),
  };
}
