import { randomUUID } from 'node:crypto';
import { directKey, type Fields, type Incoming } from '../../src/core/incoming.ts';
import type { Field } from '../../src/core/message.ts';
import { createLearner } from '../../src/flows/people/learn-people.ts';
import { type Dealt, receive } from '../../src/flows/receive.ts';
import { readActionId } from '../../src/platforms/slack/ids.ts';
import { createSlackPlatform } from '../../src/platforms/slack/slack.ts';
import { recordingPlatform } from '../../src/play/platform.ts';
import { createSaidMessages } from '../../src/store/said-messages.ts';
import { checkMessage, checkView } from '../platforms/slack/strict.ts';
import { openDoors } from './door-server.ts';
import { aLog } from './log.ts';
import { houseFiles } from './made-files.ts';
import { frames, wording } from './scene.ts';
import type { Grounds, GroundsNeeds } from './story.ts';
import { aSocketLine } from './slack-line.ts';
import { aStrictSlack } from './strict-slack.ts';
import { objectsIn, textIn, type Json } from './strict-slack/world.ts';
import { aRegistry } from './workspaces.ts';

/**
 * A team's channel in a Slack that refuses what Slack refuses. What the team does leaves as signed requests to our own door and goes through
 * Bolt; what the companion says leaves by the Web API, and every message and form is held against Slack's limits.
 */
