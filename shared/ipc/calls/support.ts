import { z } from 'zod';
import { shippedPackageSchema } from '../../model/shipped-package.ts';
import { boundedText } from '../../model/text.ts';

/** Longer than what is told of thousands of profiles, and of twenty faults. */
const longestDiagnostics = 400_000;

export const supportCalls = {
  /** What the app is, runs on and last failed at, as text for those who mend it. Without `named` nothing in it names a host, a proxy or a person. */
  'support.diagnostics': {
    role: 'administer',
    input: z.object({ named: z.boolean() }),
    output: z.object({ text: boundedText(longestDiagnostics) }),
  },
  /** The packages of others that are a part of the app, by name. Throws `not-found` where the pages were not built. */
  'support.licences': {
    role: 'view',
    byWindow: true,
    input: z.object({}),
    output: z.array(shippedPackageSchema),
  },
} as const;
