import { WebClient } from '@slack/web-api';
import type { Check, Clock, Finding } from '../../ports.ts';
import { clientOptions } from './client.ts';
import { codeOf, toDeliveryFailure } from './failures.ts';
import { sending } from './limits.ts';
import { compareScopes } from './scopes.ts';
import { apiRootOf, clientOf, type SlackSettings } from './settings.ts';

interface Needs {
  settings: SlackSettings;
  clock: Clock;
  hasEncryptionKey: boolean;
}

const good = (found: string): Finding => ({ ok: true, found });
const bad = (found: string, fix: string): Finding => ({ ok: false, found, fix });
const appSettings = 'https://api.slack.com/apps';

/** What can be wrong with Slack's side of the set-up, each with the one fix. The checks ask Slack and the public address themselves. */
export function createSlackChecks({ settings, clock, hasEncryptionKey }: Needs): Check[] {
  const { signingSecret, botToken, appToken } = settings;
  const client = clientOf(settings);
  /** Both checks of the token read the same answer. */
  let asked: ReturnType<typeof askSlack> | undefined;
  const ask = (token: string): ReturnType<typeof askSlack> => (asked ??= askSlack(settings, token));

  return [
    ...(signingSecret !== undefined || appToken === undefined
      ? [check('Signing secret', async () => examineSecret(signingSecret))]
      : []),
    ...(botToken === undefined
      ? []
      : [
          check('Bot token', async () => examineToken(await ask(botToken))),
          check('Permissions', async () => examineScopes(await ask(botToken))),
          check('Files', async () => examineFiles(await ask(botToken), settings)),
        ]),
    ...(client
      ? [
          check('Encryption key', async () =>
            hasEncryptionKey
              ? good('ENCRYPTION_KEY is there, tokens of workspaces are kept encrypted')
              : bad(
                  'Workspaces can install the companion, and there is nothing to encrypt their tokens with',
                  'Set ENCRYPTION_KEY to the output of: openssl rand -base64 32',
                ),
          ),
        ]
      : []),
    ...(appToken === undefined || client
      ? [check('Public address', () => examineAddress(settings, appToken === undefined))]
      : []),
    ...(appToken === undefined ? [] : [check('Socket Mode', () => examineSocket(settings, appToken))]),
    check('Clock', () => examineClock(settings, clock)),
  ];
}

function check(name: string, run: () => Promise<Finding>): Check {
  return {
    name,
    run: () =>
      run().catch((error: unknown) =>
        bad(
          `It could not be looked at: ${toDeliveryFailure(error, 'Slack').message}`,
          'Look whether this machine reaches slack.com, and try again',
        ),
      ),
  };
}

async function examineSecret(secret: string | undefined): Promise<Finding> {
  const fix = `Copy Signing Secret from Basic Information of the app at ${appSettings} into SLACK_SIGNING_SECRET`;
  if (secret === undefined) return bad('There is no signing secret, so nothing Slack sends can be trusted', fix);
  return /^[0-9a-f]{32}$/.test(secret)
    ? good('SLACK_SIGNING_SECRET has the shape of one')
    : bad('SLACK_SIGNING_SECRET is not 32 characters of 0-9 and a-f', fix);
}

type Asked = { team?: string; name?: string; scopes: string[] } | { refused: string };

async function askSlack(settings: SlackSettings, token: string): Promise<Asked> {
  try {
    const { team, user, response_metadata } = await new WebClient(token, clientOptions(settings)).auth.test();
    return { ...(team && { team }), ...(user && { name: user }), scopes: response_metadata?.scopes ?? [] };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return { refused: code };
  }
}

function examineToken(asked: Asked): Finding {
  if ('refused' in asked) {
    return bad(
      `Slack refuses SLACK_BOT_TOKEN: ${asked.refused}`,
      `Install the app again (Install App, at ${appSettings}) and copy its Bot User OAuth Token, which begins with xoxb-, into SLACK_BOT_TOKEN`,
    );
  }
  return good(`Slack knows SLACK_BOT_TOKEN: ${asked.name ?? 'the companion'} in ${asked.team ?? 'a workspace'}`);
}

