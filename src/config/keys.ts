const keyBytes = 32;

/** The keys of ENCRYPTION_KEY, the newest first; nothing when one of them is not 32 bytes in hex or base64. */
export function readKeys(text: string): Uint8Array[] | undefined {
  const keys = text.split(',').map((part) => readKey(part.trim()));
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

function readKey(text: string): Uint8Array | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  // Node reads over what is not base64, so what is left out would go unseen.
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined;
  const key = Buffer.from(text, 'base64');
  return key.length === keyBytes ? key : undefined;
}
