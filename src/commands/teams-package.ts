import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
import { readEnvironment } from '../config.ts';

/**
 * `npm run teams-package`: writes the package that an administrator uploads to Teams, from `deploy/teams/` and two settings.
 *
 *   --out FILE           where to (deploy/teams/compagnon-vises.zip)
 *   --developer NAME     who runs the companion (the host of PUBLIC_URL)
 *   --privacy-url URL    its privacy notice (PUBLIC_URL) · --terms-url URL  its terms (PUBLIC_URL)
 *   --version X.Y.Z      Teams takes an update only with a higher one (the version in package.json)
 *   --mentions-only      do not ask to read every message of a team or chat: it then hears only what mentions it
 */
const folder = join(import.meta.dirname, '../../deploy/teams');
const files = ['color.png', 'outline.png', 'nl.json', 'en.json'];

try {
  const { values: options } = parseArgs({
    options: {
      out: { type: 'string', default: join(folder, 'compagnon-vises.zip') },
      developer: { type: 'string' },
      'privacy-url': { type: 'string' },
      'terms-url': { type: 'string' },
      version: { type: 'string', default: ownVersion() },
      'mentions-only': { type: 'boolean', default: false },
    },
  });
  const env = readEnvironment();
  const appId = env['MICROSOFT_APP_ID']?.trim().toLowerCase() ?? '';
  const publicUrl = webAddress(env['PUBLIC_URL']);
  const privacyUrl = webAddress(options['privacy-url'] ?? env['PUBLIC_URL']);
  const termsUrl = webAddress(options['terms-url'] ?? env['PUBLIC_URL']);
  const problems = [
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(appId) &&
      'MICROSOFT_APP_ID: the application (client) id of the registration in Entra, like 00000000-0000-0000-0000-000000000000',
    !publicUrl && 'PUBLIC_URL: the public address of the companion, which begins with https://',
    !privacyUrl && '--privacy-url: an address that begins with https://',
    !termsUrl && '--terms-url: an address that begins with https://',
    !/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(options.version) && '--version: three numbers, like 1.0.3',
    (options.developer?.length ?? 0) > 32 && '--developer: at most 32 characters',
  ].filter((problem) => problem !== false);
  if (problems.length > 0 || !publicUrl || !privacyUrl || !termsUrl) {
    throw new Error(
      `The package needs these, in the environment, in .env or as options:\n${problems.map((each) => `- ${each}`).join('\n')}`,
    );
  }
  const manifest = fill(readFileSync(join(folder, 'manifest.json'), 'utf8'), {
    APP_ID: appId,
    VERSION: options.version,
    PUBLIC_URL: publicUrl.origin,
    DOMAIN: publicUrl.host,
    DEVELOPER_NAME: options.developer ?? publicUrl.hostname.slice(0, 32),
    PRIVACY_URL: privacyUrl.href,
    TERMS_URL: termsUrl.href,
  });
  if (options['mentions-only']) {
    delete manifest['authorization'];
    delete manifest['webApplicationInfo'];
  }
  const zip = new JSZip();
  zip.file('manifest.json', JSON.stringify(manifest, null, 2));
  for (const file of files) zip.file(file, readFileSync(join(folder, file)));
  writeFileSync(options.out, await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
  console.log(
    `Written: ${options.out} (version ${options.version}). Upload it in the Teams admin centre, or in Teams under Apps.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function webAddress(text: string | undefined): URL | undefined {
  const url = text === undefined ? null : URL.parse(text.trim());
  return url?.protocol === 'https:' ? url : undefined;
}

/** The manifest with its places filled. What is put in stays a text of the JSON, whatever it holds. */
function fill(template: string, values: Record<string, string>): Record<string, unknown> {
  return readJson(template, (_, value) =>
    typeof value === 'string' ? value.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place) : value,
  );
}

function ownVersion(): string {
  const { version } = readJson(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  return String(version);
}

function readJson(text: string, reviver?: (name: string, value: unknown) => unknown): Record<string, unknown> {
  const value: unknown = JSON.parse(text, reviver);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
