import {
  anyText,
  blockId,
  boolean,
  bytes,
  type Check,
  isEscaped,
  isObject,
  keys,
  list,
  optional,
  plainText,
  Report,
  shape,
  string,
  visible,
  wellFormed,
} from './strict/checks.ts';
import { fillable, oneElement, pressable } from './strict/elements.ts';
import { richPart } from './strict/rich-text.ts';

/**
 * What Slack takes as a message or a view, written from its documentation alone (https://docs.slack.dev/reference/block-kit and
 * https://docs.slack.dev/reference/views), and what the companion asks for beyond: nothing of what people wrote is read as a mention, a
 * link, markup or the name of an emoji. No emulator of Slack checks this. Nothing here is taken from the renderer.
 */

/** Everything wrong with one message for chat.postMessage, or with `update` for chat.update. Empty: Slack takes it. */
export function checkMessage(message: unknown, { update = false }: { update?: boolean } = {}): string[] {
  const report = new Report();
  if (!isObject(message)) return ['message: is no object'];
  keys(message, 'message', ['text', 'blocks'], report);
  const { text, blocks } = message;
  if (text === undefined && blocks === undefined) report.say('message', 'has neither text nor blocks');
  if (text !== undefined) topText(text, update, report);
  if (blocks !== undefined) {
    blockList(blocks, 50, 'message', report);
    const shown = Array.isArray(blocks) ? blocks.filter((block) => !(isObject(block) && block['type'] === 'actions')) : [];
    if (bytes(shown) > 12_500) report.say('message.blocks', `have ${bytes(shown)} bytes together (msg_blocks_too_long)`);
    if (report.textCharacters > 12_000) report.say('message.blocks', `hold ${report.textCharacters} characters together`);
  }
  wellFormed(message, 'message', report);
  return report.problems;
}

/** Everything wrong with a view for views.open, views.update or views.publish. Empty: Slack takes it. */
export function checkView(view: unknown): string[] {
  const report = new Report();
  if (!isObject(view)) return ['view: is no object'];
  const isModal = view['type'] === 'modal';
  if (!isModal && view['type'] !== 'home') report.say('view.type', 'is neither modal nor home');
  const common = ['type', 'blocks', 'private_metadata', 'callback_id', 'external_id'];
  keys(
    view,
    'view',
    isModal ? [...common, 'title', 'submit', 'close', 'clear_on_close', 'notify_on_close', 'submit_disabled'] : common,
    report,
  );
  if (isModal) {
    plainText(24)(view['title'], 'view.title', report);
    optional(plainText(24))(view['submit'], 'view.submit', report);
    optional(plainText(24))(view['close'], 'view.close', report);
    const hasInput =
      Array.isArray(view['blocks']) && view['blocks'].some((block) => isObject(block) && block['type'] === 'input');
    if (hasInput && view['submit'] === undefined) report.say('view.submit', 'is missing, and there are inputs');
  }
  optional(string(0, 3000))(view['private_metadata'], 'view.private_metadata', report);
  optional(string(0, 255))(view['callback_id'], 'view.callback_id', report);
  blockList(view['blocks'], 100, isModal ? 'modal' : 'home', report);
  if (bytes(view) > 250_000) report.say('view', `has ${bytes(view)} bytes (view_too_large)`);
  wellFormed(view, 'view', report);
  return report.problems;
}

function topText(text: unknown, update: boolean, report: Report): void {
  if (typeof text !== 'string' || text.trim() === '') {
    report.say('message.text', 'is empty');
    return;
  }
  if (text.length > 4000)
    report.say('message.text', update ? 'is longer than an update takes (msg_too_long)' : 'arrives as several messages');
  else if (Buffer.byteLength(text) > 4000) report.say('message.text', 'has more than 4000 bytes');
  if (!isEscaped(text)) report.say('message.text', 'holds an active mention, link or sign that is not escaped');
}

const id = { block_id: optional(blockId) };

const blocks: Record<string, Check> = {
  header: shape('header', { text: plainText(150), ...id }),
  divider: shape('divider', id),
  context: shape('context', {
    elements: list(1, 10, (value, at, report) =>
      isObject(value) && value['type'] === 'image' ? oneElement('image')(value, at, report) : anyText(3000)(value, at, report),
    ),
    ...id,
  }),
  section: (value, at, report) => {
    shape('section', {
      text: optional(anyText(3000)),
      fields: optional(list(1, 10, anyText(2000))),
      accessory: optional(oneElement(...pressable, 'image')),
      expand: optional(boolean),
      ...id,
    })(value, at, report);
    if (isObject(value) && value['text'] === undefined && value['fields'] === undefined)
      report.say(at, 'has neither text nor fields');
  },
  // Pictures are ours, and in Slack: nothing is fetched from elsewhere.
  image: shape('image', {
    slack_file: shape(undefined, { id: string(1, 40) }),
    alt_text: visible(2000),
    title: optional(plainText(2000)),
    ...id,
  }),
  actions: shape('actions', { elements: list(1, 25, oneElement(...pressable)), ...id }),
  rich_text: shape('rich_text', { elements: list(1, 100, richPart), ...id }),
  input: shape('input', {
    label: plainText(2000),
    hint: optional(plainText(2000)),
    element: oneElement(...fillable),
    optional: optional(boolean),
    dispatch_action: optional(boolean),
    ...id,
  }),
};

function blockList(value: unknown, most: number, surface: 'message' | 'modal' | 'home', report: Report): void {
  list(1, most, (block, at) => {
    const type = isObject(block) ? String(block['type']) : '';
    const check = blocks[type];
    if (!check) report.say(at, `${type || 'this'} is no block`);
    else if (type === 'input' && surface !== 'modal') report.say(at, 'an input belongs into a modal');
    else check(block, at, report);
  })(value, `${surface}.blocks`, report);
}
