import type { SentenceReading } from '../reading.ts';

/** So many together, told without a number that counts: "z'n tweeën", "à deux", "both", "a trio". */
const words: Record<number, RegExp> = {
  2: /(?<!\p{L})(?:(?:z'n|hun|ons|zijn|jullie) tweeen|met twee(?:en)?|(?:a|par|entre|tous|toutes|nous|eux|elles|les|en) deux|en duo|binomes?|duo'?s?|koppels?|couples?|pairs?|paires?|both|beiden?|the two|two of|the pair|tandems?|twins?|jumeaux|jumelles|tweeling|de twee)(?!\p{L})/u,
  3: /(?<!\p{L})(?:(?:z'n|hun|ons|zijn|jullie) drieen|met drie(?:en)?|(?:a|par|tous|toutes|nous|les|en) trois|trios?|de drie|the three|three of)(?!\p{L})/u,
  4: /(?<!\p{L})(?:(?:z'n|hun|ons|zijn|jullie) vieren|met vier(?:en)?|(?:a|par|tous|toutes|nous|les|en) quatre|quartet|quatuor|kwartet|de vier|the four|four of)(?!\p{L})/u,
};

/** "met twee mensen" where "met z'n tweeën" was said: as many, told as a company. */
export const isTogether = (reading: SentenceReading, count: number): boolean => {
  const pattern = words[count];
  return pattern !== undefined && reading.cited.some((answer) => answer.passages.some(({ folded }) => pattern.test(folded)));
};
