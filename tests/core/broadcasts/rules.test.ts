import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aloneUpTo, mayRelease, maySteer } from '../../../src/core/broadcasts/broadcast.ts';
import { calendarOf, dueAt, readLocalAt } from '../../../src/core/broadcasts/due.ts';
import { addsUp, checked, isTooMuchTrouble } from '../../../src/core/broadcasts/ledger.ts';
import { readBroadcastCommand, readTipWord } from '../../../src/core/broadcasts/words.ts';

describe('who may release', () => {
  const broadcast = { writers: ['nora'], version: 3 };
  it.each([
    ['nora', ['releaser'], false, 50, undefined, 'yes'],
    ['nora', ['releaser'], false, 51, undefined, 'second-person'],
    ['remi', ['animator'], false, 50, undefined, 'yes'],
    ['remi', ['animator'], false, 51, undefined, 'not-releaser'],
    ['remi', ['releaser'], false, 5000, 3, 'yes'],
    ['remi', ['releaser'], false, 5000, 2, 'stale'],
    ['remi', ['releaser'], true, 1, 3, 'guest'],
    ['remi', ['researcher', 'accompanier'], false, 1, 3, 'not-yours'],
    ['remi', [], false, 1, 3, 'not-yours'],
  ])('%s as %s (guest: %s) to %s channels, seen %s: %s', (person, roles, guest, channels, seen, expected) => {
    const allowed = mayRelease({ person, roles, guest }, broadcast, { channels, seen });
    expect(allowed.ok ? 'yes' : allowed.why).toBe(expected);
  });

  it('never lets a writer alone reach more channels than one person decides on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: aloneUpTo + 1, max: 9999 }),
        fc.subarray(['animator', 'releaser', 'researcher']),
        (channels, roles) => {
          expect(mayRelease({ person: 'nora', roles, guest: false }, broadcast, { channels, seen: 3 }).ok).toBe(false);
        },
      ),
    );
  });
});

it('is undone until its minute is over', () => {
  const at = new Date('2026-03-02T09:00:00Z');
  const released = {
    id: 'b',
    network: 'n',
    filter: {},
    version: 1,
    preparedBy: 'nora',
    writers: ['nora'],
    textVersion: 1,
    texts: {},
    state: 'sending' as const,
    releasedBy: 'remi',
    releasedAt: at,
    startsAt: new Date(at.getTime() + 60_000),
    releasedVersion: 1,
    releasedTexts: {},
    audience: 3,
  };
  expect(maySteer(released, 'undo', new Date(at.getTime() + 59_999)).ok).toBe(true);
  expect(maySteer(released, 'undo', new Date(at.getTime() + 60_000)).ok).toBe(false);
});

it('stops at trouble that is no single case, counted from when somebody last looked', () => {
  const none = { tried: 0, trouble: 0 };
  expect(isTooMuchTrouble({ tried: 20, trouble: 9 }, none)).toBe(false);
  expect(isTooMuchTrouble({ tried: 20, trouble: 10 }, none)).toBe(true);
  expect(isTooMuchTrouble({ tried: 5000, trouble: 250 }, none)).toBe(false);
  expect(isTooMuchTrouble({ tried: 30, trouble: 12 }, { tried: 20, trouble: 10 })).toBe(false);
});

it('tells nothing of a ledger that does not add up', () => {
  const ledger = { audience: 6, sent: 1, failed: 1, excluded: 1, unknown: 1, pending: 1, cancelled: 1 };
  expect(addsUp(ledger)).toBe(true);
  expect(() => checked({ ...ledger, sent: 2 }, 'b')).toThrow(/does not add up/);
});

