import type { Policy } from '../../shared/model/policy.ts';
import type { UpdateState } from '../../shared/model/updates.ts';

/** How the app stands to its updates, and what can be done about them. Each deed does nothing in a state that it does not follow from. */
export interface Updates {
  state(): UpdateState;
  /** Begins to ask the feed. */
  check(): void;
  /** Begins to fetch what is available. */
  download(): void;
  /** Gives up fetching. */
  cancel(): void;
  /** The choice or the policy may be another. */
  settle(): void;
  /** The app ends: what is ready takes its place. */
  atQuit(): void;
  /** After every change. Returns unsubscribing. */
  listen(listener: (state: UpdateState) => void): () => void;
  close(): void;
}

/** What says whether the app looks for updates. */
export interface UpdateWishes {
  readonly policy: () => Pick<Policy, 'updates' | 'updateFeed'>;
  /** Whether the user wants them. */
  readonly chosen: () => boolean;
}

const nothing = (): void => undefined;

/** The web shell is replaced by whoever installed it. */
export const noUpdates: Updates = {
  state: () => ({ kind: 'off', reason: 'web-shell' }),
  check: nothing,
  download: nothing,
  cancel: nothing,
  settle: nothing,
  atQuit: nothing,
  listen: () => nothing,
  close: nothing,
};
