import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/message.ts';
import { anAccompanierOf } from '../support/accompanier.ts';
import { shownOf, valueOf } from '../support/text-team.ts';
import { aTeamOn } from '../support/story.ts';

describe.each([
  ['slack', 'teams'],
  ['teams', 'slack'],
  ['local', 'slack'],
  ['slack', 'local'],
] as const)('a team on %s, accompanied from %s', (home, elsewhere) => {
  it('calls for help, gets an answer in its thread, answers back and closes', async () => {
    const team = await aTeamOn(home, { path: 'express' });
    const nadia = await anAccompanierOf(team, elsewhere);
    const question = (await team.openQuestion()) ?? '';
    await team.says('parler à notre accompagnatrice : par où commencer', { by: 'Luc' });
    const card = () => plainText(nadia.newest('desk-call').message);
    expect(card()).toContain('Les Ateliers du Canal wil met jullie praten');
    expect(card()).toContain('« par où commencer » (Luc)');

    await nadia.presses('acc-call-take', 'desk-call');
    expect(card()).toContain('Nadia neemt dit op');
    expect(plainText(shownOf(team, 'call').message)).toContain("Nadia s'en occupe");

    await nadia.fills('acc-call-answer', { words: 'Begin bij wat jullie vorige week zagen.' }, 'desk-call');
    const answer = shownOf(team, 'call-answered');
    expect(answer.thread).toBe(team.stage.cardOf(question)?.id);
    expect(plainText(answer.message)).toContain('« Begin bij wat jullie vorige week zagen. » (Nadia)');

    await team.fills({ words: 'Merci, nous commençons par là.' }, { action: 'accompanier', by: 'Samira', to: question });
    expect(card()).toContain('« Merci, nous commençons par là. » (Samira)');
    // By words, naming the team: every place has those.
    await nadia.says('antwoord aan Les Ateliers du Canal: Heel goed.');
    expect(plainText(shownOf(team, 'call-answered').message)).toContain('Heel goed.');

    await team.presses('call-close', { to: 'channel', value: valueOf(team, 'call-answered', 'call-close') });
    expect(card()).toContain('Afgesloten door Samira');
    expect(nadia.newest('desk-call').message.actions).toEqual([]);
    expect(nadia.shown().filter(({ message }) => message.kind === 'desk-call')).toHaveLength(1);
    // The one who accompanies is no member of the team, and the team's answers never went anywhere.
    expect((await team.evaluation()).members.map(({ name }) => name)).not.toContain('Nadia');
  });

  it('shares a text that is commented, sent back, corrected and approved by both', async () => {
    const team = await aTeamOn(home, { path: 'express' });
    const nadia = await anAccompanierOf(team, elsewhere);
    for (const each of team.questions()) await team.says(each.example.fr, { to: each.id });
    await team.says('nous voulons un texte pour le rapport annuel', { to: 'channel' });
    await team.presses('text-write', { to: 'channel' });
    expect(nadia.shown().filter(({ message }) => message.kind.startsWith('desk-'))).toEqual([]);

    await team.presses('text-both', { to: 'channel', value: 'yes' });
    await team.presses('share-content', { to: 'channel', value: 'yes' });
    const head = () => plainText(nadia.newest('desk-text').message);
    expect(head()).toContain('Les Ateliers du Canal: een tekst om na te lezen');
    expect(plainText(nadia.newest('desk-body').message)).toContain('(1) ');

    const sentence = nadia.offered('acc-text-comment', 'sentence', 'desk-text', 2);
    await nadia.fills('acc-text-comment', { sentence, words: 'Wie zegt dit?' }, 'desk-text');
    expect(plainText(shownOf(team, 'text-body').message)).toMatch(/Wie zegt dit\?[^]*Nadia/);

    await nadia.fills('acc-text-changes', { words: 'Korter graag.' }, 'desk-text');
    expect(plainText(shownOf(team, 'text').message)).toContain('Nadia demande des changements');
    await team.says('corriger 1 : Nous trions des textiles.', { thread: shownOf(team, 'text').id, by: 'Luc' });
    expect(plainText(nadia.newest('desk-body').message)).toContain('(1) Nous trions des textiles.');
    expect(nadia.newest('desk-text').message.about?.version).toBe(2);

    await nadia.presses('acc-text-approve', 'desk-text');
    expect(plainText(shownOf(team, 'text').message)).toContain('Nadia a approuvé');
    await team.presses('text-approve', { to: 'channel', value: '2' });
    expect(plainText(shownOf(team, 'text-approved').message)).toMatch(/Approuvé par (?:Nadia et Samira|Samira et Nadia)/);
    expect(head()).toMatch(/Goedgekeurd door (?:Nadia en Samira|Samira en Nadia)/);
    expect(nadia.newest('desk-text').message.actions.map(({ id }) => id)).toEqual(['acc-text-sources']);
  });
});
