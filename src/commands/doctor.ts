import { type Config, readConfig, readEnvironment } from '../config.ts';
import { checksOf } from '../doctor/checks.ts';
import { checkNode } from '../doctor/machine.ts';
import { runChecks } from '../doctor/run-checks.ts';
import type { Check } from '../ports.ts';

/** `npm run doctor`: looks at all that the product needs and says, for each thing that is wrong, the one fix. */
async function* checks(): AsyncGenerator<Check> {
  yield checkNode;
  let config: Config | undefined;
  yield {
    name: 'Settings',
    run: async () => {
      config = readConfig(readEnvironment());
      return { ok: true, found: ['they can be used', ...config.notices].join('\n       ') };
    },
  };
  if (config) yield* checksOf(config);
}

const allWell = await runChecks(checks(), (line) => console.log(line));
process.exitCode = allWell ? 0 : 1;
