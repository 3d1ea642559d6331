import { expect, it } from 'vitest';
import type { Message } from '../../src/core/message.ts';
import { plainText } from '../../src/core/message.ts';
import { type Accompanier, anAccompanierOf } from '../support/accompanier.ts';
import { aTeamOn, type Team } from '../support/story.ts';
import { shownOf } from '../support/text-team.ts';

/** Their days are the same ones: time goes by for all of them. */
const together = (...teams: Team[]): void => {
  const latest = Math.max(...teams.map(({ clock }) => clock.now().getTime()));
  for (const { clock } of teams) clock.goTo(new Date(latest));
};
const saidTo = (who: Accompanier, kind: Message['kind']): string => plainText(who.newest(kind).message);
const kindsAt = (who: Accompanier, structure: string): string[] =>
  who
    .shown()
    .filter(({ message }) => plainText(message).includes(structure) && message.kind.startsWith('desk-'))
    .map(({ message }) => message.kind);

/** One process, one database, the wires of Slack and of Teams, and the local page. */
it(
  'lets somebody on Teams accompany two teams on Slack and one on the local page, and pass one on to a colleague on Slack',
  {
    timeout: 300_000,
  },
  async () => {
    const [quai, moulin, verger] = [
      await aTeamOn('slack', { begun: false }),
      await aTeamOn('slack', { begun: false }),
      await aTeamOn('local', { begun: false }),
    ];
    const teams = { 'Le Quai': quai, 'Le Moulin': moulin, 'Le Verger': verger };
    for (const [structure, team] of Object.entries(teams)) {
      together(quai, moulin, verger);
      await team.begins({ structure });
      await team.arrives('Luc');
    }
    const nadia = await anAccompanierOf(moulin, 'teams', { language: 'fr', accompanies: Object.values(teams) });

    // A reminder by hand: seen first, then in the thread of each team's question.
    await nadia.says('relancer tous');
    for (const structure of Object.keys(teams)) expect(saidTo(nadia, 'nudge-preview')).toContain(structure);
    expect(
      Object.values(teams).flatMap((team) => team.shown().filter(({ message }) => message.kind === 'nudge-by-hand')),
    ).toEqual([]);
    await nadia.presses('acc-nudge-send', 'nudge-preview');
    for (const team of Object.values(teams)) {
      const nudge = shownOf(team, 'nudge-by-hand');
      expect(plainText(nudge.message)).toContain('Message de Nadia, qui vous accompagne.');
      expect(nudge.thread).toBe(team.stage.newestCard()?.id);
    }

    // A call for help, answered into the thread of the question it is about, and nowhere else.
    together(quai, moulin, verger);
    const called = (await moulin.openQuestion()) ?? '';
    await moulin.says('parler à notre accompagnatrice : par où commencer', { by: 'Luc' });
    expect(saidTo(nadia, 'desk-call')).toContain('Le Moulin souhaite vous parler');
    expect(saidTo(nadia, 'desk-call')).toContain('« par où commencer » (Luc)');
    await nadia.fills('acc-call-answer', { words: 'Par ce que vous avez vu la semaine dernière.' }, 'desk-call');
    const answer = shownOf(moulin, 'call-answered');
    expect(answer.thread).toBe(moulin.stage.cardOf(called)?.id);
    expect(plainText(answer.message)).toContain('« Par ce que vous avez vu la semaine dernière. » (Nadia)');
    for (const other of [quai, verger]) expect(JSON.stringify(other.shown())).not.toContain('la semaine dernière');

    // A text, shared, sent back, corrected, and approved by both sides.
    for (const each of moulin.questions()) await moulin.says(each.example.fr, { to: each.id });
    await moulin.says('nous voulons un texte pour le rapport annuel', { to: 'channel' });
    await moulin.presses('text-write', { to: 'channel' });
    await moulin.presses('text-both', { to: 'channel', value: 'yes' });
    expect(kindsAt(nadia, 'Le Moulin')).not.toContain('desk-body');
    await moulin.presses('share-content', { to: 'channel', value: 'yes' });
    expect(saidTo(nadia, 'desk-body')).toContain('(1) ');
    await nadia.fills('acc-text-changes', { words: 'Plus court, merci.' }, 'desk-text');
    expect(plainText(shownOf(moulin, 'text').message)).toContain('Nadia demande des changements');
    await moulin.says('corriger 1 : Nous trions des textiles.', { thread: shownOf(moulin, 'text').id, by: 'Luc' });
    expect(saidTo(nadia, 'desk-body')).toContain('(1) Nous trions des textiles.');
    await nadia.presses('acc-text-approve', 'desk-text');
    await moulin.presses('text-approve', { to: 'channel', value: '2' });
    expect(plainText(shownOf(moulin, 'text-approved').message)).toMatch(/Approuvé par (?:Nadia et Samira|Samira et Nadia)/);

    // Another text is in review when the team is passed on.
    await moulin.says('nous voulons un texte pour notre site', { to: 'channel' });
    await moulin.presses('text-write', { to: 'channel' });
    together(quai, moulin, verger);
    const karim = await anAccompanierOf(moulin, 'slack', { name: 'Karim', language: 'fr', accompanies: [] });
    await nadia.says('passer le relais Le Moulin');
    await karim.says(/[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(saidTo(nadia, 'handover-code'))?.[0] ?? '');
    expect(saidTo(karim, 'handover-offer')).toContain('Nadia vous confie');
    expect(kindsAt(karim, 'Le Moulin')).toEqual([]);
    await karim.presses('acc-handover-accept', 'handover-offer');
    expect(plainText(shownOf(moulin, 'new-accompanier').message)).toContain('Karim vous accompagne désormais');

    // What is open is at the new desk, with its buttons, and no longer at the old one.
    expect(karim.newest('desk-call').message.actions.map(({ id }) => id)).toContain('acc-call-answer');
    expect(karim.newest('desk-text').message.actions.map(({ id }) => id)).toContain('acc-text-comment');
    expect(nadia.shown().filter(({ message }) => ['desk-call', 'desk-text', 'desk-body'].includes(message.kind))).toEqual([]);
    // What she did stays, as what she was told of it.
    const receipts = ['desk-call-done', 'desk-text-said'];
    expect(kindsAt(nadia, 'Le Moulin').filter((kind) => !receipts.includes(kind))).toEqual(
      Array.from({ length: 5 }, () => 'desk-withdrawn'),
    );

    const before = nadia.shown().length;
    await moulin.says('parler à notre accompagnateur : trouvons une date', { to: 'channel', by: 'Samira' });
    expect(saidTo(karim, 'desk-call')).toContain('« trouvons une date » (Samira)');
    await karim.fills('acc-call-answer', { words: 'Mardi à dix heures.' }, 'desk-call');
    expect(plainText(shownOf(moulin, 'call-answered').message)).toContain('« Mardi à dix heures. » (Karim)');
    expect(nadia.shown()).toHaveLength(before);
    // The other two are still hers.
    together(quai, moulin, verger);
    await verger.says('parler à notre accompagnatrice');
    expect(saidTo(nadia, 'desk-call')).toContain('Le Verger');
    expect(JSON.stringify(karim.shown())).not.toContain('Le Verger');
  },
);
