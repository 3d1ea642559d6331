import { foldedWords } from '../reading/text/normalise.ts';

/** Words for what the buttons do: begin or go on with a new version, and go back to the earlier one. */
export function readMethodWish(written: string): 'see' | 'undo' | undefined {
  const words = foldedWords(written).join(' ');
  if (words.length > 80) return undefined;
  if (
    /\b(?:revenir a|retrouver|terug naar|back to|go back to)\b.*\b(?:ancienne|precedente|oude|vorige|old|earlier|previous)\b.*\b(?:methode|method|version|versie)\b/u.test(
      words,
    )
  )
    return 'undo';
  return /\b(?:nouvelle (?:version|methode)|nieuwe (?:versie|methode)|new (?:version|method))\b.*\b(?:methode|method)?/u.test(
    words,
  ) && /\b(?:methode|method)\b/u.test(words)
    ? 'see'
    : undefined;
}

/** What somebody who runs a network wants of its method ("exporter la méthode"). */
export function readMethodFilesWish(written: string): 'export' | 'show' | undefined {
  const words = foldedWords(written).join(' ');
  if (words.length > 80 || !/\b(?:methode|method)\b/u.test(words)) return undefined;
  if (/\b(?:export\w*|telecharger|recevoir|download\w*|ontvangen|fichiers?|bestanden|files?)\b/u.test(words)) return 'export';
  return /^(?:(?:la|notre|de|onze|the|our) )?(?:methode|method)$/u.test(words) ||
    /\b(?:import\w*|modifier|changer|wijzigen|aanpassen|change|edit)\b/u.test(words)
    ? 'show'
    : undefined;
}
