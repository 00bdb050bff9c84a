import type { Alert } from '../../shared/model/alert.ts';
import type { NewEvent } from '../../shared/model/event.ts';

/** The event of an alert that fired, is over, or was acknowledged; null for one of no proxy. `at` is epoch milliseconds. */
export function eventOfAlert(
  alert: Alert,
  happened:
    | { readonly kind: 'alert-fired' | 'alert-over' }
    | { readonly kind: 'alert-acknowledged'; readonly by: string; readonly reason: string },
  at: number,
): NewEvent | null {
  const { about } = alert;
  if (about.kind !== 'rule') return null;
  const { profileId, profileName, ruleName: rule, condition } = about;
  const event = { at, profileId, profileName };
  const facts = { about: condition.kind, rule };
  switch (happened.kind) {
    case 'alert-fired':
      return { ...event, kind: 'alert-fired', detail: facts };
    case 'alert-over':
      return { ...event, kind: 'alert-over', detail: { ...facts, since: alert.firedAt } };
    case 'alert-acknowledged': {
      const { by, reason } = happened;
      return { ...event, kind: 'alert-acknowledged', detail: { ...facts, by, reason } };
    }
  }
}
