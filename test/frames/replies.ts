import type { MessageName } from '../../shared/spcp/message.ts';
import type { StatusName } from '../../shared/spcp/status.ts';

/** A reply and its bytes in hexadecimal, a field a line, written from the report (1.1.4) and from what deployed servers send, not from the encoder. */
export interface ReplyFrame {
  readonly title: string;
  /** A message that it can answer; on a stream this decides how much is read. */
  readonly to: MessageName;
  readonly status: StatusName;
  /** Text of DATA; undefined where DATALEN is missing too. */
  readonly data?: string;
  /** What an OK reply means to its message: the text, null for none; or the counter. */
  readonly text?: string | null;
  readonly counter?: bigint;
  /** The reply as the documents have it. */
  readonly bytes: readonly string[];
  /** What a deployed server adds in the same SCTP message (deployed behaviour 1). */
  readonly stray: string;
}

export const replyFrames: readonly ReplyFrame[] = [
  {
    title: 'OK without data (deployed behaviour 2)',
    to: 'setBufferSize',
    status: 'ok',
    bytes: [
      '00', // STATUS: OK
    ],
    stray: '',
  },
  {
    title: 'authentication error',
    to: 'pass',
    status: 'authenticationError',
    bytes: [
      '01', // STATUS: authentication error
    ],
    stray: '',
  },
  {
    title: 'invalid command',
    to: 'quit',
    status: 'invalidCommand',
    bytes: [
      '02', // STATUS: invalid command
    ],
    stray: '',
  },
  {
    title: 'invalid arguments',
    to: 'changeTransformation',
    status: 'invalidArguments',
    bytes: [
      '03', // STATUS: invalid arguments
    ],
    stray: '',
  },
  {
    title: 'general error',
    to: 'transferredBytes',
    status: 'generalError',
    bytes: [
      '04', // STATUS: general error
    ],
    stray: '',
  },
  {
    title: 'no open connections, with the two stray bytes (deployed behaviour 1)',
    to: 'concurrentConnections',
    status: 'ok',
    data: '0',
    counter: 0n,
    bytes: [
      '00', // STATUS: OK
      '01', // DATALEN
      '30', // DATA: "0"
    ],
    stray: '00 00',
  },
  {
    title: 'a count of connections below zero (deployed behaviour 14)',
    to: 'concurrentConnections',
    status: 'ok',
    data: '-1',
    counter: -1n,
    bytes: [
      '00', // STATUS: OK
      '02', // DATALEN
      '2d 31', // DATA: "-1"
    ],
    stray: '00 00',
  },
  {
    title: 'the most bytes that 64 bits can count',
    to: 'transferredBytes',
    status: 'ok',
    data: '18446744073709551615',
    counter: 18_446_744_073_709_551_615n,
    bytes: [
      '00', // STATUS: OK
      '14', // DATALEN: 20
      '31 38 34 34 36 37 34 34 30 37', // DATA: "1844674407"
      '33 37 30 39 35 35 31 36 31 35', // and "3709551615"
    ],
    stray: '00 00',
  },
  {
    title: 'historical accesses, as the documents have it',
    to: 'historicalAccesses',
    status: 'ok',
    data: '42',
    counter: 42n,
    bytes: [
      '00', // STATUS: OK
      '02', // DATALEN
      '34 32', // DATA: "42"
    ],
    stray: '',
  },
  {
    title: 'the transformation in force',
    to: 'activeTransformation',
    status: 'ok',
    data: 'cat',
    text: 'cat',
    bytes: [
      '00', // STATUS: OK
      '03', // DATALEN
      '63 61 74', // DATA: "cat"
    ],
    stray: '00 00',
  },
  {
    title: 'a transformation of 255 bytes',
    to: 'activeTransformation',
    status: 'ok',
    data: 'y'.repeat(255),
    text: 'y'.repeat(255),
    bytes: [
      '00', // STATUS: OK
      'ff', // DATALEN
      '79'.repeat(255), // DATA: "yyy..."
    ],
    stray: '00 00',
  },
  {
    title: 'no transformation, as the documents have it',
    to: 'activeTransformation',
    status: 'ok',
    data: '',
    text: null,
    bytes: [
      '00', // STATUS: OK
      '00', // DATALEN: no DATA
    ],
    stray: '',
  },
];

/** Replies that only a deployed server sends, which our encoder refuses to make. */
export const deployedReplyFrames: readonly ReplyFrame[] = [
  {
    title: 'no transformation (deployed behaviour 3)',
    to: 'activeTransformation',
    status: 'ok',
    data: '\0',
    text: null,
    bytes: [
      '00', // STATUS: OK
      '01', // DATALEN
      '00', // DATA: one NUL
    ],
    stray: '00 00',
  },
  {
    title: 'a transformation with bytes that are not printable',
    to: 'activeTransformation',
    status: 'ok',
    data: 'a\x1b[\xff',
    text: 'a\x1b[\xff',
    bytes: [
      '00', // STATUS: OK
      '04', // DATALEN
      '61 1b 5b ff', // DATA: "a", ESC, "[", and a byte beyond ASCII
    ],
    stray: '00 00',
  },
];
