import type { Check, Clock, Finding } from '../ports.ts';
import { createEndpoint, EndpointFailure, type EndpointSettings } from './endpoint.ts';

const fixes: Partial<Record<string, string>> = {
  down: 'See that the endpoint runs and that this machine reaches it: OPENAI_BASE_URL, up to and with /v1.',
  slow: 'See that the endpoint is not overloaded, or give it longer: OPENAI_TIMEOUT_SECONDS.',
  busy: 'The endpoint is at its limits: ask whoever runs it for more, or wait.',
  refused: 'See that OPENAI_API_KEY is valid and that the endpoint has the model of OPENAI_MODEL.',
  unusable: 'What answers there is no endpoint that speaks as OpenAI does: see OPENAI_BASE_URL, up to and with /v1.',
};

/** One call that costs next to nothing, with nothing of any team in it. */
export function createModelCheck(settings: EndpointSettings & { host: string }, clock: Clock): Check {
  return {
    name: 'Language model',
    async run(): Promise<Finding> {
      const where = `${settings.model} at ${settings.host}`;
      const endpoint = createEndpoint(
        { ...settings, timeoutMs: Math.min(settings.timeoutMs, 12_000) },
        { clock, longestWaitMs: 0 },
      );
      const began = clock.now().getTime();
      try {
        await endpoint.ask([{ role: 'user', content: 'Answer with the one word: yes' }]);
        return { ok: true, found: `${where} answers, after ${((clock.now().getTime() - began) / 1000).toFixed(1)} s` };
      } catch (error) {
        if (!(error instanceof EndpointFailure)) throw error;
        const { why, status } = error;
        const fix = fixes[why];
        return {
          ok: false,
          found: `${where}: ${why}${status === undefined ? '' : ` (${status})`}`,
          ...(fix !== undefined && { fix }),
        };
      }
    },
  };
}
