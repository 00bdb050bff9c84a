import type { NewEvent } from '../../shared/model/event.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';
import type { Sample } from '../../shared/model/sample.ts';
import type { Clock } from '../base/clock.ts';
import { createTopic, type Topic } from '../base/topic.ts';
import type { LinkParts, TransformationRead } from './link/parts.ts';

/** Samples of the fleet are handed on together. */
const batchMs = 1000;

/** A proxy came from one kind of state to another. */
export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly from: ProxyState;
  readonly to: ProxyState;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A read of the transformation of one proxy. */
export interface ReadOfProxy extends TransformationRead {
  readonly id: string;
  readonly name: string;
}

type Heard<T> = Pick<Topic<T>, 'listen'>;

/** Polls of one proxy that were missed just now. */
export interface Missed {
  readonly id: string;
  readonly count: number;
}

/** What the fleet tells, each to any number of listeners, which must not throw. */
export interface FleetStreams {
  /** One batch a second at most, of all proxies. */
  readonly samples: Heard<readonly Sample[]>;
  /** Whether or not any poll was ever answered. */
  readonly missed: Heard<Missed>;
  readonly transitions: Heard<Transition>;
  readonly events: Heard<NewEvent>;
  /** Every read of a transformation, whoever asked. */
  readonly transformations: Heard<ReadOfProxy>;
}

export interface StreamsOfLinks extends FleetStreams {
  /** What one link tells goes here. */
  of(
    link: () => { readonly id: string; readonly name: string },
  ): Pick<LinkParts, 'onSample' | 'onMissed' | 'onTransition' | 'onEvent' | 'onTransformation'>;
  /** Hands on the samples that wait. */
  flush(): void;
}

export function createStreams(clock: Clock): StreamsOfLinks {
  const samples = createTopic<readonly Sample[]>();
  const missed = createTopic<Missed>();
  const transitions = createTopic<Transition>();
  const events = createTopic<NewEvent>();
  const transformations = createTopic<ReadOfProxy>();
  let pending: Sample[] = [];
  let cancel: (() => void) | null = null;
  const flush = (): void => {
    cancel?.();
    cancel = null;
    const full = pending;
    pending = [];
    if (full.length > 0) samples.publish(full);
  };
  return {
    samples,
    missed,
    transitions,
    events,
    transformations,
    flush,
    of: (link) => ({
      onSample(sample) {
        pending.push(sample);
        cancel ??= clock.after(batchMs, flush);
      },
      onMissed: (count) => missed.publish({ id: link().id, count }),
      onTransformation(read) {
        const { id, name } = link();
        transformations.publish({ id, name, ...read });
      },
      onTransition(from, to) {
        const { id, name } = link();
        transitions.publish({ id, name, from, to, at: clock.wall() });
      },
      onEvent(kind, detail) {
        const { id: profileId, name: profileName } = link();
        // That the detail is the kind's, the parameters say.
        events.publish({
          at: clock.wall(),
          profileId,
          profileName,
          kind,
          detail,
        } as unknown as NewEvent);
      },
    }),
  };
}
