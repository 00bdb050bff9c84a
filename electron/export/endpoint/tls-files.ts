import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { AppError } from '../../../shared/errors.ts';
import { causeOf } from '../../base/cause-of.ts';
import { readNamedFile } from './secret-file.ts';

/** Certificate and key of a server, as text (PEM). */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Reads both and tries them together. Throws what `readNamedFile` throws, and `invalid-input` where they are none or do not fit each other. */
export async function readTls(cert: string, key: string): Promise<TlsFiles> {
  const files = {
    cert: await readNamedFile(cert, { secret: false }),
    key: await readNamedFile(key, { secret: true }),
  };
  try {
    // A context takes an empty text for none at all, and a server with it lets nobody in.
    new X509Certificate(files.cert);
    createPrivateKey(files.key);
    createSecureContext({ ...files, minVersion: 'TLSv1.2' });
  } catch (error) {
    const detail = { case: 'metrics-certificate', cert, key, cause: causeOf(error) } as const;
    // Not the error itself: nothing of a key is to come into a log.
    throw new AppError('invalid-input', detail);
  }
  return files;
}
