import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { content } from '../support/content.ts';
import type { ExportedText } from '../../src/core/exported-text.ts';
import { languages } from '../../src/core/language.ts';
import { findQuestion } from '../../src/core/method.ts';
import { toDocx } from '../../src/export/docx.ts';
import { createWording } from '../../src/wording.ts';
import { aText, demo, method } from '../support/texts.ts';

const wording = createWording(content.phrases);
const at = new Date('2026-06-03T08:15:00Z');

/** The eight texts of the demo enterprise with the answers behind them, in all languages; the first is still in review. */
function eightTexts(): ExportedText[] {
  return method.outputs.map(({ id, name }, index): ExportedText => {
    const language = languages[index % languages.length] ?? 'fr';
    const made = aText(demo.fr, id, language);
    return {
      title: made.title,
      language,
      structure: 'Les Ateliers du Canal',
      kind: name[language],
      version: 2,
      origin: 'assembled',
      ...(index > 0 && { approved: { by: 'Samira', at } }),
      ...(made.note !== undefined && { note: made.note }),
      paragraphs: made.paragraphs.map(({ heading, sentences }, paragraph) => ({
        ...(heading !== undefined && { heading }),
        sentences: sentences.map(({ text, supports, original }, number) => ({
          key: `${paragraph}.${number}`,
          text,
          ...(original && { original }),
          sources: supports.map((support) => {
            const [question = ''] = support.split('/');
            const asked = findQuestion(method, question);
            const answer = demo.fr.answers[question];
            const line = answer?.items?.find((item) => support.endsWith(item.id))?.text;
            return { question: asked?.lead?.[language] ?? question, words: line ?? answer?.text ?? '', version: 1, at };
          }),
        })),
      })),
      review: [
        { who: 'Samira', what: 'drafted', at, version: 1 },
        { who: 'Luc', what: 'commented', at, version: 1, words: 'À dire plus simplement.' },
      ],
      comments: index === 0 ? [{ sentence: '0.0', who: 'Luc', at, text: 'Plus simple ?' }] : [],
      suggestions: index === 0 ? [{ sentence: '0.1', who: 'Fatou', at, text: 'Une autre phrase.' }] : [],
      timeZone: 'Europe/Paris',
    };
  });
}

const office = ['soffice', 'libreoffice']
  .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
  .find((file) => existsSync(file));
if (!office)
  console.warn(
    'NOT RUN, because LibreOffice is not on this machine: that the eight texts open in an office program, with every word.',
  );

it.skipIf(!office)(
  'the eight texts open in LibreOffice, with every sentence and every answer behind them',
  { timeout: 240_000 },
  async () => {
    const folder = process.env['OFFICE_FOLDER'] ?? mkdtempSync(join(tmpdir(), 'office-'));
    try {
      const texts = eightTexts();
      const files = texts.map((_, index) => join(folder, `${index}.docx`));
      for (const [index, text] of texts.entries()) writeFileSync(files[index] ?? '', await toDocx(text, wording[text.language]));
      execFileSync(office ?? '', ['--headless', '--convert-to', 'txt:Text', '--outdir', folder, ...files], {
        timeout: 200_000,
        stdio: 'ignore',
        env: { ...process.env, HOME: folder },
      });
      for (const [index, text] of texts.entries()) {
        const read = plain(readFileSync(join(folder, `${index}.txt`), 'utf8'));
        const sentences = text.paragraphs.flatMap((paragraph) => paragraph.sentences);
        const wanted = sentences.filter(({ key }) => !text.suggestions.some(({ sentence }) => sentence === key));
        expect(wanted.filter((sentence) => !read.includes(plain(sentence.text)))).toEqual([]);
        const answers = sentences.flatMap(({ sources }) => sources.map(({ words }) => plain(words)));
        expect(answers.filter((answer) => !read.includes(answer))).toEqual([]);
      }
    } finally {
      if (process.env['OFFICE_FOLDER'] === undefined) rmSync(folder, { recursive: true, force: true });
    }
  },
);

const plain = (text: string): string =>
  text
    .replaceAll(/[\s\u00a0\u202f]+/gu, ' ')
    .replaceAll('’', "'")
    .trim();
