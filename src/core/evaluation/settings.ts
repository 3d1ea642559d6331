import { groups, type Path } from '../method.ts';
import { isLanguage } from '../language.ts';
import { correct, afterPathChange } from './correcting.ts';
import { memberOf, type Pace, paces } from './evaluation.ts';
import { refreshCard } from './moving.ts';
import { button, message, text } from './say.ts';
import type { TurnDraft } from './turn.ts';

const fortnightMs = 14 * 24 * 3_600_000;

/** The carrier and the relay set language, path, group and pace; anybody may when both have been silent for a fortnight. */
export function maySet(t: TurnDraft): boolean {
  const { role } = t.scene.by;
  if (role === 'carrier' || role === 'relay') return true;
  if (role === 'guest') return false;
  const leads = t.evaluation.members.filter((member) => member.role === 'carrier' || member.role === 'relay');
  return leads.every((lead) => t.scene.now.getTime() - (lead.lastSpokeAt?.getTime() ?? 0) > fortnightMs);
}

/** Changes a setting after the start. Nothing already answered is lost. */
export function change(t: TurnDraft, what: 'language' | 'path' | 'group' | 'pace' | 'carrier', value: string | undefined): void {
  t.read('status');
  if (!maySet(t)) {
    const carrier = t.evaluation.carrier && memberOf(t.evaluation, t.evaluation.carrier)?.name;
    t.post(t.aside, message('not-yours', t.scene.by.language, [text(t.ownWords('set.carrier-only', { name: carrier ?? '…' }))]));
    return;
  }
  switch (what) {
    case 'language':
      if (!isLanguage(value)) break;
      t.change({ change: 'evaluation-set', set: { language: value } });
      done(t, 'set.language');
      if (t.evaluation.openQuestion) refreshCard(t, t.question(t.evaluation.openQuestion));
      afterPathChange(t);
      return;
    case 'path':
      if (value !== 'full' && value !== 'express') break;
      t.change({ change: 'evaluation-set', set: { path: value satisfies Path } });
      done(t, `set.path-${value}`);
      afterPathChange(t);
      return;
    case 'group': {
      const group = groups.find((each) => each === value);
      if (!group) break;
      const question = t.question('enterprise-group');
      const label = question.options?.find((option) => option.value === group)?.label[t.language] ?? group;
      correct(t, question, { text: label, origin: 'press', value: { type: 'choice', value: group, text: label } });
      return;
    }
    case 'pace': {
      const pace = paces.find((each): each is Pace => each === value);
      if (!pace) break;
      t.change({ change: 'evaluation-set', set: { pace } });
      done(t, `set.pace-${pace}`);
      return;
    }
    case 'carrier': {
      const name = value?.trim().toLowerCase();
      const next = t.evaluation.members.find((member) => member.person === value || member.name.toLowerCase() === name);
      if (!next) break;
      t.change({ change: 'evaluation-set', set: { carrier: next.person } });
      t.post(
        t.here,
        message('set', t.language, [text(t.words('set.carrier', { name: next.name }))], {
          actions: [button(t.words, 'handover')],
        }),
      );
      return;
    }
  }
  t.post(t.here, message('set-how', t.language, [text(t.words(`set.how-${what}`))]));
}

function done(t: TurnDraft, phrase: string): void {
  t.change({ change: 'noted', what: phrase, by: t.scene.by.person });
  t.post(t.here, message('set', t.language, [text(t.words(phrase))]));
}
