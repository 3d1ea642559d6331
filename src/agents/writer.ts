import './quiet.ts';
import { randomBytes } from 'node:crypto';
import { Agent } from '@mastra/core/agent';
import { Mastra } from '@mastra/core/mastra';
import { InMemoryStore } from '@mastra/core/storage';
import { createStep, createWorkflow } from '@mastra/core/workflows';
import { z } from 'zod';
import type { Flaw, Writing, WritingFailure, WritingTask, WrittenText } from '../core/writing/writing.ts';
import type { Writer } from '../ports.ts';
import type { Endpoint } from './endpoint.ts';
import type { WriterInstructions } from './instructions.ts';
import { type ModelLine, openLine } from './line.ts';
import { type QuietLog, silentLogger } from './logger.ts';
import { mended, readRepair, readWritten, repairShape, writtenShape } from './written.ts';

export interface WriterNeeds {
  endpoint: Endpoint;
  model: string;
  prompts: WriterInstructions;
  log: QuietLog;
}

const mostRepairs = 2;
/** A text in no shape that can be used is asked for once more. */
const mostWrites = 2;

/** One agent without tools and without memory, led through fixed steps: what comes next is decided by code. */
export function createWriter({ endpoint, model, prompts, log }: WriterNeeds): Writer {
  return {
    instructions: prompts.version,
    async write(task, { check, tokens, signal }) {
      const line = openLine(endpoint, model);
      const work = new Work({ line, prompts, task, check, tokens, signal });
      const { steps, agent } = work;
      const workflow = stepsOf(steps);
      const mastra = new Mastra({
        agents: { writer: agent },
        workflows: { writing: workflow },
        logger: silentLogger(log),
        storage: new InMemoryStore({ id: 'writing' }),
      });
      const run = await mastra.getWorkflow('writing').createRun();
      const done = await run.start({ inputData: {} });
      const cost = { ...line.cost, repairs: work.repairs };
      const text = done.status === 'success' ? work.text : undefined;
      return (text ? { ok: true, text, cost } : { ok: false, why: work.failure ?? 'down', cost }) satisfies Writing;
    },
  };
}

type Steps = Record<'claims' | 'write' | 'verify' | 'repair' | 'handOver', () => Promise<void>> & { isDone: () => boolean };

/** Claims → write → verify → repair and verify, until nothing is found or enough was tried → hand over. */
function stepsOf(steps: Steps) {
  const nothing = z.object({});
  const step = (id: Exclude<keyof Steps, 'isDone'>) =>
    createStep({
      id,
      inputSchema: nothing,
      outputSchema: nothing,
      execute: async () => {
        await steps[id]();
        return {};
      },
    });
  return createWorkflow({
    id: 'writing',
    inputSchema: nothing,
    outputSchema: nothing,
    // What is under way is in our own tables: after a crash it begins anew there.
    options: { shouldPersistSnapshot: () => false },
  })
    .then(step('claims'))
    .then(step('write'))
    .then(step('verify'))
    .dountil(step('repair'), () => Promise.resolve(steps.isDone()))
    .then(step('handOver'))
    .commit();
}

/** One text on its way. */
class Work {
  readonly #line: ModelLine;
  readonly #prompts: WriterInstructions;
  readonly #task: WritingTask;
  readonly #check: (text: WrittenText) => Flaw[];
  readonly #tokens: number;
  readonly #signal: AbortSignal | undefined;
  readonly agent: Agent;
  #document = '';
  #text: WrittenText | undefined;
  #flaws: Flaw[] = [];
  #isStuck = false;
  text: WrittenText | undefined;
  repairs = 0;
  failure: WritingFailure | undefined;

  constructor(of: {
    line: ModelLine;
    prompts: WriterInstructions;
    task: WritingTask;
    check: (text: WrittenText) => Flaw[];
    tokens: number;
    signal: AbortSignal | undefined;
  }) {
    this.#line = of.line;
    this.#prompts = of.prompts;
    this.#task = of.task;
    this.#check = of.check;
    this.#tokens = of.tokens;
    this.#signal = of.signal;
    this.agent = new Agent({
      id: 'writer',
      name: 'writer',
      instructions: of.prompts.instructions,
      model: of.line.model,
      maxRetries: 0,
    });
  }

