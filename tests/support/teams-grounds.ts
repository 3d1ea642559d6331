import { randomBytes, randomUUID } from 'node:crypto';
import { directKey, type Fields, type Incoming } from '../../src/core/incoming.ts';
import { createLearner } from '../../src/flows/people/learn-people.ts';
import { type Dealt, receive } from '../../src/flows/receive.ts';
import { oneInput, severalInput, toChoice } from '../../src/platforms/teams/render/input.ts';
import { recordingPlatform } from '../../src/play/platform.ts';
import { createSaidMessages } from '../../src/store/said-messages.ts';
import { createSecrets } from '../../src/store/secrets.ts';
import { createWorkspaces } from '../../src/store/workspaces.ts';
import { aLog } from './log.ts';
import { houseFiles } from './made-files.ts';
import { frames, wording } from './scene.ts';
import type { Grounds, GroundsNeeds } from './story.ts';
import type { Answered, Conversation, OpenDialog, TeamsPerson } from './strict-teams.ts';
import { cardIn, findOffer, inputsIn, type Json } from './teams-card-reader.ts';
import { aTeamsPlatform } from './teams-platform.ts';

/**
 * A team's channel in a Teams that refuses what Teams refuses. What the team does arrives at our own door with a signed token, is checked by
 * Microsoft's SDK and told by activities; what the companion says leaves by the connector's REST calls, and every card and dialog is held
 * against Adaptive Cards 1.5 and the limits of Teams.
 */
