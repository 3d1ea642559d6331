import {
  AlignmentType,
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ICommentOptions,
  InsertedTextRun,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Language } from '../core/language.ts';
import type { Words } from '../core/words.ts';
import { difference } from './difference.ts';
import type { ExportedSentence, ExportedText, TextComment } from '../core/exported-text.ts';
import { dayOf, numbered, reviewLines, shown, statusOf, suggestionLine } from './shown.ts';

const light = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** As Word names the languages, for its spelling check: French and Dutch as on both sides of the border. */
const wordLanguages: Record<Language, string> = { fr: 'fr-FR', nl: 'nl-BE', en: 'en-GB' };

/**
 * The text as a Word file: styles that can be restyled, comments where they belong, proposed wordings as tracked changes, the answers
 * behind each sentence and the review record as an annex. A page header says that it has to be reviewed until a named person approved it.
 */
export async function toDocx(text: ExportedText, words: Words): Promise<Uint8Array> {
  const writer = new DocxWriter(text, words);
  const buffer = await Packer.toBuffer(writer.document());
  return new Uint8Array(buffer);
}

class DocxWriter {
  readonly #text: ExportedText;
  readonly #words: Words;
  readonly #comments: ICommentOptions[] = [];
  #changes = 0;

  constructor(text: ExportedText, words: Words) {
    this.#text = text;
    this.#words = words;
  }

