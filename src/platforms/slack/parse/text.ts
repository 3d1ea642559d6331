/** What Postgres and every screen can hold: no NUL, no half characters. */
export const clean = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** A message of Slack as a person reads it, and whether it calls the companion. */
export interface ReadText {
  text: string;
  mentioned: boolean;
  /** The users that `text` calls by their ids, since Slack gave no names. */
  people: { mentioned?: string[] };
}

/**
 * Slack's markup as plain text: the companion's own mention is cut out, others become readable and are no mentions any more, links keep
 * their label and address, `&amp;`, `&lt;` and `&gt;` become what they stand for, once. Emoji codes stay as they are.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function readText(written: string, botUser: string | undefined): ReadText {
  const whole = clean(written);
  const rest = botUser === undefined ? whole : cutOut(whole, botUser);
  // What people type themselves comes with `&lt;`, so whatever stands between angle brackets is Slack's.
  const text = rest
    .replaceAll(/<([^<>]*)>/g, (_whole, inside: string) => readMarkup(inside))
    .replaceAll(/&(amp|lt|gt);/g, (_whole, name: 'amp' | 'lt' | 'gt') => characters[name])
    .trim();
  const users = [...rest.matchAll(/<@([UW][A-Z0-9]{1,39})>/g)].map(([, user = '']) => user);
  return { text, mentioned: rest !== whole, people: users.length > 0 ? { mentioned: [...new Set(users)] } : {} };
}

const characters = { amp: '&', lt: '<', gt: '>' } as const;

/** Takes the mention out, with the comma or colon behind one that stands first. */
function cutOut(text: string, botUser: string): string {
  return text.replaceAll(
    new RegExp(`[ \\t]*<@${botUser}(?:\\|[^<>]*)?>[ \\t]*([.,:;]?)`, 'g'),
    (_whole, sign: string, at: number) => (at === 0 ? '' : sign === '' ? ' ' : sign),
  );
}

function readMarkup(inside: string): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1).trim();
  switch (target[0]) {
    case '@':
    case '#':
      return label === '' ? target : `${target[0]}${label.replace(/^[@#]/, '')}`;
    case '!':
      return label === '' ? `@${target.slice(1).split('^')[0]}` : label;
    default:
      return /^[a-z][a-z0-9+.-]*:/i.test(target) ? readLink(target, label) : `<${inside}>`;
  }
}

/** The label, with the address beside it when the label does not say it already. */
function readLink(target: string, label: string): string {
  const address = target.replace(/^(mailto|tel):/, '');
  if (label === '' || label === address || label === target) return address;
  return `https://${label}` === address || `http://${label}` === address ? address : `${label} (${address})`;
}
