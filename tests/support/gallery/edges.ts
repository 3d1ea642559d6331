import { aside, heading, numbered, quote, text } from '../../../src/core/evaluation/say.ts';
import type { Field, Message } from '../../../src/core/message.ts';
import type { Exhibit } from './stage.ts';
import { longText } from './words.ts';

/** Shapes at the edge of what the neutral message allows. */
export function extremes(): Exhibit[] {
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
    of('a picture, with words as long as two messages', {
      blocks: [text('Où en sont les équipes'), { type: 'picture', file: 'p', alt: longText('fr', 6000) }],
      attachments: [{ file: 'f', name: `${'rapport '.repeat(40)}.docx`, type: 'application/msword' }],
    }),
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
        {
          action: 'settings',
          title: 'T'.repeat(20_000),
          submit: 'Enregistrer',
          fields: [
            field('label', 'text', { label: longText('fr', 90_000) }),
            field('hint', 'text', { hint: '👩🏽‍🌾'.repeat(20_000) }),
            field('options', 'choice', { options: options(9, () => longText('fr', 20_000)) }),
          ],
        },
      ],
    }),
  ];
}
