import type {
  CallInput,
  CallName,
  CallOutput,
  TopicName,
  WindowCallName,
} from '../../shared/ipc/contract.ts';
import type { Client } from './client.ts';
import { listenAhead, type TopicAhead } from './listen-ahead.ts';

/** What the frame and the board ask first, each without input, and the topic that tells when the answer is no longer so; null for what stays. */
export const firstAsked = {
  'preferences.get': 'preferences.changed',
  'profiles.list': 'profiles.changed',
  'folders.list': 'folders.changed',
  'classes.list': 'classes.changed',
  'alerts.list': 'alerts.changed',
  'alerts.maintenance': 'alerts.maintenanceChanged',
  'drift.list': 'drift.changed',
  'plans.list': 'plans.changed',
  'managed.state': 'managed.changed',
  'app.notices': 'app.notices',
  'consoles.list': 'consoles.changed',
  'app.info': null,
} as const satisfies Partial<Record<WindowCallName, TopicName | null>>;
type FirstAsked = keyof typeof firstAsked;
export const namesFirstAsked = Object.keys(firstAsked) as FirstAsked[];

/** What tells how it is when it is listened to. */
const firstHeard = ['fleet.frames', 'vault.changed'] as const satisfies TopicName[];

interface Asked {
  readonly answer: Promise<unknown>;
  readonly unwanted: AbortController;
}

/**
 * Asks the console now what a window needs for its first picture, while the window's code is still being loaded. The client that is returned gives
 * these answers, and the errors of those that failed, to whoever asks first, who then sends nothing; but none that is no longer so, or that was asked
 * before the console was lost.
 */
export function askAhead(client: Client): Client {
  const asked = new Map<CallName, Asked>();
  const heard = new Map<TopicName, TopicAhead>();
  const listen = (topic: TopicName, onTold: () => void): void =>
    void heard.set(topic, listenAhead(client, topic, onTold));

  for (const topic of firstHeard) listen(topic, () => undefined);
  for (const name of namesFirstAsked) {
    const topic = firstAsked[name];
    if (topic !== null) listen(topic, () => asked.delete(name));
    const unwanted = new AbortController();
    const answer = client.call(name, {}, unwanted.signal);
    // A rejection is for whoever takes it; until then it is nobody's.
    answer.catch(() => undefined);
    asked.set(name, { answer, unwanted });
  }
  client.state.subscribe(() => {
    if (client.state.get() === 'lost') asked.clear();
  });
  return {
    ...client,
    call<N extends CallName>(name: N, input: CallInput<N>, signal?: AbortSignal) {
      const found = signal?.aborted ? undefined : asked.get(name);
      if (found === undefined) return client.call(name, input, signal);
      asked.delete(name);
      signal?.addEventListener('abort', () => found.unwanted.abort(signal.reason), { once: true });
      return found.answer as Promise<CallOutput<N>>;
    },
    subscribe(topic, params, listener, onRefused) {
      const ahead = heard.get(topic);
      heard.delete(topic);
      return (
        ahead?.take(listener, onRefused) ?? client.subscribe(topic, params, listener, onRefused)
      );
    },
  };
}
