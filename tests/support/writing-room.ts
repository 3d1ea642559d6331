import { createEndpoint, type EndpointNeeds, type EndpointSettings } from '../../src/agents/endpoint.ts';
import { createWriter } from '../../src/agents/writer.ts';
import { content } from './content.ts';
import type { Material } from '../../src/core/grounding.ts';
import type { Language } from '../../src/core/language.ts';
import type { WritingDesk } from '../../src/flows/needs.ts';
import { type WriteNeeds, writeText } from '../../src/flows/writing/write-text.ts';
import type { Writer } from '../../src/ports.ts';
import { asOwner } from './database.ts';
import { aTeamThatLets, type WritingTeam } from './writing-team.ts';
import { aWorld } from './world.ts';

export const model = { name: 'small-writer', host: 'models.example.org' };
export const prompts = content.agents.writer;

export type WritingRoom = Awaited<ReturnType<typeof aWritingRoom>>;

/** The product with a model's endpoint beside it. What turns queue is worked off when the test says so. */
export async function aWritingRoom({ tokensPerDay = 1_000_000 }: { tokensPerDay?: number } = {}) {
  const queued: { id: string; structure: string }[] = [];
  const desk: WritingDesk = {
    model,
    tokensPerDay,
    enqueue: async (_tx, writing) => void queued.push(writing),
  };
  const world = await aWorld({ writing: desk });
  let teams = 0;
  const logged: object[] = [];

  const openWriter = (settings: Partial<EndpointSettings> & { baseUrl: string }, more: Partial<EndpointNeeds> = {}): Writer =>
    createWriter({
      endpoint: createEndpoint(
        { model: model.name, timeoutMs: 5000, apiKey: 'sk-secret-of-the-test', ...settings },
        { clock: { now: () => new Date() }, ...more },
      ),
      model: model.name,
      prompts,
      log: { debug: (fields, words) => void logged.push({ ...fields, words }) },
    });
  const needsWith = (writer: Writer, more: Partial<WriteNeeds> = {}): WriteNeeds => ({
    ...world.needs,
    writing: desk,
    writer,
    ...more,
  });
  const rows = <Row extends object>(query: string) => asOwner<Row>(world.url, query);

  return {
    world,
    desk,
    queued,
    logged,
    openWriter,
    needsWith,
    rows,
    team: (material: Material, lets: boolean = true) =>
      aTeamThatLets(world, `writing-${++teams}`, material, lets ? model : undefined),
    /** Everything that was queued, one after the other. */
    async work(writer: Writer, more: Partial<WriteNeeds> = {}): Promise<void> {
      for (let next = queued.shift(); next; next = queued.shift()) await writeText(needsWith(writer, more), next);
      await world.drain();
    },
    async wants(team: WritingTeam, output: string, language: Language, by = 'Samira'): Promise<void> {
      await world.receive({
        ...world.aStart(team.channel, `${by} ${team.channel}`),
        action: 'text-want',
        fields: { output, language },
      });
      await world.drain();
    },
    async press(
      team: WritingTeam,
      action: string,
      { kind = 'text', value, by = 'Samira' }: { kind?: string; value?: string; by?: string } = {},
    ) {
      const on = world.newest(team.channel, kind);
      if (!on) throw new Error(`There is no message of the kind ${kind}.`);
      const offered = on.message.actions.find(({ id }) => id === action)?.value;
      await world.receive(world.aPress(team.channel, `${by} ${team.channel}`, action, on.id, value ?? offered));
      await world.drain();
    },
    said: (team: WritingTeam, kind: string) =>
      world.platform.shown.filter((shown) => shown.channel === team.channel && shown.message.kind === kind),
    drafts: (team: WritingTeam) =>
      rows<{ id: string; state: string; made: string; version: number; output_id: string; language: string }>(
        `select id, state, made, version, output_id, language from drafts where structure_id = '${team.structure}' order by wanted_at, id`,
      ),
    sentences: (team: WritingTeam) =>
      rows<{ text: string; verdict: string; reasons: { code: string; span: string }[] }>(
        `select s.text, s.verdict, s.reasons from sentences s join drafts d on d.id = s.draft_id and d.version = s.version
         where d.structure_id = '${team.structure}' order by d.wanted_at, s.position`,
      ),
    stop: () => world.drop(),
  };
}
