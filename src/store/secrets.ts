import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Something encrypted, and the id of the key it was encrypted with. */
export interface Sealed {
  bytes: Buffer;
  keyId: string;
}

/** Encrypts what must not be read in the database or in a copy of it. */
export interface Secrets {
  /** The id of the key that encrypts now. Throws a `SecretsError` when there is none. */
  keyId(): string;
  /** `row` names the row it will stand in: it can be opened for that row alone. Throws a `SecretsError` when there is no key. */
  seal(content: Record<string, string>, row: string): Sealed;
  /** Throws a `SecretsError` when it was sealed with a key that is gone, for another row, or was changed. */
  open(sealed: Sealed, row: string): Record<string, string>;
}

/** Secrets cannot be stored or read. Its words say what to do and hold no secret. */
export class SecretsError extends Error {
  override name = 'SecretsError';
}

const cipher = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** The first byte of what is sealed: how the rest is laid out (nonce, tag, then the encrypted JSON). */
const layout = 1;

/**
 * Encrypts with the first of these keys of 32 bytes and decrypts with all of them (AES-256-GCM, a random nonce each time). Without keys it
 * can be made too: only its use fails.
 */
export function createSecrets(keys: readonly Uint8Array[]): Secrets {
  const known = new Map(keys.map((key) => [idOf(key), key]));
  const [first] = known.keys();

  const keyId = (): string => {
    if (first === undefined)
      throw new SecretsError('Tokens cannot be stored without ENCRYPTION_KEY: set it, as .env.example says, and start again.');
    return first;
  };

  return {
    keyId,

    seal(content, row) {
      const id = keyId();
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, keyOf(id), nonce, { authTagLength: tagBytes });
      sealing.setAAD(boundTo(row, id));
      const encrypted = Buffer.concat([sealing.update(JSON.stringify(content), 'utf8'), sealing.final()]);
      return { bytes: Buffer.concat([Buffer.of(layout), nonce, sealing.getAuthTag(), encrypted]), keyId: id };
    },

    open({ bytes, keyId: id }, row) {
      const key = keyOf(id);
      const [nonceAt, tagAt, textAt] = [1, 1 + nonceBytes, 1 + nonceBytes + tagBytes];
      if (bytes[0] !== layout || bytes.length < textAt) throw changed(row);
      const opening = createDecipheriv(cipher, key, bytes.subarray(nonceAt, tagAt), { authTagLength: tagBytes });
      opening.setAAD(boundTo(row, id));
      opening.setAuthTag(bytes.subarray(tagAt, textAt));
      try {
        const text = Buffer.concat([opening.update(bytes.subarray(textAt)), opening.final()]).toString('utf8');
        return JSON.parse(text) as Record<string, string>;
      } catch {
        // Without its cause, which could quote what was being read.
        throw changed(row);
      }
    },
  };

  function keyOf(id: string): Uint8Array {
    const key = known.get(id);
    if (key) return key;
    throw new SecretsError(
      `Stored tokens were encrypted with a key (its id is ${id}) that ENCRYPTION_KEY does not hold: ` +
        'put that key back, behind the new one and a comma, or install the companion there again.',
    );
  }
}

/** Tells keys apart without telling anything about them. */
function idOf(key: Uint8Array): string {
  if (key.length !== keyBytes) throw new SecretsError(`A key of ENCRYPTION_KEY has ${key.length} bytes instead of ${keyBytes}.`);
  return createHash('sha256').update('compagnon-vises key id\n').update(key).digest('hex').slice(0, 16);
}

const boundTo = (row: string, keyId: string): Buffer => Buffer.from(`${layout}\n${keyId}\n${row}`);

const changed = (row: string): SecretsError =>
  new SecretsError(
    `The stored tokens of ${row} cannot be read: they were changed, or moved there from another row. Install the companion there again.`,
  );
