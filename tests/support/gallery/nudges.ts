import type { Evaluation } from '../../../src/core/evaluation/evaluation.ts';
import type { Language } from '../../../src/core/language.ts';
import { nudgeMessage, pastNudge } from '../../../src/core/nudging/cards.ts';
import { ladder, noNudging } from '../../../src/core/nudging/nudging.ts';
import { planNudge, type PlannedNudge } from '../../../src/core/nudging/plan.ts';
import { theMethod, wording } from '../scene.ts';
import { aStage, type Exhibit } from './stage.ts';
import { longText } from './words.ts';

const sign = new Date('2026-01-05T09:00:00Z');
const now = new Date('2026-02-12T09:00:00Z');

/** Each rung of the ladder, the dates, what is said about them, and what takes their place. */
export function nudges(language: Language): Exhibit[] {
  const method = theMethod();
  const stage = aStage(language);
  stage.words('mention', longText(language, 300));
  const base = stage.evaluation();
  const question = stage.open().id;
  const evaluation: Evaluation = {
    ...base,
    pace: 'weekly',
    carrier: 'carrier',
    lastSignAt: sign,
    nudging: { ...noNudging, accompaniers: [{ person: 'accompanier' }] },
  };
  const due = {
    subject: 'due:a:2026-02-14',
    question,
    day: '2026-02-14',
    setAt: sign,
    task: longText(language, 2000),
    who: 'Karim',
  };
  const planned: PlannedNudge[] = [
    ...ladder.map((rung) => ({
      at: now,
      rung,
      subject: `question:${question}`,
      question,
      ...(rung === 'carrier' && { person: 'carrier' }),
      ...(rung === 'accompanier' && { person: 'accompanier' }),
    })),
    { at: now, rung: 'before-due', subject: due.subject, question, due },
    { at: now, rung: 'overdue', subject: due.subject, question, due },
  ];
  const said = planned.map((each) => {
    const past = { subject: each.subject, rung: each.rung, round: 0, at: now };
    const after = planNudge({ ...evaluation, nudging: { ...noNudging, nudged: [past] } }, method, () => false, now);
    const scene = { evaluation, method, wording, now, planned: each, ...('next' in after && { after: after.next }) };
    return nudgeMessage(scene, language);
  });
  const words = wording[language];
  const past = (['replaced', 'settled'] as const).map((why) => pastNudge(words, language, why));
  for (const action of [
    'nudge-why',
    'nudge-next',
    'nudge-later',
    'nudge-move',
    'nudge-mine',
    'nudge-keep',
    'nudge-stop',
    'nudge-done',
  ])
    stage.press('carrier', action);
  stage.press('carrier', 'settings', { fields: { pace: 'fortnightly' } });
  for (const action of ['nudge-why', 'nudge-next']) stage.press('carrier', action);
  stage.press('carrier', 'nudge-later', { fields: { until: '2026-03-15' } });
  stage.press('carrier', 'nudge-move', { fields: { until: '2026-03-16' } });
  for (const calendar of calendars[language]) stage.aloud('carrier', calendar);
  return [
    ...[...said, ...past].map((message) => ({ name: `${language}: nudges: ${message.kind}`, message })),
    ...stage.say('nudges'),
  ];
}

const calendars: Record<Language, string[]> = {
  fr: [
    'jours fériés : Flandre',
    'jours fériés : lune',
    'fermé du 1er au 20 août',
    'nos horaires : 9h-17h',
    'mes jours : mardi, jeudi',
  ],
  nl: [
    'feestdagen: Brussel',
    'feestdagen: maan',
    'gesloten van 1 tot 20 augustus',
    'onze uren: 9u-17u',
    'mijn dagen: dinsdag, donderdag',
  ],
  en: [
    'public holidays: Moselle',
    'holidays: the moon',
    'closed from 1 to 20 August',
    'our hours: 9:00-17:00',
    'my days: Tuesday, Thursday',
  ],
};
