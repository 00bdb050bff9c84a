import { z } from 'zod';

/** Epoch milliseconds, of a time that can be written as a date (ECMA-262, time values). */
export const epochMs = z.number().min(-8.64e15).max(8.64e15);
