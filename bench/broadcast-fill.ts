import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { questionsOf } from '../src/core/method.ts';
import { withAccess } from '../src/store/database.ts';
import { addMethod } from '../src/store/methods.ts';
import type { Workspaces } from '../src/ports.ts';
import type { Trouble } from './broadcast-fakes.ts';
import type { World } from './world.ts';

/** One channel of the measured audience. */
export interface BenchChannel {
  platform: 'slack' | 'teams';
  workspace: string;
  key: string;
  trouble?: Trouble;
}

export interface Size {
  channels: number;
  workspaces: number;
  /** Channels of the two large Slack workspaces and of the large Teams tenant. */
  heavy: readonly [number, number, number];
}

const ofTeams = 'https://smba.trafficmanager.net/bench/';
const bot = '28:bench';
export const heavyWorkspaces = ['T0', 'T1', 'tenant-2'] as const;

/** Who is where: most channels are in three places, the rest spread over the others; of these, 2 % archived, 1 % revoked, 5 % in doubt. */
export function layOut({ channels, workspaces, heavy }: Size): BenchChannel[] {
  const small = workspaces - heavy.length;
  const inHeavy = heavy.reduce((sum, each) => sum + each, 0);
  const revokedUntil = Math.ceil(channels / 100 / Math.max(1, (channels - inHeavy) / small));
  return Array.from({ length: channels }, (_, index) => {
    const large = index < heavy[0] ? 0 : index < heavy[0] + heavy[1] ? 1 : index < inHeavy ? 2 : undefined;
    const which = large ?? heavy.length + ((index - inHeavy) % small);
    const platform = which % 3 === 2 ? 'teams' : 'slack';
    const workspace = platform === 'slack' ? `T${which}` : `tenant-${which}`;
    const key = platform === 'slack' ? `C${index}` : `19:c${index}@thread.tacv2`;
    const trouble: Trouble | undefined =
      large === undefined && which < heavy.length + revokedUntil
        ? 'revoked'
        : index % 50 === 3
          ? 'archived'
          : index % 20 === 7
            ? 'ambiguous'
            : undefined;
    return { platform, workspace, key, ...(trouble && { trouble }) };
  });
}

const reference = ({ workspace, key }: BenchChannel) => ({
  serviceUrl: ofTeams,
  tenant: workspace,
  bot,
  kind: 'channel',
  conversation: key,
});

/** The workspaces as if each had installed the companion, a network, and in each channel a team of it that has begun. */
export async function fillNetwork(
  { needs, method, pool }: Pick<World, 'needs' | 'method'> & { pool: Pool },
  registry: Workspaces,
  channels: readonly BenchChannel[],
): Promise<{ network: string; nora: string; remi: string }> {
  const places = new Map(channels.map((each) => [each.workspace, each.platform]));
  for (const [key, platform] of places) {
    if (platform === 'slack')
      await registry.save({ platform, key, secrets: { botToken: `xoxb-${key}` }, details: { botUserId: 'U0COMPANION' } });
    else await registry.save({ platform, key, secrets: {}, details: { serviceUrl: ofTeams, bot } });
  }
  await withAccess(needs.db, { kind: 'routing' }, (tx) => addMethod(tx, method));
  const [network, nora, remi] = [randomUUID(), randomUUID(), randomUUID()];
  const first = questionsOf(method).find(({ askedAtStart }) => !askedAtStart)?.id ?? '';
  const rows = channels.map((each, index) => ({
    platform: each.platform,
    workspace: each.workspace,
    key: each.key,
    reference: each.platform === 'teams' ? reference(each) : null,
    structure: randomUUID(),
    evaluation: randomUUID(),
    channel: randomUUID(),
    name: `Atelier ${index}`,
  }));
  await pool.query(`insert into networks (id, name, kind) values ($1, 'Fédération', 'federation')`, [network]);
  for (const [person, name] of [
    [nora, 'Nora'],
    [remi, 'Rémi'],
  ]) {
    await pool.query(`insert into people (id, name, language) values ($1, $2, 'fr')`, [person, name]);
    await pool.query(`insert into network_roles (network_id, person_id, role) values ($1, $2, 'releaser')`, [network, person]);
    await pool.query(`insert into identities (platform, workspace, user_key, person_id) values ('slack', 'T0', $1, $2)`, [
      `U0${name}`,
      person,
    ]);
    await pool.query(
      `with c as (insert into channels (platform, workspace, key, kind) values ('slack', 'T0', $1, 'direct') returning id)
       insert into desks (person_id, channel_id, since) select $2, id, now() from c`,
      [`dm:U0${name}`, person],
    );
  }
  await pool.query(
    `with r as (
       select * from jsonb_to_recordset($1::jsonb) as r(platform text, workspace text, key text, reference jsonb, structure uuid,
         evaluation uuid, channel uuid, name text)
     ),
     s as (insert into structures (id, name, structure_group, territory, language, time_zone)
       select structure, name, 'insertion', 'Lille', 'fr', 'Europe/Paris' from r),
     e as (insert into evaluations (id, structure_id, method_version, state, path, structure_group, language, pace, open_question, started_at, last_sign_at)
       select evaluation, structure, $2, 'running', 'full', 'insertion', 'fr', 'weekly', $3, now() - interval '20 days', now() - interval '20 days' from r),
     q as (insert into question_states (evaluation_id, question_id, structure_id, status, asked_at, changed_at)
       select evaluation, $3, structure, 'open', now() - interval '20 days', now() - interval '20 days' from r),
     c as (insert into channels (id, platform, workspace, key, kind, structure_id, evaluation_id, reference)
       select channel, platform, workspace, key, 'team', structure, evaluation, reference from r)
     insert into memberships (structure_id, network_id) select structure, $4 from r`,
    [JSON.stringify(rows), method.version, first, network],
  );
  await pool.query('analyze');
  return { network, nora, remi };
}
