import { AppError } from '../../shared/errors.ts';
import { searchFaultOf } from '../../shared/fleet/alerts/scope.ts';
import type { AlertScope, Maintenance } from '../../shared/model/alert-rule.ts';
import type { Classes } from '../../shared/model/environment-class.ts';
import { hiddenIn } from '../../shared/model/hidden.ts';

/** Longer than any work takes; nothing of the proxies becomes an alert meanwhile, which nobody would notice. */
export const longestMaintenanceMs = 366 * 24 * 3_600_000;

interface Scoped {
  readonly id: string;
  readonly scope: AlertScope;
}

/**
 * Refuses a scope that says nothing, or that shows otherwise than it is. One that was saved so stays, as where a class is gone: the rest of its rule
 * can be changed. Throws `invalid-input`.
 */
export function requireMeaning(
  { id, scope }: Scoped,
  saved: readonly Scoped[],
  classes: Classes,
): void {
  const text = scope.kind === 'search' ? scope.search : scope.kind === 'tag' ? scope.tag : null;
  if (text === null || saved.some((each) => each.id === id && hasText(each.scope, text))) return;
  const isVoid = scope.kind === 'search' && searchFaultOf(text, classes) !== null;
  if (isVoid || hiddenIn(text) !== null) throw wrong(`scope.${scope.kind}`);
}

/** Refuses maintenance that lasts longer than any work. Throws `invalid-input`. */
export function requireSpan({ from, to }: Maintenance): void {
  if (to - from > longestMaintenanceMs) throw wrong('to');
}

function hasText(scope: AlertScope, text: string): boolean {
  if (scope.kind === 'search') return scope.search === text;
  return scope.kind === 'tag' && scope.tag === text;
}

function wrong(field: string): AppError {
  return new AppError('invalid-input', { case: 'field', field, rule: 'custom' });
}
