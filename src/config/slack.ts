import { type Given, isPublic, listed, off, type Part } from './part.ts';

/** How the companion speaks in Slack: in one workspace (`botToken`), or in each one that installs it (`clientId` and its two secrets). */
export interface SlackSettings {
  /** Absent with Socket Mode. */
  signingSecret?: string;
  botToken?: string;
  clientId?: string;
  clientSecret?: string;
  stateSecret?: string;
  /** Socket Mode instead of HTTP. */
  appToken?: string;
  /** Another root of the Web API, with a slash at its end. */
  apiUrl?: string;
  publicUrl: string;
}

export const slackNames = [
  'SLACK_SIGNING_SECRET',
  'SLACK_BOT_TOKEN',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'SLACK_APP_TOKEN',
  'SLACK_API_URL',
] as const;

const forMany = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;

/** What each sort of Slack's tokens begins with: https://docs.slack.dev/authentication/tokens */
const sorts = [
  { begins: 'xoxp-', what: 'a user token' },
  { begins: 'xoxe.xoxp-', what: 'a user token' },
  { begins: 'xoxe-', what: 'a refresh token' },
  { begins: 'xapp-', what: 'an app-level token', name: 'SLACK_APP_TOKEN' },
  { begins: 'xoxb-', what: 'a bot token', name: 'SLACK_BOT_TOKEN' },
  { begins: 'xoxe.xoxb-', what: 'a bot token that ends after 12 hours' },
];

export function readSlack(given: Given, publicUrl: string, hasKey: boolean): Part<SlackSettings> {
  if (slackNames.every((name) => given[name] === undefined)) return off;
  const apiUrl = given['SLACK_API_URL'];
  const problems = [...wayIn(given), ...wayOut(given, hasKey), ...tokens(given)];
  if (apiUrl !== undefined && !isRoot(apiUrl))
    problems.push(
      'SLACK_API_URL: the root of a Web API, that starts with http:// or https:// (https://slack.com/api/ is the usual one)',
    );
  if (problems.length > 0) return { ...off, problems };

  const overHttp = given['SLACK_APP_TOKEN'] === undefined || given['SLACK_CLIENT_ID'] !== undefined;
  return {
    settings: {
      ...(given['SLACK_SIGNING_SECRET'] && { signingSecret: given['SLACK_SIGNING_SECRET'] }),
      ...(given['SLACK_BOT_TOKEN'] && { botToken: given['SLACK_BOT_TOKEN'] }),
      ...(given['SLACK_CLIENT_ID'] && { clientId: given['SLACK_CLIENT_ID'] }),
      ...(given['SLACK_CLIENT_SECRET'] && { clientSecret: given['SLACK_CLIENT_SECRET'] }),
      ...(given['SLACK_STATE_SECRET'] && { stateSecret: given['SLACK_STATE_SECRET'] }),
      ...(given['SLACK_APP_TOKEN'] && { appToken: given['SLACK_APP_TOKEN'] }),
      ...(apiUrl && { apiUrl: apiUrl.replace(/\/?$/, '/') }),
      publicUrl,
    },
    problems,
    notices:
      overHttp && !isPublic(publicUrl)
        ? [
            'PUBLIC_URL does not start with https://: Slack reaches no other address. Without one, Socket Mode (SLACK_APP_TOKEN) serves one workspace.',
          ]
        : [],
  };
}

function wayIn(given: Given): string[] {
  if (given['SLACK_SIGNING_SECRET'] !== undefined || given['SLACK_APP_TOKEN'] !== undefined) return [];
  return [
    "SLACK_SIGNING_SECRET: needed to know that it is Slack who speaks; it is on your app's page, under Basic Information > App Credentials. " +
      'Or set SLACK_APP_TOKEN for Socket Mode',
  ];
}

function wayOut(given: Given, hasKey: boolean): string[] {
  const missing = forMany.filter((name) => given[name] === undefined);
  const ofMany = forMany.filter((name) => given[name] !== undefined);
  if (given['SLACK_BOT_TOKEN'] !== undefined) {
    return ofMany.length === 0
      ? []
      : [`SLACK_BOT_TOKEN: speaks in one workspace, ${listed(ofMany)} in many: remove the one or the other`];
  }
  if (ofMany.length === 0) {
    return [
      "SLACK_BOT_TOKEN: needed to speak in one workspace; it is on your app's page, under OAuth & Permissions, once the app is installed. " +
        `Or set ${listed(forMany)} for many workspaces`,
    ];
  }
  return [
    ...missing.map((name) => `${name}: needed beside ${listed(ofMany)}, so that many workspaces can install the companion`),
    ...(hasKey
      ? []
      : [
          `ENCRYPTION_KEY: needed with ${listed(ofMany)}, because the tokens of those workspaces are stored; .env.example says how to make one`,
        ]),
  ];
}

/** A token in the place of another is the mistake that is made most, and Slack's own answer to it says little. */
function tokens(given: Given): string[] {
  return (['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const).flatMap((name) => {
    const sort = sorts.find(({ begins }) => given[name]?.startsWith(begins));
    if (!sort || sort.name === name) return [];
    const wanted =
      name === 'SLACK_BOT_TOKEN'
        ? 'the Bot User OAuth Token, which begins with xoxb-'
        : 'an app-level token, which begins with xapp-';
    const why = sort.what.includes('12 hours')
      ? ': switch token rotation off for this app, or use the installation for many workspaces'
      : '';
    return [`${name}: this is ${sort.what}${why || `, and what is needed is ${wanted}`}`];
  });
}

function isRoot(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
}
