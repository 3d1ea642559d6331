import type { ApprovedDraft } from '../draft.ts';
import { aside, message, text } from '../evaluation/say.ts';
import type { Attachment, Message } from '../message.ts';
import { aboutDraft, approvedBy, fileButtons, labelled, modelNotice, plainBlocks } from './cards.ts';
import { type Desk, outputName } from './desk.ts';

/** Told to the whole team: a text may leave the house, with the names of those who said so. */
export function approvedMessage(desk: Desk, draft: ApprovedDraft): Message {
  const { words, language } = desk;
  return labelled(
    draft,
    message(
      'text-approved',
      language,
      [
        text(words('text.announced', { output: outputName(desk, draft.output) })),
        text(approvedBy(desk, draft)),
        modelNotice(desk, draft),
        ...plainBlocks(draft),
        aside(words('text.paste')),
      ],
      { about: aboutDraft(draft), actions: fileButtons(desk) },
    ),
  );
}

/** An approved text as a file to keep. */
export const fileMessage = (desk: Desk, draft: ApprovedDraft, file: Attachment): Message => ({
  ...message('text-file', desk.language, [text(desk.words('text.file', { name: file.name })), aside(approvedBy(desk, draft))], {
    about: aboutDraft(draft),
  }),
  attachments: [file],
});

/** An approved text, to be copied; nothing else can be exported as approved. */
export function exportMessage(desk: Desk, draft: ApprovedDraft): Message {
  return labelled(
    draft,
    message('text-export', desk.language, [...plainBlocks(draft), aside(approvedBy(desk, draft)), modelNotice(desk, draft)], {
      about: aboutDraft(draft),
    }),
  );
}
