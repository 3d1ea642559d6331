/**
 * What the companion asks a workspace for, and no more. Each has a phrase `slack-install.scope.<scope>` that says why, and what works
 * without it: https://docs.slack.dev/reference/scopes.
 */
export const askedScopes = [
  'chat:write',
  'commands',
  'app_mentions:read',
  'channels:read',
  'groups:read',
  'mpim:read',
  'im:write',
  'im:history',
  'users:read',
  'pins:write',
] as const;

/** What a team may give besides: `threads`, so that answers are read without a mention; `files`, so that files can be answers. */
export const chosenScopes = {
  threads: ['channels:history', 'groups:history', 'mpim:history'],
  files: ['files:read', 'files:write'],
} as const;

export type Choice = keyof typeof chosenScopes;
export const choices: readonly Choice[] = ['threads', 'files'];

export const scopesWith = (chosen: readonly Choice[]): string[] => [
  ...askedScopes,
  ...choices.filter((choice) => chosen.includes(choice)).flatMap((choice) => chosenScopes[choice]),
];

/** Scopes that a token has and should not have, or should have and has not. */
export function compareScopes(granted: readonly string[]): { missing: string[]; superfluous: string[] } {
  const known = new Set(scopesWith(choices));
  return {
    missing: askedScopes.filter((scope) => !granted.includes(scope)),
    superfluous: granted.filter((scope) => scope !== '' && !known.has(scope)),
  };
}

/** What Slack is asked to tell: https://docs.slack.dev/reference/events. */
export const askedEvents = [
  'app_mention',
  'message.im',
  'app_home_opened',
  'member_joined_channel',
  'member_left_channel',
  // Slack tells the companion itself that it was removed by these.
  'channel_left',
  'group_left',
  'channel_rename',
  'group_rename',
  'channel_archive',
  'channel_unarchive',
  'group_archive',
  'group_unarchive',
  'channel_deleted',
  'channel_id_changed',
  'app_uninstalled',
  'tokens_revoked',
] as const;

/** Told only where a team chose `threads`. */
export const chosenEvents = ['message.channels', 'message.groups', 'message.mpim'] as const;
