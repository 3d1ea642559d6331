import { message, text, button, list } from '../../core/evaluation/say.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Tx } from '../../store/database.ts';
import { type Channel, membershipsOf } from '../../store/routing.ts';
import type { Needs } from '../needs.ts';
import type { Dealt } from '../receive.ts';
import { queue } from './queue.ts';
import { takeTurn } from './take-turn.ts';

/** A private conversation is about the team of the one who writes: with none it says where to go, with several it asks which. */
export async function receiveDirect(
  needs: Needs,
  tx: Tx,
  incoming: Incoming,
  channel: Channel,
  person: string,
  now: Date,
): Promise<Dealt> {
  const language = incoming.sender.language ?? channel.language;
  const words = needs.wording[language];
  const teams = await membershipsOf(tx, person);
  const chosen =
    incoming.kind === 'press' && incoming.action === 'choose-team'
      ? teams.find((team) => team.evaluationId === incoming.value)
      : undefined;
  const team = chosen ?? (teams.length === 1 ? teams[0] : teams.find((each) => each.evaluationId === channel.evaluationId));
  if (chosen) await remember(tx, channel.id, chosen.evaluationId);
  if (team && !chosen)
    return takeTurn(
      needs,
      tx,
      incoming,
      { channel, person, structureId: team.structureId, evaluationId: team.evaluationId },
      now,
    );
  const said = chosen
    ? message('team-chosen', language, [text(words('direct.chosen', { team: chosen.name }))])
    : teams.length === 0
      ? message('direct', language, [text(words('start.direct'))])
      : message('which-team', language, [text(words('direct.which')), list(teams.map((each) => each.name))], {
          actions: teams.map((each) => button(words, 'choose-team', { value: each.evaluationId, label: each.name })),
        });
  await queue(tx, { origin: channel.id, home: channel.id }, [{ place: { to: 'origin' }, message: said }], now);
  return { fresh: true, readings: [] };
}

/** Which team a private conversation is about, until its person chooses another. */
async function remember(tx: Tx, channelId: string, evaluationId: string): Promise<void> {
  await tx.updateTable('channels').set({ evaluation_id: evaluationId }).where('id', '=', channelId).execute();
}
