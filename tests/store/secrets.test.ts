import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecrets, SecretsError } from '../../src/store/secrets.ts';

const [older, newer] = [randomBytes(32), randomBytes(32)];
const content = { botToken: 'xoxb-hush', refreshToken: 'xoxe-hush' };
const row = 'slack/T1';

const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(SecretsError);
    expect(error).not.toHaveProperty('cause');
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
};

describe('secrets', () => {
  it('come back as they were, and cannot be read or recognised meanwhile', () => {
    const secrets = createSecrets([newer]);
    const [one, two] = [secrets.seal(content, row), secrets.seal(content, row)];
    expect(secrets.open(one, row)).toEqual(content);
    expect(secrets.open(secrets.seal({}, row), row)).toEqual({});
    expect(one.bytes.equals(two.bytes)).toBe(false);
    expect(one.bytes.toString('latin1')).not.toContain('hush');
    expect(one.keyId).toBe(secrets.keyId());
    expect(newer.toString('hex')).not.toContain(one.keyId);
  });

  it('are not opened when a single bit of them was changed', () => {
    const secrets = createSecrets([newer]);
    const { bytes, keyId } = secrets.seal(content, row);
    for (let at = 0; at < bytes.length; at++) {
      const tampered = Buffer.from(bytes);
      tampered[at] = (tampered[at] ?? 0) ^ 1;
      expect(refusal(() => secrets.open({ bytes: tampered, keyId }, row))).toMatch(/slack\/T1 cannot be read/);
    }
    for (const length of [0, 1, 28, bytes.length - 1])
      expect(refusal(() => secrets.open({ bytes: bytes.subarray(0, length), keyId }, row))).toMatch(
        /install the companion there/i,
      );
  });

  it('are not opened in another row, nor under the name of another key', () => {
    const secrets = createSecrets([newer, older]);
    const sealed = secrets.seal(content, row);
    expect(refusal(() => secrets.open(sealed, 'slack/T2'))).toMatch(/slack\/T2 cannot be read/);
    const keyId = createSecrets([older]).keyId();
    expect(refusal(() => secrets.open({ ...sealed, keyId }, row))).toMatch(/cannot be read/);
  });

  it('are opened with an older key and sealed with the newest one', () => {
    const before = createSecrets([older]).seal(content, row);
    const secrets = createSecrets([newer, older]);
    expect(secrets.open(before, row)).toEqual(content);
    const after = secrets.seal(content, row);
    expect(after.keyId).not.toBe(before.keyId);
    expect(createSecrets([newer]).open(after, row)).toEqual(content);
  });

  it('whose key is gone say which one to put back', () => {
    const sealed = createSecrets([older]).seal(content, row);
    const words = refusal(() => createSecrets([newer]).open(sealed, row));
    expect(words).toContain(sealed.keyId);
    expect(words).toMatch(/put that key back, behind the new one and a comma/);
    expect(words).not.toContain(older.toString('hex'));
    expect(words).not.toContain(older.toString('base64'));
  });

  it('cannot be kept without a key', () => {
    expect(refusal(() => createSecrets([]).seal(content, row))).toMatch(/without ENCRYPTION_KEY: set it/);
    expect(refusal(() => createSecrets([randomBytes(16)]))).toMatch(/16 bytes instead of 32/);
  });
});
