import type { ModalView } from '@slack/types';
import type { Fields } from '../../core/incoming.ts';
import { readBlockId, type Joint } from './ids.ts';

/** A file as Slack names it in a submitted form. Its bytes are fetched later. */
export interface SlackFile {
  id: string;
  name?: string | null;
  mimetype?: string;
  size?: number;
  url_private_download?: string;
  [more: string]: unknown;
}

/** What one input holds, as far as ours are concerned. */
export interface InputState {
  type: string;
  value?: string | null | undefined;
  selected_date?: string | null | undefined;
  selected_option?: { value?: string | undefined } | null | undefined;
  selected_options?: { value?: string | undefined }[] | null | undefined;
  files?: SlackFile[] | null | undefined;
}

/** `view.state.values` of a submitted form: by block, then by action. */
export type StateValues = Record<string, Record<string, InputState>>;

/**
 * What a person entered, by field. A text that was in several inputs is one again; a text left empty is ''; several choices are a list, empty
 * when nothing is chosen; a date or a choice left open is absent. Blocks that are not inputs of a form of ours are passed over.
 */
export function readFields(values: StateValues): { fields: Fields; files: SlackFile[] } {
  const fields: Fields = {};
  const files: SlackFile[] = [];
  const texts = new Map<string, { index: number; joint: Joint; text: string }[]>();
  for (const [blockId, states] of Object.entries(values)) {
    const place = readBlockId(blockId);
    if (!place) continue;
    for (const state of Object.values(states)) {
      if (state.files) files.push(...state.files);
      else if (state.type === 'plain_text_input') {
        const parts = texts.get(place.field) ?? [];
        parts.push({ index: place.index, joint: place.joint, text: state.value ?? '' });
        texts.set(place.field, parts);
      } else {
        const chosen = state.selected_options?.flatMap((option) => option.value ?? []);
        const value = chosen ?? state.selected_option?.value ?? state.selected_date;
        if (value !== undefined && value !== null) fields[place.field] = value;
      }
    }
  }
  for (const [field, parts] of texts) fields[field] = joined(parts);
  return { fields, files };
}

function joined(parts: { index: number; joint: Joint; text: string }[]): string {
  return parts
    .toSorted((a, b) => a.index - b.index)
    .filter(({ text }) => text !== '')
    .map(({ joint, text }, index) => (index === 0 ? text : joint + text))
    .join('');
}

/**
 * Refused fields as Slack wants them: by the block of their first input. What belongs to no field of the view is said at its first input,
 * so that it is seen.
 */
export function toFormErrors(errors: Record<string, string>, view: Pick<ModalView, 'blocks'>): Record<string, string> {
  const inputs = view.blocks.flatMap((block) => {
    const id = block.type === 'input' && 'block_id' in block ? block.block_id : undefined;
    const place = typeof id === 'string' ? readBlockId(id) : undefined;
    return typeof id === 'string' && place ? [{ id, ...place }] : [];
  });
  const said: Record<string, string> = {};
  for (const [field, why] of Object.entries(errors)) {
    const at = (inputs.find((input) => input.field === field) ?? inputs[0])?.id;
    if (at !== undefined) said[at] = said[at] === undefined ? why : `${said[at]}\n${why}`;
  }
  return said;
}
