import { describe, expect, it } from 'vitest';
import { readAccountWish, readMirrorWish } from '../../src/core/links.ts';

describe('what people want of their accounts', () => {
  it.each([
    'Relier mon autre compte',
    'relier un autre compte.',
    'je voudrais relier mes comptes',
    'Mijn andere account koppelen',
    'een ander account koppelen',
    'koppel mijn andere account',
    'Link my other account',
    'link another account!',
  ])('reads “%s” as a wish to link', (said) => {
    expect(readAccountWish(said)).toEqual({ want: 'link' });
  });

  it.each([
    ['délier', undefined],
    ['Délier mon autre compte', undefined],
    ['délier 2', 2],
    ['ontkoppelen', undefined],
    ['mijn andere account ontkoppelen', undefined],
    ['ontkoppelen 1', 1],
    ['unlink', undefined],
    ['unlink my other account', undefined],
    ['unlink 3', 3],
  ])('reads “%s” as a wish to unlink', (said, number) => {
    expect(readAccountWish(said)).toEqual({ want: 'part', ...(number !== undefined && { number }) });
  });

  it.each([
    'Nous voulons relier les comptes de la ferme à ceux du magasin',
    'délier les langues',
    'le compte',
    'we link accounts of many people',
    'koppelen',
  ])('leaves “%s” alone', (said) => {
    expect(readAccountWish(said)).toBeUndefined();
  });
});

describe('what people want of the channels of an evaluation', () => {
  it.each([
    ['ajouter un autre canal', 'add'],
    ['Ajouter un canal', 'add'],
    ['een ander kanaal toevoegen', 'add'],
    ['voeg een kanaal toe', 'add'],
    ['add another channel', 'add'],
    ['retirer le miroir', 'remove'],
    ['retirer ce canal', 'remove'],
    ['de spiegel verwijderen', 'remove'],
    ['remove the mirror', 'remove'],
    ['Le canal principal est ici.', 'move-home'],
    ['het hoofdkanaal is hier', 'move-home'],
    ['the main channel is here', 'move-home'],
  ])('reads “%s”', (said, wish) => {
    expect(readMirrorWish(said)).toBe(wish);
  });

  it.each(['le canal principal est notre site', 'retirer ce canal du bilan', 'add another channel of distribution', 'un miroir'])(
    'leaves “%s” alone',
    (said) => {
      expect(readMirrorWish(said)).toBeUndefined();
    },
  );
});
