import { expect, it } from 'vitest';
import { decide } from '../../src/core/evaluation/decide.ts';
import { languages } from '../../src/core/language.ts';
import { plainText } from '../../src/core/message.ts';
import { aMember, aTable, wording } from '../support/scene.ts';

const { evaluation, method } = aTable();

it.each(languages)('tells a newcomer who speaks %s which language is the team’s, if it is not theirs', (language) => {
  const by = aMember('Els', { language });
  const now = new Date('2026-01-05T09:00:00Z');
  const turn = decide(
    evaluation,
    { what: 'newcomer' },
    { method, wording, now, by, spot: { in: 'channel' }, newId: () => 'id', known: [] },
  );
  const said = turn.say.map(({ message }) => plainText(message)).join('\n');
  const told = wording[language]('welcome.language', { language: wording[language]('language.fr') });
  if (language === 'fr') expect(said).not.toContain(told);
  else expect(said).toContain(told);
});
