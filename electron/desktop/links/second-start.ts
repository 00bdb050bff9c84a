import { z } from 'zod';
import { longestLink } from '../../../shared/address/app-link.ts';

const startSchema = z.object({
  demo: z.boolean(),
  /** What it was started with that is meant as a link, good or bad. */
  link: z.string().nullable(),
});

/** What a second start on the data directory hands over to the first one. */
export type SecondStart = z.infer<typeof startSchema>;

/** What is handed over: of a link that is too long only so much that it is still seen to be. */
export function handOver({ demo, link }: SecondStart): SecondStart {
  return { demo, link: link === null ? null : link.slice(0, longestLink + 1) };
}

/** What was handed over, by whatever process of this user; of what is none, nothing but the start. */
export function takeOver(handed: unknown): SecondStart {
  const parsed = startSchema.safeParse(handed);
  return parsed.success ? parsed.data : { demo: false, link: null };
}
