import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstVersion } from '../../src/core/drafting/versions.ts';
import { checkSentence, type Material } from '../../src/core/grounding.ts';
import { type Language, languages } from '../../src/core/language.ts';
import { plainText } from '../../src/core/message.ts';
import { clean } from '../../src/core/reading/text/normalise.ts';
import { gather } from '../../src/core/writing/gather.ts';
import { createPseudonyms } from '../../src/core/writing/pseudonyms.ts';
import { flawsOf, type Taking, takeText } from '../../src/core/writing/taken.ts';
import type { WrittenSentence, WrittenText } from '../../src/core/writing/writing.ts';
import { faithful } from '../support/faithful-writer.ts';
import { aMaterial, corpus, type CorpusSentence } from '../support/grounding.ts';
import { aModelEndpoint, type AskedOnWire, type ModelEndpoint } from '../support/model-endpoint.ts';
import { questionsFor } from '../../src/core/method.ts';
import { demo, frames, method } from '../support/texts.ts';
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
  const most = 30;
  const parts = [...groups.entries()].flatMap(([name, lines]) =>
    Array.from(
      { length: Math.ceil(lines.length / most) },
      (_, at) => [`${name} ${at + 1}`, lines.slice(at * most, (at + 1) * most)] as const,
    ),
  );
  const lies =
    (lines: readonly CorpusSentence[], material: Material) =>
    (asked: AskedOnWire): WrittenText | { sentences: [] } =>
      asked.mend
        ? { sentences: [] }
        : {
            title: { text: asked.task.text.name, uses: [] },
            paragraphs: [
              {
                section: null,
                sentences: lines.map(({ sentence, supports }) => ({ text: sentence, uses: usesOf(asked, material, supports) })),
              },
            ],
          };
  const oneLine = (text: string): string => clean(text).replaceAll(/\s+/gu, ' ').trim();

  it.each(parts)('%s: each of its sentences is found, and stays flagged', async (_, lines) => {
    const [first] = lines;
    if (!first) return;
    const material = aMaterial(first.material);
    const { output, lang: language } = first;
    const assembled = { ok: true as const, title: '', paragraphs: [], words: 0, wouldHelp: [], leftOut: [] };
    const pseudonyms = createPseudonyms({ language: material.lang, members: [], structure: material.enterprise.name, known: [] });
    const gathered = gather(material, { draft: { output, language }, method, frames, choices: {}, assembled, pseudonyms });
    const taking: Taking = { gathered, pseudonyms, material, context: { method, output }, language };
    endpoint.answers(lies(lines, material));
    const written = await room
      .openWriter({ baseUrl: endpoint.url })
      .write(gathered.task, { check: (text) => flawsOf(text, taking), tokens: 1e9 });
    // Too many words are no text of this kind, and none is taken.
    if (!written.ok) {
      expect(written.why).toBe('unusable');
      return;
    }
    expect(written.cost.repairs).toBe(2);
    const version = firstVersion(takeText(written.text, taking), 'written', 'somebody', {
      language,
      newId: randomUUID,
      check: ({ text, language: lang, supports }) => checkSentence({ text, lang, supports }, material, { method, output }),
      cite: (id) => ({ question: id.split('/')[0] ?? id, answerVersion: 1 }),
      wordsBehind: () => undefined,
    });
    const stored = new Map(version.sentences.map((each) => [each.text, each.verdict]));
    const unflagged = lines.filter(({ sentence }) => (stored.get(oneLine(sentence)) ?? 'green') === 'green');
    expect(unflagged.map(({ id, sentence }) => `${id}: ${sentence}`)).toEqual([]);
  });

  it.each(languages)('cannot be approved by anybody, in %s', async (language) => {
    const [, lines = []] = parts.find(([name]) => name.endsWith(`${language} 1`)) ?? [];
    const [first] = lines;
    if (!first) throw new Error('There is no such part.');
    const material = aMaterial(first.material);
    const team = await room.team(material);
    endpoint.answers(lies(lines, material));
    await written(team, first.output, first.lang);
    await room.press(team, 'text-approve', { value: '1' });
    expect(await room.drafts(team)).toMatchObject([{ state: 'in-review', version: 1 }]);
    expect(room.said(team, 'text-approved')).toEqual([]);
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
const places = questionsFor(method, 'full', 'insertion')
  .filter(({ type, outputs }) => type === 'long-text' && outputs.includes('annual-report'))
  .map(({ id }) => id);

describe('orders hidden in answers', () => {
  it('are of many kinds, and each is another text', () => {
    expect(new Set(attacks.map(({ answer }) => answer)).size).toBeGreaterThanOrEqual(300);
    expect(new Set(attacks.map(({ kind }) => kind)).size).toBeGreaterThan(10);
  });

  const batches = languages.flatMap((language) => {
    const own = attacks.filter((attack) => attack.language === language);
    return Array.from(
      { length: Math.ceil(own.length / places.length) },
      (_, at) => [language, at + 1, own.slice(at * places.length, (at + 1) * places.length)] as const,
    );
  });

  it.each(batches)(
    'in %s, batch %i: an endpoint that obeys changes nothing but a draft, and what it adds is flagged',
    async (language, _, some) => {
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
        const text = {
          ...honest,
          paragraphs: [
            { section: null, sentences: [...honest.paragraphs.flatMap((each) => each.sentences), ...some.map(order)] },
          ],
        };
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
      const slipped: string[] = [];
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
    },
  );

  it('never brought in the words of another structure', async () => {
    const secret = 'Notre coopérative voisine a perdu le marché des cantines.';
    const other = await room.team({
      ...demo.fr,
      enterprise: { ...demo.fr.enterprise, name: 'Coopérative Voisine' },
      answers: { ...demo.fr.answers, 'key-message': { type: 'short-text', text: secret } },
    });
    const team = await room.team(demo.fr);
    endpoint.asked.length = 0;
    endpoint.answers(faithful);
    await written(team, 'annual-report', 'fr');
    expect(JSON.stringify(endpoint.asked)).not.toMatch(/cantines|Voisine/u);
    expect(
      room
        .said(team, 'text-body')
        .map(({ message }) => plainText(message))
        .join(''),
    ).not.toContain('cantines');
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
