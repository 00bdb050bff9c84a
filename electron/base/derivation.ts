import { type ScryptOptions, scrypt } from 'node:crypto';
import { createTurns } from './turns.ts';

const inTurn = createTurns();

/**
 * A key of so many bytes made of a passphrase (RFC 7914), in UTF-8. One at a time in this process, whoever asks: each takes 128 MiB of memory
 * or more. What is typed as composed or as decomposed characters is the same passphrase.
 */
export function deriveBytes(
  passphrase: string,
  salt: Buffer,
  length: number,
  options: ScryptOptions,
): Promise<Buffer> {
  return inTurn(
    'derivation',
    () =>
      new Promise((resolve, reject) => {
        const typed = Buffer.from(passphrase.normalize('NFC'), 'utf8');
        scrypt(typed, salt, length, options, (error, bytes) => {
          typed.fill(0);
          if (error === null) resolve(bytes);
          else reject(error);
        });
      }),
  );
}
