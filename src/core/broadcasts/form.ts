import type { Fields } from '../incoming.ts';
import { isLanguage, languages } from '../language.ts';
import type { Field, Form } from '../message.ts';
import { groupQuestion, groups, type Method } from '../method.ts';
import type { Filter } from './audience.ts';
import type { Broadcast, Texts } from './broadcast.ts';
import { readLocalAt } from './due.ts';
import { stepsOf } from './audience.ts';
import type { BroadcastView, Desk } from './view.ts';

/** The longest text that leaves: a tip is read in a channel, between other things. */
export const longestText = 1500;

/** Text, audience and moment of a broadcast, to be written or changed. */
export function editForm({ broadcast, cohorts, method }: BroadcastView, { wording, language }: Desk): Form {
  const words = wording[language];
  const { filter } = broadcast;
  const [day = '', time = ''] = broadcast.localAt?.split('T') ?? [];
  const texts = languages.map((each): Field => ({
    id: `text-${each}`,
    label: words('broadcast.field-text', { language: words('broadcast.language', { language: each }) }),
    kind: 'long-text',
    required: false,
    ...(broadcast.texts[each] && { initial: broadcast.texts[each] }),
  }));
  const choices = (id: string, label: string, options: { value: string; label: string }[], initial?: string[]): Field[] =>
    options.length === 0
      ? []
      : [{ id, label, kind: 'choices', required: false, options, ...(initial && initial.length > 0 && { initial }) }];
  const wasSent = broadcast.state !== 'draft' && broadcast.state !== 'ready';
  const group = groupQuestion(method);
  return {
    action: 'fed-edit',
    title: words('broadcast.form-title'),
    submit: words('broadcast.form-submit'),
    fields: wasSent
      ? texts
      : [
          ...texts,
          ...choices(
            'cohorts',
            words('broadcast.field-cohorts'),
            cohorts.map(({ id, name }) => ({ value: id, label: name })),
            filter.cohorts,
          ),
          {
            id: 'territories',
            label: words('broadcast.field-territories'),
            kind: 'list',
            required: false,
            ...(filter.territories && { initial: filter.territories }),
          },
          ...choices(
            'groups',
            words('broadcast.field-groups'),
            (group.options ?? []).map(({ value, label }) => ({ value, label: label[language] })),
            filter.groups,
          ),
          ...choices(
            'languages',
            words('broadcast.field-languages'),
            languages.map((each) => ({ value: each, label: words('broadcast.language', { language: each }) })),
            filter.languages,
          ),
          ...choices(
            'stages',
            words('broadcast.field-stages'),
            method.stages.map(({ id, short }) => ({ value: id, label: short[language] })),
            filter.stages,
          ),
          ...choices(
            'steps',
            words('broadcast.field-steps'),
            stepsOf(method).map(({ id, name }) => ({ value: id, label: name[language] })),
            filter.steps,
          ),
          {
            id: 'stuck',
            label: words('broadcast.field-stuck'),
            hint: words('broadcast.hint-stuck'),
            kind: 'number',
            required: false,
            ...(filter.stuckDays !== undefined && { initial: String(filter.stuckDays) }),
          },
          {
            id: 'day',
            label: words('broadcast.field-day'),
            hint: words('broadcast.hint-day'),
            kind: 'date',
            required: false,
            ...(day && { initial: day }),
          },
          {
            id: 'time',
            label: words('broadcast.field-time'),
            hint: words('broadcast.hint-time'),
            kind: 'text',
            required: false,
            ...(time && { initial: time }),
            placeholder: '09:00',
          },
        ],
  };
}

/** A trial goes to oneself and, if wanted, to one colleague, on each platform they are on. */
export function testForm({ colleagues }: BroadcastView, { wording, language, person }: Desk): Form {
  const words = wording[language];
  const others = colleagues.filter((each) => each.person !== person);
  return {
    action: 'fed-test',
    title: words('broadcast.test-title'),
    submit: words('broadcast.test-submit'),
    fields: [
      {
        id: 'colleague',
        label: words('broadcast.field-colleague'),
        kind: 'choice',
        required: false,
        options: [
          { value: 'nobody', label: words('broadcast.test-alone') },
          ...others.map((each) => ({ value: each.person, label: each.name || words('broadcast.somebody') })),
        ],
        initial: 'nobody',
      },
    ],
  };
}

/** What was filled in, or what is wrong with it: the phrase `broadcast.wrong-<why>`, by field. */
export type ReadForm =
  | { ok: true; texts: Texts; filter: Filter; localAt?: string }
  | { ok: false; wrong: Record<string, 'text' | 'stuck' | 'day' | 'time' | 'past'> };

/** `today` is the ISO day it is where the writer is. What a method or a network does not know is left out. */
export function readEditForm(fields: Fields, of: { method: Method; cohorts: { id: string }[]; today: string }): ReadForm {
  const one = (id: string): string => [fields[id] ?? ''].flat().join(' ').trim();
  const many = (id: string): string[] =>
    [fields[id] ?? []]
      .flat()
      .map((each) => each.trim())
      .filter(Boolean);
  const known = <T extends string>(id: string, all: readonly T[]): T[] => all.filter((each) => many(id).includes(each));
  const wrong: Record<string, 'text' | 'stuck' | 'day' | 'time' | 'past'> = {};
  const texts: Texts = {};
  for (const language of languages) {
    const said = one(`text-${language}`);
    if (said.length > longestText) wrong[`text-${language}`] = 'text';
    if (said) texts[language] = said;
  }
  const stuck = one('stuck');
  if (stuck !== '' && !/^\d{1,3}$/.test(stuck)) wrong['stuck'] = 'stuck';
  const [day, time] = [one('day'), one('time')];
  const localAt = day === '' ? undefined : readLocalAt(day, time || '09:00');
  if (day === '' && time !== '') wrong['day'] = 'day';
  else if (day !== '' && localAt === undefined)
    wrong[readLocalAt(day, '09:00') ? 'time' : 'day'] = readLocalAt(day, '09:00') ? 'time' : 'day';
  else if (day !== '' && day < of.today) wrong['day'] = 'past';
  if (Object.keys(wrong).length > 0) return { ok: false, wrong };

  const territories = many('territories')
    .flatMap((each) => each.split(/[\n,;]/))
    .map((each) => each.trim())
    .filter(Boolean);
  const cohorts = known(
    'cohorts',
    of.cohorts.map(({ id }) => id),
  );
  const chosen = {
    groups: known('groups', groups),
    languages: many('languages').filter(isLanguage),
    stages: known(
      'stages',
      of.method.stages.map(({ id }) => id),
    ),
    steps: known(
      'steps',
      stepsOf(of.method).map(({ id }) => id),
    ),
  };
  const filter: Filter = {
    ...(cohorts.length > 0 && { cohorts }),
    ...(territories.length > 0 && { territories }),
    ...(chosen.groups.length > 0 && { groups: chosen.groups }),
    ...(chosen.languages.length > 0 && { languages: chosen.languages }),
    ...(chosen.stages.length > 0 && { stages: chosen.stages }),
    ...(chosen.steps.length > 0 && { steps: chosen.steps }),
    ...(stuck !== '' && { stuckDays: Number(stuck) }),
  };
  return { ok: true, texts, filter, ...(localAt !== undefined && { localAt }) };
}

/** Whether two texts say the same in every language. */
export const sameTexts = (a: Broadcast['texts'], b: Broadcast['texts']): boolean =>
  languages.every((language) => (a[language] ?? '').trim() === (b[language] ?? '').trim());
