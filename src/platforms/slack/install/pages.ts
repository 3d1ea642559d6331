import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLanguage, type Language, languages } from '../../../core/language.ts';
import { typeset } from '../../../core/typography.ts';
import type { Words } from '../../../core/words.ts';
import { askedScopes, choices, chosenScopes } from '../scopes.ts';

/** No script, no picture, nothing from elsewhere. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  vary: 'accept-language',
};

const style = `body{font:1.1rem/1.6 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1.25rem;color:#1d2b2a;background:#fbfaf7}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2.5rem}dt{margin-top:1.25rem}dd{margin:.1rem 0 0}a{color:#0b5f57}code{font-size:1rem}`;

/** The few pages around an installation, each in the reader's language; the explanation of the scopes in all three. */
export function createPages(phrases: (language: Language) => Words) {
  const wordsIn =
    (language: Language): Words =>
    (phrase, values) =>
      typeset(language, phrases(language)(phrase, values));

  function send(request: IncomingMessage, response: ServerResponse, status: number, make: (words: Words) => string[]): void {
    const language = preferredLanguage(request.headers['accept-language']);
    const words = wordsIn(language);
    sendPage(response, status, language, words('slack-install.title'), make(words).join('\n'));
  }

  return {
    sendInstalled(request: IncomingMessage, response: ServerResponse, name: string | undefined): void {
      send(request, response, 200, (words) => [
        heading(words('slack-install.installed')),
        paragraph(
          name === undefined ? words('slack-install.installed-there') : words('slack-install.installed-in', { workspace: name }),
        ),
        paragraph(words('slack-install.next')),
        link('/slack/scopes', words('slack-install.why-scopes')),
      ]);
    },

    /** `why` is what Slack said, or `state`, `later`, `other`. */
    sendRefusal(request: IncomingMessage, response: ServerResponse, why: string): void {
      send(request, response, why === 'later' ? 503 : 400, (words) => [
        heading(words('slack-install.not-installed')),
        paragraph(words(`slack-install.refused.${why}`)),
        link('/slack/install', words('slack-install.again')),
        link('/slack/scopes', words('slack-install.why-scopes')),
      ]);
    },

    /** In three languages at once, the reader's first: whoever decides about an installation often reads another one than the team. */
    sendScopes(request: IncomingMessage, response: ServerResponse, canInstall: boolean): void {
      const first = preferredLanguage(request.headers['accept-language']);
      const inOrder = [first, ...languages.filter((language) => language !== first)];
      const body = inOrder
        .map((language) => `<section lang="${language}">${explain(wordsIn(language), canInstall)}</section>`)
        .join('\n');
      const words = wordsIn(first);
      sendPage(response, 200, first, words('slack-install.scopes-title'), body);
    },
  };
}

function explain(words: Words, canInstall: boolean): string {
  const list = (scopes: readonly string[]): string =>
    `<dl>${scopes.map((scope) => `<dt><code>${scope}</code></dt><dd>${escapeHtml(words(`slack-install.scope.${scope}`))}</dd>`).join('')}</dl>`;
  return [
    heading(words('slack-install.scopes-title')),
    paragraph(words('slack-install.scopes-intro')),
    list(askedScopes),
    ...choices.flatMap((choice) => [
      `<h2>${escapeHtml(words(`slack-install.choice.${choice}`))}</h2>`,
      list(chosenScopes[choice]),
      ...(canInstall ? [link(`/slack/install?with=${choice}`, words(`slack-install.with.${choice}`))] : []),
    ]),
    paragraph(words('slack-install.never')),
    ...(canInstall ? [link('/slack/install', words('slack-install.begin'))] : []),
  ].join('\n');
}

function sendPage(response: ServerResponse, status: number, language: Language, title: string, body: string): void {
  response
    .writeHead(status, headers)
    .end(
      `<!doctype html>\n<html lang="${language}">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n` +
        `<title>${escapeHtml(title)}</title>\n<style>${style}</style>\n<main>${body}</main>\n</html>\n`,
    );
}

const heading = (text: string): string => `<h1>${escapeHtml(text)}</h1>`;
const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
const link = (to: string, text: string): string => `<p><a href="${to}">${escapeHtml(text)}</a></p>`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The reader's first language among ours: https://www.rfc-editor.org/rfc/rfc9110#name-accept-language. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality), index };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.index - b.index);
  return wanted.map(({ language }) => language).find(isLanguage) ?? 'fr';
}