function examineScopes(asked: Asked): Finding {
  if ('refused' in asked) return bad('Not known without a token that is good', 'Put the bot token right first');
  const { missing, superfluous } = compareScopes(asked.scopes);
  const fix = `Under OAuth & Permissions of the app at ${appSettings}`;
  if (missing.length > 0) {
    return bad(`The token lacks ${missing.join(', ')}`, `${fix}, add ${missing.join(', ')} and install the app again`);
  }
  if (superfluous.length > 0) {
    return bad(
      `The token may do more than the companion needs: ${superfluous.join(', ')}`,
      `${fix}, remove ${superfluous.join(', ')} and install the app again`,
    );
  }
  return good('The token has the permissions that are needed, and no others');
}

/** Texts to keep are files. Without the permission to put them into Slack they come as links of ours, if those can be opened. */
function examineFiles(asked: Asked, { publicUrl }: SlackSettings): Finding {
  if ('refused' in asked) return bad('Not known without a token that is good', 'Put the bot token right first');
  if (asked.scopes.includes('files:write')) return good('The token may put files and pictures into Slack');
  if (publicUrl.startsWith('https:'))
    return good('Without files:write, files come as links that end after a week, and pictures as words');
  return bad(
    'Without files:write and without a public address, no file that people ask for can reach them',
    `Under OAuth & Permissions of the app at ${appSettings}, add files:write and install the app again`,
  );
}

async function examineAddress({ publicUrl }: SlackSettings, forEvents: boolean): Promise<Finding> {
  const what = forEvents ? 'Slack sends what happens to it' : 'Slack sends people back to it after an installation';
  if (!publicUrl.startsWith('https:')) {
    return bad(
      `PUBLIC_URL is ${publicUrl}, and ${what}, which needs https`,
      'Set PUBLIC_URL to the https address under which the internet reaches this service',
    );
  }
  const answer = await fetch(`${publicUrl}/healthz`, { redirect: 'manual', signal: AbortSignal.timeout(sending.answerMs) }).catch(
    () => undefined,
  );
  await answer?.body?.cancel();
  if (answer?.ok) return good(`${publicUrl} answers`);
  return bad(
    `${publicUrl}/healthz ${answer ? `answers with ${answer.status}` : 'does not answer'}`,
    'Start the companion (npm start) and lead this address to its PORT in your proxy, or correct PUBLIC_URL',
  );
}

async function examineSocket(settings: SlackSettings, appToken: string): Promise<Finding> {
  const fix = `Under Basic Information of the app at ${appSettings}, make an App-Level Token with connections:write and copy it into SLACK_APP_TOKEN; under Socket Mode, switch it on`;
  if (!appToken.startsWith('xapp-')) return bad('SLACK_APP_TOKEN does not begin with xapp-', fix);
  try {
    await new WebClient(appToken, clientOptions(settings)).apps.connections.open();
    return good('Slack opens Socket Mode for SLACK_APP_TOKEN');
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return bad(`Slack refuses SLACK_APP_TOKEN: ${code}`, fix);
  }
}

/** The time in Slack's answers is whole seconds, and the answer took a moment to come. */
async function examineClock(settings: SlackSettings, clock: Clock): Promise<Finding> {
  const before = clock.now().getTime();
  const answer = await fetch(`${apiRootOf(settings)}api.test`, { method: 'POST', signal: AbortSignal.timeout(sending.answerMs) });
  const after = clock.now().getTime();
  await answer.body?.cancel();
  const slack = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(slack)) return good('Slack answers without its time, so the clock was not compared');
  const skewMs = (before + after) / 2 - slack;
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (Math.abs(skewMs) < sending.skewMs / 5)
    return good(`The clock of this machine is within ${Math.max(1, seconds)} s of Slack's`);
  return bad(
    `The clock of this machine is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} Slack's; from 300 s on nothing Slack sends is accepted`,
    'Switch on time synchronisation on this machine (timedatectl set-ntp true)',
  );
}
