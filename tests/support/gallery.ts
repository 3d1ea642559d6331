import type { FileRef } from '../../src/core/answer.ts';
import { decide, type Happening } from '../../src/core/evaluation/decide.ts';
import type { Evaluation, Member } from '../../src/core/evaluation/evaluation.ts';
import { aside, button, heading, list, message, numbered, quote, text } from '../../src/core/evaluation/say.ts';
import { askMissing, begin, newEvaluation, startMessage } from '../../src/core/evaluation/starting.ts';
import type { Scene, Spot } from '../../src/core/evaluation/turn.ts';
import { type Language, languages } from '../../src/core/language.ts';
import type { Field, Message } from '../../src/core/message.ts';
import { type Group, groupQuestion, groups, questionsFor, type Path, type Question } from '../../src/core/method.ts';
import { aMember, theMethod, wording } from './scene.ts';

/** One thing the companion says, and where it comes from. */
export interface Exhibit {
  name: string;
  message: Message;
}

/**
 * Every kind of message and form that the companion can send, in three languages, as the real core makes them: short ones as on most days,
 * and the longest, with names and words that no layout likes. Any platform has to show each of them.
 */
export function gallery(): Exhibit[] {
  return (shown ??= eachOnce([
    ...languages.flatMap((language) => [
      ...starting(language),
      ...everyQuestion(language),
      ...longWords(language),
      ...helping(language),
      ...together(language),
      ...changing(language),
      ...leaving(language),
      ...inPrivate(language),
    ]),
    ...extremes(),
  ]));
}

/** What is said in the same words again is shown once. */
const eachOnce = (exhibits: Exhibit[]): Exhibit[] =>
  [...new Map(exhibits.toReversed().map((exhibit) => [JSON.stringify(exhibit.message), exhibit])).values()].toReversed();

let shown: Exhibit[] | undefined;

/** Names as people have them, and as somebody might choose them. */
export const names = {
  carrier: 'Zoé 👩🏽‍🌾 O’Neill-Đặng',
  rightToLeft: 'יעל כהן',
  zeroWidth: 'Sa\u200bmi\u200dra\u2060',
  mention: '<!channel> & <@U012AB3CD>',
};

/** At most 120 characters, as the start form keeps them. */
const structure = 'Les Ateliers du Canal & Cie <https://example.org|ici> *gras* :tada: @here 👨‍👩‍👧‍👦 مؤسسة الشمس'.padEnd(120, '·');

const sentences: Record<Language, string> = {
  fr: 'Nous réparons des vélos & des machines, pour que chacun retrouve une place ; « avant », personne ne venait ! Plus d’informations : https://example.org/vélo?a=1&b=<2> ou *ici* :bike:. ',
  nl: 'Wij herstellen fietsen & machines, zodat iedereen weer een plaats vindt; “vroeger” kwam er niemand! Meer weten: https://example.org/fiets?a=1&b=<2> of *hier* :bike:. ',
  en: 'We mend bicycles & machines, so that everybody finds a place again; “before”, nobody came! More: https://example.org/bike?a=1&b=<2> or *here* :bike:. ',
};

/** A text of so many characters, in paragraphs. */
export function longText(language: Language, characters: number): string {
  const paragraph = `${sentences[language].repeat(4).trim()}\n\n`;
  return paragraph
    .repeat(Math.ceil(characters / paragraph.length))
    .slice(0, characters)
    .trimEnd();
}

interface Stage {
  say: (name: string) => Exhibit[];
  evaluation: () => Evaluation;
  /** In the thread of the open question, or of another. */
  words: (by: keyof typeof names, said: string, question?: string) => void;
  /** At the top of the channel. */
  aloud: (by: keyof typeof names, said: string) => void;
  files: (by: keyof typeof names, said: string, files: FileRef[], question?: string) => void;
  press: (
    by: keyof typeof names,
    action: string,
    more?: { question?: string; value?: string; contribution?: string; fields?: Record<string, string | string[]> },
  ) => void;
  happens: (by: keyof typeof names, happening: Happening, spot?: Spot) => void;
  wait: (hours: number) => void;
  /** The last contribution to a question. */
  last: (question: string) => string;
  open: () => Question;
}

