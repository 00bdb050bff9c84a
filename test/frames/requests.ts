import type { MessageName } from '../../shared/spcp/message.ts';

/** A request and its bytes in hexadecimal, a field a line, written from the draft (2.3) and the report (1.1.5), not from the encoder. */
export interface RequestFrame {
  readonly title: string;
  readonly message: MessageName;
  readonly argument?: string;
  readonly bytes: readonly string[];
}

export const requestFrames: readonly RequestFrame[] = [
  {
    title: 'USER',
    message: 'user',
    argument: 'admin',
    bytes: [
      '00', // CMD: USER
      '01', // NARGS
      '05', // ARGLEN 1
      '61 64 6d 69 6e', // ARG 1: "admin"
    ],
  },
  {
    title: 'USER with every kind of printable character',
    message: 'user',
    argument: ' ~!',
    bytes: [
      '00', // CMD: USER
      '01', // NARGS
      '03', // ARGLEN 1
      '20 7e 21', // ARG 1: the first, the last and the second printable character
    ],
  },
  {
    title: 'PASS',
    message: 'pass',
    argument: 'S3cret!',
    bytes: [
      '01', // CMD: PASS
      '01', // NARGS
      '07', // ARGLEN 1
      '53 33 63 72 65 74 21', // ARG 1: "S3cret!"
    ],
  },
  {
    title: 'concurrent connections',
    message: 'concurrentConnections',
    bytes: [
      '02', // CMD: concurrent connections
      '00', // NARGS
    ],
  },
  {
    title: 'transferred bytes',
    message: 'transferredBytes',
    bytes: [
      '03', // CMD: transferred bytes
      '00', // NARGS
    ],
  },
  {
    title: 'historical accesses',
    message: 'historicalAccesses',
    bytes: [
      '04', // CMD: historical accesses
      '00', // NARGS
    ],
  },
  {
    title: 'active transformation',
    message: 'activeTransformation',
    bytes: [
      '05', // CMD: active transformation
      '00', // NARGS
    ],
  },
  {
    title: 'set buffer size',
    message: 'setBufferSize',
    argument: '4096',
    bytes: [
      '06', // CMD: set buffer size
      '01', // NARGS
      '04', // ARGLEN 1
      '34 30 39 36', // ARG 1: "4096"
    ],
  },
  {
    title: 'set buffer size to the smallest that is sent',
    message: 'setBufferSize',
    argument: '10',
    bytes: [
      '06', // CMD: set buffer size
      '01', // NARGS
      '02', // ARGLEN 1
      '31 30', // ARG 1: "10"
    ],
  },
  {
    title: 'change transformation',
    message: 'changeTransformation',
    argument: 'tr a-z A-Z',
    bytes: [
      '07', // CMD: change transformation
      '01', // NARGS
      '0a', // ARGLEN 1
      '74 72 20 61 2d 7a 20 41 2d 5a', // ARG 1: "tr a-z A-Z"
    ],
  },
  {
    title: 'change transformation to one of 255 bytes',
    message: 'changeTransformation',
    argument: 'x'.repeat(255),
    bytes: [
      '07', // CMD: change transformation
      '01', // NARGS
      'ff', // ARGLEN 1
      '78'.repeat(255), // ARG 1: "xxx..."
    ],
  },
  {
    title: 'change transformation: off (deployed behaviour 6)',
    message: 'changeTransformation',
    bytes: [
      '07', // CMD: change transformation
      '00', // NARGS: none at all, never an empty one
    ],
  },
  {
    title: 'QUIT',
    message: 'quit',
    bytes: [
      '09', // CMD: QUIT
      '00', // NARGS
    ],
  },
];

/** A request that our encoder of messages never makes, but that can be on the wire. */
export interface RawRequestFrame {
  readonly title: string;
  readonly command: number;
  readonly arguments: readonly string[];
  readonly bytes: readonly string[];
}

export const rawRequestFrames: readonly RawRequestFrame[] = [
  {
    title: 'the unassigned command 0x08',
    command: 0x08,
    arguments: [],
    bytes: [
      '08', // CMD
      '00', // NARGS
    ],
  },
  {
    title: 'set buffer size without an argument (deployed behaviour 5)',
    command: 0x06,
    arguments: [],
    bytes: [
      '06', // CMD: set buffer size
      '00', // NARGS
    ],
  },
  {
    title: 'change transformation with an empty argument (deployed behaviour 6)',
    command: 0x07,
    arguments: [''],
    bytes: [
      '07', // CMD: change transformation
      '01', // NARGS
      '00', // ARGLEN 1, and no ARG 1
    ],
  },
  {
    title: 'three arguments (deployed behaviour 9)',
    command: 0xff,
    arguments: ['41', '', '00 ff'],
    bytes: [
      'ff', // CMD
      '03', // NARGS
      '01', // ARGLEN 1
      '41', // ARG 1: "A"
      '00', // ARGLEN 2
      '02', // ARGLEN 3
      '00 ff', // ARG 3: bytes that are no text
    ],
  },
];
