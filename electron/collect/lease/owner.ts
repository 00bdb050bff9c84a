import { hostname } from 'node:os';
import { z } from 'zod';
import { thisProcess } from '../../base/process-mark.ts';

const name = z.string().max(256);

/** A process, told so that one on the same machine can find out whether it is still there: names of machines, and what they are cloned from, may be the same. */
export const ownerSchema = z.object({
  host: name,
  pid: z.int().positive(),
  kernel: name.nullable(),
  started: name.nullable(),
});
export type Owner = z.infer<typeof ownerSchema>;

/** This process. */
export function thisOwner(): Owner {
  return { host: hostname().slice(0, 256), ...thisProcess() };
}
