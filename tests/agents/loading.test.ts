import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

/** Loads the writer and writes with it, while every connection and every name that is looked up is noted. */
const script = `
const net = await import('node:net');
const dns = await import('node:dns');
const hosts = new Set();
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (first && typeof first === 'object') hosts.add(String(first.host ?? first.path ?? 'localhost'));
  return connect.apply(this, args);
};
const { lookup } = dns.default;
dns.default.lookup = (name, ...rest) => { hosts.add(name); return lookup(name, ...rest); };
const http = await import('node:http');
const server = http.createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const text = { title: { text: 'A', uses: [] }, paragraphs: [{ section: null, sentences: [{ text: 'B.', uses: [] }] }] };
    response.end(JSON.stringify({ choices: [{ message: { content: JSON.stringify(text) }, finish_reason: 'stop' }] }));
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { createEndpoint } = await import('./src/agents/endpoint.ts');
const { createWriter } = await import('./src/agents/writer.ts');
const { readContent } = await import('./src/content.ts');
const endpoint = createEndpoint({ baseUrl: 'http://127.0.0.1:' + server.address().port + '/v1', model: 'm', timeoutMs: 5000 }, { clock: { now: () => new Date() } });
const writer = createWriter({ endpoint, model: 'm', prompts: readContent('prompts').agents.writer, log: { debug() {} } });
const text = { name: 'A', reader: '', mustContain: '', tone: '', avoid: '', words: { least: 1, most: 100 }, language: 'en', needsLimit: false };
const task = { text, enterprise: { name: 'E' }, sourcesIn: 'en', sources: [], sections: [], forbidden: [] };
const written = await writer.write(task, { check: () => [], tokens: 1000 });
await new Promise((resolve) => setTimeout(resolve, 1500));
process.stdout.write(JSON.stringify({ ok: written.ok, hosts: [...hosts], env: process.env.MASTRA_TELEMETRY_DISABLED + process.env.MASTRA_OFFLINE }));
process.exit(0);
`;

describe('the packages of the model', () => {
  it('speak with the endpoint and with nobody else, and print nothing', async () => {
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: process.cwd() });
    const { ok, hosts, env } = JSON.parse(stdout) as { ok: boolean; hosts: string[]; env: string };
    expect(ok).toBe(true);
    expect(hosts).toEqual(['127.0.0.1']);
    expect(env).toBe('11');
    expect(stderr.replaceAll(/^.*(?:ExperimentalWarning|--trace-warnings).*$/gmu, '').trim()).toBe('');
  });

  it('are loaded with the first text: nothing that starts the companion imports them', () => {
    const importers = globSync('src/**/*.ts').filter((file) =>
      /^import [^;]*from '(?:[^']*agents\/(?:writer|endpoint|line|doctor|logger|capped-fetch)\.ts|@mastra\/core[^']*|openai|cockatiel)';/mu.test(
        readFileSync(file, 'utf8').replaceAll(/^import type .*$/gmu, ''),
      ),
    );
    expect(importers.every((file) => file.startsWith('src/agents/'))).toBe(true);
    expect(importers.length).toBeGreaterThan(2);
  });
});
