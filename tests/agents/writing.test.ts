import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/message.ts';
import { languages } from '../../src/core/language.ts';
import { faithful } from '../support/faithful-writer.ts';
import { aModelEndpoint, type ModelEndpoint } from '../support/model-endpoint.ts';
import { demo, method } from '../support/texts.ts';
import { aWritingRoom, model, prompts, type WritingRoom } from '../support/writing-room.ts';

let room: WritingRoom;
let endpoint: ModelEndpoint;
beforeAll(async () => {
  [room, endpoint] = await Promise.all([aWritingRoom(), aModelEndpoint()]);
});
afterAll(async () => {
  await Promise.all([room.stop(), endpoint.stop()]);
});

describe('Les Ateliers du Canal, with a model that writes what the sources say', () => {
  it.each([...languages.map((to) => ['fr', to] as const), ['nl', 'nl'], ['en', 'en'], ['nl', 'fr']] as const)(
    'gets all eight texts reviewed and approved, answers in %s, texts in %s',
    async (from, to) => {
      const team = await room.team(demo[from]);
      const writer = room.openWriter({ baseUrl: endpoint.url });
      endpoint.answers(faithful);
      for (const { id } of method.outputs) {
        await room.wants(team, id, to);
        await room.press(team, 'text-write', { kind: 'text-claims' });
        expect(plainText(room.said(team, 'writing').at(-1)!.message)).toContain(model.name);
        await room.work(writer);
        await room.press(team, 'text-approve', { value: undefined });
      }
      const drafts = await room.drafts(team);
      const sentences = await room.sentences(team);
expect(sentences.filter(({ verdict }) => verdict !== 'green')).toEqual([]);
      expect(new Set(drafts.map(({ state, made, output_id: id }) => `${id} ${state} ${made}`))).toEqual(
        new Set(method.outputs.map(({ id }) => `${id} approved written`)),
      );
      expect(sentences.length).toBeGreaterThan(40);
    },
    60_000,
  );
});
void prompts;
