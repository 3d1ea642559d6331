import { createServer } from 'node:net';
import { promptsFolder } from '../app.ts';
import type { Config } from '../config.ts';
import { readContent } from '../content.ts';
import type { Check } from '../ports.ts';

export const checkNode: Check = {
  name: 'Node',
  run: () => Promise.resolve({ ok: true, found: process.versions.node }),
};

export const checkContent: Check = {
  name: 'Content',
  run: async () => {
    const { methods } = readContent(promptsFolder);
    const found = methods.map((method) => `${method.name} (version ${method.version})`).join(', ');
    if (methods.length > 0) return { ok: true, found };
    return { ok: false, found: 'no method in prompts/method', fix: 'Put back the folder of one, such as vises-1.' };
  },
};

/** The port is ours already when the companion runs; somebody else's otherwise. */
export const checkPort = ({ host, port }: Config): Check => ({
  name: 'Port',
  run: async () => {
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, host, () => probe.close(() => resolve(true)));
    });
    if (isFree) return { ok: true, found: `${port} on ${host} is free` };
    const answer = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return { ok: true, found: `the companion is running on ${port}` };
    return { ok: false, found: `${port} on ${host} is taken by another program`, fix: 'End it, or set PORT to a free one.' };
  },
});
