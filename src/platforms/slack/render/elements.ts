import type { KnownBlock, PlainTextElement, RichTextBlock, RichTextList, RichTextSection, RichTextText } from '@slack/types';

/**
 * Words as they are. In `plain_text` and in rich text Slack reads no markup, mention, link or emoji name out of them, so they are not
 * escaped. https://docs.slack.dev/reference/block-kit/composition-objects/text-object
 */
export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

export const run = (text: string, style?: RichTextText['style']): RichTextText => ({
  type: 'text',
  text,
  ...(style && { style }),
});

export const section = (...elements: RichTextText[]): RichTextSection => ({ type: 'rich_text_section', elements });

export const rich = (...elements: RichTextBlock['elements']): RichTextBlock => ({ type: 'rich_text', elements });

/** `offset`: how many items of the same numbering stand before, elsewhere. */
export function richList(items: string[], numbered: boolean, offset: number): RichTextBlock {
  const list: RichTextList & { offset?: number } = {
    type: 'rich_text_list',
    style: numbered ? 'ordered' : 'bullet',
    elements: items.map((item) => section(run(item))),
    ...(numbered && offset > 0 && { offset }),
  };
  return rich(list);
}

export const header = (text: string): KnownBlock => ({ type: 'header', text: plain(text) });

/** Small print. */
export const context = (text: string): KnownBlock => ({ type: 'context', elements: [plain(text)] });
