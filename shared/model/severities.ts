import type { ProxyEventKind } from '../facts/events.ts';

/** How much an event matters to who looks after proxies: it is to be looked at; something is otherwise than it was; all is well. */
export const severities = ['problem', 'notice', 'routine'] as const;
export type Severity = (typeof severities)[number];

/** Every kind of event there is, and how much one of it matters. */
export const severityOfKind: Readonly<Record<ProxyEventKind, Severity>> = {
  connected: 'routine',
  disconnected: 'problem',
  'attempt-failed': 'problem',
  'login-refused': 'problem',
  restarted: 'notice',
  changed: 'notice',
  'canary-started': 'routine',
  'canary-fine': 'routine',
  'canary-worse': 'problem',
  'canary-unclear': 'notice',
  'canary-reverted': 'notice',
  'changed-elsewhere': 'problem',
  'alert-fired': 'problem',
  'alert-acknowledged': 'routine',
  'alert-over': 'routine',
  'own-network-down': 'problem',
  'own-network-acknowledged': 'routine',
  'own-network-up': 'routine',
  'datagrams-dropped': 'notice',
  'events-lost': 'problem',
  'profile-added': 'notice',
  'profile-edited': 'notice',
  'profile-removed': 'notice',
  unreadable: 'notice',
};

export const eventKinds = Object.keys(severityOfKind) as readonly ProxyEventKind[];
