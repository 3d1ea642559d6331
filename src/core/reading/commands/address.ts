import { languages } from '../../language.ts';
import type { Question } from '../../method.ts';
import { fold } from '../text/normalise.ts';

/** The lines of another message that open this one, as mail and chat programs quote them, are not said again. */
function withoutQuotedLines(text: string): string {
  const lines = text.split('\n');
  const own = lines.findIndex((line) => !/^\s*>/u.test(line));
  return own <= 0 ? text : lines.slice(own).join('\n').trim();
}

// Platforms cut their own mentions out; what is left is typed by hand. `@bot-dev` is somebody else.
const address =
  /^(?:(?:<@[\w|.-]+>|@(?:vises|compagnon|companion|bot)(?:-vises)?(?![\w-])|\/vises(?![\w-])|[/!](?=\p{L}[\p{L}'’ -]{0,40}$))[\s,:]*)+/iu;
const call = /^(?:hey |hé |eh |dis |salut |bonjour |hallo |hello )?(?:compagnon|companion)\s*[,:!]\s*/iu;

/** The question itself, pasted before the answer, is no part of it. */
export function withoutEcho(text: string, question: Question | undefined): string {
  if (!question) return text;
  const folded = fold(text);
  const echo = languages.map((language) => fold(question.ask[language])).find((ask) => ask !== '' && folded.startsWith(ask));
  return echo === undefined ? text : text.slice(echo.length).replace(/^[\s:>–—-]+/u, '') || text;
}

/** A message without what it quotes, and without our name, a slash or a mention before it. */
export const spokenPart = (text: string): string => withoutQuotedLines(text).replace(address, '').replace(call, '').trim();
