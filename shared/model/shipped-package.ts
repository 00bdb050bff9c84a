import { z } from 'zod';
import { boundedText } from './text.ts';

/** A package of others that is a part of the app. `licence` is an SPDX expression, empty where the package says none; `text` its own text. */
export const shippedPackageSchema = z.object({
  name: boundedText(214),
  version: boundedText(100),
  licence: boundedText(200),
  text: boundedText(200_000),
});
export type ShippedPackage = z.infer<typeof shippedPackageSchema>;
