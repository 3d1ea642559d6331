import type { Incoming } from '../../../core/incoming.ts';
import type { Language } from '../../../core/language.ts';
import type { Answer, Authorized, ReceiverNeeds } from './answer.ts';
import { openForm } from './open-form.ts';
import { type Parsed, parse, type Payload } from '../parse.ts';
import { readMetadata } from '../parse/metadata.ts';
import type { View } from '../parse/shapes.ts';
import { languageOf } from '../parse/who.ts';
import { chosenScopes } from '../scopes.ts';
import { isInChannel } from './presence.ts';
import { createTell, type Tell } from './tell.ts';

type Of<What extends Parsed['what']> = Extract<Parsed, { what: What }>;

const done: Answer = { again: false };

/**
 * What is done with one verified payload. It resolves once everything is stored; when it rejects, nothing was. `refuse` is what Slack and
 * the person hear then.
 */
export function createTake(needs: ReceiverNeeds) {
  const { receive, clock, figures, forms } = needs;
  const tell = createTell(needs);

  async function take(read: Payload, { botUserId: botUser, scopes }: Authorized): Promise<Answer> {
    const { readActionId, readFields } = forms;
    const parsed = heard(parse(read, { now: clock.now(), botUser, readActionId, readFields }), scopes);
    switch (parsed.what) {
      case 'nothing':
        figures.unrouted(parsed.because);
        // A form that cannot be read, one of before an update perhaps, stays open: closed, its words would be lost unsaid.
        return read.kind === 'view_submission' ? refuse(tell, read) : done;
      case 'event':
        await receive(parsed.incoming);
        return done;
      case 'press':
        return (await openForm(needs, tell, parsed)) ?? takePress(parsed);
      case 'form':
        return takeForm(parsed);
      case 'call':
        return takeCall(parsed, read.kind === 'command');
      case 'not-theirs':
        return tell(parsed, (words) => words('door.not-theirs'));
      case 'uninstalled':
        await needs.onUninstalled(parsed.workspaces, parsed.because, parsed.at);
        return done;
    }
  }

  async function takePress({ incoming }: Of<'press'>): Promise<Answer> {
    await receive(incoming);
    return done;
  }

  async function takeForm({ incoming, view }: Of<'form'>): Promise<Answer> {
    const { formErrors } = await receive(incoming);
    if (!formErrors || Object.keys(formErrors).length === 0) return { again: false, body: { response_action: 'clear' } };
    const blocks = (view.blocks ?? []).map(({ type, block_id }) => ({ type, ...(block_id !== undefined && { block_id }) }));
    const errors = forms.toFormErrors(formErrors, { blocks });
    return withErrors(Object.keys(errors).length > 0 ? errors : onFirstInput(view, Object.values(formErrors).join(' ')));
  }

  /** Slack lets people call anywhere. Where the companion is not, nobody would see what it says. */
  async function takeCall(parsed: Of<'call'>, isCommand: boolean): Promise<Answer> {
    const { incoming, channelId } = parsed;
    const presence = channelId === undefined ? 'here' : await isInChannel(needs, incoming.channel.workspace, channelId);
    if (presence === 'away') return tell(parsed, (words) => words('door.not-here'), isCommand);
    await receive(presence === 'shared' ? { ...incoming, shared: true } : incoming);
    return done;
  }

  return { take, refuse: (read: Payload): Answer => refuse(tell, read) };
}

/** Without a permission to read along, Slack tells only what mentions the companion. */
function heard(parsed: Parsed, scopes: readonly string[] | undefined): Parsed {
  if (!('incoming' in parsed) || parsed.incoming.direct || !scopes) return parsed;
  if (chosenScopes.threads.some((scope) => scopes.includes(scope))) return parsed;
  Object.assign(parsed.incoming, { hears: 'mentions' } satisfies Pick<Incoming, 'hears'>);
  return parsed;
}

/** Nothing was stored, or not in time. Events come again; to people it is said, since what they do comes once. */
function refuse(tell: Tell, read: Payload): Answer {
  switch (read.kind) {
    case 'event_callback':
      return { again: true };
    case 'command':
      return tell({}, (words) => words('door.not-saved'), true);
    case 'view_submission': {
      const { view, user } = read.payload;
      const errors = onFirstInput(
        view,
        tell.words(formLanguage(view, user.id), (words) => words('door.not-saved')),
      );
      return errors ? withErrors(errors) : { again: true };
    }
    case 'block_actions':
    case 'message_action':
    case 'shortcut': {
      const { response_url: respondAt } = read.payload;
      const language = languageOf(read.payload.user.locale);
      const who = { ...(respondAt && { respondAt }), ...(language && { language }) };
      return { ...tell(who, (words) => words('door.not-saved')), again: true };
    }
  }
}

const withErrors = (errors: Record<string, string> | undefined): Answer =>
  errors ? { again: false, body: { response_action: 'errors', errors } } : { again: true };

/** Slack shows the error of a form beside a field. */
function onFirstInput(view: View, error: string): Record<string, string> | undefined {
  const block = view.blocks?.find(({ type, block_id }) => type === 'input' && block_id !== undefined)?.block_id;
  return block === undefined ? undefined : { [block]: error };
}

const formLanguage = (view: View, user: string): Language | undefined => readMetadata(view.private_metadata, user)?.l;
