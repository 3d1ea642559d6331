import { aside, button, heading, list, message, shorten, text } from '../evaluation/say.ts';
import type { Language } from '../language.ts';
import type { Attachment, Message } from '../message.ts';
import type { Words } from '../words.ts';
import type { Difference } from './compare.ts';
import type { Fault } from './faults.ts';
import { sayWhere } from './say-fault.ts';

/** What is said to those who write their network's content as files. */
export interface Reader {
  words: Words;
  language: Language;
}

/** One sentence, where nothing else is to be said. */
export const toldOf = ({ words, language }: Reader, what: 'not-yours' | 'dropped' | 'late'): Message =>
  message(`method-${what}`, language, [text(words(`methods.${what}`))]);

export const whichNetwork = (
  { words, language }: Reader,
  action: string,
  networks: readonly { id: string; name: string }[],
): Message =>
  message('method-which', language, [text(words('methods.which'))], {
    actions: networks.map(({ id, name }) => button(words, action, { value: id, label: name })),
  });

export const filesMessage = ({ words, language }: Reader, attachment: Attachment): Message => ({
  ...message('method-files', language, [text(words('methods.files')), aside(words('methods.how'))]),
  attachments: [attachment],
});

export const sentMessage = ({ words, language }: Reader, file: string): Message =>
  message('method-sent', language, [text(words('methods.sent', { file }))]);

/** Which version the network's new evaluations begin with, and how to write another. */
export const methodCard = (
  { words, language }: Reader,
  network: { id: string; name: string },
  own?: { version: string; publishedAt: Date },
): Message =>
  message(
    'method-card',
    language,
    [
      heading(words('methods.of', { network: network.name })),
      text(
        own
          ? words('methods.own', {
              version: own.version,
              day: own.publishedAt.toLocaleDateString(language, { dateStyle: 'long' }),
            })
          : words('methods.shipped'),
      ),
      aside(words('methods.how')),
    ],
    { actions: [button(words, 'fed-method-export', { value: network.id })] },
  );

const counted = (words: Words, { reworded, reshaped, fresh, gone }: Difference): string[] => [
  words('methods.count-reworded', { count: reworded }),
  words('methods.count-reshaped', { count: reshaped }),
  words('methods.count-fresh', { count: fresh }),
  words('methods.count-gone', { count: gone }),
];

export const publishedMessage = ({ words, language }: Reader, version: string, difference: Difference): Message =>
  message('method-published', language, [
    text(words('methods.published', { version })),
    list(counted(words, difference)),
    aside(words('methods.offered')),
  ]);

export const unreachableMessage = ({ words, language }: Reader, file: string): Message =>
  message('method-unreachable', language, [text(words('methods.unreachable', { file }))]);

/** The files came, but reading them did not end. */
export const unreadableMessage = ({ words, language }: Reader, file: string): Message =>
  message('method-unreadable', language, [text(words('methods.unreadable', { file }))]);

/** More than anybody reads at once: faults, and what they come to in characters. */
const mostFaults = 20;
const mostCharacters = 5000;

/** What is wrong with sent files, in the order it stands there. `faultWords` are those of faults, in the reader's language. */
export function faultyMessage({ words, language }: Reader, faultWords: Words, file: string, faults: readonly Fault[]): Message {
  const said: string[] = [];
  let characters = 0;
  for (const fault of faults.slice(0, mostFaults)) {
    const line = shorten(sayWhere(faultWords, fault), mostCharacters);
    characters += line.length;
    if (characters > mostCharacters && said.length > 0) break;
    said.push(line);
  }
  const more = faults.length - said.length;
  return message('method-faulty', language, [
    text(words('methods.faulty', { file, count: faults.length })),
    list(said),
    more > 0 && text(words('methods.more-faults', { count: more })),
    aside(words('methods.faulty-next')),
  ]);
}

/** What sent files would change, once they are published. */
export const readyMessage = (
  { words, language }: Reader,
  { id, file }: { id: string; file: string },
  what: Difference & { phrases: number; tips: number },
): Message =>
  message(
    'method-ready',
    language,
    [
      text(words('methods.ready', { file })),
      list([
        ...counted(words, what),
        words('methods.count-phrases', { count: what.phrases }),
        words('methods.count-tips', { count: what.tips }),
      ]),
      aside(words('methods.ready-next')),
    ],
    {
      actions: [
        button(words, 'fed-method-publish', { value: id, style: 'primary' }),
        button(words, 'fed-method-drop', { value: id }),
      ],
    },
  );
