import { isLanguage, languages } from '../language.ts';
import type { Fields } from '../incoming.ts';
import type { Action, Field } from '../message.ts';
import { groupQuestion, groups, paths } from '../method.ts';
import { paceMeant } from '../nudging/pace-words.ts';
import { settleAndMoveOn } from './answering.ts';
import { agreedName, isModelOn } from '../writing/model.ts';
import { afterPathChange, correct } from './correcting.ts';
import { type Evaluation, memberOf, paces, stateOf } from './evaluation.ts';
import { refreshCard } from './moving.ts';
import { aside, button, list, message, text } from './say.ts';
import type { TurnDraft } from './turn.ts';

export type Setting = 'language' | 'path' | 'group' | 'pace' | 'hearing' | 'carrier' | 'relay' | 'quorum' | 'model';
/** Those of the form. */
type InForm = Exclude<Setting, 'model'>;

/** What is read: what mentions the companion alone, or all that is written in the thread of a question. */
const hearings = ['threads', 'mentions'] as const;
const hearingOf = ({ hearsThreads }: Evaluation): (typeof hearings)[number] => (hearsThreads ? 'threads' : 'mentions');

const fortnightMs = 14 * 24 * 3_600_000;

/** The carrier and the relay set language, path, group and pace; any member may when both have been silent for a fortnight. */
export function maySet(t: TurnDraft): boolean {
  const { role } = t.scene.by;
  if (role === 'carrier' || role === 'relay') return true;
  if (role === 'guest') return false;
  const leads = t.evaluation.members.filter((member) => member.role === 'carrier' || member.role === 'relay');
  return leads.every((lead) => t.scene.now.getTime() - (lead.lastSpokeAt?.getTime() ?? 0) > fortnightMs);
}

export function notYours(t: TurnDraft): void {
  const carrier = t.evaluation.carrier && memberOf(t.evaluation, t.evaluation.carrier)?.name;
  t.post(t.aside, message('not-yours', t.scene.by.language, [text(t.ownWords('set.carrier-only', { name: carrier ?? '…' }))]));
}

/** The settings as they are, and the form that changes them. */
export function saySettings(t: TurnDraft): void {
  const { words, evaluation } = t;
  const group = groupQuestion(t.scene.method).options?.find((option) => option.value === evaluation.group);
  const { model } = t.scene;
  const isOn = isModelOn(evaluation, model);
  const line = (label: string, value: string): string => words('settings.line', { label: words(label), value });
  t.read('status');
  t.post(
    t.here,
    message(
      'settings',
      t.language,
      [
        text(words('settings.title')),
        list([
          line('start.language', words(`language.${evaluation.language}`)),
          line('start.path', words(`start.path-${evaluation.path}`)),
          line('start.pace', words(`start.pace-${evaluation.pace}`)),
          line('start.group', group?.label[t.language] ?? evaluation.group),
          line('settings.sharing', words(`settings.sharing-${sharingOf(evaluation)}`)),
          ...(t.scene.hearsAll ? [] : [line('settings.hearing', words(`settings.hearing-${hearingOf(evaluation)}`))]),
          ...(model
            ? [line('settings.model', isOn ? words('settings.model-on', { ...model }) : words('settings.model-off'))]
            : []),
        ]),
        model && aside(words('settings.model-what', { ...model })),
      ],
      {
        actions: [
          button(words, 'settings', { label: words('button.change') }),
          button(words, 'nudge-next'),
          button(words, 'share-open'),
          !t.scene.hearsAll && hearingButton(t),
          button(words, 'link-mirror'),
          model && modelButton(t, isOn ? 'off' : 'on'),
        ],
        forms: [{ action: 'settings', title: words('button.settings'), submit: words('form.submit'), fields: settingFields(t) }],
      },
    ),
  );
}

/** What those who accompany the team see of it. */
const sharingOf = ({ accompanied, shared }: Evaluation): 'nobody' | 'progress' | 'content' =>
  accompanied ? (shared ? 'content' : 'progress') : 'nobody';

