import { content } from './content.ts';
import { decide, type Happening } from '../../src/core/evaluation/decide.ts';
import type { Evaluation, Member } from '../../src/core/evaluation/evaluation.ts';
import { begin, newEvaluation, type Start } from '../../src/core/evaluation/starting.ts';
import type { Scene, Spot, Turn } from '../../src/core/evaluation/turn.ts';
import type { Method, Tip } from '../../src/core/method.ts';
import { createFrames, createWording } from '../../src/wording.ts';

export { content };
export const wording = createWording(content.phrases);
export const faultWords = createWording(content.faults);
export const frames = createFrames(content.valorisation);

export function theMethod(): Method {
  const [method] = content.methods;
  if (!method) throw new Error('There is no method in prompts/.');
  return method;
}

/** The tips that come with the method. */
export const theTips = (): readonly Tip[] => content.tips[theMethod().name] ?? [];

export const aMember = (name: string, more: Partial<Member> = {}): Member => ({
  person: name.toLowerCase(),
  name,
  language: 'fr',
  role: 'member',
  ...more,
});

/** An evaluation that lives in memory: every turn is decided on the last one's outcome. */
export function aTable(start: Partial<Start> = {}, names: string[] = ['Samira', 'Luc', 'Fatou']) {
  const method = theMethod();
  const members = names.map((name, index) => aMember(name, { role: index === 0 ? 'carrier' : 'member' }));
  const [carrier] = members;
  if (!carrier) throw new Error('A team has somebody.');
  let now = new Date('2026-01-05T09:00:00Z');
  let ids = 0;
  const newId = (): string => `id-${++ids}`;
  const wanted: Start = {
    structure: 'Les Ateliers du Canal',
    group: 'insertion',
    territory: 'Lille',
    language: 'fr',
    path: 'express',
    pace: 'own-pace',
    timeZone: 'Europe/Paris',
    code: '',
    ...start,
  };
  const scene = (by: Member, spot: Spot): Scene => ({ method, wording, now, by, spot, newId, known: [] });
  const fresh = newEvaluation(wanted, { evaluation: 'e', structure: 's' }, method, carrier, now);
  let evaluation: Evaluation = { ...begin({ ...fresh, members }, scene(carrier, { in: 'channel' })).evaluation, members };
  const take = (name: string, happening: Happening, spot: Spot): Turn => {
    const by = members.find((member) => member.name === name) ?? carrier;
    const turn = decide(evaluation, happening, scene(by, spot));
    if (!turn.formErrors) evaluation = { ...turn.evaluation, lastSignAt: now };
    return turn;
  };
  return {
    method,
    get evaluation() {
      return evaluation;
    },
    wait(ms: number): void {
      now = new Date(now.getTime() + ms);
    },
    says(name: string, text: string, question = evaluation.openQuestion): Turn {
      return take(
        name,
        { what: 'words', text, files: [], message: newId() },
        question ? { in: 'thread', question } : { in: 'channel' },
      );
    },
    presses(
      name: string,
      action: string,
      more: { question?: string; value?: string; contribution?: string; fields?: Record<string, string | string[]> } = {},
    ): Turn {
      const { question = evaluation.openQuestion, value, contribution, fields } = more;
      const about = { ...(question && { question }), ...(contribution && { contribution }) };
      return take(
        name,
        { what: 'press', action, files: [], about, ...(value && { value }), ...(fields && { fields }) },
        question ? { in: 'thread', question } : { in: 'channel' },
      );
    },
    edits(name: string, contribution: string, text: string): Turn {
      return take(name, { what: 'edit', contribution, text, message: newId() }, { in: 'channel' });
    },
    deletes(name: string, contribution: string): Turn {
      return take(name, { what: 'deletion', contribution }, { in: 'channel' });
    },
  };
}
