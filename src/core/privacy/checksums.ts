/** Remainder of a long decimal number, digit by digit: no number of these lengths fits a double exactly. */
export function remainder(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

/** French social security number (NIR) of 13 characters with its key of two; 2A and 2B are Corsica. */
export function isFrenchNumber(characters: string): boolean {
  const match = /^([12378]\d{4}(?:\d{2}|2[AB])\d{6})(\d{2})$/i.exec(characters);
  if (!match?.[1] || !match[2] || !isFrenchShape(match[1])) return false;
  const digits = match[1].replace(/2A/i, '19').replace(/2B/i, '18');
  return 97 - remainder(digits, 97) === Number(match[2]);
}

/** The 13 characters before the key: sex, year, month (20 and up when the month is unknown), place, commune, order. */
export function isFrenchShape(characters: string): boolean {
  const match = /^[12378]\d{2}(\d{2})(\d{2}|2[AB])\d{6}$/i.exec(characters);
  const month = Number(match?.[1]);
  return match !== null && ((month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50) && match[2] !== '00';
}

/** Belgian national number (and bis number, whose month is 20 or 40 higher); born since 2000, a 2 stands before the nine digits. */
export function isBelgianNumber(digits: string): boolean {
  const match = /^\d{2}(\d{2})(\d{2})(\d{3})(\d{2})$/.exec(digits);
  if (!match) return false;
  const month = Number(match[1]) % 20;
  if (Number(match[1]) > 52 || month > 12 || Number(match[2]) > 31 || match[3] === '000' || match[3] === '999') return false;
  const key = Number(match[4]);
  return 97 - remainder(digits.slice(0, 9), 97) === key || 97 - remainder(`2${digits.slice(0, 9)}`, 97) === key;
}

/** Dutch citizen service number: nine digits whose weighted sum is a multiple of eleven. */
export function isDutchNumber(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0{3}/.test(digits)) return false;
  const sum = Array.from(digits).reduce((total, digit, i) => total + Number(digit) * (i === 8 ? -1 : 9 - i), 0);
  return sum % 11 === 0;
}

/** Number of a Belgian enterprise: the last two digits are the key of the first eight. */
export function isBelgianEnterprise(digits: string): boolean {
  return /^[01]\d{9}$/.test(digits) && 97 - remainder(digits.slice(0, 8), 97) === Number(digits.slice(8));
}

/** How long an account number is, country by country, in the register of the standard. */
const accountLengths = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CI28 CR22 CY28 CZ24 DE22 DK18 DO28 DZ26 EE20 EG29 ES24 FI18 FO18 FR27
  GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MA28 MC27 MD24 ME22
  MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 SN28 TN24 TR26 UA29 VG24 XK20`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

export function isAccountNumber(characters: string): boolean {
  const text = characters.toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  if (text.length !== accountLengths.get(text.slice(0, 2))) return false;
  const digits = Array.from(text.slice(4) + text.slice(0, 4), (c) => String(Number.parseInt(c, 36))).join('');
  return remainder(digits, 97) === 1;
}
