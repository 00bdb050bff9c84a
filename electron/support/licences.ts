import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { type ShippedPackage, shippedPackageSchema } from '../../shared/model/shipped-package.ts';
import { hasCode } from '../store/files/has-code.ts';

/** The packages of others that are a part of the app, as the build of the user interface in `pages` names them. Throws `not-found` where there is no such list; a damaged one is a fault of the build. */
export async function readLicences(pages: string): Promise<ShippedPackage[]> {
  const text = await readFile(join(pages, 'licences.json'), 'utf8').catch((error: unknown) => {
    throw hasCode(error, 'ENOENT') ? new AppError('not-found', { case: 'pages' }) : error;
  });
  return z.array(shippedPackageSchema).parse(JSON.parse(text));
}