  document(): Document {
    const { language, structure, approved } = this.#text;
    const body = [...this.#front(), ...this.#body(), ...this.#annex()];
    return new Document({
      title: this.#show(this.#text.title),
      creator: this.#show(structure),
      description: this.#show(statusOf(this.#text, this.#words)),
      styles: {
        default: {
          document: {
            run: { font: 'Calibri', size: 22, language: { value: wordLanguages[language] } },
            paragraph: { spacing: { after: 160, line: 288, lineRule: LineRuleType.AUTO } },
          },
          title: {
            run: { size: 36, bold: true },
            paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
          },
          heading1: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 320, after: 120 }, keepNext: true } },
          heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
        },
        paragraphStyles: [
          {
            id: 'Status',
            name: 'Status',
            basedOn: 'Normal',
            next: 'Normal',
            // A rule beside an approved text would look like the mark of a change.
            run: { italics: true },
            ...(!approved && {
              paragraph: { border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: '666666' } } },
            }),
          },
          { id: 'Annex', name: 'Annex', basedOn: 'Normal', run: { size: 18 }, paragraph: { spacing: { after: 60 } } },
        ],
        characterStyles: [
          { id: 'Original', name: 'Original language', basedOn: 'DefaultParagraphFont', run: { italics: true } },
          { id: 'Gap', name: 'To complete', basedOn: 'DefaultParagraphFont', run: { bold: true, highlight: 'yellow' } },
        ],
      },
      comments: { children: this.#comments },
      sections: [
        {
          // On the first page the status stands below the title already.
          properties: { titlePage: !approved },
          ...(!approved && {
            headers: { default: new Header({ children: [this.#line(statusOf(this.#text, this.#words), 'Status')] }) },
          }),
          footers: { default: this.#footer(), ...(!approved && { first: this.#footer() }) },
          children: body,
        },
      ],
    });
  }

  #footer(): Footer {
    const pages = [new TextRun(`${this.#show(this.#text.structure)} · `), new TextRun({ children: [PageNumber.CURRENT] })];
    return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, style: 'Annex', children: pages })] });
  }

  #show(text: string): string {
    return shown(text, this.#text.language);
  }

  #line(text: string, style?: string): Paragraph {
    return new Paragraph({ ...(style !== undefined && { style }), children: [new TextRun(this.#show(text))] });
  }

  #front(): Paragraph[] {
    const { title, structure, kind, version, note } = this.#text;
    return [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(this.#show(title))] }),
      this.#line(`${structure} · ${kind} · ${this.#words('export.version', { version })}`, 'Annex'),
      this.#line(statusOf(this.#text, this.#words), 'Status'),
      ...(note === undefined ? [] : [this.#line(note, 'Status')]),
    ];
  }

  #body(): Paragraph[] {
    const numbers = new Map(numbered(this.#text).map(({ sentence, number }) => [sentence.key, number]));
    return this.#text.paragraphs.flatMap(({ heading, sentences }) => [
      ...(heading === undefined
        ? []
        : [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(this.#show(heading))] })]),
      new Paragraph({
        children: sentences.flatMap((sentence, at) => [
          ...(at === 0 ? [] : [new TextRun(' ')]),
          ...this.#sentence(sentence),
          ...(sentence.sources.length > 0
            ? [new TextRun({ text: String(numbers.get(sentence.key) ?? ''), superScript: true })]
            : []),
        ]),
      }),
    ]);
  }

  /** A sentence with its comments around it, and the newest proposed wording as changes to accept or refuse. Older ones are comments. */
  #sentence(sentence: ExportedSentence): ParagraphChild[] {
    const proposed = this.#text.suggestions
      .filter((each) => each.sentence === sentence.key)
      .toSorted((a, b) => b.at.getTime() - a.at.getTime());
    const [newest, ...older] = proposed;
    const remarks = [
      ...this.#text.comments.filter((each) => each.sentence === sentence.key),
      ...older.map((each): TextComment => ({ ...each, text: suggestionLine(each, this.#text, this.#words) })),
    ];
    const ids = remarks.map((remark) => this.#comment(remark));
    const runs = newest ? this.#changed(sentence.text, newest) : [this.#run(sentence)];
    return [
      ...ids.map((id) => new CommentRangeStart(id)),
      ...runs,
      ...ids.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
    ];
  }

  #run({ text, original, isGap }: ExportedSentence): TextRun {
    return new TextRun({
      text: this.#show(text),
      ...(isGap && { style: 'Gap' }),
      ...(original && { style: 'Original', language: { value: wordLanguages[original] } }),
    });
  }

  #comment({ who, at, text }: TextComment): number {
    const id = this.#comments.length;
    const initials = who
      .split(/\s+/u)
      .map((part) => part.charAt(0))
      .join('')
      .toUpperCase();
    this.#comments.push({ id, author: this.#show(who), initials: this.#show(initials), date: at, children: [this.#line(text)] });
    return id;
  }

  #changed(before: string, { who, at, text }: { who: string; at: Date; text: string }): ParagraphChild[] {
    return difference(this.#show(before), this.#show(text), this.#text.language).map((piece) => {
      if (piece.what === 'kept') return new TextRun(piece.text);
      const change = { id: (this.#changes += 1), author: this.#show(who), date: at.toISOString(), text: piece.text };
      return piece.what === 'added' ? new InsertedTextRun(change) : new DeletedTextRun(change);
    });
  }

  #annex(): (Paragraph | Table)[] {
    const sourced = numbered(this.#text).filter(({ sentence }) => sentence.sources.length > 0);
    const { review } = this.#text;
    const heading = (name: string, breaks: boolean): Paragraph =>
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: [...(breaks ? [new PageBreak()] : []), new TextRun(this.#show(name))],
      });
    return [
      ...(sourced.length === 0 ? [] : [heading(this.#words('export.sources'), true), this.#sourceTable(sourced)]),
      ...(review.length === 0
        ? []
        : [
            heading(this.#words('export.review'), sourced.length === 0),
            ...reviewLines(this.#text, this.#words).map((line) => this.#line(line, 'Annex')),
          ]),
    ];
  }

  #sourceTable(sourced: ReturnType<typeof numbered>): Table {
    const row = (cells: string[], isHead = false): TableRow =>
      new TableRow({
        tableHeader: isHead,
        cantSplit: true,
        children: cells.map(
          (cell) =>
            new TableCell({
              children: this.#show(cell)
                .split(/\n+/u)
                .map((line) => new Paragraph({ style: 'Annex', children: [new TextRun({ text: line, bold: isHead })] })),
            }),
        ),
      });
    const head = [
      this.#words('export.column.sentence'),
      this.#words('export.column.question'),
      this.#words('export.column.answer'),
      this.#words('export.column.version'),
      this.#words('export.column.date'),
    ];
    const rows = sourced.flatMap(({ sentence, number }) =>
      sentence.sources.map((source) =>
        row([
          `${number}${sentence.isToRecheck ? ` (${this.#words('export.recheck')})` : ''}`,
          source.question,
          source.words,
          source.version === undefined ? '' : String(source.version),
          dayOf(source.at, this.#text),
        ]),
      ),
    );
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: [1150, 1950, 3900, 1200, 1800],
      borders: { top: light, bottom: light, left: none, right: none, insideHorizontal: light, insideVertical: none },
      margins: { top: 40, bottom: 20, left: 80, right: 80 },
      rows: [row(head, true), ...rows],
    });
  }
}