export async function slackGrounds(needs: GroundsNeeds, by: 'http' | 'socket' = 'http'): Promise<Grounds> {
  const { db, clock, method, deliver } = needs;
  const slack = await aStrictSlack({
    teams: [],
    checkBlocks: (_blocks, where, whole) =>
      where === 'message' || where === 'update' ? checkMessage(whole, { update: where === 'update' }) : checkView(whole),
  });
  const line = by === 'socket' ? await aSocketLine(slack.url) : undefined;
  const workspaces = aRegistry();
  const flowNeeds = { db, clock, method, wording, frames, newId: randomUUID };
  const names = new Map<string, string>();
  let dealt: Dealt | undefined;
  let failure: unknown;
  const platform = createSlackPlatform({
    settings: {
      ...(line ? { appToken: 'xapp-1-stories', apiUrl: line.url } : { signingSecret: slack.signingSecret, apiUrl: slack.url }),
      publicUrl: 'https://companion.example',
    },
    async receive(incoming) {
      try {
        const result = await receive(flowNeeds, incoming);
        learner.after(incoming);
        if (result.fresh) dealt = result;
        return result;
      } catch (error) {
        failure = error;
        throw error;
      }
    },
    workspaces,
    said: createSaidMessages({ db }),
    files: houseFiles(db, clock),
    clock: { now: () => new Date() },
    log: aLog(),
    phrases: (language) => wording[language],
    figures: { unrouted: () => {} },
  });
  const learner = createLearner({ ...flowNeeds, log: aLog(), platforms: [platform] });
  const doors = await openDoors(platform);
  slack.opensDoor(line?.door ?? `${doors.url}/slack/events`);
  await platform.start?.();
  const recording = recordingPlatform({ name: 'slack', through: platform });

  const nameOf = ({ sender }: Pick<Incoming, 'sender'>): string => names.get(sender.user) ?? sender.user;

  /** Where a person finds an action: the label of its button on this message, as it was rendered. */
  function labelOf({ channel, sender }: Incoming, message: string, action: string, value?: string): string {
    const place = isAlone(channel) ? slack.direct(nameOf({ sender }), channel.workspace) : channel.key;
    const shown = slack.messages(place, { as: sender.user, team: channel.workspace }).find(({ ts }) => ts === message);
    for (const element of objectsIn(shown?.blocks)) {
      if (element['type'] !== 'button' || readActionId(String(element['action_id']))?.action !== action) continue;
      if (value === undefined || element['value'] === value) return textIn(element['text']);
    }
    throw new Error(`Message ${message} has no button for ${action} ${value ?? ''}.`);
  }

  async function act(incoming: Incoming): Promise<{ status?: number | undefined; message?: string }> {
    const { key, workspace } = incoming.channel;
    const isDirect = incoming.direct || isAlone(incoming.channel);
    const channel = isDirect ? 'companion' : key;
    const person = slack.person(nameOf(incoming), workspace);
    switch (incoming.kind) {
      case 'message': {
        const { text, thread } = incoming;
        // In the thread of a question nobody mentions anybody; and nothing at all is what only a mention leaves.
        const mention = !isDirect && (thread === undefined || text.trim() === '');
        const { ts, answer } = await person.says(channel, text, {
          ...(mention && { mention }),
          ...(thread !== undefined && { thread }),
        });
        return { status: answer?.status, message: ts };
      }
      case 'edit':
        return { status: (await person.edits(channel, incoming.message, incoming.text))?.status };
      case 'deletion':
        return { status: (await person.deletes(channel, incoming.message))?.status };
      case 'press': {
        const label = labelOf(incoming, incoming.message, incoming.action, incoming.value);
        return { status: (await person.presses(channel, label, { on: incoming.message })).status };
      }
      case 'form': {
        const on = incoming.message ?? (await startCard(incoming));
        const opened = await person.presses(channel, labelOf(incoming, on, incoming.action), { on });
        if (opened.status !== 200) return { status: opened.status };
        const form = recording
          .shown(key)
          .find(({ id }) => id === on)
          ?.message.forms.find(({ action }) => action === incoming.action);
        return { status: (await person.submits(asShown(form?.fields ?? [], incoming.fields, person.form()))).status };
      }
      case 'arrival':
        return { status: (await person.joins(channel))?.status };
      default:
        throw new Error(`Nobody does ${incoming.kind} in these stories.`);
    }
  }

  /** Asks for the card with which an evaluation begins. */
  async function startCard(incoming: Incoming): Promise<string> {
    const { channel } = incoming;
    await slack.person(nameOf(incoming), channel.workspace).command(channel.key, '/vises');
    await deliver();
    const card = recording.shown(channel.key).findLast(({ message }) => message.forms.some(({ action }) => action === 'start'));
    if (!card) throw new Error('No card to begin with was shown.');
    return card.id;
  }

  const register = (team: ReturnType<typeof slack.opensTeam>): Promise<void> =>
    workspaces.save({
      platform: 'slack',
      key: team.id,
      name: team.name,
      secrets: { botToken: team.botToken },
      details: { botUserId: team.botUser, botId: team.botId },
    });

  return {
    platform: recording,
    async settle({ channel, people }) {
      const alsoScopes = ['channels:history', 'groups:history', 'files:read', 'files:write'];
      const team = slack.opensTeam({ people, channels: [channel], alsoScopes });
      await register(team);
      for (const name of people) names.set(slack.user(name, team.id), name);
      return { workspace: team.id, channel: slack.channel(channel, team.id), userOf: (name) => slack.user(name, team.id) };
    },
    async alone(name) {
      const team = slack.opensTeam({ people: [name], channels: [], alsoScopes: ['files:read'] });
      await register(team);
      names.set(slack.user(name, team.id), name);
      return { workspace: team.id, user: slack.user(name, team.id) };
    },
    async carry(incoming) {
      dealt = undefined;
      failure = undefined;
      const { status, message } = await act(incoming);
      await learner.idle();
      if (failure !== undefined) throw failure;
      if (status !== 200) throw new Error(`Our door answered ${String(status)} to a ${incoming.kind}.`);
      return { dealt: dealt ?? { fresh: false, readings: [] }, ...(message !== undefined && { message }) };
    },
    async close() {
      await doors.close();
      await line?.close();
      await slack.close();
    },
  };
}

const isAlone = ({ key }: Incoming['channel']): boolean => key.startsWith(directKey(''));

/** What is filled in, by the labels that a person sees in the open form. */
function asShown(fields: readonly Field[], values: Fields, view: Json | undefined): Record<string, string | string[]> {
  const inputs = [...objectsIn(view?.['blocks'])].filter(({ type }) => type === 'input');
  return Object.fromEntries(
    fields.flatMap((field): [string, string | string[]][] => {
      const value = values[field.id];
      if (value === undefined) return [];
      const input = inputs.find(({ label }) => sameWords(textIn(label), field.label));
      if (!input) throw new Error(`The open form does not ask for “${field.label}”.`);
      const options = [...objectsIn(input['element'])].filter((each) => 'value' in each && 'text' in each);
      const named = (one: string): string => {
        const option = options.find((each) => each['value'] === one);
        return option ? textIn(option['text']) : one;
      };
      return [[textIn(input['label']), Array.isArray(value) ? value.map(named) : named(value)]];
    }),
  );
}

/** Apart from how a printer sets them. */
const sameWords = (shown: string, meant: string): boolean => {
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('’', "'");
  return plain(shown) === plain(meant) || (shown.endsWith('…') && plain(meant).startsWith(plain(shown.slice(0, -1))));
};
