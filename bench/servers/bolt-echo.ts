import bolt from '@slack/bolt';
import { tellCpu } from './cpu.ts';

/** The least that a Slack app can do: Bolt verifies and acknowledges a message, and posts one back. What our own turns are held against. */
const { App, HTTPReceiver, LogLevel } = bolt;
const { SLACK_SIGNING_SECRET = '', SLACK_API_URL = '' } = process.env;
const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, logLevel: LogLevel.ERROR, processBeforeResponse: true });
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  authorize: async ({ teamId }) => ({ botToken: `xoxb-${teamId}`, botId: 'B1', botUserId: 'U0COMPANION' }),
});
app.event('app_mention', async ({ event, client }) => {
  await client.chat.postMessage({ channel: event.channel, text: `re ${event.text}` });
});
const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = server.address();
tellCpu();
if (process.send) process.send({ port: typeof address === 'object' && address ? address.port : 0 });
