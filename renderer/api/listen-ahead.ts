import type { ErrorValue } from '../../shared/errors.ts';
import type { TopicName, TopicParams, TopicValue } from '../../shared/ipc/contract.ts';
import type { Client } from './client.ts';

/** A topic that is listened to before anybody wants it. */
export interface TopicAhead {
  /** Hands over all that was told, in its order, and what is told from then on. Returns unsubscribing; null where it is listened to no longer. */
  take<N extends TopicName>(
    listener: (value: TopicValue<N>) => void,
    onRefused: (error: ErrorValue) => void,
  ): (() => void) | null;
}

interface Taker {
  readonly listener: (value: never) => void;
  readonly onRefused: (error: ErrorValue) => void;
}

/** So many values wait for who takes them: where nobody comes, as where the window's code cannot be loaded, the topic is left. */
export const mostWaiting = 200;

/** Listens to a topic without parameters, once; `onTold` hears each value before it is handed over. */
export function listenAhead(client: Client, topic: TopicName, onTold: () => void): TopicAhead {
  let taker: Taker | null = null;
  let waiting: ((taker: Taker) => void)[] | null = [];
  const hand = (give: (taker: Taker) => void): void => {
    if (taker !== null) {
      give(taker);
      return;
    }
    waiting?.push(give);
    if (waiting === null || waiting.length <= mostWaiting) return;
    waiting = null;
    leave();
  };
  const leave = client.subscribe<TopicName>(
    topic,
    {} satisfies TopicParams<'fleet.frames'>,
    (value) => {
      onTold();
      hand(({ listener }) => listener(value as never));
    },
    (error) => hand(({ onRefused }) => onRefused(error)),
  );
  return {
    take(listener, onRefused) {
      if (waiting === null) return null;
      const missed = waiting;
      waiting = [];
      taker = { listener, onRefused };
      for (const give of missed) give(taker);
      return leave;
    },
  };
}
