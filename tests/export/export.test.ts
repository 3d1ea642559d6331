import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { content } from '../support/content.ts';
import { languages } from '../../src/core/language.ts';
import { difference } from '../../src/export/difference.ts';
import { toDocx } from '../../src/export/docx.ts';
import type { ExportedText } from '../../src/core/exported-text.ts';
import { toMarkdown } from '../../src/export/markdown.ts';
import { toPlainText } from '../../src/export/plain-text.ts';
import { createWording } from '../../src/wording.ts';
import { aText as anAssembledText, demo } from '../support/texts.ts';

const wording = createWording(content.phrases);
const at = new Date('2026-06-03T08:15:00Z');

function aText(more: Partial<ExportedText> = {}): ExportedText {
  return {
    title: 'Ce que nous avons appris',
    language: 'fr',
    structure: 'Les Ateliers du Canal',
    kind: 'Note pour un dossier de financement',
    version: 2,
    origin: 'assembled',
    paragraphs: [
      {
        heading: 'Le besoin',
        sentences: [
          {
            key: 'a',
            text: 'Nous avons entendu 14 personnes : 8 en entretien.',
            sources: [
              {
                question: 'Les personnes entendues',
                words: '14 personnes sur 22',
                version: 3,
                at: new Date('2025-04-22T22:30:00Z'),
              },
            ],
          },
          { key: 'b', text: '[à compléter : contact]', sources: [], isGap: true },
        ],
      },
    ],
    review: [
      { who: 'Samira', what: 'edited', at, version: 2 },
      { who: 'Nadia', what: 'changes-requested', at, version: 2, words: 'Dire qui manque.' },
    ],
    comments: [{ sentence: 'a', who: 'Nadia Martin', at, text: 'Sur combien de sollicitées ?' }],
    suggestions: [{ sentence: 'a', who: 'Luc', at, text: 'Nous avons entendu 14 personnes sur 22 : 8 en entretien.' }],
    timeZone: 'Europe/Paris',
    ...more,
  };
}

/** The parts of a Word file, read by a program that did not write it. */
async function open(text: ExportedText): Promise<(part: string) => string> {
  const zip = await JSZip.loadAsync(await toDocx(text, wording[text.language]));
  const parts = new Map(
    await Promise.all(Object.keys(zip.files).map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const)),
  );
  return (part) => parts.get(part) ?? '';
}

const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</gu)].map((found) => found[1]).join('');

