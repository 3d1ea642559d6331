import type { Command, CommandContext } from '../../commands.ts';
import { fold, foldedWords } from '../text/normalise.ts';
import { readCorrection } from './corrections.ts';
import type { Topics } from './find-topic.ts';
import { commandOf } from './phrasebook.ts';
import { readUntil } from './slots.ts';
import { signOf, yesOrNo } from './small-talk.ts';
import { spokenWords } from './spoken.ts';
import { removesWords, takesBack } from './taking-back.ts';

const takeBack = new Set(['undo', 'stop']);
/** What people may ask in the middle of anything, and come back from. */
const meanwhile = new Set([
  'help',
  'why',
  'hint',
  'example',
  'repeat',
  'status',
  'accompanier',
  'recap',
  'handover',
  'wait',
  'resume',
  'set',
  'next',
]);

const noReason =
  /^(?:sans raison|pas de raison|aucune|rien|c'est tout|pas de raison particuliere|geen reden|zonder reden|geen|no reason|none|nothing|just because)[.! ]*$/u;
const noDate =
  /^(?:sans date|pas de date|on verra|je sais pas|indefiniment|sans limite|on vous dira|jusqu'a nouvel ordre|geen datum|onbepaald|we zien wel|tot nader order|no date|not sure|indefinitely|until further notice|we'll see)[.! ]*$/u;

function whichStop(text: string): Command | undefined {
  const folded = fold(text);
  const which = /^1\b|message|rappel|notif|ecri|relanc|bericht|melding|herinnering|reminder|nudge/u.test(folded)
    ? 'messages'
    : /^2\b|pause|pauze|break|suspen|plus tard|later/u.test(folded)
      ? 'pause'
      : /^3\b|fin\b|tout|evaluation|definitiv|terminer|alles|evaluatie|einde|stopzetten|the end|^end|everything|all\b|for good/u.test(
            folded,
          )
        ? 'end'
        : undefined;
  return which === undefined ? undefined : { do: 'stop', which };
}

/** "non finalement on continue" */
function goesOn(text: string, context: CommandContext): boolean {
  const words = spokenWords(text);
  const wish = words.slice(
    Math.max(
      0,
      words.findIndex((word) => !/^(?:non|nan|finalement|en|fait|nee|neen|toch|eigenlijk|no|actually)$/u.test(word)),
    ),
  );
  const command = commandOf(wish, context.language);
  return command?.do === 'next' || command?.do === 'resume' || command?.do === 'undo';
}

/** What a message means as the reply to something we asked besides the question; nothing when it is no reply to that. */
export function readAwaited(text: string, context: CommandContext, topics: Topics): Command | undefined {
  const answer = yesOrNo(text);
  const sign = signOf(text);
  const words = spokenWords(text);
  const simple = commandOf(words, context.language) ?? takesBack(words, context.language);
  const isNo = answer === 'no' || sign === 'no' || (simple !== undefined && takeBack.has(simple.do));
  switch (context.awaiting) {
    case undefined:
      return undefined;
    case 'confirmation': {
      if (answer === 'yes' || sign === 'yes') return { do: 'confirm' };
      if (isNo) return { do: 'cancel' };
      const again =
        /^(?:non|nan|nee|neen|no|oui|ja|yes|euh)[ ,.!-]+(?:mais |maar |but |plutot |eerder |rather )?(?:(?:c'?est|c'etait|het is|het was|it'?s|it is|it was|en fait|plutot|eigenlijk|actually) )*(.{1,80})$/du.exec(
          fold(text),
        );
      const span = again?.indices?.[1];
      const corrected = readCorrection(text, context, topics);
      if (corrected) return corrected;
      return span && foldedWords(text.slice(span[0], span[1])).length <= 6 && simple === undefined
        ? { do: 'correct', text: text.slice(span[0], span[1]).trim() }
        : undefined;
    }
    case 'pause-date': {
      if (noDate.test(fold(text))) return { do: 'pause' };
      const until = foldedWords(text).length <= 14 ? readUntil(text, context) : undefined;
      if (until) return { do: 'pause', until: until.until };
      return isNo ? { do: 'cancel' } : undefined;
    }
    case 'reason':
      if (answer === 'no' && simple?.do !== 'undo') return { do: 'not-for-us' };
      if (simple?.do === 'undo') return { do: 'cancel' };
      if (noReason.test(fold(text)) || simple?.do === 'skip' || simple?.do === 'not-yet') return { do: 'not-for-us' };
      return simple !== undefined && meanwhile.has(simple.do) ? undefined : { do: 'not-for-us', reason: text };
    case 'stop-which':
      return whichStop(text) ?? (isNo || goesOn(text, context) ? { do: 'cancel' } : undefined);
    case 'correction':
      // The answer itself is to go, rather than the wish to change it.
      if (simple?.do === 'undo' && removesWords(words)) return simple;
      if (isNo) return { do: 'cancel' };
      if (simple !== undefined && (meanwhile.has(simple.do) || simple.do === 'skip' || simple.do === 'pause')) return simple;
      return readCorrection(text, context, topics) ?? { do: 'correct', text };
  }
}
