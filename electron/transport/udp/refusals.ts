/** How often a peer whose port is said to be closed is asked for a sign of life, milliseconds, and how often in all. */
const ask = { everyMs: 250, times: 6 };

/**
 * Judges messages of the network that the peer's UDP port is closed. Anyone can forge one (it names no secret), so it ends nothing
 * by itself: the peer is asked for a sign of life, and counts as gone when it gives none while its port goes on being refused.
 */
export interface RefusalWatch {
  /** The network said that the port is closed. */
  refused(): void;
  /** A packet of the peer came. */
  heard(): void;
}

export function watchRefusals(
  peer: { askForLife(): void; readonly ended: Promise<unknown> },
  onGone: () => void,
): RefusalWatch {
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;
  /** Refusals since the last question. */
  let refusals = 0;

  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const question = (): void => {
    if (asked > 0 && refusals === 0) {
      // Unanswered, but not refused: the network may be losing packets. The next refusal starts anew.
      stop();
      return;
    }
    if (asked === ask.times) {
      stop();
      onGone();
      return;
    }
    asked++;
    refusals = 0;
    peer.askForLife();
    timer = setTimeout(question, ask.everyMs);
  };
  void peer.ended.then(stop);
  return {
    refused() {
      refusals++;
      if (timer !== undefined) return;
      asked = 0;
      question();
    },
    heard() {
      if (timer !== undefined) stop();
    },
  };
}
