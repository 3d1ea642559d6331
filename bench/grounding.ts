import { languages } from '../src/core/language.ts';
import { corpus, rates } from '../tests/support/grounding.ts';

const percent = (part: number, whole: number): number => Number(((100 * part) / whole).toFixed(1));

/**
 * Checks every sentence of the corpora and prints what share of the hostile ones is flagged and what share of the faithful ones is
 * flagged wrongly: on the sentences the checks are tuned on and on those held out. `fresh` sentences are of enterprises written later;
 * those of them that are held out are of enterprises the checks have never seen. `further` and `wider` ones were written by people who
 * did not know the checks.
 */
export function measureCorpora(): void {
  for (const folder of ['', 'held-out/']) {
    const wider = folder === '' ? 'wider/' : 'wider-';
    const further = folder === '' ? ['further-hostile', 'further-faithful'] : [];
    const more = ['fresh-hostile', 'fresh-faithful', ...further, `${wider}hostile`, `${wider}faithful`];
    for (const kind of ['hostile', 'faithful', ...more]) {
      const lines = more.includes(kind)
        ? corpus(`${folder}${kind}`)
        : languages.flatMap((language) => corpus(`${folder}${kind}-${language}`));
      const started = performance.now();
      const { sentences, flagged, wrong } = rates(lines);
      console.log(
        JSON.stringify({
          bench: `grounding/${folder === '' ? 'tuned' : 'held out'}/${kind}`,
          sentences,
          flaggedPercent: percent(flagged, sentences),
          asExpectedPercent: percent(sentences - wrong.length, sentences),
          msEach: Number(((performance.now() - started) / sentences).toFixed(2)),
        }),
      );
    }
  }
}
