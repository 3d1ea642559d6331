import type { Fields, Incoming } from '../../core/incoming.ts';
import { type DeskWish, readWish } from '../../core/portfolio/read-words.ts';
import { type Filter, readFilterForm } from '../../core/portfolio/filter.ts';

/** What somebody wants at their desk, pressed, filled in or written. `structures` and `batch` are as they came: checked later. */
export type Wish =
  | { do: 'help' | 'picture' | 'home' }
  | { do: 'page'; page: number }
  | { do: 'filter'; filter: Filter; wrong: boolean }
  | { do: 'filter-words'; said: string }
  | { do: 'team' | 'brief' | 'notes'; structure: Named }
  | { do: 'note'; structure: Named; words: string; handsOver: boolean }
  | { do: 'nudge'; structures: Named[] }
  | { do: 'nudge-send' | 'nudge-drop'; batch?: string }
  | { do: 'nudge-edit'; texts: { id?: string; team?: string; words: string }[]; batch?: string }
  | { do: 'handover'; structure: Named; words: string }
  | { do: 'handover-accept' | 'handover-decline' | 'handover-withdraw'; id?: string };

/** A team, by id from a button or in somebody's words. */
export type Named = { id: string } | { said: string };

export function wishOf(incoming: Incoming): Wish | undefined {
  if (incoming.kind === 'press') return pressed(incoming.action, incoming.value);
  if (incoming.kind === 'form') return filled(incoming.action, incoming.fields);
  if (incoming.kind !== 'message' || incoming.files.length > 0) return undefined;
  const wish = readWish(incoming.text);
  return wish && written(wish);
}

function pressed(action: string, value = ''): Wish | undefined {
  const structure = { id: value };
  const presses: Record<string, Wish> = {
    'acc-help': { do: 'help' },
    'acc-picture': { do: 'picture' },
    'acc-page': { do: 'page', page: Number(value) || 1 },
    'acc-filter-clear': { do: 'filter', filter: {}, wrong: false },
    'acc-team': { do: 'team', structure },
    'acc-brief': { do: 'brief', structure },
    'acc-notes': { do: 'notes', structure },
    'acc-nudge': { do: 'nudge', structures: value === '' ? [] : [structure] },
    'acc-nudge-send': { do: 'nudge-send', batch: value },
    'acc-nudge-drop': { do: 'nudge-drop', batch: value },
    'acc-handover-accept': { do: 'handover-accept', id: value },
    'acc-handover-decline': { do: 'handover-decline', id: value },
    'acc-handover-withdraw': { do: 'handover-withdraw', id: value },
  };
  return Object.hasOwn(presses, action) ? presses[action] : undefined;
}

/** Some forms say in the name of a field which team, or which prepared text, they are about. */
function filled(action: string, fields: Fields): Wish | undefined {
  const of = (name: string): { about: string; value: string } | undefined => {
    const found = Object.entries(fields).find(([id]) => id.startsWith(`${name}:`));
    return found && { about: found[0].slice(name.length + 1), value: one(found[1]) };
  };
  switch (action) {
    case 'acc-filter':
      return { do: 'filter', ...readFilterForm(fields) };
    case 'acc-team':
      return { do: 'team', structure: { id: one(fields['team']) } };
    case 'acc-nudge':
      return { do: 'nudge', structures: many(fields['teams']).map((id) => ({ id })) };
    case 'acc-note': {
      const over = of('hands-over');
      return { do: 'note', structure: { id: over?.about ?? '' }, words: one(fields['words']), handsOver: over?.value === 'yes' };
    }
    case 'acc-handover': {
      const words = of('words');
      return { do: 'handover', structure: { id: words?.about ?? '' }, words: words?.value ?? '' };
    }
    case 'acc-nudge-edit': {
      const texts = Object.entries(fields)
        .filter(([id]) => id.startsWith('text:'))
        .map(([id, value]) => ({ id: id.split(':')[2] ?? '', words: one(value) }));
      const batch = Object.keys(fields)
        .find((id) => id.startsWith('text:'))
        ?.split(':')[1];
      return { do: 'nudge-edit', texts, ...(batch && { batch }) };
    }
    default:
      return undefined;
  }
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim();
const many = (value: string | string[] | undefined): string[] => (Array.isArray(value) ? value : value ? value.split(',') : []);

function written(wish: DeskWish): Wish {
  switch (wish.do) {
    case 'home':
    case 'picture':
    case 'help':
      return { do: wish.do };
    case 'page':
      return wish;
    case 'filter':
      return { do: 'filter-words', said: wish.said };
    case 'team':
    case 'brief':
    case 'notes':
      return { do: wish.do, structure: { said: wish.who } };
    case 'handover':
      return { do: 'handover', structure: { said: wish.who }, words: '' };
    case 'note':
      return { do: 'note', structure: { said: wish.who }, words: wish.words, handsOver: false };
    case 'nudge':
      return { do: 'nudge', structures: wish.who.map((said) => ({ said })) };
    case 'edit':
      return { do: 'nudge-edit', texts: [{ team: wish.who, words: wish.words }] };
    case 'send':
    case 'drop':
      return { do: `nudge-${wish.do}` };
    case 'accept':
    case 'decline':
      return { do: `handover-${wish.do}` };
  }
}