/** A team that acts on the real core, and everything that is said to it. */
function aStage(language: Language, more: { path?: Path; group?: Group } = {}): Stage {
  const method = theMethod();
  let now = new Date('2026-01-05T09:00:00Z');
  const people = Object.entries(names).map(([id, name]) =>
    aMember(name, { person: id, language, role: id === 'carrier' ? 'carrier' : 'member', lastSpokeAt: now }),
  );
  const said: Message[] = [];
  let ids = 0;
  const newId = (): string => `id-${++ids}`;
  const memberOf = (person: string): Member => people.find((each) => each.person === person) ?? aMember(person);
  const scene = (by: string, spot: Spot): Scene => ({ method, wording, now, by: memberOf(by), spot, newId, known: [] });
  const start = {
    structure,
    group: more.group ?? 'insertion',
    territory: 'Lille',
    language,
    path: more.path ?? 'full',
    pace: 'own-pace',
    timeZone: 'Europe/Brussels',
    code: '',
  } as const;
  const fresh = newEvaluation(start, { evaluation: 'e', structure: 's' }, method, memberOf('carrier'), now);
  const first = begin({ ...fresh, members: people }, scene('carrier', { in: 'channel' }));
  let evaluation: Evaluation = { ...first.evaluation, members: people };
  said.push(...first.say.map((post) => post.message));
  const happens: Stage['happens'] = (by, happening, spot) => {
    now = new Date(now.getTime() + 5 * 60_000);
    const question = evaluation.openQuestion;
    const turn = decide(evaluation, happening, scene(by, spot ?? (question ? { in: 'thread', question } : { in: 'channel' })));
    said.push(...turn.say.map((post) => post.message));
    if (!turn.formErrors) evaluation = { ...turn.evaluation, lastSignAt: now };
  };
  const thread = (question?: string): Spot | undefined => (question === undefined ? undefined : { in: 'thread', question });
  return {
    say: (name) => said.splice(0).map((each) => ({ name: `${language}: ${name}: ${each.kind}`, message: each })),
    evaluation: () => evaluation,
    happens,
    words: (by, words, question) => happens(by, { what: 'words', text: words, files: [], message: newId() }, thread(question)),
    aloud: (by, words) => happens(by, { what: 'words', text: words, files: [], message: newId() }, { in: 'channel' }),
    files: (by, words, files, question) => happens(by, { what: 'words', text: words, files, message: newId() }, thread(question)),
    press: (by, action, { question = evaluation.openQuestion, value, contribution, fields } = {}) =>
      happens(by, {
        what: 'press',
        action,
        files: [],
        about: { ...(question && { question }), ...(contribution && { contribution }) },
        ...(value && { value }),
        ...(fields && { fields }),
      }),
    wait: (hours) => {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
    last: (question) => evaluation.states[question]?.contributions.at(-1)?.id ?? '',
    open: () => {
      const question = questionsFor(method, evaluation.path, evaluation.group).find(
        (each) => each.id === evaluation.openQuestion,
      );
      if (!question) throw new Error('No question is open.');
      return question;
    },
  };
}

const aFile = (name: string): FileRef => ({ id: name, name, type: 'application/pdf', bytes: 1000 });

/** An answer that fits, of about this length where that is possible. */
function answerTo(stage: Stage, question: Question, language: Language, characters: number): void {
  const [one] = question.options ?? [];
  const form = (value: string | string[]): void =>
    stage.press('carrier', 'answer', { question: question.id, fields: { [question.id]: value } });
  switch (question.type) {
    case 'single-choice':
      stage.press('carrier', 'choose', { question: question.id, value: one?.value ?? '' });
      return;
    case 'multiple-choice':
      form((question.options ?? []).map((option) => option.value).filter((value) => !question.exclusive?.includes(value)));
      return;
    case 'number-with-unit':
      form({ fr: '12 personnes en 2025', nl: '12 personen in 2025', en: '12 people in 2025' }[language]);
      return;
    case 'date':
      form('2026-11-30');
      return;
    case 'file':
      stage.files('carrier', '', [aFile(`rapport & annexes <1> ${'très '.repeat(20)}long.pdf`)], question.id);
      return;
    case 'list': {
      const line = sentences[language].trim();
      form(
        Array.from({ length: Math.max(3, Math.ceil(characters / line.length)) }, (_, index) => `${index + 1} ${line}`).join('\n'),
      );
      return;
    }
    case 'short-text':
    case 'long-text':
      form(longText(language, characters));
  }
}

/** Answers the open question, and says yes where a warning asks for one. */
function answerOpen(stage: Stage, language: Language, characters: number): void {
  const question = stage.open();
  answerTo(stage, question, language, characters);
  for (const pending of stage.evaluation().pendings) {
    if (pending.kind === 'sensitive') stage.press('carrier', 'confirm', { question: question.id, contribution: pending.id });
  }
  if (stage.evaluation().openQuestion === question.id) stage.press('carrier', 'skip');
}

function starting(language: Language): Exhibit[] {
  const method = theMethod();
  const question = groupQuestion(method);
  const words = wording[language];
  const defaults = { language, timeZone: 'Europe/Brussels' };
  const invitations = [
    startMessage(words, language, question, {}, defaults),
    startMessage(words, language, question, { structure, group: 'insertion', territory: longText(language, 120) }, defaults),
    ...(['structure', 'group', 'timezone'] as const).map((missing) => askMissing(words, language, question, missing)),
    message('start-cancelled', language, [text(words('start.cancelled'))]),
    message('fault', language, [text(words('fault.sorry'))]),
    message('reason-kept', language, [text(words('put-off.reason-kept'))]),
  ];
  const stage = aStage(language);
  stage.happens('rightToLeft', { what: 'newcomer' });
  stage.press('carrier', 'start');
  return [...invitations.map((each) => ({ name: `${language}: starting: ${each.kind}`, message: each })), ...stage.say('begun')];
}

/** Each question asked and answered as on most days, to the end of the path; of the other groups, the questions that only they meet. */
function everyQuestion(language: Language): Exhibit[] {
  return groups.flatMap((group, index) => {
    const stage = aStage(language, { group });
    for (let left = 60; left > 0 && stage.evaluation().openQuestion !== undefined; left--) {
      if (index === 0 || stage.open().groups) answerOpen(stage, language, 200);
      else stage.press('carrier', 'skip');
    }
    return stage.say(`every question of ${group}`);
  });
}

/** The longest answers, and everything that gives them back. */
function longWords(language: Language): Exhibit[] {
  const stage = aStage(language);
  for (let left = 60; left > 0 && stage.evaluation().openQuestion !== undefined; left--) answerOpen(stage, language, 10_000);
  for (const action of ['status', 'recap', 'handover', 'read', 'settings', 'next']) stage.press('carrier', action);
  const [question = ''] = Object.entries(stage.evaluation().states).flatMap(([id, state]) =>
    state.answer?.value.type === 'text' ? [id] : [],
  );
  stage.press('carrier', 'correct', { question });
  stage.press('carrier', 'correct', { question, fields: { [question]: longText(language, 9000) } });
  for (const pending of stage.evaluation().pendings) stage.press('carrier', 'confirm', { question, contribution: pending.id });
  stage.press('carrier', 'undo', { question });
  stage.words('mention', longText(language, 8000), question);
  stage.press('carrier', 'merge', { question });
  return stage.say('long words');
}

const spoken = {
  define: { fr: 'c’est quoi une partie prenante ?', nl: 'wat is een stakeholder?', en: 'what is a stakeholder?' },
  ask: { fr: 'que veut dire « hippopotame » ?', nl: 'wat betekent nijlpaard?', en: 'what does hippopotamus mean?' },
  wait: { fr: 'un instant', nl: 'een ogenblik', en: 'one moment' },
  language: { fr: 'changer de langue', nl: 'wijzig de taal', en: 'change the language' },
  skip: { fr: 'passer', nl: 'overslaan', en: 'skip' },
  reason: { fr: 'Nos statuts ne le prévoient pas', nl: 'Onze statuten voorzien dat niet', en: 'Our statutes do not foresee it' },
  greeting: {
    fr: 'Bonjour tout le monde, qui vient demain ?',
    nl: 'Hallo iedereen, wie komt er morgen?',
    en: 'Hello all, who is coming tomorrow?',
  },
  phone: {
    fr: 'Appelez Mohamed Benali au 06 12 34 56 78, il a été hospitalisé.',
    nl: 'Bel Mohamed Benali op 0475 12 34 56, hij lag in het ziekenhuis.',
    en: 'Call Mohamed Benali on 0475 12 34 56, he was in hospital.',
  },
} satisfies Record<string, Record<Language, string>>;

/** Help of all sorts, misunderstandings, and what is put off. */
function helping(language: Language): Exhibit[] {
  const stage = aStage(language);
  for (const action of [
    'why',
    'example',
    'hint',
    'help',
    'repeat',
    'accompanier',
    'unheard-of',
    'answer',
    'chooser',
    'ideas',
    'checks',
  ]) {
    stage.press('carrier', action);
  }
  stage.press('carrier', 'accompanier', { fields: { words: longText(language, 5000) } });
  stage.press('carrier', 'chooser', { fields: choosing() });
  stage.aloud('zeroWidth', spoken.greeting[language]);
  for (const said of [spoken.define, spoken.ask, spoken.wait, spoken.language]) stage.words('carrier', said[language]);
  stage.words('carrier', '???');
  stage.words('carrier', '🙈');
  stage.press('rightToLeft', 'undo');
  stage.press('rightToLeft', 'correct');
  for (const action of ['not-yet', 'skip', 'not-for-us']) stage.press('carrier', action);
  stage.press('carrier', 'not-for-us', { fields: { reason: longText(language, 4000) } });
  stage.press('carrier', 'not-for-us');
  const [waiting] = stage.evaluation().pendings.filter((each) => each.kind === 'reason');
  stage.words('carrier', spoken.reason[language], waiting?.question);
  for (let left = 60; left > 0 && stage.open().type !== 'number-with-unit'; left--) stage.press('carrier', 'skip');
  const question = stage.open().id;
  stage.words('carrier', '…', question);
  stage.words('carrier', sentences[language].slice(0, 20).replaceAll(/\d/gu, ''), question);
  stage.words('carrier', sentences[language].slice(0, 25).replaceAll(/\d/gu, ''), question);
  stage.press('carrier', 'status');
  stage.press('carrier', 'recap');
  stage.press('carrier', 'read');
  stage.files('carrier', '', [aFile('a.pdf'), aFile(`${'b'.repeat(190)}.pdf`)]);
  return stage.say('help');
}

function choosing(): Record<string, string> {
  const { questions, proposals } = theMethod().collectionMethods.chooser;
  return { ...Object.fromEntries(questions.map(({ id, options }) => [id, options[0]?.value ?? ''])), ...proposals[0]?.when };
}

/** Several people at one question. */
function together(language: Language): Exhibit[] {
  const stage = aStage(language);
  const question = stage.open().id;
  stage.words('carrier', longText(language, 300));
  for (const outcome of ['keep', 'both', 'merge', 'replace']) {
    stage.words('mention', `${outcome} ${longText(language, 250)}`, question);
    stage.press('carrier', outcome, { question, contribution: stage.last(question) });
    for (const pending of stage.evaluation().pendings) {
      stage.press('carrier', 'reword', { question, contribution: pending.id });
      stage.press('carrier', 'confirm', { question, contribution: pending.id });
    }
  }
  stage.wait(1);
  stage.words('rightToLeft', longText(language, 200), question);
  stage.press('rightToLeft', 'keep', { question, contribution: 'gone' });
  stage.press('carrier', 'differ', { question, contribution: stage.last(question) });
  stage.press('mention', 'reopen', { question });
  stage.press('carrier', 'reopen', { question });
  const chosen = stage.open();
  const [one, other] = chosen.options ?? [];
  stage.press('carrier', 'choose', { question: chosen.id, value: one?.value ?? '' });
  stage.press('mention', 'choose', { question: chosen.id, value: other?.value ?? '' });
  stage.press('mention', 'both', { question: chosen.id, contribution: stage.last(chosen.id) });
  stage.press('zeroWidth', 'choose', { question: chosen.id, value: one?.value ?? '' });
  const next = stage.open().id;
  stage.press('carrier', 'settings', { fields: { quorum: '3' } });
  stage.words('carrier', longText(language, 200), next);
  stage.wait(1);
  stage.words('carrier', longText(language, 90), next);
  stage.press('carrier', 'differ', { question: next, contribution: stage.last(next) });
  stage.words('carrier', spoken.skip[language], next);
  return stage.say('together');
}

/** Corrections, edits and second thoughts. */
function changing(language: Language): Exhibit[] {
  const stage = aStage(language);
  const question = stage.open().id;
  stage.press('carrier', 'correct');
  stage.words('carrier', longText(language, 300));
  stage.press('carrier', 'not-yet', { question });
  stage.press('carrier', 'correct', { question });
  stage.press('carrier', 'correct', { question, fields: { [question]: longText(language, 300) } });
  stage.press('carrier', 'correct', { question, fields: { [question]: longText(language, 400) } });
  stage.happens('carrier', { what: 'edit', contribution: stage.last(question), text: longText(language, 500), message: 'm' });
  stage.happens('carrier', { what: 'edit', contribution: stage.last(question), text: '…', message: 'm' });
  stage.press('carrier', 'undo', { question });
  stage.happens('carrier', { what: 'deletion', contribution: stage.last(question) });
  stage.press('carrier', 'still-true', { question });
  stage.press('carrier', 'still-true', { question });
  stage.words('rightToLeft', spoken.phone[language]);
  const [sensitive] = stage.evaluation().pendings.filter((each) => each.kind === 'sensitive');
  stage.press('rightToLeft', 'cancel', { contribution: sensitive?.id ?? '' });
  stage.press('rightToLeft', 'keep-masked', { contribution: sensitive?.id ?? '' });
  for (const group of groups) {
    const id = groupQuestion(theMethod()).id;
    stage.press('carrier', 'correct', { question: id, fields: { [id]: group } });
    for (const pending of stage.evaluation().pendings)
      stage.press('carrier', 'confirm', { question: id, contribution: pending.id });
  }
  const people = { relay: 'rightToLeft', carrier: 'mention' };
  stage.press('zeroWidth', 'settings', { fields: people });
  stage.press('carrier', 'settings', { fields: { pace: 'weekly', path: 'express', ...people } });
  stage.press('carrier', 'settings', { fields: {} });
  stage.press('carrier', 'share');
  stage.press('carrier', 'share', { value: 'no' });
  for (let left = 60; left > 0 && stage.evaluation().openQuestion !== undefined; left--) answerOpen(stage, language, 100);
  for (const id of Object.keys(stage.evaluation().states)) {
    stage.press('carrier', 'correct', { question: id, fields: { [id]: longText(language, 90) } });
  }
  stage.press('carrier', 'status');
  stage.press('carrier', 'next');
  return stage.say('changes');
}

/** Pauses, silence and the end. */
function leaving(language: Language): Exhibit[] {
  const stage = aStage(language);
  stage.words('carrier', longText(language, 300));
  stage.wait(24 * 10);
  stage.words('carrier', longText(language, 350));
  stage.press('carrier', 'pause');
  stage.press('carrier', 'cancel', { contribution: stage.evaluation().pendings.at(-1)?.id ?? '' });
  stage.press('carrier', 'pause', { fields: { until: '2020-01-01' } });
  stage.press('carrier', 'pause', { fields: { until: '2027-03-01' } });
  stage.press('carrier', 'status');
  stage.press('carrier', 'resume');
  stage.press('carrier', 'resume');
  stage.press('carrier', 'pause-open');
  stage.happens('carrier', { what: 'pause-over' });
  stage.press('carrier', 'stop');
  stage.press('carrier', 'stop', { value: 'messages' });
  stage.press('carrier', 'stop', { value: 'end' });
  stage.press('carrier', 'confirm', { contribution: stage.evaluation().pendings.at(-1)?.id ?? '' });
  stage.press('carrier', 'skip');
  return stage.say('pauses and the end');
}

/** What is said to one person alone, outside any evaluation. */
function inPrivate(language: Language): Exhibit[] {
  const words = wording[language];
  const teams = [structure, 'Le Vélo', 'מוסך'];
  return [
    message('direct', language, [text(words('start.direct'))]),
    message('team-chosen', language, [text(words('direct.chosen', { team: structure }))]),
    message('which-team', language, [text(words('direct.which')), list(teams)], {
      actions: teams.map((team, index) => button(words, 'choose-team', { value: `team-${index}`, label: team })),
    }),
  ].map((each) => ({ name: `${language}: in private: ${each.kind}`, message: each }));
}

/** Shapes at the edge of what the neutral message allows. */
function extremes(): Exhibit[] {
  const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
  const options = (count: number, label: (index: number) => string) =>
    many(count, (index) => ({ value: `v${index}`, label: label(index) }));
  const field = (id: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
    id,
    kind,
    label: `Label ${id}`,
    required: false,
    ...more,
  });
  const of = (name: string, more: Partial<Message>): Exhibit => ({
    name: `edge: ${name}`,
    message: { kind: 'question', language: 'fr', blocks: [text('Quoi ?')], actions: [], forms: [], ...more },
  });
  return [
    of('one word of 9,000 characters', { blocks: [text('a'.repeat(9000)), quote('👩‍👩‍👧‍👦'.repeat(1200), 'Zoé')] }),
    of('one character of 5,000 signs', { blocks: [text(`e${'\u0301'.repeat(5000)}`)] }),
    of('a list of 400', { blocks: [numbered(many(400, (index) => `point ${index} ${'x'.repeat(index % 60)}`))] }),
    of('80 blocks', { blocks: many(80, (index) => (index % 2 ? aside(`note ${index}`) : heading(`Titre ${index}`))) }),
    of('a heading of 600 characters', { blocks: [heading(longText('fr', 600)), text('Et après.')] }),
    of('40 buttons', { actions: many(40, (index) => ({ id: `act-${index}`, label: `Action ${index}` })) }),
    of('130 choices', { actions: many(130, (index) => ({ id: 'choose', value: `v${index}`, label: `Choix ${index}` })) }),
    of('labels of 200 characters', {
      actions: [
        ...many(4, (index) => ({ id: 'choose', value: `v${index}`, label: `Choix ${index} ${'long '.repeat(40)}` })),
        { id: 'skip', label: 'Passer la question '.repeat(8) },
      ],
    }),
    of('a form of everything', {
      actions: [{ id: 'answer', label: 'Répondre', style: 'primary' }],
      forms: [
        {
          action: 'answer',
          title: 'Un titre bien plus long que vingt-quatre caractères',
          submit: 'Enregistrer cette réponse maintenant',
          fields: [
            field('text', 'text', { required: true, placeholder: 'p'.repeat(200), hint: longText('fr', 2500) }),
            field('label', 'text', { label: longText('fr', 2600) }),
            field('number', 'number', { initial: '12' }),
            field('long', 'long-text', { initial: longText('fr', 9000) }),
            field('list', 'list', { initial: ['a', 'b'] }),
            field('day', 'date', { initial: '2026-02-28' }),
            field('no-day', 'date', { initial: 'fin avril' }),
            field('few', 'choice', { options: options(10, (index) => `Option ${index}`), initial: 'v3' }),
            field('two-lines', 'choice', {
              options: options(3, (index) => `Option ${index} ${'longue '.repeat(14)}`),
              initial: 'v1',
            }),
            field('listed', 'choices', {
              options: options(3, (index) => `Option ${index} ${'longue '.repeat(60)}`),
              initial: ['v1'],
            }),
            field('many', 'choices', { options: options(60, (index) => `Option ${index}`), initial: ['v1', 'v59'] }),
            field('hundreds', 'choice', { options: options(250, (index) => `Option ${index}`), initial: 'v249' }),
            field('none', 'choice', { options: [] }),
            field('file', 'file'),
          ],
        },
        {
          action: 'correct',
          title: 'Corriger',
          submit: 'Enregistrer',
          fields: [field('huge', 'long-text', { initial: longText('fr', 400_000) })],
        },
      ],
    }),
  ];
}