describe('a Word file', () => {
  it('has a title, headings and styles that can be restyled, in the language of the text', async () => {
    const part = await open(aText());
    const document = part('word/document.xml');
    expect(document).toContain('<w:pStyle w:val="Title"/>');
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(part('word/styles.xml')).toContain('w:val="fr-FR"');
    expect(part('word/styles.xml')).toMatch(/w:styleId="Status"/);
    expect((await open(aText({ language: 'nl' })))('word/styles.xml')).toContain('w:val="nl-BE"');
    expect(wordsOf(document)).toContain('Ce que nous avons appris');
    expect(wordsOf((await open(aText({ suggestions: [] })))('word/document.xml'))).toContain(
      '14 personnes\u00a0: 8 en entretien',
    );
  });

  it('says on each page that it is to be reviewed, until a named person approved it', async () => {
    const draft = await open(aText({ origin: 'written' }));
    expect(wordsOf(draft('word/header1.xml'))).toContain('intelligence artificielle');
    expect(wordsOf(draft('word/document.xml'))).toContain('à relire par une personne');
    expect(wordsOf((await open(aText()))('word/header1.xml'))).toContain('assemblé');
    const approved = await open(aText({ approved: { by: 'Samira', at } }));
    expect(approved('word/header1.xml')).toBe('');
    expect(wordsOf(approved('word/document.xml'))).toContain('Approuvé par Samira le 3 juin 2026 (version 2).');
    expect(wordsOf(approved('word/document.xml'))).not.toContain('à relire');
  });

  it('carries a proposed wording as changes that Word can accept or refuse, with author and date', async () => {
    const document = (await open(aText()))('word/document.xml');
    const inserted = /<w:ins ([^>]*)>(.*?)<\/w:ins>/u.exec(document);
    expect(inserted?.[1]).toContain('w:author="Luc"');
    expect(inserted?.[1]).toContain('w:date="2026-06-03T08:15:00.000Z"');
    expect(wordsOf(inserted?.[2] ?? '')).toBe(' sur 22');
    const shorter = (
      await open(aText({ suggestions: [{ sentence: 'a', who: 'Luc', at, text: 'Nous avons entendu 14 personnes.' }] }))
    )('word/document.xml');
    expect(shorter).toMatch(/<w:del [^>]*w:author="Luc"/u);
    expect(shorter).toContain('<w:delText');
    const accepted = wordsOf(shorter.replaceAll(/<w:del .*?<\/w:del>/gu, ''));
    expect(accepted).toContain('Nous avons entendu 14 personnes.1');
  });

  it('puts a comment on the sentence it is about', async () => {
    const part = await open(aText());
    expect(part('word/comments.xml')).toContain('w:author="Nadia Martin"');
    expect(part('word/comments.xml')).toContain('w:initials="NM"');
    expect(wordsOf(part('word/comments.xml'))).toBe('Sur combien de sollicitées\u00a0?');
    expect(part('word/document.xml')).toMatch(/commentRangeStart w:id="0".*entendu.*commentRangeEnd w:id="0"/su);
  });

  it('names in an annex the answers behind each sentence and who reviewed what, when', async () => {
    const said = wordsOf((await open(aText()))('word/document.xml'));
    expect(said).toContain('Les réponses derrière chaque phrase');
    expect(said).toContain('Les personnes entendues14 personnes sur 22323 avril 2025');
    expect(said).toContain('Le 3 juin 2026 à 10:15, Samira a modifié le texte (version 2)');
    expect(said).toContain('a demandé des changements (version 2)\u00a0: Dire qui manque.');
  });

  it('tells edits of one person in a row in one line, and the lines of an answer apart', async () => {
    const edited = (minute: number, version: number) => ({
      who: 'Samira',
      what: 'edited' as const,
      at: new Date(Date.UTC(2026, 5, 3, 8, minute)),
      version,
    });
    const text = aText({ review: [edited(15, 2), edited(20, 3), edited(30, 4), { ...edited(40, 5), who: 'Luc' }] });
    const [paragraph] = text.paragraphs;
    const [sentence] = paragraph?.sentences ?? [];
    const [source] = sentence?.sources ?? [];
    if (!paragraph || !sentence || !source) throw new Error('The text has no source.');
    const cited = { ...sentence, sources: [{ ...source, words: 'Des vêtements\nWe maken tassen' }] };
    const told = { ...text, paragraphs: [{ ...paragraph, sentences: [cited] }] };
    const said = (await open(told))('word/document.xml');
    expect(wordsOf(said)).toContain(
      'Du 3 juin 2026 à 10:15 au 3 juin 2026 à 10:30, Samira a modifié le texte 3 fois (versions 2 à 4)',
    );
    expect(wordsOf(said)).toContain('Le 3 juin 2026 à 10:40, Luc a modifié le texte (version 5)');
    expect(said).toMatch(/Des vêtements<\/w:t><\/w:r><\/w:p><w:p>/u);
    expect(toMarkdown(told, wording.fr)).toContain('Des vêtements / We maken tassen');
  });

  it('has no rule beside an approved text, where it would look like a change', async () => {
    const rule = /<w:style [^>]*w:styleId="Status".*?<w:left /su;
    const styles = async (text: ExportedText): Promise<string> =>
      (await open(text))('word/styles.xml').split('w:styleId="Annex"')[0] ?? '';
    expect(await styles(aText())).toMatch(rule);
    expect(await styles(aText({ approved: { by: 'Samira', at } }))).not.toMatch(rule);
  });

  it('stays a file that opens, whatever people wrote', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (one, other) => {
        const hostile = aText({
          title: one,
          paragraphs: [
            {
              heading: other,
              sentences: [
                { key: 'a', text: `${one}<&>"\u0000\u000b`, sources: [{ question: other, words: one, version: 1, at }] },
              ],
            },
          ],
          comments: [{ sentence: 'a', who: other, at, text: one }],
          suggestions: [{ sentence: 'a', who: one, at, text: other }],
        });
        const zip = await JSZip.loadAsync(await toDocx(hostile, wording.fr));
        for (const name of ['word/document.xml', 'word/comments.xml', 'docProps/core.xml']) {
          const xml = (await zip.file(name)?.async('string')) ?? '';
          expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/u);
          expect(xml.isWellFormed()).toBe(true);
          expect(xml.replaceAll(/<[^<>]*>/gu, '')).not.toMatch(/[<>]/u);
        }
      }),
      { numRuns: 25 },
    );
  });

  const office = ['soffice', 'libreoffice']
    .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
  if (!office)
    console.warn(
      'LibreOffice is not on this machine: that a Word file opens in an office program is NOT proved here. Install it and run this test again.',
    );
  it.skipIf(!office)('opens in LibreOffice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'export-'));
    try {
      writeFileSync(join(folder, 'text.docx'), await toDocx(aText({ suggestions: [] }), wording.fr));
      execFileSync(office ?? '', ['--headless', '--convert-to', 'txt:Text', '--outdir', folder, join(folder, 'text.docx')], {
        timeout: 120_000,
        env: { ...process.env, HOME: folder },
      });
      expect(readFileSync(join(folder, 'text.txt'), 'utf8')).toContain('Nous avons entendu 14 personnes');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('Markdown', () => {
  it('has the status, the numbered sources, the comments and the review record', () => {
    const text = toMarkdown(aText(), wording.fr);
    expect(text).toMatch(/^# Ce que nous avons appris\n/u);
    expect(text).toContain('> Brouillon assemblé par le compagnon');
    expect(text).toContain('8 en entretien. [1]');
    expect(text).toContain('- [1] Les personnes entendues, version 3 du 23 avril 2025\u00a0: 14 personnes sur 22');
    expect(text).toContain('- [1] Nadia Martin, 3 juin 2026 à 10:15\u00a0: Sur combien de sollicitées\u00a0?');
    expect(text).toContain('- [1] Luc propose (3 juin 2026 à 10:15)\u00a0: Nous avons entendu 14 personnes sur 22');
    expect(text).toContain('- Le 3 juin 2026 à 10:15, Nadia a demandé des changements (version 2)\u00a0: Dire qui manque.');
  });

  it('shows what people wrote as they wrote it: no link, image or heading of theirs', () => {
    const written = '![x](https://evil.example/a.png) [clic](http://x.y) <b>#titre</b>\n# titre';
    const text = toMarkdown(
      aText({ paragraphs: [{ sentences: [{ key: 'a', text: written, sources: [] }] }], comments: [], suggestions: [] }),
      wording.fr,
    );
    expect(text).not.toMatch(/(?<!\\)\]\(|^# titre|(?<!\\)<b|https:\/\//mu);
  });
});

describe('plain text', () => {
  it('is the text alone, with its status until it is approved', () => {
    expect(toPlainText(aText(), wording.fr)).toBe(
      `Brouillon assemblé par le compagnon à partir de vos réponses, à relire par une personne.\n\nCe que nous avons appris\n\nLe besoin\nNous avons entendu 14 personnes\u00a0: 8 en entretien. [à compléter\u00a0: contact]\n`,
    );
    expect(toPlainText(aText({ approved: { by: 'Samira', at } }), wording.fr)).toMatch(/^Ce que nous avons appris\n/u);
  });
});

describe('an assembled text', () => {
  it.each(languages)('leaves the house whole as Markdown, plain text and Word, in %s', async (language) => {
    const made = anAssembledText(demo.fr, 'funder-file', language);
    const paragraphs = made.paragraphs.map(({ heading, sentences }, block) => ({
      ...(heading !== undefined && { heading }),
      sentences: sentences.map(({ text, original }, index) => ({
        key: `${block}.${index}`,
        text,
        sources: [],
        ...(original && { original }),
      })),
    }));
    const text = aText({
      language,
      title: made.title,
      paragraphs,
      ...(made.note !== undefined && { note: made.note }),
      comments: [],
      suggestions: [],
    });
    const plain = toPlainText(text, wording[language]).replaceAll('\u00a0', ' ');
    const document = (await open(text))('word/document.xml');
    for (const { sentences } of made.paragraphs) {
      for (const sentence of sentences) {
        expect(plain).toContain(sentence.text);
        expect(wordsOf(document).replaceAll('\u00a0', ' ').replaceAll('&apos;', "'").replaceAll('&quot;', '"')).toContain(
          sentence.text,
        );
      }
    }
    if (language !== 'fr') expect(document).toMatch(/<w:rStyle w:val="Original"\/>.*?<w:lang w:val="fr-FR"\/>/su);
  });
});

describe('the difference between two wordings', () => {
  it('shows whole words, what was removed before what was added', () => {
    expect(difference("Nous avons entendu l'équipe lundi.", "Nous avons écouté l'équipe et ses amis lundi.", 'fr')).toEqual([
      { what: 'kept', text: 'Nous avons ' },
      { what: 'removed', text: 'entendu' },
      { what: 'added', text: 'écouté' },
      { what: 'kept', text: " l'équipe " },
      { what: 'added', text: 'et ses amis ' },
      { what: 'kept', text: 'lundi.' },
    ]);
    expect(difference('un deux trois', 'quatre cinq trois', 'fr')).toEqual([
      { what: 'removed', text: 'un deux' },
      { what: 'added', text: 'quatre cinq' },
      { what: 'kept', text: ' trois' },
    ]);
    expect(difference('', '', 'nl')).toEqual([]);
  });

  it('loses nothing of either text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('un', 'deux', ' ', ', ', "l'été", '\n', '3,5')).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = difference(before, after, 'fr');
        const joined = (...kinds: string[]): string =>
          pieces
            .filter(({ what }) => kinds.includes(what))
            .map((piece) => piece.text)
            .join('');
        expect(joined('kept', 'removed')).toBe(before);
        expect(joined('kept', 'added')).toBe(after);
      }),
    );
  });
});
