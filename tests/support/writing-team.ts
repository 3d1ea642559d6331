import { randomUUID } from 'node:crypto';
import type { AnswerValue, Item } from '../../src/core/answer.ts';
import { evolve } from '../../src/core/evaluation/evolve.ts';
import type { Change, Evaluation } from '../../src/core/evaluation/evaluation.ts';
import type { Material, MaterialAnswer } from '../../src/core/grounding.ts';
import { findQuestion } from '../../src/core/method.ts';
import { agreedName, type NamedModel } from '../../src/core/writing/model.ts';
import { withAccess } from '../../src/store/database.ts';
import { lockEvaluation } from '../../src/store/load-evaluation.ts';
import { saveTurn } from '../../src/store/save-turn.ts';
import { asOwner } from './database.ts';
import { theMethod } from './scene.ts';
import type { aWorld } from './world.ts';

type World = Awaited<ReturnType<typeof aWorld>>;

/** A material's answer as a team keeps it. `ids` gives each line an identity of its own. */
function valueOf(answer: MaterialAnswer, ids: (id: string) => string, question: string): AnswerValue {
  const text = answer.text ?? answer.items?.map((item) => item.words ?? item.text ?? '').join('\n') ?? String(answer.value ?? '');
  if (answer.items) {
    const items = answer.items.map(({ id, links, ...item }): Item => ({
      ...(Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Partial<Item>),
      id: ids(`${question}/${id}`),
      text: item.text ?? item.words ?? '',
      ...(links && { links: links.map((link) => `${link.split('/')[0]}/${ids(link)}`) }),
    }));
    return { type: 'list', items, text };
  }
  switch (answer.type) {
    case 'single-choice':
      return { type: 'choice', value: String(answer.value), text };
    case 'multiple-choice':
      return { type: 'choices', values: answer.values ?? [], text };
    case 'number-with-unit':
      return {
        type: 'number',
        value: Number(answer.value),
        unit: answer.unit ?? '',
        exactness: answer.exactness ?? 'exact',
        text,
        ...(answer.year !== undefined && { year: answer.year }),
        ...(answer.asked !== undefined && { asked: answer.asked }),
        ...(answer.split !== undefined && { split: answer.split }),
      };
    case 'date':
      return { type: 'date', date: String(answer.value), text };
    default:
      return { type: 'text', text };
  }
}

export interface WritingTeam {
  channel: string;
  structure: string;
  evaluation: string;
  person: string;
}

/** A team that has given these answers, all of them, and whose carrier lets this model write. */
export async function aTeamThatLets(
  world: World,
  channel: string,
  material: Material,
  model: NamedModel | undefined,
): Promise<WritingTeam> {
  const start = {
    structure: material.enterprise.name,
    path: 'full',
    language: material.lang,
    territory: material.enterprise.territory ?? '',
  };
  await world.receive(world.aStart(channel, `Samira ${channel}`, start));
  await world.drain();
  const [at] = await asOwner<{ structure: string; evaluation: string; channel: string }>(
    world.url,
    `select structure_id as structure, evaluation_id as evaluation, id as channel from channels where key = '${channel}'`,
  );
  if (!at) throw new Error('The team did not start.');
  const method = theMethod();
  const person = await withAccess(world.db, { kind: 'structure', structures: [at.structure] }, async (tx) => {
    const before = await lockEvaluation(tx, at.evaluation);
    const by = before.carrier ?? '';
    const known = new Map<string, string>();
    const ids = (id: string): string => {
      const there = known.get(id) ?? randomUUID();
      known.set(id, there);
      return there;
    };
    const changes: Change[] = Object.entries(material.answers).flatMap(([question, answer]): Change[] => {
      const asked = findQuestion(method, question);
      if (!asked || asked.askedAtStart) return [];
      const value = valueOf(answer, ids, question);
      const id = randomUUID();
      return [
        { change: 'contribution-added', id, question, person: by, state: 'kept', text: value.text, value, origin: 'said' },
        { change: 'answer-kept', question, how: 'kept', value, by, from: [id], authors: [by] },
        { change: 'question-set', question, set: { status: 'answered' } },
      ];
    });
    if (model) changes.push({ change: 'evaluation-set', set: { agreedModel: agreedName(model) } });
    const now = world.clock.now();
    const after = changes.reduce((so: Evaluation, change) => evolve(so, change, now), before);
    await saveTurn(tx, { before, after, changes, channelId: at.channel, now, by });
    return by;
  });
  return { channel, structure: at.structure, evaluation: at.evaluation, person };
}
