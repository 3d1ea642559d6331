import { describe, expect, it } from 'vitest';
import { aTeamOn, everywhere } from '../support/story.ts';

describe.each(everywhere)('on %s', (platform) => {
  it('a silent team is reminded with the question itself, says when it wants to hear again, and answers where it was asked', async () => {
    const team = await aTeamOn(platform, { path: 'express' });
    await team.says('rythme : chaque semaine');
    team.hears('un signe par semaine');
    await team.says('prochain rappel ?');
    team.hears('Prochain rappel, si rien ne bouge');

    const open = await team.openQuestion();
    await team.waits({ hours: 192 });
    team.hears('Une question vous attend');
    expect(team.kinds).toContain('nudge');

    await team.says('pourquoi ce rappel ?');
    team.hears('Votre équipe a choisi « un signe par semaine »');
    await team.fills({ until: dayIn(team.clock.now(), 20) }, { action: 'nudge-later' });
    team.hears('aucun rappel avant le');
    await team.waits({ hours: 360 });
    expect(team.kinds).toEqual([]);
    await team.waits({ hours: 240 });
    expect(team.kinds).toContain('nudge');

    await team.says('Nous voulons montrer ce qui change pour nos salariés.');
    expect(await team.openQuestion()).not.toBe(open);
    await team.says('plus de rappels');
    await team.waits({ hours: 1440 });
    expect(team.kinds).toEqual([]);
  });
});

const dayIn = (now: Date, days: number): string => new Date(now.getTime() + days * 24 * 3_600_000).toISOString().slice(0, 10);
