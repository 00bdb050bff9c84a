import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import {
  type ExportedSecrets,
  exportedSecretsSchema,
  type Scrypt,
  type SealedSecrets,
} from '../../../shared/model/sealed-secrets.ts';
import { decrypt, encrypt, nonceLength } from '../../base/authenticated-cipher.ts';
import { deriveBytes } from '../../base/derivation.ts';

/** 128 MB and a third of a second on a machine of today: what OWASP recommends for scrypt. */
const cost = { n: 2 ** 17, r: 8, p: 1 } as const;

/** What a file may ask for: twice the memory and four times the work, so that one of tomorrow is read, and none takes the machine. */
const most = { bytes: 256 * 2 ** 20, p: 4 } as const;

const mostMemory = 2 * most.bytes;

type Header = Omit<SealedSecrets, 'sealed' | 'sum'>;

/** Encrypts passwords with a key made of a passphrase, under a new salt and nonce each time. */
export async function sealSecrets(
  secrets: ExportedSecrets,
  passphrase: string,
): Promise<SealedSecrets> {
  const parameters = { ...cost, salt: base64(randomBytes(16)) };
  const { key, check } = await derive(passphrase, parameters);
  const nonce = randomBytes(nonceLength);
  const header: Header = {
    cipher: 'aes-256-gcm',
    derivation: 'scrypt',
    scrypt: parameters,
    check: base64(check),
    nonce: base64(nonce),
  };
  const text = Buffer.from(JSON.stringify(secrets), 'utf8');
  const sealed = base64(encrypt(key, nonce, text, associated(header)));
  text.fill(0);
  return { ...header, sealed, sum: sumOf({ ...header, sealed }) };
}

/**
 * Throws `not-an-export` (`secrets`) for what is damaged, whatever the passphrase, `costly` for parameters that would take the machine, and
 * `export-passphrase` (`wrong`).
 */
export async function openSecrets(
  sealed: SealedSecrets,
  passphrase: string,
): Promise<ExportedSecrets> {
  requireIntact(sealed);
  const { sealed: text, sum: _, ...header } = sealed;
  const { key, check } = await derive(passphrase, header.scrypt);
  if (!isSame(check, bytesOf(header.check)))
    throw new AppError('export-passphrase', { case: 'wrong' });
  const opened = decrypt(key, bytesOf(header.nonce), bytesOf(text), associated(header));
  if (opened === null) throw damaged();
  try {
    return exportedSecretsSchema.parse(JSON.parse(opened.toString('utf8')));
  } catch {
    // The schema's error does not go along: it may quote what was opened.
    throw damaged();
  } finally {
    opened.fill(0);
  }
}

/** Throws as `openSecrets` does for what no passphrase opens. */
export function requireIntact(sealed: SealedSecrets): void {
  const { sum, ...rest } = sealed;
  if (!isSame(bytesOf(sumOf(rest)), bytesOf(sum))) throw damaged();
  const { n, r, p } = sealed.scrypt;
  const bytes = 128 * n * r;
  // With what is needed beside it.
  const all = 128 * r * (n + p + 2);
  if (bytes > most.bytes || all > mostMemory || p > most.p) {
    throw new AppError('not-an-export', { case: 'costly', bytes: bytes * p });
  }
  // The algorithm takes powers of two only, and those below 2^(128·r/8).
  if (!Number.isInteger(Math.log2(n)) || Math.log2(n) >= 16 * r) throw damaged();
}

/** A key, and what tells that it is the right one without saying what it is. */
async function derive(
  passphrase: string,
  { n, r, p, salt }: Scrypt,
): Promise<{ readonly key: Buffer; readonly check: Buffer }> {
  const options = { N: n, r, p, maxmem: mostMemory };
  const derived = await deriveBytes(passphrase, bytesOf(salt), 64, options).catch(() => {
    // What scrypt refuses, no passphrase opens.
    throw damaged();
  });
  const check = createHmac('sha256', derived.subarray(32)).update('passphrase check').digest();
  return { key: derived.subarray(0, 32), check };
}

/** Field by field, so that it is the same whatever order a file has them in. */
function associated({
  cipher,
  derivation,
  scrypt: { n, r, p, salt },
  check,
  nonce,
}: Header): Buffer {
  return Buffer.from(JSON.stringify([cipher, derivation, n, r, p, salt, check, nonce]));
}

function sumOf({ sealed, ...header }: Omit<SealedSecrets, 'sum'>): string {
  return base64(createHash('sha256').update(associated(header)).update(sealed).digest());
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'base64');
}

function damaged(): AppError {
  return new AppError('not-an-export', { case: 'secrets' });
}
