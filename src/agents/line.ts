import type { MastraModelConfig } from '@mastra/core/llm';
import type { WritingFailure } from '../core/writing/writing.ts';
import { type Endpoint, EndpointFailure, type Line } from './endpoint.ts';

type Model = Extract<
  MastraModelConfig,
  { specificationVersion: 'v2'; doGenerate: (...args: never[]) => PromiseLike<{ content: unknown }> }
>;
type Options = Parameters<Model['doGenerate']>[0];
type Given = Awaited<ReturnType<Model['doGenerate']>>;

/** The endpoint as an agent of Mastra speaks to it, for one piece of work: it remembers what that took, and why it stopped. */
export interface ModelLine {
  model: Model;
  cost: { calls: number; tokensIn: number; tokensOut: number };
  failure: WritingFailure | undefined;
}

export function openLine(endpoint: Endpoint, name: string): ModelLine {
  const line: ModelLine = {
    cost: { calls: 0, tokensIn: 0, tokensOut: 0 },
    failure: undefined,
    model: {
      specificationVersion: 'v2',
      provider: 'endpoint',
      modelId: name,
      supportedUrls: {},
      doGenerate: generate,
      doStream: () => Promise.reject(new Error('Texts are not streamed.')),
    },
  };
  return line;

  async function generate({ prompt, responseFormat, abortSignal }: Options): Promise<Given> {
    line.cost.calls += 1;
    try {
      const { text, tokensIn, tokensOut } = await endpoint.ask(linesOf(prompt), {
        ...(responseFormat?.type === 'json' && responseFormat.schema && { schema: withoutDialect(responseFormat.schema) }),
        ...(abortSignal && { signal: abortSignal }),
      });
      line.cost.tokensIn += tokensIn;
      line.cost.tokensOut += tokensOut;
      line.failure = undefined;
      return {
        content: [{ type: 'text', text: unfenced(text) }],
        finishReason: 'stop',
        usage: { inputTokens: tokensIn, outputTokens: tokensOut, totalTokens: tokensIn + tokensOut },
        warnings: [],
      };
    } catch (error) {
      line.failure = error instanceof EndpointFailure ? error.why : 'down';
      throw error;
    }
  }
}

/** Only words go out: no files, no tools. */
function linesOf(prompt: Options['prompt']): Line[] {
  return prompt.flatMap((said): Line[] => {
    if (said.role === 'system') return [{ role: 'system', content: said.content }];
    if (said.role !== 'user' && said.role !== 'assistant') return [];
    const content = said.content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
    return content === '' ? [] : [{ role: said.role, content }];
  });
}

function withoutDialect(schema: object): object {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema'));
}

/** Some models put what they give between marks of code. */
const unfenced = (text: string): string => /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/u.exec(text)?.[1] ?? text;
