import { z } from 'zod';
import type { Author } from './change.ts';
import { type Shell, shells } from './change-words.ts';
import { boundedText } from './text.ts';
import { epochMs } from './time.ts';

/** So many of a plan are told of, the last ones. */
export const mostDeeds = 50;

/**
 * What was done with a plan as a whole. `applied`: applying was begun. `stopped`: somebody let no further step begin. `over`: all that was to be
 * begun had ended. `closed`: the console ended first. `canary`: it was begun with a canary, of which `go-on`, `revert`, `longer` and `leave` are
 * somebody’s decisions.
 */
export const planDeedKinds = [
  'applied',
  'stopped',
  'over',
  'closed',
  'canary',
  'go-on',
  'revert',
  'longer',
  'leave',
] as const;
export type PlanDeedKind = (typeof planDeedKinds)[number];

export const planDeedSchema = z.object({
  kind: z.enum(planDeedKinds),
  /** Epoch milliseconds. */
  at: epochMs,
  /** The operating system's user name; null for what came by itself. */
  actor: boundedText(300).nullable(),
  shell: z.enum(shells).nullable(),
  /** Who sat elsewhere, as far as this machine knows. */
  remote: boundedText(300).nullable(),
  /** The name of the plan and the number of its targets were typed, for the guarded ones among them. */
  approved: z.boolean(),
});
export type PlanDeed = z.infer<typeof planDeedSchema>;

/** Who does something with plans now, and by which shell where nobody asks. */
export interface Doer {
  readonly author: () => Author;
  readonly shell: Shell;
}

/** A deed of whoever asks now; of nobody where it came by itself. */
export function deedOf(
  { author, shell }: Doer,
  at: number,
  kind: PlanDeedKind,
  { approved = false }: { readonly approved?: boolean } = {},
): PlanDeed {
  const byItself = kind === 'over' || kind === 'closed';
  const by = byItself ? { actor: null, remote: null, shell } : author();
  return { kind, at, ...by, shell: by.shell ?? shell, approved };
}

/** What a deed is called: with an approval it is another one. */
export type PlanDeedWord = PlanDeedKind | 'approved' | 'canary-approved';
export function wordOf({ kind, approved }: Pick<PlanDeed, 'kind' | 'approved'>): PlanDeedWord {
  if (!approved) return kind;
  if (kind === 'applied') return 'approved';
  return kind === 'canary' ? 'canary-approved' : kind;
}