  readonly steps: Steps = {
    claims: async () => {
      this.#document = delimited(this.#task);
    },
    write: async () => {
      for (let tried = 0; tried < mostWrites && !this.#text; tried += 1) {
        if (this.#isSpent()) break;
        const came = await this.#ask(writtenShape, [{ role: 'user', content: this.#document }]);
        this.#text = came === undefined ? undefined : readWritten(came, this.#task.text.words.most);
        if (this.failure !== undefined && this.failure !== 'unusable') break;
      }
      if (!this.#text) throw new Error(`No text was written: ${(this.failure ??= 'unusable')}.`);
    },
    verify: async () => {
      if (this.#text) this.#flaws = this.#check(this.#text);
    },
    repair: () => this.#repair(),
    handOver: async () => {
      this.text = this.#text;
    },
    isDone: () => this.#flaws.length === 0 || this.#isStuck || this.repairs >= mostRepairs,
  };

  #isSpent(): boolean {
    const { tokensIn, tokensOut } = this.#line.cost;
    return tokensIn + tokensOut >= this.#tokens;
  }

  /** Only the sentences in which something was found go back, and what comes is taken only where it is no worse. */
  async #repair(): Promise<void> {
    const text = this.#text;
    if (!text || this.steps.isDone()) return;
    if (this.#isSpent() || this.#signal?.aborted) {
      this.#isStuck = true;
      return;
    }
    this.repairs += 1;
    const asked = new Set(this.#flaws.map(({ at }) => at));
    const found = [...asked].map((at) => ({
      at,
      found: this.#flaws
        .filter((flaw) => flaw.at === at)
        .map(({ code, words }) => ({ what: this.#prompts.flaws[code] ?? code, words })),
    }));
    const came = await this.#ask(repairShape, [
      { role: 'user', content: this.#document },
      { role: 'assistant', content: JSON.stringify(numbered(text)) },
      { role: 'user', content: `${this.#prompts.repair}\n\n${JSON.stringify(found)}` },
    ]);
    const repair = came === undefined ? undefined : readRepair(came);
    // A repair that does not come leaves what there is, with what was found in it.
    this.failure = undefined;
    const next = repair && mended(text, repair, asked);
    const flaws = next && readWritten(next, this.#task.text.words.most) ? this.#check(next) : undefined;
    if (!next || !flaws || flaws.length > this.#flaws.length) {
      this.#isStuck = repair === undefined;
      return;
    }
    this.#text = next;
    this.#flaws = flaws;
  }

  /** What the model gives back in this shape; nothing when it does not, and then `failure` says why. */
  async #ask(
    schema: z.ZodType,
    said: ({ role: 'user'; content: string } | { role: 'assistant'; content: string })[],
  ): Promise<unknown> {
    try {
      const { object } = await this.agent.generate(said, {
        structuredOutput: { schema, errorStrategy: 'strict' },
        maxSteps: 1,
        toolChoice: 'none',
        ...(this.#signal && { abortSignal: this.#signal }),
      });
      this.failure = object === undefined ? (this.#line.failure ?? 'unusable') : undefined;
      return object;
    } catch {
      this.failure = this.#line.failure ?? 'unusable';
      return undefined;
    }
  }
}

/** The text with each sentence under the name it is called by when something is found in it. */
const numbered = ({ title, paragraphs }: WrittenText) => ({
  title: { at: 'title', ...title },
  paragraphs: paragraphs.map(({ section, sentences }, paragraph) => ({
    section,
    sentences: sentences.map((each, at) => ({ at: `${paragraph}.${at}`, ...each })),
  })),
});

/** The task as data, between marks that nobody could have typed into it. */
function delimited(task: WritingTask): string {
  const mark = randomBytes(9).toString('base64url');
  return `[data ${mark}]\n${JSON.stringify(task).replaceAll('<', String.raw`\u003c`)}\n[end of data ${mark}]`;
}
