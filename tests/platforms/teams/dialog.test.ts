import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/core/message.ts';
import { sizes } from '../../../src/platforms/teams/limits.ts';
import { readSubmit } from '../../../src/platforms/teams/read-submit.ts';
import { renderDialog } from '../../../src/platforms/teams/render.ts';
import { wording } from '../../support/scene.ts';
import { buttonsOf, isRecord, type Json, ofType, partsOf } from './card-parts.ts';
import { cardProblems } from './strict-card.ts';

describe('a dialog', () => {
  const words = wording.fr;
  const form: Form = {
    action: 'start',
    title: 'Commencer',
    submit: 'Enregistrer',
    fields: [
      { id: 'name', label: 'Nom', kind: 'text', required: true, hint: 'Comme sur votre site.' },
      { id: 'story', label: 'Récit', kind: 'long-text', required: false, initial: 'Ligne 1\nLigne 2' },
      {
        id: 'group',
        label: 'Groupe',
        kind: 'choice',
        required: true,
        options: [
          { value: 'a', label: 'Premier' },
          { value: 'b', label: 'Second' },
        ],
        initial: 'b',
      },
      {
        id: 'who',
        label: 'Qui',
        kind: 'choices',
        required: false,
        options: [
          { value: 'x,1', label: 'Équipe' },
          { value: 'y%', label: 'Voisins' },
        ],
        initial: ['x,1', 'y%'],
      },
      { id: 'when', label: 'Quand', kind: 'date', required: false, initial: '2026-04-20' },
      { id: 'stakeholders', label: 'Parties', kind: 'list', required: false, initial: ['Mairie', 'Voisins'] },
      { id: 'paper', label: 'Votre rapport', kind: 'file', required: true },
    ],
  };
  const values = (card: Json): Json =>
    Object.fromEntries(
      partsOf(card).flatMap((part) => (typeof part['id'] === 'string' ? [[part['id'], part['value'] ?? '']] : [])),
    );
  const submitOf = (card: Json): Json => {
    const [submit] = buttonsOf(partsOf(card));
    return { ...values(card), ...(isRecord(submit?.['data']) ? submit['data'] : {}) };
  };

  it('gives back what it held when it is submitted unchanged', () => {
    const { title, card } = renderDialog(form, 'fr', { n: 'n-1', m: 'message', c: 'channel' }, { words });
    expect(title).toBe('Commencer');
    expect(cardProblems(card)).toEqual([]);
    expect(readSubmit({ data: submitOf(card) })).toEqual({
      action: 'start',
      nonce: 'n-1',
      data: { m: 'message', c: 'channel' },
      fields: {
        name: '',
        story: 'Ligne 1\nLigne 2',
        group: 'b',
        who: ['x,1', 'y%'],
        when: '2026-04-20',
        stakeholders: 'Mairie\nVoisins',
        paper: '',
      },
    });
  });

  it('says beside the field why it was refused, and keeps what was typed', () => {
    const typed = { name: 'Les Ateliers', story: 'Autre récit', who: ['y%'] };
    const { card } = renderDialog(form, 'fr', { n: 'n-1' }, { words, typed, errors: { when: 'Cette date n’existe pas.' } });
    expect(cardProblems(card)).toEqual([]);
    expect(readSubmit({ data: submitOf(card) })?.fields).toMatchObject({ ...typed, when: '2026-04-20' });
    const body = Array.isArray(card['body']) ? card['body'].filter(isRecord) : [];
    const refused = body.findIndex((part) => part['style'] === 'attention');
    expect(ofType(partsOf(body[refused]), 'TextRun')[0]?.['text']).toBe('Cette date n’existe pas.');
    expect(body[refused + 1]).toMatchObject({ id: 'f.when' });
  });

  it('says where a file goes, and takes a link', () => {
    const { card } = renderDialog({ ...form, fields: form.fields.slice(-1) }, 'fr', {}, { words });
    const texts = ofType(partsOf(card), 'TextRun').map((run) => run['text']);
    expect(texts[0]).toBe('Votre rapport');
    expect(String(texts[1])).toContain('conversation privée');
    expect(ofType(partsOf(card), 'Input.Text')).toHaveLength(1);
  });

  it('leaves out a text that no dialog can carry, and says so', () => {
    const [story] = form.fields.filter(({ id }) => id === 'story');
    if (!story) throw new Error('The form has no story.');
    const { card } = renderDialog({ ...form, fields: [{ ...story, initial: 'mot '.repeat(30_000) }] }, 'fr', {}, { words });
    expect(cardProblems(card, { bytes: sizes.dialogBytes })).toEqual([]);
    expect(values(card)).toEqual({ 'f.story': '' });
    expect(JSON.stringify(card)).toContain('trop long pour cette fenêtre');
  });

  it('shows up to six options and makes a menu of more', () => {
    const options = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ value: `${index}`, label: `Choix ${index}` }));
    const styleOf = (count: number) => {
      const field = { id: 'a', label: 'A', kind: 'choice' as const, required: true, options: options(count) };
      return ofType(partsOf(renderDialog({ ...form, fields: [field] }, 'fr', {}, { words }).card), 'Input.ChoiceSet')[0]?.[
        'style'
      ];
    };
    expect([styleOf(6), styleOf(7)]).toEqual(['expanded', 'compact']);
  });
});
