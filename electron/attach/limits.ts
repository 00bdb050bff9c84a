import { mayDo, type Role } from '../../shared/model/roles.ts';

/** What is read of the other side. */
export interface FramedBounds {
  /** The longest line, bytes. */
  readonly longest: number;
  /** So many bytes are read at once, and so many in each second after: who sends more has to wait, and is not let go for it. No limit without it. */
  readonly bytes?: { readonly burst: number; readonly perSecond: number };
}

/** Imports are the longest that a window sends. */
const ofAdministrator: Required<FramedBounds> = {
  longest: 16 * 1024 * 1024,
  bytes: { burst: 64 * 1024 * 1024, perSecond: 8 * 1024 * 1024 },
};
/** A report of ten thousand proxies names each of them; reading a line of this length is all that the console does meanwhile. */
const ofOthers: Required<FramedBounds> = {
  longest: 512 * 1024,
  bytes: { burst: 2 * 1024 * 1024, perSecond: 128 * 1024 },
};

/** What a console reads of a peer of this role. */
export function fromCallerOf(role: Role): Required<FramedBounds> {
  return mayDo(role, 'administer') ? ofAdministrator : ofOthers;
}

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
  /** Read at once and in each second after; what is more has to wait. */
  readonly bytes: { readonly burst: number; readonly perSecond: number };
}

/** An import of ten thousand profiles fits in an event, and a fleet of as many in an answer, with what else a window asks for first. */
export const ofRemoteConsole: PeerBudget = {
  answer: 32 * 1024 * 1024,
  event: 8 * 1024 * 1024,
  messages: 20_000,
  bytes: { burst: 64 * 1024 * 1024, perSecond: 8 * 1024 * 1024 },
};