/** The other of the two. */
function hearingButton(t: TurnDraft): Action {
  const value = t.evaluation.hearsThreads ? 'mentions' : 'threads';
  return { id: 'hearing', value, label: t.words(`button.hearing-${value}`) };
}

const modelButton = ({ words }: TurnDraft, value: 'on' | 'off'): Action => ({
  id: 'model',
  value,
  label: words(`button.model-${value}`),
});

function settingFields(t: TurnDraft): Field[] {
  const { words, evaluation, language } = t;
  const choice = (id: InForm, label: string, initial: string, options: { value: string; label: string }[]): Field => ({
    id,
    label,
    kind: 'choice',
    required: false,
    initial,
    options,
  });
  const people = evaluation.members.map((member) => ({ value: member.person, label: member.name }));
  const open = evaluation.openQuestion && t.question(evaluation.openQuestion);
  const voices = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));
  return [
    choice(
      'language',
      words('start.language'),
      evaluation.language,
      languages.map((value) => ({ value, label: words(`language.${value}`) })),
    ),
    choice(
      'path',
      words('start.path'),
      evaluation.path,
      paths.map((value) => ({ value, label: words(`start.path-${value}`) })),
    ),
    choice(
      'pace',
      words('start.pace'),
      evaluation.pace,
      paces.map((value) => ({ value, label: words(`start.pace-${value}`) })),
    ),
    ...(t.scene.hearsAll
      ? []
      : [
          choice(
            'hearing',
            words('settings.hearing'),
            hearingOf(evaluation),
            hearings.map((value) => ({ value, label: words(`settings.hearing-${value}`) })),
          ),
        ]),
    choice('carrier', words('settings.carrier'), evaluation.carrier ?? '', people),
    choice('relay', words('settings.relay'), evaluation.relay ?? '', people),
    ...(open
      ? [
          choice(
            'quorum',
            words('settings.quorum', { question: open.ask[language] }),
            String(stateOf(evaluation, open.id).quorum ?? open.quorum ?? 1),
            voices,
          ),
        ]
      : []),
  ];
}

/** What the settings form holds: only what differs is changed. */
export function takeSettings(t: TurnDraft, fields: Fields): void {
  if (!maySet(t)) {
    notYours(t);
    return;
  }
  const { evaluation } = t;
  const open = evaluation.openQuestion;
  const now: Record<InForm, string | undefined> = {
    language: evaluation.language,
    path: evaluation.path,
    group: evaluation.group,
    pace: evaluation.pace,
    hearing: hearingOf(evaluation),
    carrier: evaluation.carrier,
    relay: evaluation.relay,
    quorum: open && String(stateOf(evaluation, open).quorum ?? t.question(open).quorum ?? 1),
  };
  for (const what of ['language', 'path', 'pace', 'hearing', 'relay', 'carrier', 'quorum'] as const) {
    const value = fields[what];
    if (typeof value === 'string' && value !== '' && value !== now[what]) change(t, what, value);
  }
  if (t.say.length === 0) t.post(t.here, message('set', t.language, [text(t.words('set.nothing'))]));
}

/** Changes a setting after the start. Nothing already answered is lost. */
export function change(t: TurnDraft, what: Setting, value: string | undefined): void {
  t.read('status');
  if (what === 'model') {
    setModel(t, value);
    return;
  }
  if (!maySet(t)) {
    notYours(t);
    return;
  }
  if (!apply(t, what, value)) t.post(t.here, message('set-how', t.language, [text(t.words(`set.how-${what}`))]));
}

