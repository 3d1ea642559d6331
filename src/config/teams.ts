import { type Given, isPublic, listed, off, type Part } from './part.ts';

/** How the companion speaks in Teams: as a bot registered with Microsoft, or `withoutAuth` for a Teams that is on this machine. */
export interface TeamsSettings {
  /** Empty without registration, as are the others. */
  appId: string;
  appPassword: string;
  appType: AppType;
  tenantId: string;
  withoutAuth: boolean;
}

const registration = ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TYPE', 'MICROSOFT_APP_TENANT_ID'] as const;

export const teamsNames = [...registration, 'TEAMS_WITHOUT_AUTH'] as const;

const appTypes = ['SingleTenant', 'MultiTenant'] as const;
type AppType = (typeof appTypes)[number];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readTeams(
  given: Given,
  { publicUrl, onLoopback }: { publicUrl: string; onLoopback: boolean },
): Part<TeamsSettings> {
  const ofBot = registration.filter((name) => given[name] !== undefined);
  const without = given['TEAMS_WITHOUT_AUTH'];
  if (without !== undefined && without !== 'yes') return { ...off, problems: ['TEAMS_WITHOUT_AUTH: yes, or left out'] };
  if (without === 'yes') {
    const problems = openDoor(given, ofBot, onLoopback);
    return problems.length > 0
      ? { ...off, problems }
      : { ...off, settings: { appId: '', appPassword: '', appType: 'SingleTenant', tenantId: '', withoutAuth: true } };
  }
  if (ofBot.length === 0) return off;

  const problems = registered(given, ofBot);
  if (problems.length > 0) return { ...off, problems };
  const tenantId = given['MICROSOFT_APP_TENANT_ID'];
  return {
    settings: {
      appId: given['MICROSOFT_APP_ID'] ?? '',
      appPassword: given['MICROSOFT_APP_PASSWORD'] ?? '',
      tenantId: tenantId ?? '',
      appType:
        appTypes.find((type) => type === given['MICROSOFT_APP_TYPE']) ??
        (tenantId === undefined ? 'MultiTenant' : 'SingleTenant'),
      withoutAuth: false,
    },
    problems,
    notices: isPublic(publicUrl) ? [] : ['PUBLIC_URL does not start with https://: Microsoft Teams reaches no other address.'],
  };
}

/** Whoever reaches that door is believed, so it opens for a trial on this machine and nothing else. */
function openDoor(given: Given, ofBot: readonly string[], onLoopback: boolean): string[] {
  const name = 'TEAMS_WITHOUT_AUTH';
  return [
    ...(given['NODE_ENV'] === 'production'
      ? [
          `${name}: not while NODE_ENV is production, because anybody could speak in Microsoft's name; remove it and set ${listed(registration)}`,
        ]
      : []),
    ...(onLoopback
      ? []
      : [
          `${name}: only while HOST is this machine alone, because anybody could speak in Microsoft's name; remove HOST, or this setting`,
        ]),
    ...(ofBot.length > 0
      ? [`${name}: not beside ${listed(ofBot)}, which would then protect nothing; remove the one or the other`]
      : []),
  ];
}

function registered(given: Given, ofBot: readonly string[]): string[] {
  const problems: string[] = [];
  if (given['MICROSOFT_APP_ID'] === undefined)
    problems.push(
      `MICROSOFT_APP_ID: needed beside ${listed(ofBot)}; in the Azure portal it is the bot's Microsoft App ID, under Configuration`,
    );
  if (given['MICROSOFT_APP_PASSWORD'] === undefined)
    problems.push(
      `MICROSOFT_APP_PASSWORD: needed beside ${listed(ofBot)}; in the Azure portal it is the Value of a client secret of the app`,
    );
  else if (uuid.test(given['MICROSOFT_APP_PASSWORD']))
    problems.push(
      "MICROSOFT_APP_PASSWORD: this is the Secret ID; needed is the secret's Value, which the Azure portal shows only once: make a new client secret",
    );
  const type = given['MICROSOFT_APP_TYPE'];
  if (type !== undefined && !appTypes.some((each) => each === type))
    problems.push(`MICROSOFT_APP_TYPE: ${appTypes.join(' or ')}, as the Azure portal shows it for the bot`);
  if (type === 'SingleTenant' && given['MICROSOFT_APP_TENANT_ID'] === undefined)
    problems.push(
      'MICROSOFT_APP_TENANT_ID: needed with SingleTenant; in the Azure portal it is the App Tenant ID of the bot, under Configuration',
    );
  return problems;
}
