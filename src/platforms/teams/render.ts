import type { Language } from '../../core/language.ts';
import type { Form, Message } from '../../core/message.ts';
import { type Context, toRows } from './render/actions.ts';
import { type Filling, toDialog, type TeamsDialog } from './render/dialog.ts';
import { toPieces } from './render/elements.ts';
import { inCards, inOneCard, type TeamsCard } from './render/pack.ts';

export type { Context, Filling, TeamsCard, TeamsDialog };

/**
 * A message as Adaptive Cards 1.5, each small enough for Teams: what does not fit in one goes on in the next, in the same thread. The
 * first one carries the buttons. Nothing in it is a link, a mention or markup, whoever wrote it; only a bare address may be made
 * one by a client. `text` is for the activity's `summary`.
 */
export const renderMessage = (message: Message, context: Context): [TeamsCard, ...TeamsCard[]] =>
  inCards(toPieces(message.blocks, message.language, context.pictures), toRows(message, context), message.language);

/** The same as one card, for changing a message that was posted: of a very long block only the beginning stays. */
export const renderUpdate = (message: Message, context: Context): TeamsCard =>
  inOneCard(toPieces(message.blocks, message.language, context.pictures), toRows(message, context), message.language);

/**
 * A form as the dialog that a `task/fetch` or a refused `task/submit` is answered with. `data` comes back with the submission; the
 * action is added to it. Teams has no input for files: the dialog says where to send one, and takes a link.
 */
export const renderDialog = (form: Form, language: Language, data: Record<string, string>, filling: Filling): TeamsDialog =>
  toDialog(form, language, data, filling);
