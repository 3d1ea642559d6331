import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/core/commands.ts';
import { kindOf } from '../../src/core/commands.ts';
import type { Language } from '../../src/core/language.ts';
import { heard } from '../support/reading.ts';

type Case = [NonNullable<CommandContext['awaiting']>, Language, string, string];

describe('what a message means after we asked something', () => {
  it.each<Case>([
    ['confirmation', 'fr', 'oui', 'confirm'],
    ['confirmation', 'fr', 'Oui merci', 'confirm'],
    ['confirmation', 'fr', "c'est bon", 'confirm'],
    ['confirmation', 'fr', "d'accord", 'confirm'],
    ['confirmation', 'fr', 'ouais ok', 'confirm'],
    ['confirmation', 'fr', 'je confirme', 'confirm'],
    ['confirmation', 'fr', '👍', 'confirm'],
    ['confirmation', 'fr', '✅', 'confirm'],
    ['confirmation', 'nl', 'ja', 'confirm'],
    ['confirmation', 'nl', 'klopt', 'confirm'],
    ['confirmation', 'nl', 'doe maar', 'confirm'],
    ['confirmation', 'en', 'yes please', 'confirm'],
    ['confirmation', 'en', 'sure', 'confirm'],
    ['confirmation', 'fr', 'ja', 'confirm'],
    ['confirmation', 'fr', 'non', 'cancel'],
    ['confirmation', 'fr', 'non merci', 'cancel'],
    ['confirmation', 'fr', 'surtout pas', 'cancel'],
    ['confirmation', 'fr', 'annuler', 'cancel'],
    ['confirmation', 'fr', 'laisse tomber', 'cancel'],
    ['confirmation', 'fr', '❌', 'cancel'],
    ['confirmation', 'nl', 'nee', 'cancel'],
    ['confirmation', 'nl', 'laat maar', 'cancel'],
    ['confirmation', 'en', 'no', 'cancel'],
    ['confirmation', 'en', 'never mind', 'cancel'],
    ['confirmation', 'fr', "non c'est 90", 'correct "90"'],
    ['confirmation', 'fr', 'oui mais 85', 'correct "85"'],
    ['confirmation', 'fr', 'pourquoi ?', 'why'],
    ['confirmation', 'fr', 'aide', 'help'],
    ['confirmation', 'fr', 'Oui, nous accueillons des familles depuis dix ans et nous voulons le dire mieux', 'answer'],
    ['pause-date', 'fr', '15 septembre', 'pause 2026-09-15'],
    ['pause-date', 'fr', "jusqu'au 3 février", 'pause 2026-02-03'],
    ['pause-date', 'fr', 'deux semaines', 'pause 2026-01-19'],
    ['pause-date', 'fr', 'septembre', 'pause 2026-09-01'],
    ['pause-date', 'fr', 'à la rentrée', 'pause 2026-09-01'],
    ['pause-date', 'fr', 'la semaine prochaine', 'pause 2026-01-12'],
    ['pause-date', 'fr', 'lundi', 'pause 2026-01-12'],
    ['pause-date', 'fr', 'sans date', 'pause'],
    ['pause-date', 'fr', 'on verra', 'pause'],
    ['pause-date', 'fr', 'non', 'cancel'],
    ['pause-date', 'nl', 'tot 1 maart', 'pause 2026-03-01'],
    ['pause-date', 'nl', 'volgende maand', 'pause 2026-02-01'],
    ['pause-date', 'en', 'until the end of February', 'pause 2026-02-28'],
    ['pause-date', 'en', 'in a month', 'pause 2026-02-05'],
    ['reason', 'fr', "on n'a pas d'excédent", `not-for-us "on n'a pas d'excédent"`],
    ['reason', 'fr', 'sans raison', 'not-for-us'],
    ['reason', 'fr', 'passer', 'not-for-us'],
    ['reason', 'fr', 'annuler', 'cancel'],
    ['reason', 'fr', 'aide', 'help'],
    ['reason', 'nl', 'wij maken geen winst', 'not-for-us "wij maken geen winst"'],
    ['reason', 'en', 'we never make a profit', 'not-for-us "we never make a profit"'],
    ['stop-which', 'fr', 'les messages', 'stop messages'],
    ['stop-which', 'fr', 'juste une pause', 'stop pause'],
    ['stop-which', 'fr', "l'évaluation", 'stop end'],
    ['stop-which', 'fr', '1', 'stop messages'],
    ['stop-which', 'fr', '3', 'stop end'],
    ['stop-which', 'nl', 'de berichten', 'stop messages'],
    ['stop-which', 'en', 'everything', 'stop end'],
    ['stop-which', 'fr', 'non finalement on continue', 'cancel'],
    ['correction', 'fr', '84', 'correct "84"'],
    ['correction', 'fr', "c'est 84, pas 62", 'correct "84" not "62"'],
    ['correction', 'fr', 'nous réparons des vélos', 'correct "nous réparons des vélos"'],
    ['correction', 'fr', 'non laisse tomber', 'cancel'],
    ['correction', 'fr', 'aide', 'help'],
    ['correction', 'nl', 'fietsen herstellen', 'correct "fietsen herstellen"'],
  ])('%s, %s « %s » is %s', (awaiting, language, message, expected) => {
    expect(heard(language, 'need-addressed', message, { awaiting })).toBe(expected);
  });

  it('takes yes and no for nothing of the kind when nothing was asked', () => {
    expect(heard('fr', 'mission-in-own-words', 'oui')).toBe('unclear');
    expect(heard('nl', 'people-reached', 'nee')).toBe('unclear');
  });
});

describe('the kind a reading counts as', () => {
  it.each([
    [{ do: 'answer', text: 'x' }, 'answer'],
    [{ do: 'both' }, 'add'],
    [{ do: 'undo' }, 'correct'],
    [{ do: 'example' }, 'help'],
    [{ do: 'define', term: 'ESS' }, 'help'],
    [{ do: 'wait' }, 'small-talk'],
    [{ do: 'next' }, 'resume'],
    [{ do: 'recap' }, 'status'],
    [{ do: 'stop', which: 'end' }, 'stop'],
    [{ do: 'not-for-us' }, 'not-for-us'],
  ] as const)('%o counts as %s', (command, kind) => {
    expect(kindOf(command)).toBe(kind);
  });
});
