import { type Activity, clean } from '../activity.ts';

/** What a person wrote, as plain text. Mentions of the companion are cut out, other people's stay as their names. */
export function readText(activity: Activity): { text: string; mentionsBot: boolean } {
  const bot = activity.recipient.id;
  const mentions = activity.entities.filter(({ type, mentioned }) => type === 'mention' && mentioned);
  const mentionsBot = mentions.some(({ mentioned }) => mentioned?.id === bot);
  // Two people, or a person and the companion, may have the same name: mentions are listed in the order they are written in.
  const left = mentions.map(({ text, mentioned }) => ({ text: text ?? '', id: mentioned?.id, name: mentioned?.name }));
  const resolved = (activity.text ?? '').replaceAll(/<at(?:\s[^>]{0,200})?>([^<]{0,500})<\/at>/gi, (written, name: string) => {
    const at = left.findIndex(({ text }) => text === written || bare(text) === bare(name));
    const found = at < 0 ? undefined : left[at];
    if (found && left.slice(at + 1).some(({ text }) => text === found.text)) left.splice(at, 1);
    return found?.id === bot ? ' ' : (found?.name ?? name);
  });
  const text = activity.textFormat === 'markdown' ? withoutMarkdown(withoutTags(resolved)) : withoutTags(resolved);
  return { text: tidy(clean(text)), mentionsBot };
}

const bare = (text: string): string => text.replaceAll(/<[^>]*>/g, '').trim();

const breaks = /<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr|\/blockquote|\/pre)\s*\/?>/gi;
const items = /<li(?:\s[^>]*)?>/gi;
const tags =
  /<\/?(?:p|div|span|b|strong|i|em|u|s|strike|del|ul|ol|a|h[1-6]|pre|code|codeblock|blockquote|table|thead|tbody|tr|td|th|img|emoji|attachment|at|font|sub|sup|hr|html|body)(?:\s[^>]*)?\/?>/gi;

/** Only what is surely layout goes: somebody may well write `a < b`. */
function withoutTags(text: string): string {
  const plain = text
    .replaceAll(/<(?:img|emoji)\s[^>]*?alt="([^"]*)"[^>]*>/gi, '$1')
    .replaceAll(breaks, '\n')
    .replaceAll(items, '• ')
    .replaceAll(tags, '');
  return plain.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (entity, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? entity;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    },
  );
}

const named: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withoutMarkdown(text: string): string {
  return text
    .replaceAll(/\[([^\]\n]{1,500})\]\((https?:[^)\s]{1,2000})\)/g, (_link, words: string, url: string) =>
      words === url ? url : `${words} (${url})`,
    )
    .replaceAll(/(\*\*|__|~~)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replaceAll(/(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/g, '$1')
    .replaceAll(/(?<![\w_])_(?=\S)([^_\n]*?\S)_(?![\w_])/g, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+\-.!~>|])/g, '$1');
}

const tidy = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
