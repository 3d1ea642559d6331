import { lostMessage } from '../../../src/core/evaluation/being-there.ts';
import type { PlatformName } from '../../../src/core/incoming.ts';
import type { Language } from '../../../src/core/language.ts';
import {
  cancelledMessage,
  codeMessage,
  confirmMessage,
  linkedMessage,
  partedMessage,
  partMessage,
  refusedMessage,
  type ShownAccount,
} from '../../../src/core/links/accounts.ts';
import {
  homeMoved,
  mirrorAdded,
  mirrorCodeMessage,
  mirrorGone,
  mirrorLost,
  mirrorNotice,
  mirrorRefused,
  mirrorRemoved,
  type ShownChannel,
  whereItStands,
  whichMirror,
} from '../../../src/core/links/mirrors.ts';
import type { Message } from '../../../src/core/message.ts';
import { theMethod, wording } from '../scene.ts';
import { aStage, type Exhibit } from './stage.ts';
import { longText, names, structure } from './words.ts';

const platforms: PlatformName[] = ['slack', 'teams', 'local'];
const id = '0f8c5a52-9e53-4a0d-8a3f-7f3d1c0b9a11';

/** Linking the accounts of one person, and the channels of one evaluation. */
export function links(language: Language): Exhibit[] {
  const words = wording[language];
  const people = [names.rightToLeft, names.mention, '', 'Luc'];
  const accounts = people.map((name, index): ShownAccount & { own: string } => ({
    name,
    platform: platforms[index % 3] ?? 'local',
    own: id,
    ...(index % 2 === 0 && { place: `${structure} <&> *co*` }),
  }));
  const [one, two] = accounts;
  if (!one || !two) throw new Error('There are accounts.');
  const channels = platforms.map((platform, index): ShownChannel & { id: string } => ({
    platform,
    id: id.replace('0f', `0${index}`),
    ...(index > 0 && { name: `#évaluation-<impact> & *co* ${'très-'.repeat(index * 8)}long` }),
  }));
  const shown: Message[] = [
    codeMessage('K7QM-4TXW', words, language),
    confirmMessage([one, two], id, words, language),
    ...(['unknown', 'own', 'already', 'guest', 'not-here'] as const).map((why) => refusedMessage(why, words, language)),
    ...accounts.flatMap((account) => [linkedMessage(account, words, language), partedMessage(account, words, language)]),
    cancelledMessage(words, language),
    partMessage([], words, language),
    partMessage(accounts, words, language),
    mirrorCodeMessage('K7QM-4TXW', words, language),
    whichMirror(channels, words, language),
    ...(['none', 'is-home', 'ended', 'guest', 'unknown-code', 'tries', 'begun'] as const).map((why) =>
      mirrorRefused(why, words, language, { minutes: 15, count: 5 }),
    ),
    ...channels.flatMap((channel) => [
      mirrorAdded(channel, names.mention, words, language),
      mirrorRemoved(channel, names.rightToLeft, words, language),
      mirrorGone(channel, names.mention, words, language),
      homeMoved(channel, names.rightToLeft, words, language),
      mirrorLost(channel, words, language),
    ]),
    lostMessage('refused', { structure, channel: undefined }, words, language),
    lostMessage('refused', { structure, channel: channels[1]?.name }, words, language),
  ];
  return [...shown.map((message) => ({ name: `${language}: links: ${message.kind}`, message })), ...mirrored(language)];
}

/** A team in two channels: what a new one is shown, and an answer that was given in the other. */
function mirrored(language: Language): Exhibit[] {
  const stage = aStage(language, { mirrors: [id] });
  const words = wording[language];
  const evaluation = stage.evaluation();
  const notice = mirrorNotice(evaluation, { home: { platform: 'slack', name: '#impact' }, by: names.mention }, words);
  const said = whereItStands(evaluation, theMethod(), words).map(({ message }) => message);
  stage.words('mention', longText(language, 300));
  return [
    ...[notice, ...said].map((message) => ({ name: `${language}: mirror: ${message.kind}`, message })),
    ...stage.say('mirror'),
  ];
}
