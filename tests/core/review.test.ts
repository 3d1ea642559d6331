import { describe, expect, it } from 'vitest';
import { type Decision, type Draft, type DraftSentence, titleParagraph } from '../../src/core/draft.ts';
import { countMarks, flagged } from '../../src/core/drafting/marks.ts';
import { type Evaluation, fresh } from '../../src/core/evaluation/evaluation.ts';
import type { Reason } from '../../src/core/grounding.ts';
import { type Deciders, decideOn, isApproved, mayVouch } from '../../src/core/review.ts';

const now = new Date('2026-03-02T10:00:00Z');
/** A team without answers that are to be looked at again; `unsure`: this one is. */
const desk = (unsure = 'none') => ({
  evaluation: { states: { [unsure]: { ...fresh(), recheck: true } } } as unknown as Evaluation,
});
const both: Deciders = { carrier: 'samira', accompaniers: ['nadia'], both: true };
const alone: Deciders = { carrier: 'samira', accompaniers: ['nadia'], both: false };

const aSentence = (more: Partial<DraftSentence> = {}): DraftSentence => ({
  key: 'k1',
  paragraph: 0,
  text: 'Nous réparons des vélos.',
  origin: 'assembled',
  supports: [{ question: 'main-activities', answerVersion: 1 }],
  verdict: 'green',
  reasons: [],
  ...more,
});

const aDraft = (more: Partial<Draft> = {}): Draft =>
  ({
    id: 'd',
    output: 'annual-report',
    language: 'fr',
    made: 'assembled',
    title: 'Un titre',
    version: 2,
    wantedAt: now,
    headings: [null],
    sentences: [aSentence()],
    claims: [],
    comments: [],
    decisions: [],
    state: 'in-review',
    ...more,
  }) as Draft;

const yes = (person: string, more: Partial<Decision> = {}): Decision => ({
  decision: 'approve',
  version: 2,
  person,
  at: now,
  ...more,
});
const approves = (draft: Draft, person: string, deciders = alone, more: { version?: number; guest?: boolean } = {}) =>
  decideOn(draft, { person, guest: more.guest ?? false }, { decision: 'approve', version: more.version ?? 2 }, deciders, now);

describe('a yes', () => {
  it('of the carrier approves; an accompanier is asked only where the structure chose so', () => {
    expect(approves(aDraft(), 'samira')).toMatchObject({ ok: true, state: 'approved', approvers: ['samira'], waitsFor: [] });
    expect(approves(aDraft(), 'nadia')).toEqual({ ok: false, why: 'not-yours' });
    expect(approves(aDraft(), 'samira', both)).toMatchObject({ ok: true, state: 'in-review', waitsFor: ['nadia'] });
    expect(approves(aDraft({ decisions: [yes('samira')] }), 'nadia', both)).toMatchObject({ ok: true, state: 'approved' });
    expect(approves(aDraft({ decisions: [yes('nadia')] }), 'samira', both)).toMatchObject({ ok: true, state: 'approved' });
    // The accompaniment ended, or their yes is no longer asked for: the carrier's own, said again, is enough.
    const gone = { ...both, accompaniers: [] };
    expect(approves(aDraft({ decisions: [yes('samira')] }), 'samira', gone)).toMatchObject({ ok: true, state: 'approved' });
  });

  it.each<[string, Draft, Parameters<typeof approves>[3], string]>([
    ['for an older version', aDraft(), { version: 1 }, 'stale'],
    ['of a guest, whatever else they are', aDraft(), { guest: true }, 'guest'],
    ['for a text with a red sentence', aDraft({ sentences: [aSentence({ verdict: 'red' })] }), {}, 'red'],
    ['for a text that leans on what changed', aDraft({ state: 'to-recheck' }), {}, 'to-recheck'],
    [
      'for a sentence that leans on what changed',
      aDraft({ sentences: [aSentence({ supports: [{ question: 'q', answerVersion: 1, staleAt: now }] })] }),
      {},
      'to-recheck',
    ],
    ['for a recalled text', aDraft({ state: 'recalled' }), {}, 'recalled'],
    ['for a text that is not written', aDraft({ state: 'claims', version: 0 }), { version: 0 }, 'not-written'],
    ['for an approved text', aDraft({ state: 'approved', approved: { by: ['samira'], at: now } }), {}, 'already-approved'],
  ])('%s changes nothing', (_, draft, more, why) => {
    expect(approves(draft, 'samira', alone, more)).toEqual({ ok: false, why });
  });

  it('given twice changes nothing the second time', () => {
    expect(approves(aDraft({ decisions: [yes('samira')] }), 'samira', both)).toEqual({ ok: false, why: 'already-said' });
  });

  it('that fell, or was for another version, counts no more', () => {
    for (const old of [yes('nadia', { fellAt: now }), yes('nadia', { version: 1 })])
      expect(approves(aDraft({ decisions: [old] }), 'samira', both)).toMatchObject({ state: 'in-review', waitsFor: ['nadia'] });
  });

  it('of somebody who no longer decides counts no more; who accompanies nobody is not waited for', () => {
    const draft = aDraft({ decisions: [yes('samira')] });
    expect(approves(draft, 'nadia', { ...both, carrier: 'luc' })).toMatchObject({ state: 'in-review', waitsFor: ['luc'] });
    expect(approves(draft, 'nadia', { accompaniers: ['nadia'], both: true })).toMatchObject({
      state: 'in-review',
      waitsFor: [''],
    });
    expect(approves(aDraft(), 'samira', { ...both, accompaniers: [] })).toMatchObject({ state: 'approved' });
  });

  it('does not outvote a colleague who wants changes, until they say yes themselves', () => {
    const wants: Decision = { ...yes('nadia'), decision: 'request-changes' };
    expect(approves(aDraft({ decisions: [wants] }), 'samira', both)).toMatchObject({ ok: true, state: 'changes-asked' });
    expect(approves(aDraft({ decisions: [wants, yes('samira')] }), 'nadia', both)).toMatchObject({ state: 'approved' });
  });
});

