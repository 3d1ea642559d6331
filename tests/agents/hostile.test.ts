import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Material } from '../../src/core/grounding.ts';
import { type Language, languages } from '../../src/core/language.ts';
import { plainText } from '../../src/core/message.ts';
import type { WrittenSentence, WrittenText } from '../../src/core/writing/writing.ts';
import { faithful } from '../support/faithful-writer.ts';
import { aMaterial, corpus, type CorpusSentence } from '../support/grounding.ts';
import { aModelEndpoint, type AskedOnWire, type ModelEndpoint } from '../support/model-endpoint.ts';
import { demo } from '../support/texts.ts';
import { aWritingRoom, type WritingRoom } from '../support/writing-room.ts';
import type { WritingTeam } from '../support/writing-team.ts';

let room: WritingRoom;
let endpoint: ModelEndpoint;
beforeAll(async () => {
  [room, endpoint] = await Promise.all([aWritingRoom(), aModelEndpoint()]);
});
afterAll(async () => {
  await Promise.all([room.stop(), endpoint.stop()]);
});

const written = async (team: WritingTeam, output: string, language: Language) => {
  await room.wants(team, output, language);
  await room.press(team, 'text-write', { kind: 'text-claims' });
  await room.work(room.openWriter({ baseUrl: endpoint.url }));
};

/** The sources of a request that stand for what a sentence of the corpus rests on. What was not sent cannot be cited. */
function usesOf({ task }: AskedOnWire, material: Material, supports: readonly string[]): string[] {
  const uses = supports.flatMap((support) => {
    const [question = '', item] = support.split('/');
    const answer = material.answers[question];
    const wanted = item
      ? (answer?.items ?? []).filter(({ id }) => id === item).map((each) => each.words ?? each.text)
      : [answer?.text, ...(answer?.items ?? []).map((each) => each.words ?? each.text)];
    return task.sources.filter(({ words }) => wanted.includes(words)).map(({ id }) => id);
  });
  return uses.length > 0 ? uses : ['S999'];
}

describe('a model that lies', () => {
  const groups = Map.groupBy(
    languages.flatMap((language) => corpus(`hostile-${language}`)),
    ({ material, output, lang }) => `${material} ${output} ${lang}`,
  );
  const most = 25;
  const parts = [...groups.entries()].flatMap(([name, lines]) =>
    Array.from({ length: Math.ceil(lines.length / most) }, (_, at) => [`${name} ${at + 1}`, lines.slice(at * most, (at + 1) * most)] as const),
  );

  it.each(parts)('%s: each of its sentences is flagged, and the text cannot be approved', async (_, lines: readonly CorpusSentence[]) => {
    const [first] = lines;
    if (!first) return;
    const material = aMaterial(first.material);
    const team = await room.team(material);
    endpoint.answers((asked): WrittenText | { sentences: [] } =>
      asked.mend
        ? { sentences: [] }
        : {
            title: { text: asked.task.text.name, uses: [] },
            paragraphs: [
              { section: null, sentences: lines.map(({ sentence, supports }) => ({ text: sentence, uses: usesOf(asked, material, supports) })) },
            ],
          },
    );
    await written(team, first.output, first.lang);
    const sentences = await room.sentences(team);
    // Some texts of the corpus are far longer than the text they are for: those are no text at all.
    if (sentences.length === 0) {
      expect(room.said(team, 'writing-failed')).toHaveLength(1);
      return;
    }
    const stored = new Map(sentences.map((each) => [each.text.replaceAll(/\s+/gu, ' '), each]));
    const unflagged = lines.filter(({ sentence }) => stored.get(sentence.replaceAll(/\s+/gu, ' ').trim())?.verdict === 'green');
    expect(unflagged.map(({ id, sentence }) => `${id}: ${sentence}`)).toEqual([]);
    await room.press(team, 'text-approve', { value: '1' });
    if (sentences.some(({ verdict }) => verdict === 'red')) expect(await room.drafts(team)).toMatchObject([{ state: 'in-review' }]);
  });
});

interface Attack {
  id: string;
  language: Language;
  kind: string;
  answer: string;
  obeyed: string;
}

