import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { type ShippedPackage, shippedPackageSchema } from '../../shared/model/shipped-package.ts';

/** The packages of others that are a part of the app, as the build of the user interface in `pages` names them. Throws `not-found`. */
export async function readLicences(pages: string): Promise<ShippedPackage[]> {
  try {
    const text = await readFile(join(pages, 'licences.json'), 'utf8');
    return z.array(shippedPackageSchema).parse(JSON.parse(text));
  } catch {
    throw new AppError('not-found', { case: 'pages' });
  }
}