describe('a text', () => {
  it('is approved by its type alone', () => {
    expect(isApproved(aDraft())).toBe(false);
    expect(isApproved(aDraft({ state: 'approved', approved: { by: ['samira'], at: now } }))).toBe(true);
  });

  it('shows what may not leave first, then what changed, then what is worth a look', () => {
    const draft = aDraft({
      sentences: [
        aSentence({ key: 'green' }),
        aSentence({ key: 'amber', verdict: 'amber' }),
        aSentence({ key: 'changed', supports: [{ question: 'q', answerVersion: 1, staleAt: now }] }),
        aSentence({ key: 'red', verdict: 'red' }),
      ],
    });
    expect(flagged(desk(), draft).map(({ number, sentence }) => [number, sentence.key])).toEqual([
      [4, 'red'],
      [3, 'changed'],
      [2, 'amber'],
    ]);
    expect(countMarks(desk(), draft)).toEqual({ fine: 1, look: 1, fix: 1, recheck: 1 });
  });

  it('counts as resting on answers what rests on one, and no title', () => {
    const supports = [{ question: 'q', answerVersion: 1 }];
    const sentences = [
      aSentence({ key: 'title', paragraph: titleParagraph, supports }),
      aSentence({ key: 'told', supports }),
      aSentence({ key: 'greeting', supports: [] }),
    ];
    expect(countMarks(desk(), aDraft({ sentences }))).toEqual({ fine: 1, look: 0, fix: 0, recheck: 0 });
  });

  it('counts as worth a look what rests on an answer that is itself to be looked at again', () => {
    const draft = aDraft({
      sentences: [aSentence({ key: 'sure', supports: [{ question: 'q', answerVersion: 1 }] }), aSentence()],
    });
    const unsure = desk('main-activities');
    expect(flagged(unsure, draft).map(({ number }) => number)).toEqual([2]);
    expect(countMarks(unsure, draft)).toEqual({ fine: 1, look: 1, fix: 0, recheck: 0 });
  });

  it('lets nobody vouch for a quotation without consent or for what is private', () => {
    const reason = (code: Reason['code']): Reason => ({
      code,
      kind: 'unsupported',
      severity: 'red',
      span: '',
      start: 0,
      values: {},
    });
    expect(mayVouch([reason('figure'), reason('consent')])).toEqual({ ok: false, why: 'no-vouch-consent' });
    expect(mayVouch([reason('private')])).toEqual({ ok: false, why: 'no-vouch-private' });
    expect(mayVouch([])).toEqual({ ok: false, why: 'no-vouch-needed' });
    expect(mayVouch([reason('figure')])).toEqual({ ok: true });
  });
});
