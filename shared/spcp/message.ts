/** When a command is legal (report 1.1.5 and 1.1.6). */
export type SessionState = 'authentication' | 'transaction';

/** What the DATA of an OK reply holds. */
export type ReplyData = 'none' | 'counter' | 'text';

/** What the arguments of a request hold: their number is exact, or, for `transformation`, none or one. */
export type Arguments = 'none' | 'user' | 'password' | 'bytes' | 'transformation';

export interface MessageEntry {
  /** CMD byte (draft 2.3, report 1.1.6). */
  readonly command: number;
  readonly state: SessionState;
  /** Whether an OK reply means that the proxy is changed. */
  readonly changes: boolean;
  readonly arguments: Arguments;
  readonly data: ReplyData;
}

/** The message table (report 1.1.5). 0x08 is unassigned. Everything that knows commands is derived from it. */
export const messages = {
  user: { command: 0x00, state: 'authentication', changes: false, arguments: 'user', data: 'none' },
  pass: {
    command: 0x01,
    state: 'authentication',
    changes: false,
    arguments: 'password',
    data: 'none',
  },
  concurrentConnections: {
    command: 0x02,
    state: 'transaction',
    changes: false,
    arguments: 'none',
    data: 'counter',
  },
  transferredBytes: {
    command: 0x03,
    state: 'transaction',
    changes: false,
    arguments: 'none',
    data: 'counter',
  },
  historicalAccesses: {
    command: 0x04,
    state: 'transaction',
    changes: false,
    arguments: 'none',
    data: 'counter',
  },
  activeTransformation: {
    command: 0x05,
    state: 'transaction',
    changes: false,
    arguments: 'none',
    data: 'text',
  },
  setBufferSize: {
    command: 0x06,
    state: 'transaction',
    changes: true,
    arguments: 'bytes',
    data: 'none',
  },
  changeTransformation: {
    command: 0x07,
    state: 'transaction',
    changes: true,
    arguments: 'transformation',
    data: 'none',
  },
  quit: { command: 0x09, state: 'transaction', changes: false, arguments: 'none', data: 'none' },
} as const satisfies Record<string, MessageEntry>;

export type MessageName = keyof typeof messages;

const byCommand: ReadonlyMap<number, MessageName> = new Map(
  (Object.keys(messages) as MessageName[]).map((name) => [messages[name].command, name]),
);

/** The message with this CMD byte, or undefined for 0x08 and all that is not assigned. */
export function messageOf(command: number): MessageName | undefined {
  return byCommand.get(command);
}
