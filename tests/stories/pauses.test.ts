import { describe, expect, it } from 'vitest';
import { aTeamOn, everywhere } from '../support/story.ts';

const first = 'Pour mettre des mots sur ce que nous voyons.';

describe.each(everywhere)('on %s', (platform) => {
  describe('a pause', () => {
    it('ends by itself on the morning of its day, with a recap and the open question', async () => {
      const team = await aTeamOn(platform);
      await team.says(first);
      await team.says("pause jusqu'au 1er avril", { to: 'channel' });
      expect((await team.evaluation()).state).toBe('paused');
      await team.waits('2026-04-01T08:59:00+02:00');
      team.hearsNothing();
      await team.waits('2026-04-01T09:01:00+02:00');
      const recap = team.textOf(team.sees('recap'));
      expect(recap).toContain(first);
      expect(recap).toContain('Racontez votre mission');
      expect(team.kinds).toEqual(['recap', 'question']);
      expect(await team.evaluation()).toMatchObject({ state: 'running', openQuestion: 'mission-in-own-words' });
    });

    it('is silent, keeps what is said, and tells where we are to whoever asks', async () => {
      const team = await aTeamOn(platform);
      await team.says('pause', { to: 'channel' });
      team.hears("Jusqu'à quelle date ?");
      await team.says('dans trois semaines', { to: 'channel' });
      team.hears('Pause jusqu');
      await team.waits({ hours: 100 });
      await team.says(first, { by: 'Luc', to: 'why-now' });
      team.hearsNothing();
      expect(await team.answer('why-now')).toMatchObject({ text: first });
      await team.says('où en sommes-nous ?', { by: 'Luc', to: 'channel' });
      team.hears('En pause jusqu');
      await team.presses('resume', { by: 'Fatou' });
      team.sees('recap');
      expect(await team.openQuestion()).toBe('mission-in-own-words');
    });

    it('without a date lasts until somebody resumes', async () => {
      const team = await aTeamOn(platform);
      await team.presses('help', { by: 'Luc' });
      await team.presses('pause', { by: 'Luc' });
      await team.presses('pause-open', { by: 'Luc' });
      await team.waits({ hours: 24 * 400 });
      team.hearsNothing();
      await team.says('reprendre', { to: 'channel' });
      team.sees('recap');
      expect((await team.evaluation()).state).toBe('running');
    });

    it('refuses a day that is past, and asks again', async () => {
      const team = await aTeamOn(platform);
      await team.says('pause', { to: 'channel' });
      await team.fills({ until: '2025-12-24' }, { action: 'pause', to: 'channel' });
      team.hears('Cette date est passée');
      expect((await team.evaluation()).state).toBe('running');
    });
  });

  describe('silence', () => {
    it('of four days makes the next message a recap, and not one message more', async () => {
      const team = await aTeamOn(platform);
      await team.says(first);
      await team.waits({ hours: 4 * 24 });
      team.hearsNothing();
      await team.says('Nous trions et transformons des textiles.', { by: 'Luc' });
      expect(team.kinds).toEqual(['kept', 'question']);
      const kept = team.textOf(team.sees('kept'));
      expect(kept).toContain('Où nous en étions');
      expect(kept).toContain(first);
      expect(kept).toContain("C'est noté, merci Luc.");
    });

    it('of two days changes nothing', async () => {
      const team = await aTeamOn(platform);
      await team.says(first);
      await team.waits({ hours: 2 * 24 });
      await team.says('Nous trions et transformons des textiles.', { by: 'Luc' });
      expect(team.textOf(team.sees('kept'))).not.toContain('Où nous en étions');
    });
  });
});
