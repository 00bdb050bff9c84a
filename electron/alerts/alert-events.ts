import { type Alert, beyondOf } from '../../shared/model/alert.ts';
import { consoleId, consoleName, type NewEvent } from '../../shared/model/event.ts';

/**
 * The event of an alert that fired, is over, or was acknowledged. `at` is epoch milliseconds.
 */
export function eventOfAlert(
  alert: Alert,
  happened:
    | { readonly kind: 'alert-fired' | 'alert-over' }
    | { readonly kind: 'alert-acknowledged'; readonly by: string; readonly reason: string },
  at: number,
): NewEvent {
  const { about } = alert;
  if (about.kind === 'own-network') {
    const event = { at, profileId: consoleId, profileName: consoleName };
    const { lost, watched } = about;
    switch (happened.kind) {
      case 'alert-fired':
        return { ...event, kind: 'own-network-down', detail: { lost, watched } };
      case 'alert-over':
        return { ...event, kind: 'own-network-up', detail: { since: alert.firedAt } };
      case 'alert-acknowledged':
        return {
          ...event,
          kind: 'own-network-acknowledged',
          detail: { by: happened.by, reason: happened.reason },
        };
    }
  }
  const { profileId, profileName, ruleName: rule, condition } = about;
  const event = { at, profileId, profileName };
  const facts = { about: condition.kind, rule };
  switch (happened.kind) {
    case 'alert-fired':
      return { ...event, kind: 'alert-fired', detail: { ...facts, beyond: beyondOf(about) } };
    case 'alert-over':
      return { ...event, kind: 'alert-over', detail: { ...facts, since: alert.firedAt } };
    case 'alert-acknowledged': {
      const { by, reason } = happened;
      return { ...event, kind: 'alert-acknowledged', detail: { ...facts, by, reason } };
    }
  }
}
