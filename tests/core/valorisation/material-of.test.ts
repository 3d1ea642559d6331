import { describe, expect, it } from 'vitest';
import { materialOf, versionOf } from '../../../src/core/valorisation/material-of.ts';
import { aText } from '../../support/texts.ts';
import { aTable } from '../../support/scene.ts';

describe('the material of an evaluation', () => {
  it('holds the kept answers with their versions, and what was corrected in its newest', () => {
    const team = aTable();
    team.says('Samira', 'Nous voulons comprendre.', 'why-now');
    team.says('Samira', 'Nous collectons des textiles.', 'mission-in-own-words');
    team.says('Samira', 'corriger : Nous trions des textiles.', 'mission-in-own-words');
    const { material, versions } = materialOf(team.evaluation, team.method);
    expect(material.enterprise).toMatchObject({ name: 'Les Ateliers du Canal', territory: 'Lille' });
    expect(material.answers['mission-in-own-words']).toMatchObject({
      type: 'long-text',
      text: expect.stringContaining('Nous trions des textiles'),
      version: 2,
    });
    expect(versionOf(versions, 'mission-in-own-words')).toBe(2);
    expect(versionOf(versions, 'need-addressed')).toBeUndefined();
  });

  it('holds the lines of lists with their ids and the versions the store gave them', () => {
    const team = aTable();
    team.says('Samira', 'Collecter des vêtements ; tenir une boutique', 'main-activities');
    const [first, second] = materialOf(team.evaluation, team.method).material.answers['main-activities']?.items ?? [];
    const { versions } = materialOf(team.evaluation, team.method, { [`main-activities/${first?.id}`]: 7 });
    expect(versionOf(versions, `main-activities/${first?.id}`)).toBe(7);
    expect(versionOf(versions, `main-activities/${second?.id}`)).toBe(1);
  });

  it('says how sure the team is, and nothing where it did not say', () => {
    const team = aTable();
    expect(materialOf(team.evaluation, team.method).material.confidence).toBeUndefined();
    team.presses('Samira', 'choose', { question: 'confidence-level', value: 'fair' });
    expect(materialOf(team.evaluation, team.method).material.confidence).toBe('fair');
  });

  it('keeps each view where the team chose to differ, and a text tells them', () => {
    const team = aTable();
    team.says('Samira', 'Oui, la réunion du lundi les aide.', 'answer-to-question');
    team.says('Luc', 'Non, la réunion du lundi les intimide.', 'answer-to-question');
    team.presses('Luc', 'differ', { question: 'answer-to-question' });
    team.says('Samira', 'En quoi le travail aide-t-il les salariées ?', 'chosen-question');
    team.says('Samira', '14 sur 22', 'people-heard');
    team.says('Samira', 'La plupart font seules une démarche (11 sur 14)', 'main-findings');
    team.says('Samira', 'Garder la réunion du lundi', 'decisions-taken');
    const { material } = materialOf(team.evaluation, team.method);
    expect(material.views).toEqual({
      'answer-to-question': ['Oui, la réunion du lundi les aide.', 'Non, la réunion du lundi les intimide.'],
    });
    const { body } = aText(material, 'annual-report', 'fr');
    expect(body).toContain('nos avis diffèrent');
    expect(body).toContain('non, la réunion du lundi les intimide.');
  });
});
