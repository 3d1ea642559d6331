import type { Answer, ReceiverNeeds } from './answer.ts';
import type { Parsed } from '../parse.ts';
import { writeMetadata } from '../parse/metadata.ts';
import { codeOf } from './error-code.ts';
import type { Tell } from './tell.ts';

/**
 * A button that opens a form: the form is shown before Slack is answered, since its trigger lives 3 s, and nothing is stored. Nothing comes
 * back when the button opens none. Rejects when what was said cannot be looked up.
 */
export async function openForm(
  { said, api, forms, log }: Pick<ReceiverNeeds, 'said' | 'api' | 'forms' | 'log'>,
  tell: Tell,
  pressed: Extract<Parsed, { what: 'press' }>,
): Promise<Answer | undefined> {
  const { incoming, trigger } = pressed;
  const { channel, message, action } = incoming;
  const found = await said.find(channel, message);
  const form = found?.forms.find((each) => each.action === action);
  if (!found || !form || trigger === undefined) return undefined;
  const { language } = found;
  try {
    const client = await api.for(channel.workspace);
    const metadata = writeMetadata({ c: channel.key, m: message, a: action, l: language, v: found.about?.version });
    await client.views.open({ trigger_id: trigger, view: forms.render(form, language, metadata) });
    return { again: false };
  } catch (err) {
    const code = codeOf(err);
    // Used already, so it is open.
    if (code === 'exchanged_trigger_id') return { again: false };
    log.warn({ err, code, workspace: channel.workspace }, 'A form did not open');
    return tell({ ...pressed, language: incoming.sender.language ?? language }, (words) => words('door.not-opened'));
  }
}