describe('the moment', () => {
  const startsAt = new Date('2026-03-02T09:00:00Z');
  const never = (): boolean => false;
  it('is that hour where a structure lives', () => {
    const paris = calendarOf({ territory: 'Lille', timeZone: 'Europe/Paris', language: 'fr' });
    const reunion = calendarOf({ territory: '', timeZone: 'Indian/Reunion', language: 'fr' });
    expect(dueAt({ localAt: '2026-03-03T10:30', startsAt }, paris, never).toISOString()).toBe('2026-03-03T09:30:00.000Z');
    expect(dueAt({ localAt: '2026-03-03T10:30', startsAt }, reunion, never).toISOString()).toBe('2026-03-03T06:30:00.000Z');
  });
  it('is a holiday of the place nowhere, and never before the release counts', () => {
    const wallonia = calendarOf({ territory: 'Liège', timeZone: 'Europe/Brussels', language: 'fr' });
    const holiday = (on: string): boolean => on === '2026-03-03';
    expect(dueAt({ localAt: '2026-03-03T10:30', startsAt }, wallonia, holiday).toISOString()).toBe('2026-03-04T08:00:00.000Z');
    expect(dueAt({ localAt: '2026-03-01T10:30', startsAt }, wallonia, never)).toEqual(startsAt);
  });
  it.each([
    ['2026-03-02', '9h', '2026-03-02T09:00'],
    ['2026-03-02', '17u30', '2026-03-02T17:30'],
    ['2026-02-30', '09:00', undefined],
    ['2026-03-02', '25:00', undefined],
  ])('of %s and %s is %s', (on, time, expected) => expect(readLocalAt(on, time)).toBe(expected));
});

describe('words', () => {
  it.each([
    ['voir les envois', { do: 'list' }],
    ['Onze verzendingen', { do: 'list' }],
    ['our broadcasts', { do: 'list' }],
    ['bibliothèque', { do: 'library' }],
    ['de bibliotheek', { do: 'library' }],
    ['tip library', { do: 'library' }],
    ['Écrire un conseil : Commencez petit.', { do: 'new', text: 'Commencez petit.' }],
    ['tip schrijven: Begin klein.', { do: 'new', text: 'Begin klein.' }],
    ['write a tip: Start small.', { do: 'new', text: 'Start small.' }],
    ["Suspendre l'envoi !", { do: 'pause' }],
    ['verzending pauzeren', { do: 'pause' }],
    ['pause the broadcast', { do: 'pause' }],
    ["reprendre l'envoi 2", { do: 'resume', number: 2 }],
    ['hervat de verzending', { do: 'resume' }],
    ["annuler l'envoi", { do: 'cancel' }],
    ['annuleer de verzending', { do: 'cancel' }],
    ['cancel the broadcast', { do: 'cancel' }],
    ['bilan envoi 2', { do: 'report', number: 2 }],
    ['verslag van de verzending', { do: 'report' }],
    ['report on the broadcast', { do: 'report' }],
    ["défaire l'envoi", { do: 'undo' }],
    ['retirer le conseil', { do: 'withdraw' }],
    ['renvoyer le conseil', { do: 'resend' }],
    ["Renvoyer l'envoi 2 aux incertains", { do: 'resend-unknown', number: 2 }],
    ['de verzending opnieuw sturen naar de onzekere', { do: 'resend-unknown' }],
    ['resend the broadcast to the uncertain ones', { do: 'resend-unknown' }],
    ['tester le conseil', { do: 'test' }],
    ["envoyer l'envoi", { do: 'release' }],
  ])('"%s"', (said, expected) => expect(readBroadcastCommand(said)).toEqual(expected));
  it.each(['pause', 'annuler', 'reprendre', 'où en sommes-nous ?', 'stop', 'Nous avons annulé trois ateliers', 'bilan'])(
    '"%s" is about something else',
    (said) => expect(readBroadcastCommand(said)).toBeUndefined(),
  );
  it.each([
    ['Utile, merci !', 'useful'],
    ['Nuttig', 'useful'],
    ['not useful', 'not-for-us'],
    ['Pas pour nous.', 'not-for-us'],
    ['niet voor ons', 'not-for-us'],
    ['geen tips meer', 'stop'],
    ['no more tips', 'stop'],
    ['recevoir à nouveau des conseils', 'again'],
    ['Ce serait utile un jour', undefined],
  ])('of a team: "%s"', (said, expected) => expect(readTipWord(said)).toBe(expected));
});
