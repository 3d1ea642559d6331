import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { PlatformName } from '../../src/core/incoming.ts';
import { plainText } from '../../src/core/message.ts';
import { everywhere, type Team } from '../support/story.ts';
import { aTeamWithAnswers, cardOf, shownOf, valueOf } from '../support/text-team.ts';

async function approvedOn(platform: PlatformName): Promise<Team> {
  const team = await aTeamWithAnswers({}, platform);
  await team.says('nous voulons un texte pour le rapport annuel', { to: 'channel' });
  await team.presses('text-write', { to: 'channel' });
  await team.presses('text-approve', { to: 'channel', value: valueOf(team, 'text', 'text-approve') });
  return team;
}

/** The newest file that came with a message: where its button was pressed, or in the thread of the text when words asked for it there. */
function fileOf(team: Team, where: 'thread' | 'channel' = 'thread'): { name: string; type: string; bytes: Uint8Array } {
  const { message, files, thread } = shownOf(team, 'text-file');
  const [attachment] = message.attachments ?? [];
  const file = files?.get(attachment?.file ?? '');
  expect(thread).toBe(where === 'thread' ? cardOf(team).id : undefined);
  expect(file?.name).toBe(attachment?.name);
  if (!file) throw new Error('No file came.');
  return file;
}

const wordsIn = async (docx: Uint8Array, part = 'word/document.xml'): Promise<string> =>
  ((await (await JSZip.loadAsync(docx)).file(part)?.async('string')) ?? '').replaceAll(/<[^>]*>/g, ' ');

describe.each(everywhere)('an approved text on %s', { timeout: 120_000 }, (platform) => {
  it('leaves as a Word, a Markdown and a text file, with its sources and its review, by button and by words', async () => {
    const team = await approvedOn(platform);
    const before = plainText(shownOf(team, 'text-body').message);
    const sentence = /\(1\) (.+?) \(2\)/u.exec(before)?.[1] ?? 'nothing';

    await team.presses('text-export', { to: 'channel', value: 'docx', by: 'Luc' });
    const word = fileOf(team, 'channel');
    expect(word.name).toMatch(/^team-\w+ - .+ - v1\.docx$|^.+ - Paragraphe de rapport annuel - v1\.docx$/);
    const said = await wordsIn(word.bytes);
    expect(said).toContain('Approuvé par Samira le 5 janvier 2026 (version 1).');
    expect(said).toContain('Les réponses derrière chaque phrase');
    expect(said).toContain('Samira a préparé le brouillon (version 1)');
    expect(said).toContain('Samira a approuvé (version 1)');
    expect(said).not.toContain('à relire');
    expect(await wordsIn(word.bytes, 'word/header1.xml')).toBe('');

    await team.says('exporter en markdown', { thread: cardOf(team).id });
    const markdown = Buffer.from(fileOf(team).bytes).toString();
    expect(fileOf(team)).toMatchObject({ type: 'text/markdown; charset=utf-8' });
    expect(markdown).toContain('## Les réponses derrière chaque phrase');
    await team.says('le fichier texte', { thread: cardOf(team).id });
    const text = Buffer.from(fileOf(team).bytes).toString().replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
    expect(text).toContain(sentence.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' '));
    expect(text).not.toContain('réponses derrière');
  });

  it('keeps in its file what was remarked and proposed, and no file leaves before the yes', async () => {
    const team = await aTeamWithAnswers({}, platform);
    await team.says('nous voulons un texte pour le rapport annuel', { to: 'channel' });
    await team.presses('text-write', { to: 'channel' });
    await team.says('exporter en Word', { thread: cardOf(team).id });
    expect(team.kinds).toEqual(['text-refused']);
    await team.says('commentaire 1 : à dire plus simplement', { thread: cardOf(team).id, by: 'Fatou' });
    await team.says('proposer 1 : Voici une autre phrase.', { thread: cardOf(team).id, by: 'Luc' });
    await team.presses('text-approve', { to: 'channel', value: valueOf(team, 'text', 'text-approve') });
    await team.says('exporter en Word', { thread: cardOf(team).id });
    const { bytes } = fileOf(team);
    expect(await wordsIn(bytes, 'word/comments.xml')).toContain('à dire plus simplement');
    const document = (await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string')) ?? '';
    expect(document).toMatch(/<w:ins [^>]*w:author="Luc"/);
    expect(document).toMatch(/<w:del [^>]*w:author="Luc"/);
  });
});
