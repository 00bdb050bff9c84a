import type { EventDetail, FieldChange } from '../../facts/events.ts';
import { showHidden } from '../../model/hidden.ts';
import { shownText } from '../../spcp/ascii.ts';
import { beyondText } from '../alert-number.ts';
import { fieldValue } from '../field-value.ts';
import type { Format } from '../format.ts';
import type { EventTexts } from '../texts.ts';
import { titles } from './titles.ts';
import { words } from './words.ts';

/** The facts of what happened to a proxy; empty where they say no more than its kind. */
export const events: EventTexts = {
  connected: ({ transport, description, unreachableSince }, format) => {
    const way = `${words.transports[transport]}, ${description}`;
    return unreachableSince === null
      ? way
      : `${way}; not reached since ${format.dateTime(unreachableSince)}`;
  },
  disconnected: ({ code }) => (code === 'cancelled' ? 'By request' : titles[code]),
  'attempt-failed': ({ code }) => titles[code],
  'login-refused': ({ where, step }) =>
    step === 'user' ? `${where} does not know this user.` : `${where} refused the password.`,
  restarted: ({ restarts }, format) =>
    `Its counters began anew (restart ${format.number(restarts)} since the app started).`,
  changed: ({ setting, from, to, outcome, who, shell }, format) => {
    const value = setting === 'bufferSize' ? size : transformation;
    return `${words.settings[setting]}: ${value(from, format)} → ${value(to, format)} (${words.outcomes[outcome]}${by(who, shell)})`;
  },
  'canary-started': ({ plan }) => `Changed first, for the plan “${showHidden(plan)}”.`,
  'canary-fine': ({ plan }) => `As before, for the plan “${showHidden(plan)}”.`,
  'canary-worse': ({ plan, because }) =>
    `Worse in: ${because.map((each) => words.canaryFindings[each]).join(', ')} (plan “${showHidden(plan)}”)`,
  'canary-unclear': ({ plan, because }) =>
    `No verdict by: ${because.map((each) => words.canaryFindings[each]).join(', ')} (plan “${showHidden(plan)}”)`,
  'canary-reverted': ({ plan }) => `As it was before the plan “${showHidden(plan)}” again.`,
  'changed-elsewhere': ({ setting, from, to, since, until, restarted }, format) => {
    const values = `${words.settings[setting]}: ${transformation(from)} → ${transformation(to)}`;
    const when = `between ${format.dateTime(since)} and ${format.dateTime(until)}`;
    return `${values}, not from here, ${when}${restarted ? '; the proxy restarted meanwhile' : ''}`;
  },
  'alert-fired': ({ beyond, ...detail }, format) =>
    beyond === null
      ? `${alert(detail)}.`
      : `${beyondText(words, format, beyond)}${ofRule(detail.rule)}.`,
  'alert-acknowledged': ({ by: who, reason, ...detail }) =>
    `${alert(detail)}, ${acknowledged(who, reason)}`,
  'alert-over': ({ since, ...detail }, format) =>
    `${alert(detail)}, fired ${format.dateTime(since)}.`,
  'own-network-down': ({ lost, watched }, format) =>
    `${format.number(lost)} of ${format.number(watched)} proxies not reached: the network of this machine is down.`,
  'own-network-acknowledged': ({ by: who, reason }) => acknowledged(who, reason),
  'own-network-up': ({ since }, format) => `Down since ${format.dateTime(since)}.`,
  'datagrams-dropped': ({ count, received, since }, format) =>
    `${format.number(count)} of ${format.number(received)} datagrams since ${format.dateTime(since)}; the diagnostics of the proxy say why.`,
  'events-lost': ({ count, since, until }, format) =>
    `${format.number(count)} ${count === 1 ? 'event was' : 'events were'} not kept, from ${format.dateTime(since)} to ${format.dateTime(until)}: the store could not keep up, or had no room.`,
  'profile-added': edited,
  'profile-edited': ({ changes, passwordChanged, ...detail }) =>
    [
      ...changes.map(change),
      ...(passwordChanged ? ['another password'] : []),
      ...[edited(detail)].filter((said) => said !== ''),
    ].join('; '),
  'profile-removed': edited,
  unreadable: ({ kind, facts }) => `Stored by another release: ${kind} ${facts}`,
};

/** Who edited a profile, from where, and its folder; empty where none of it is known. */
function edited({ by: editor, folder }: EventDetail<'profile-added'>): string {
  const hands = {
    here:
      editor.case === 'here' ? `by ${showHidden(editor.who)}, ${words.shells[editor.shell]}` : '',
    elsewhere: 'by another program',
    unknown: '',
  };
  return [hands[editor.case], folder === '' ? '' : `folder ${showHidden(folder)}`]
    .filter((said) => said !== '')
    .join('; ');
}

function alert({ about, rule }: Pick<EventDetail<'alert-fired'>, 'about' | 'rule'>): string {
  return `${words.alerts[about]}${ofRule(rule)}`;
}

function ofRule(rule: string): string {
  return rule === '' ? '' : ` (rule “${showHidden(rule)}”)`;
}

function acknowledged(who: string, reason: string): string {
  return `by ${showHidden(who)}${reason === '' ? '' : `: ${showHidden(reason)}`}`;
}

function by(who: string | null, shell: EventDetail<'changed'>['shell']): string {
  const hand = who === null ? '' : `, by ${showHidden(who)}`;
  return shell === null ? hand : `${hand}, ${words.shells[shell]}`;
}

function size(bytes: string | null, format: Format): string {
  return bytes === null ? 'not known' : `${format.counter(bytes)} bytes`;
}

function transformation(command: string | null): string {
  return command === null ? 'none' : shownText(command);
}

function change({ field, from, to }: FieldChange): string {
  return `${words.fields[field]}: ${fieldValue(words, field, from)} → ${fieldValue(words, field, to)}`;
}