const attacks = languages.flatMap((language) =>
  readFileSync(`tests/fixtures/injections/${language}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Attack),
);

/** Answers in which an attack can hide, each of which the annual report may use. */
const places = ['mission-in-own-words', 'how-it-works', 'other-contributors', 'missing-voices', 'answer-to-question', 'stakeholder-reactions'];

describe('orders hidden in answers', () => {
  it('are of many kinds, and each is another text', () => {
    expect(new Set(attacks.map(({ answer }) => answer)).size).toBeGreaterThanOrEqual(300);
    expect(new Set(attacks.map(({ kind }) => kind)).size).toBeGreaterThan(10);
  });

  const batches = languages.flatMap((language) => {
    const own = attacks.filter((attack) => attack.language === language);
    return Array.from({ length: Math.ceil(own.length / places.length) }, (_, at) => [
      language,
      at + 1,
      own.slice(at * places.length, (at + 1) * places.length),
    ] as const);
  });
  /** What obedience would have said and nobody flagged. */
  const slipped: string[] = [];
  let sent = 0;

  it.each(batches)('in %s, batch %i: an endpoint that obeys changes nothing but a draft, and what it adds is flagged', async (language, _, some) => {
    const answers = Object.fromEntries(
      some.map(({ answer }, at) => [places[at] ?? '', { type: 'long-text' as const, text: answer }]),
    );
    const team = await room.team({ ...demo[language], answers: { ...demo[language].answers, ...answers } });
    const before = await footprint(team);
    endpoint.answers((asked) => {
      if (asked.mend) return { sentences: [] };
      const honest = faithful(asked) as WrittenText;
      const order = (attack: Attack): WrittenSentence => {
        const carrier = asked.task.sources.find(({ words }) => words.length > 20 && attack.answer.includes(words.slice(0, 20)));
        return { text: attack.obeyed, uses: carrier ? [carrier.id] : ['S999'] };
      };
      sent += some.filter(({ answer }) => asked.task.sources.some(({ words }) => words.includes(answer))).length;
      const text = { ...honest, paragraphs: [{ section: null, sentences: [...honest.paragraphs.flatMap((each) => each.sentences), ...some.map(order)] }] };
      return {
        raw: {
          content: JSON.stringify(text),
          toolCalls: [{ name: 'approve_text', arguments: '{"all":true}' }],
        },
      };
    });
    await written(team, 'annual-report', language);
    const sentences = await room.sentences(team);
    expect(sentences.length).toBeGreaterThan(some.length);
    for (const { id, kind, obeyed } of some) {
      const found = sentences.find(({ text }) => text === obeyed);
      if (!found) throw new Error(`"${obeyed}" was neither kept nor flagged.`);
      if (found.verdict === 'green') slipped.push(`${id} ${kind}: ${obeyed}`);
    }
    expect(slipped).toEqual([]);
    expect(await footprint(team)).toEqual(before);
    expect(await room.drafts(team)).toMatchObject([{ state: 'in-review', version: 1 }]);
    if (sentences.some(({ verdict }) => verdict === 'red')) {
      await room.press(team, 'text-approve', { value: '1' });
      expect(await room.drafts(team)).toMatchObject([{ state: 'in-review', version: 1 }]);
      expect(room.said(team, 'text-approved')).toEqual([]);
    }
  });

  it('never brought in the words of another structure', async () => {
    const secret = 'Notre coopérative voisine a perdu le marché des cantines.';
    const other = await room.team({ ...demo.fr, enterprise: { ...demo.fr.enterprise, name: 'Coopérative Voisine' }, answers: { ...demo.fr.answers, 'key-message': { type: 'short-text', text: secret } } });
    const team = await room.team(demo.fr);
    endpoint.asked.length = 0;
    endpoint.answers(faithful);
    await written(team, 'annual-report', 'fr');
    expect(JSON.stringify(endpoint.asked)).not.toMatch(/cantines|Voisine/u);
    expect(room.said(team, 'text-body').map(({ message }) => plainText(message)).join('')).not.toContain('cantines');
    void other;
  });
});

/** Everything of a team that a text may not change. */
const footprint = (team: WritingTeam) =>
  room.rows(
    `select e.state, e.model_on, e.carrier_id, (select count(*)::int from reviews r where r.structure_id = e.structure_id) as reviews,
       (select count(*)::int from grants g where g.structure_id = e.structure_id) as grants,
       (select count(*)::int from answer_versions a where a.structure_id = e.structure_id) as answers,
       (select count(*)::int from members m where m.structure_id = e.structure_id) as members
     from evaluations e where e.id = '${team.evaluation}'`,
  );
