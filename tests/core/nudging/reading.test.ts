import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/language.ts';
import { paceMeant } from '../../../src/core/nudging/pace-words.ts';
import { readNudgeWords } from '../../../src/core/nudging/reading.ts';
import { wording } from '../../support/scene.ts';

const read = (said: string, language: Language = 'fr') =>
  readNudgeWords(said, { language, now: new Date('2026-03-02T09:00:00Z'), timeZone: 'Europe/Brussels' });

describe('words about reminders', () => {
  it.each<[Language, string, object]>([
    ['fr', 'Prochain rappel ?', { do: 'when' }],
    ['fr', 'C’est quand, le prochain rappel ?', { do: 'when' }],
    ['nl', 'Wanneer komt de volgende herinnering?', { do: 'when' }],
    ['en', 'When is the next reminder?', { do: 'when' }],
    ['fr', 'Pourquoi ce rappel ?', { do: 'why' }],
    ['nl', 'Waarom krijg ik dit?', { do: 'why' }],
    ['en', 'Why am I getting this?', { do: 'why' }],
    ['fr', "on s'en occupe", { do: 'mine' }],
    ['nl', 'ik neem dit op me', { do: 'mine' }],
    ['en', 'I’m on it!', { do: 'mine' }],
    ['fr', 'Continuez les rappels', { do: 'keep' }],
    ['nl', 'Blijf ons herinneren', { do: 'keep' }],
    ['en', 'keep reminding us', { do: 'keep' }],
    ['fr', 'rappelez-nous le 15 mars', { do: 'later', until: '2026-03-15' }],
    ['fr', 'Rappelez-nous plus tard', { do: 'later' }],
    ['fr', 'pas de rappel avant le 1er avril', { do: 'later', until: '2026-04-01' }],
    ['nl', 'herinner ons op 15 maart', { do: 'later', until: '2026-03-15' }],
    ['nl', 'Herinner ons later', { do: 'later' }],
    ['en', 'remind us on 15 March', { do: 'later', until: '2026-03-15' }],
    ['en', 'no reminders until 1 April', { do: 'later', until: '2026-04-01' }],
    ['fr', 'prochain rappel lundi', { do: 'move', until: '2026-03-09' }],
    ['nl', 'volgende herinnering op 9 maart', { do: 'move', until: '2026-03-09' }],
    ['en', 'next reminder on 9 March', { do: 'move', until: '2026-03-09' }],
    ['fr', 'rythme : toutes les deux semaines', { do: 'pace', said: 'toutes les deux semaines' }],
    ['en', 'pace: every week', { do: 'pace', said: 'every week' }],
  ])('(%s) "%s"', (language, said, expected) => {
    expect(read(said, language)).toEqual(expected);
  });

  it.each<[Language, string, object]>([
    ['fr', 'jours fériés : Flandre', { set: { country: 'BE', region: 'VLG' }, own: false }],
    ['nl', 'feestdagen: Brussel', { set: { country: 'BE', region: 'BRU' }, own: false }],
    ['en', 'public holidays: Moselle', { set: { country: 'FR', region: '57' }, own: false }],
    ['fr', 'Jours fériés : France', { set: { country: 'FR', region: '' }, own: false }],
    ['fr', 'Fermé du 1er au 20 août', { set: { closures: [{ from: '2026-08-01', until: '2026-08-20' }] }, own: false }],
    [
      'nl',
      'gesloten van 1 tot en met 20 augustus',
      { set: { closures: [{ from: '2026-08-01', until: '2026-08-20' }] }, own: false },
    ],
    [
      'en',
      'closed from 20 December to 3 January',
      { set: { closures: [{ from: '2026-12-20', until: '2027-01-03' }] }, own: false },
    ],
    ['fr', 'plus de fermeture', { set: { closures: [] }, own: false }],
    ['fr', 'nos horaires : 8h30-16h', { set: { hours: { from: '08:30', to: '16:00' } }, own: false }],
    ['nl', 'mijn uren: 9u-17u30', { set: { hours: { from: '09:00', to: '17:30' } }, own: true }],
    ['en', 'my hours: 10am-4pm', { set: { hours: { from: '10:00', to: '16:00' } }, own: true }],
    ['fr', 'nos jours : lundi au jeudi', { set: { days: [1, 2, 3, 4] }, own: false }],
    ['nl', 'mijn dagen: dinsdag, donderdag', { set: { days: [2, 4] }, own: true }],
    ['en', 'our days: Saturday and Sunday', { set: { days: [6, 7] }, own: false }],
  ])('(%s) "%s"', (language, said, expected) => {
    expect(read(said, language)).toEqual({ do: 'calendar', ...expected });
  });

  it.each([
    ['jours fériés : la lune', 'holidays'],
    ['fermé du 20 au 32 août', 'closed'],
    ['nos horaires : le matin', 'hours'],
    ['mes jours : souvent', 'days'],
  ])('that are not understood say how: "%s"', (said, what) => {
    expect(read(said)).toEqual({ do: 'how', what });
  });

  it.each([
    'Nous avons rappelé nos anciens salariés en mars.',
    'Le prochain rappel de vaccination est en mai.',
    'Nos jours de collecte sont fixés avec les habitants.',
    'Nous sommes fermés aux idées toutes faites.',
    "Nos heures d'insertion : 12 000 par an.",
    'Rappelez-nous votre mission en deux mots',
    'Les jours fériés nous pénalisent.',
    'Un signe de reconnaissance pour nos salariés',
  ])('leave answers alone: "%s"', (said) => {
    expect(read(said)).toBeUndefined();
  });

  it('are understood as the buttons say them', () => {
    for (const [language, words] of Object.entries(wording) as [Language, (typeof wording)['fr']][]) {
      expect(read(words('button.nudge-later'), language)?.do, language).toBe('later');
      expect(read(words('button.nudge-why'), language)?.do, language).toBe('why');
      expect(read(words('button.nudge-keep'), language)?.do, language).toBe('keep');
      expect(read(words('button.nudge-mine'), language)?.do, language).toBe('mine');
      expect(read(words('button.nudge-next'), language)?.do, language).toBe('when');
      for (const pace of ['weekly', 'fortnightly', 'own-pace'] as const)
        expect(paceMeant(words(`start.pace-${pace}`), 'weekly'), `${language} ${pace}`).toBe(pace);
    }
  });
});

describe('a pace', () => {
  it('goes one step at a time', () => {
    expect(paceMeant('slower', 'weekly')).toBe('fortnightly');
    expect(paceMeant('slower', 'own-pace')).toBe('own-pace');
    expect(paceMeant('faster', 'fortnightly')).toBe('weekly');
    expect(paceMeant('quand il pleut', 'weekly')).toBeUndefined();
  });
});
