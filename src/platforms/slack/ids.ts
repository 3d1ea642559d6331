import type { Action } from '../../core/message.ts';
import { within } from './render/fixed.ts';
import { sizes } from './limits.ts';

/** What a long text is put together with again, by the letter its later inputs carry. */
const joints = { p: '\n\n', l: '\n', s: ' ', g: '' } as const;
export type Joint = (typeof joints)[keyof typeof joints];

/**
 * Slack wants each `action_id` of a message to be different; the number takes care of that. The version is the one that the message was
 * drawn for: who presses on an older showing of it says so.
 */
export const toActionId = (action: Pick<Action, 'id'>, index: number, version?: number): string =>
  within(`${action.id}#${index}${version === undefined ? '' : `.${version}`}`, sizes.id, 'The id of an action');

/** The action behind an `action_id` of ours. Ids without a number are taken as they are. */
export function readActionId(actionId: string): { action: string; version?: number } {
  const [, action = actionId, version] = /^([^]*)#\d+(?:\.(\d{1,12}))?$/u.exec(actionId) ?? [];
  return { action, ...(version !== undefined && { version: Number(version) }) };
}

/** The `block_id` of one input of a field. A long text has several, the later ones with what stood before them. */
export const toBlockId = (field: string, index = 0, joint?: Joint): string =>
  within(
    `${field}#${index}${Object.entries(joints).find(([, each]) => each === joint)?.[0] ?? ''}`,
    sizes.id,
    'The id of a field',
  );

/** The field behind a `block_id` of ours; nothing for blocks that are not inputs of a form. */
export function readBlockId(blockId: string): { field: string; index: number; joint: Joint } | undefined {
  const [, field, index, letter] = /^([^]*)#(\d+)([plsg]?)$/u.exec(blockId) ?? [];
  if (field === undefined || index === undefined) return undefined;
  const joint = Object.entries(joints).find(([each]) => each === letter)?.[1] ?? '';
  return { field, index: Number(index), joint };
}