/** False when the value is none that this setting can have. */
function apply(t: TurnDraft, what: InForm, value: string | undefined): boolean {
  switch (what) {
    case 'language':
      if (!isLanguage(value)) return false;
      t.change({ change: 'evaluation-set', set: { language: value } });
      done(t, 'set.language');
      if (t.evaluation.openQuestion) refreshCard(t, t.question(t.evaluation.openQuestion));
      afterPathChange(t);
      return true;
    case 'path': {
      const path = paths.find((each) => each === value);
      if (!path) return false;
      t.change({ change: 'evaluation-set', set: { path } });
      done(t, `set.path-${path}`);
      afterPathChange(t);
      return true;
    }
    case 'group': {
      const group = groups.find((each) => each === value);
      if (!group) return false;
      const question = groupQuestion(t.scene.method);
      const label = question.options?.find((option) => option.value === group)?.label[t.language] ?? group;
      correct(t, question, { text: label, origin: 'press', value: { type: 'choice', value: group, text: label } });
      return true;
    }
    case 'pace': {
      const pace = value === undefined ? undefined : paceMeant(value, t.evaluation.pace);
      if (!pace) return false;
      t.change({ change: 'evaluation-set', set: { pace } });
      done(t, `set.pace-${pace}`);
      return true;
    }
    case 'hearing': {
      const hearing = hearings.find((each) => each === value);
      if (t.scene.hearsAll) {
        t.post(t.here, message('set', t.language, [text(t.words('set.hearing-all'))]));
        return true;
      }
      if (!hearing) return false;
      if (hearing === 'threads' && t.scene.hears === 'mentions') {
        t.post(t.here, message('set', t.language, [text(t.words('set.hearing-not-allowed'))]));
        return true;
      }
      t.change({ change: 'evaluation-set', set: { hearsThreads: hearing === 'threads' } });
      done(t, `set.hearing-${hearing}`);
      return true;
    }
    case 'carrier':
    case 'relay': {
      const name = value?.trim().toLowerCase();
      const next = t.evaluation.members.find((member) => member.person === value || member.name.toLowerCase() === name);
      if (!next) return false;
      t.change(
        { change: 'evaluation-set', set: { [what]: next.person } },
        { change: 'noted', what: `set.${what}`, by: t.scene.by.person },
      );
      t.post(
        t.here,
        message('set', t.language, [text(t.words(`set.${what}`, { name: next.name }))], {
          actions: [button(t.words, 'handover')],
        }),
      );
      return true;
    }
    case 'quorum': {
      const voices = Number(value);
      const { openQuestion } = t.evaluation;
      if (!openQuestion || !Number.isInteger(voices) || voices < 1 || voices > 20) return false;
      t.change({ change: 'question-set', question: openQuestion, set: { quorum: voices } });
      t.post(t.here, message('set', t.language, [text(t.words('set.quorum', { count: voices }))]));
      const { answer, status } = stateOf(t.evaluation, openQuestion);
      if (answer && status === 'open') settleAndMoveOn(t, t.question(openQuestion));
      else refreshCard(t, t.question(openQuestion));
      return true;
    }
  }
}

/**
 * The writing assistant, on or off. Only the carrier lets the team's answers go to a model; a relay may stop it too. The notice says what
 * counts from then on.
 */
function setModel(t: TurnDraft, value: string | undefined): void {
  const { model } = t.scene;
  const { role } = t.scene.by;
  const say = (phrase: string, actions: Action[] = []): void =>
    t.post(t.here, message('set', t.language, [text(t.words(phrase, model && { ...model }))], { actions }));
  if (!model) {
    say('set.model-none');
    return;
  }
  if (role !== 'carrier' && !(role === 'relay' && value === 'off')) {
    notYours(t);
    return;
  }
  if (value !== 'on' && value !== 'off') {
    say('set.how-model', [modelButton(t, isModelOn(t.evaluation, model) ? 'off' : 'on')]);
    return;
  }
  const agreedModel = value === 'on' ? agreedName(model) : null;
  if ((t.evaluation.agreedModel ?? null) !== agreedModel) {
    t.change(
      { change: 'evaluation-set', set: { agreedModel } },
      {
        change: 'noted',
        what: `set.model-${value}`,
        by: t.scene.by.person,
        details: { model: model.name, host: model.host },
      },
    );
  }
  say(`set.model-${value}`, [modelButton(t, value === 'on' ? 'off' : 'on')]);
}

function done(t: TurnDraft, phrase: string): void {
  t.change({ change: 'noted', what: phrase, by: t.scene.by.person });
  t.post(t.here, message('set', t.language, [text(t.words(phrase))]));
}
