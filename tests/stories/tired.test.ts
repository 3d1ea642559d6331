import { describe, expect, it } from 'vitest';
import { asOwner } from '../support/database.ts';
import { aTeamOn, everywhere } from '../support/story.ts';

describe.each(everywhere)('on %s', (platform) => {
  it('follows a tired team: sloppy words, wrong types, side questions, late answers, an edit, a deletion', async () => {
    const team = await aTeamOn(platform, { path: 'full', accompanied: true });

    // Two short messages in a row are one thing said, and one reply.
    await team.says('on parle tjs des sorties emploi');
    expect(team.kinds[0]).toBe('kept');
    await team.says('mais c pas le plus fort', { to: 'why-now' });
    expect(team.kinds).toEqual([]);
    expect(await team.answer('why-now')).toMatchObject({ text: 'on parle tjs des sorties emploi\nmais c pas le plus fort' });
    // Each message stays a contribution of its own.
    expect((await team.state('why-now')).contributions).toMatchObject([{ state: 'kept' }, { state: 'kept' }]);

    // A choice by a piece of its label, with a slip.
    await team.waits({ hours: 20 });
    await team.says('amelliorer', { by: 'Luc' });
    expect(await team.answer('main-purpose')).toMatchObject({ value: 'improve' });

    await team.says('on passe celle la', { by: 'Luc' });
    expect((await team.state('fears-and-limits')).status).toBe('skipped');

    await team.says('samira pilote, luc si elle est pas la', { by: 'Luc' });
    expect((await team.state('team-and-roles')).status).toBe('answered');

    // A wrong type twice: parked, and the accompanier is told. No reproach, the team moves on.
    await team.says('pas beaucoup', { by: 'Fatou' });
    expect(team.understood).toEqual(['unclear']);
    await team.says('ça dépend vraiment des semaines', { by: 'Fatou' });
    expect((await team.state('time-available')).status).toBe('parked');
    team.hears('votre accompagnateur en est averti');
    expect(await team.openQuestion()).toBe('mission-in-own-words');

    // A side question in the middle, thanks, a laugh: nothing of it is stored.
    await team.says('c koi une mission ??', { by: 'Fatou' });
    await team.says('ok merci', { by: 'Fatou' });
    expect(team.understood).toEqual(['small-talk']);
    await team.says('mdr', { by: 'Luc' });
    expect((await team.state('mission-in-own-words')).contributions).toEqual([]);

    await team.says('on trie des fringues et on remet des gens debout', { by: 'Luc' });
    await team.says('bcp de femmes de + de 45 ans qui travaillent plus depuis 3 ans', { by: 'Luc' });
    await team.says('une soixantaine… 62 en 2025', { by: 'Luc' });
    expect(await team.answer('people-reached')).toMatchObject({ value: 62, year: 2025 });

    // An answer to a question that was parked, in its own thread, hours later.
    await team.waits({ hours: 5 });
    await team.says('6h/mois finalement', { to: 'time-available', by: 'Samira' });
    expect(await team.answer('time-available')).toMatchObject({ value: 6 });
    expect((await team.state('time-available')).status).toBe('answered');
    expect(await team.openQuestion()).toBe('main-activities');

    // One line, then an edit of it, then somebody else takes their words back.
    const activities = await team.says('tri, couture', { by: 'Fatou' });
    await team.edits(activities, 'tri, couture, boutique', { by: 'Fatou' });
    expect(team.understood).toEqual(['correct']);
    expect(await team.answer('main-activities')).toMatchObject({
      items: [{ text: 'tri' }, { text: 'couture' }, { text: 'boutique' }],
    });
    const added = await team.says('et les permanences du samedi', { to: 'main-activities', by: 'Luc' });
    team.sees('settle');
    await team.deletes(added, { by: 'Luc' });
    expect((await team.state('main-activities')).contributions.map(({ state }) => state)).toEqual(['kept', 'withdrawn']);

    // The author deletes what the answer rests on: to look at again, nothing erased.
    await team.deletes(activities, { by: 'Fatou' });
    expect(await team.state('main-activities')).toMatchObject({ status: 'answered', recheck: true });
    expect(await team.answer('main-activities')).toMatchObject({ items: [{}, {}, {}] });

    // Four days of silence; then they ask where they are.
    await team.waits({ hours: 96 });
    await team.says('on en est où deja', { to: 'channel', by: 'Samira' });
    expect(team.understood).toEqual(['status']);
    team.hears('réglées sur 43');

    // Not one word that was an answer is lost.
    const { id } = await team.evaluation();
    const rows = await asOwner<{ text: string }>(
      team.databaseUrl,
      'select v.text from contribution_versions v join contributions c on c.id = v.contribution_id where c.evaluation_id = $1',
      [id],
    );
    const words = rows.map(({ text }) => text).join('\n');
    for (const said of [
      'amelliorer',
      'on trie des fringues',
      '+ de 45 ans',
      '6h/mois finalement',
      'tri, couture',
      'permanences du samedi',
    ])
      expect(words).toContain(said);
  });
});
