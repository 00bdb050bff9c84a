import type { Canary, CanaryDecision } from '../../../shared/model/canary.ts';

export interface DecidedParts {
  /** Readings since of the canary with the fewest. */
  readonly count: number;
  /** Something of the plan is under way. */
  readonly staging: boolean;
}

/** What becomes of a canary by the decision of a user; null where that cannot be decided now. */
export function decidedCanary(
  canary: Canary,
  decision: CanaryDecision,
  { count, staging }: DecidedParts,
): Partial<Canary> | null {
  const { phase, options } = canary;
  const isOpen = phase === 'holding' || phase === 'asking';
  const decidedBy = 'user';
  switch (decision.kind) {
    case 'go-on':
      return isOpen ? { phase: 'going-on', decidedBy } : null;
    case 'revert':
      if (phase === 'measuring') return { phase: 'over', outcome: 'ended', decidedBy };
      return isOpen ? { phase: 'reverting', decidedBy } : null;
    case 'longer': {
      if (!isOpen) return null;
      const { hold } = decision;
      const more = hold.kind === 'time' ? hold.ms : hold.count;
      const other = hold.kind === 'polls' ? count : 0;
      const held = hold.kind === options.hold.kind ? canary.held : other;
      const next = { options: { ...options, hold }, held, wanted: held + more };
      return { ...next, phase: 'holding', verdict: null };
    }
    case 'leave':
      if ((phase !== 'reverting' && !isOpen) || staging) return null;
      return { phase: 'over', outcome: 'left', decidedBy };
  }
}