export async function teamsGrounds({ db, clock, method, deliver }: GroundsNeeds): Promise<Grounds> {
  const flowNeeds = { db, clock, method, wording, frames, newId: randomUUID };
  let dealt: Dealt | undefined;
  let failure: unknown;
  const place = await aTeamsPlatform({
    clock,
    workspaces: createWorkspaces({ db, secrets: createSecrets([randomBytes(32)]) }),
    said: createSaidMessages({ db }),
    files: houseFiles(db, clock),
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
  });
  const { teams } = place;
  /** Those who are alone with the companion. */
  const people = new Map<string, TeamsPerson>();
  const learner = createLearner({ ...flowNeeds, log: aLog(), platforms: [place.platform] });
  const recording = recordingPlatform({ name: 'teams', through: place.platform });

  /** The conversation that somebody has alone with the companion. */
  function aloneIn(tenant: string, user: string): Conversation | undefined {
    const who = [...teams.conversations.values()]
      .find(({ people, tenant: of }) => of === tenant && people.has(user))
      ?.people.get(user);
    // Whoever is in a team that has the app can write to it alone.
    return who && (teams.alone(who) ?? Object.assign(teams.aPersonalChat(who, tenant), { installed: true }));
  }

  function find({ channel, sender, direct }: Incoming): { where: Conversation; who: TeamsPerson; first: TeamsPerson } {
    const isDirect = direct || channel.key.startsWith(directKey(''));
    const where = isDirect ? aloneIn(channel.workspace, sender.user) : teams.conversations.get(channel.key);
    const who = where?.people.get(sender.user);
    const [first] = where?.people.values() ?? [];
    if (!where || !who || !first) throw new Error(`${sender.user} is not in ${channel.key}.`);
    who.locale = sender.language ?? who.locale;
    return { where, who, first };
  }

  async function act(incoming: Incoming): Promise<{ answered: Answered; message?: string }> {
    const { where, who, first } = find(incoming);
    switch (incoming.kind) {
      case 'message': {
        const { text, thread } = incoming;
        // In the thread of a question nobody mentions anybody; and nothing at all is what only a mention leaves.
        const mention = where.kind !== 'personal' && (thread === undefined || text.trim() === '');
        const { id, answered } = await teams.says(who, where, text, { mention, ...(thread !== undefined && { thread }) });
        return { answered, message: id };
      }
      case 'edit':
        return { answered: await teams.edits(who, where, incoming.message, incoming.text) };
      case 'deletion':
        return { answered: await teams.deletes(who, where, incoming.message) };
      case 'press':
        return press(incoming);
      case 'form': {
        const message = incoming.message ?? (await startCard(incoming));
        const { dialog } = await press({ ...incoming, kind: 'press', message });
        if (!dialog) throw new Error(`${incoming.action} opens no dialog.`);
        const { answered, dialog: again } = await teams.submits(dialog, asFilledIn(dialog, incoming.fields));
        if ((dealt?.formErrors !== undefined) !== (again !== undefined))
          throw new Error('A dialog stays open when something in it was refused, and only then.');
        return { answered };
      }
      case 'arrival':
        return { answered: await teams.arrives(who, where, first) };
      default:
        throw new Error(`Nobody does ${incoming.kind} in these stories.`);
    }
  }

  async function press(incoming: Incoming & { kind: 'press' }): Promise<{ answered: Answered; dialog: OpenDialog | undefined }> {
    const { message, action, value } = incoming;
    const { where, who } = find(incoming);
    const shown = teams.sees(who, where).find(({ id }) => id === message);
    const offer = shown && findOffer(cardIn(shown.activity), action, value);
    if (!offer) throw new Error(`Nothing on ${message} offers ${action} ${value ?? ''}.`);
    const pressed = await teams.presses(who, where, message, offer.button, offer.inputs);
    const { type } = (pressed.answered.body ?? {}) as { type?: string };
    if (!pressed.dialog && type !== 'application/vnd.microsoft.activity.message')
      throw new Error(`A press was answered with ${JSON.stringify(pressed.answered)}.`);
    return pressed;
  }

  /** Asks for the card with which an evaluation begins. */
  async function startCard(incoming: Incoming): Promise<string> {
    const { where, who } = find(incoming);
    await teams.says(who, where, 'bonjour');
    await deliver();
    const card = teams.sees(who, where).findLast(({ activity }) => findOffer(cardIn(activity), 'start'));
    if (!card) throw new Error('No card to begin with was shown.');
    return card.id;
  }

  return {
    platform: recording,
    async settle({ channel, people }) {
      const team = people.map((name) => teams.person(name));
      const where = teams.aChannelElsewhere(channel, team);
      const [first] = team;
      if (!first) throw new Error('A team has somebody.');
      for (const { status } of await teams.installs(first, where))
        if (status !== 200) throw new Error('It could not be installed.');
      return {
        workspace: where.tenant,
        channel: where.id,
        userOf: (name) => team.find((each) => each.name === name)?.id ?? `29:${name}`,
      };
    },
    async alone(name) {
      const who = teams.person(name);
      people.set(who.id, who);
      const chat = teams.aPersonalChat(who);
      for (const { status } of await teams.installs(who, chat)) if (status !== 200) throw new Error('It could not be installed.');
      return { workspace: chat.tenant, user: who.id };
    },
    async carry(incoming) {
      dealt = undefined;
      failure = undefined;
      const { answered, message } = await act(incoming);
      await learner.idle();
      if (failure !== undefined) throw failure;
      if (answered.status !== 200) throw new Error(`Our door answered ${answered.status} to a ${incoming.kind}.`);
      return { dealt: dealt ?? { fresh: false, readings: [] }, ...(message !== undefined && { message }) };
    },
    close: () => place.close(),
  };
}

/** What a person fills in, as far as the dialog lets them. */
function asFilledIn({ card }: OpenDialog, fields: Fields): Record<string, string> {
  const inputs = new Map(inputsIn(card).map((input) => [String(input['id']), input]));
  const filled: Record<string, string> = {};
  for (const [field, value] of Object.entries(fields)) {
    const id = inputs.has(severalInput + field) ? severalInput + field : oneInput + field;
    const input = inputs.get(id);
    if (!input) throw new Error(`The dialog asks for no ${field}.`);
    const values = Array.isArray(value) ? value : [value];
    const sent = id.startsWith(severalInput) ? values.map(toChoice) : values;
    const choices = input['choices'] as Json[] | undefined;
    if (choices && !sent.every((each) => choices.some((choice) => choice['value'] === each)))
      throw new Error(`${field} cannot be ${values.join(', ')} in this dialog.`);
    filled[id] = sent.join(choices ? ',' : '\n');
  }
  for (const [id, { isRequired, value }] of inputs)
    if (isRequired === true && !(filled[id] ?? value)) throw new Error(`Teams sends no dialog without ${id}.`);
  return filled;
}
