import type { consoleCalls, consoleTopics } from '../../shared/ipc/calls/console.ts';
import type {
  CallName,
  CallOutput,
  CallValidated,
  TopicName,
  TopicParams,
  TopicValue,
} from '../../shared/ipc/contract.ts';
import type { Asker } from '../../shared/model/caller.ts';

/** The window that asks; the same object for as long as it is connected. */
export interface Caller {
  /** Fires when the window is gone: whatever was done only for it may stop. */
  readonly gone: AbortSignal;
  /** Whose it is. */
  readonly asker: Asker;
}

/**
 * One function for each call of the contract. What it throws becomes an error value. `signal` fires when nobody waits for the answer any
 * more: the window took the call back, or is gone.
 */
export type Handlers = {
  readonly [N in CallName]: (
    input: CallValidated<N>,
    caller: Caller,
    signal: AbortSignal,
  ) => CallOutput<N> | Promise<CallOutput<N>>;
};

/** One source for each topic: publishes to the caller until the function that it returns is called. */
export type Sources = {
  readonly [N in TopicName]: (
    params: TopicParams<N>,
    publish: (value: TopicValue<N>) => void,
    caller: Caller,
  ) => () => void;
};

/** All but what the shell answers, where the window is, whichever console it shows. */
export type CoreHandlers = Omit<Handlers, keyof typeof consoleCalls>;
export type CoreSources = Omit<Sources, keyof typeof consoleTopics>;

/** What the router is built from. What has no handler or source is answered as what the contract does not know. */
export interface RouterParts {
  readonly handlers: Partial<Handlers>;
  readonly sources: Partial<Sources>;
  /** Each window, before its first message. */
  readonly onConnect: (caller: Caller) => void;
  /** Runs what a caller asked for. What it asks for is only run without it. */
  readonly runFor?: <T>(caller: Caller, task: () => T) => T;
  /** Each call of the contract, before it is answered. Must not throw. */
  readonly onCall?: (name: CallName) => void;
  /**
   * Takes what is a bug: a thrown thing that is no AppError, an answer that is not as the contract says; and, once for each name and connection, what
   * somebody asked for that their role does not allow.
   */
  readonly logFault: (what: string, error: unknown) => void;
}
