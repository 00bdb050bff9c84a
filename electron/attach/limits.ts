/** Imports are the longest that a window sends, bytes. */
export const longestFromCaller = 16 * 1024 * 1024;
/** The longest that a console sends, bytes: a whole list of profiles, or a report. */
export const longestFromConsole = 64 * 1024 * 1024;

/** What is taken of a console that nobody here answers for, so that reading and checking it leaves time for others. */
export interface PeerBudget {
  /** The longest line, bytes: an answer. */
  readonly answer: number;
  /** The longest value of a topic, bytes. */
  readonly event: number;
  /** Messages at once; a tenth of them in each second after. */
  readonly messages: number;
  readonly bytes: { readonly burst: number; readonly perSecond: number };
}

/** An import of ten thousand profiles fits in an event, and a fleet of as many in an answer, with what else a window asks for first. */
export const ofRemoteConsole: PeerBudget = {
  answer: 32 * 1024 * 1024,
  event: 8 * 1024 * 1024,
  messages: 20_000,
  bytes: { burst: 64 * 1024 * 1024, perSecond: 4 * 1024 * 1024 },
};
