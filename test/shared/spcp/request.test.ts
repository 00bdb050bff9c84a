import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodecError, type CodecErrorCode } from '../../../shared/spcp/codec-error.ts';
import { type MessageName, messageOf, messages } from '../../../shared/spcp/message.ts';
import {
  bufferSizeRange,
  decodeRawRequest,
  encodeRawRequest,
  encodeRequest,
  requestLength,
} from '../../../shared/spcp/request.ts';
import { rawRequestFrames, requestFrames } from '../../frames/requests.ts';
import { codeOf, printable } from '../../support/codec.ts';
import { hex } from '../../support/scripted-peer.ts';

const bytesOf = (fields: readonly string[]) => hex(fields.join(''));

describe('requests', () => {
  it.each(requestFrames)('encodes $title', ({ message, argument, bytes }) => {
    expect(encodeRequest(message, argument)).toEqual(bytesOf(bytes));
  });

  it.each(requestFrames)('decodes $title', ({ message, argument, bytes }) => {
    const { request, length } = decodeRawRequest(bytesOf(bytes));
    expect(length).toBe(bytesOf(bytes).length);
    expect(messageOf(request.command)).toBe(message);
    expect(request.arguments.map((each) => Buffer.from(each).toString('latin1'))).toEqual(
      argument === undefined ? [] : [argument],
    );
  });

  it.each(rawRequestFrames)('encodes and decodes $title', (frame) => {
    const raw = { command: frame.command, arguments: frame.arguments.map(hex) };
    expect(encodeRawRequest(raw)).toEqual(bytesOf(frame.bytes));
    expect(decodeRawRequest(bytesOf(frame.bytes))).toEqual({
      request: raw,
      length: bytesOf(frame.bytes).length,
    });
  });

  it.each([...requestFrames, ...rawRequestFrames])(
    'says at every length that $title is cut off',
    ({ bytes }) => {
      const whole = bytesOf(bytes);
      for (let length = 0; length < whole.length; length++) {
        const error = codeOf(() => decodeRawRequest(whole.slice(0, length)));
        expect(error).toMatchObject({ code: 'truncated', offset: length });
      }
    },
  );

  it.each([...requestFrames, ...rawRequestFrames])(
    'knows how long $title is as soon as it is whole, and not before',
    ({ bytes }) => {
      const whole = bytesOf(bytes);
      for (let length = 0; length < whole.length; length++)
        expect(requestLength(whole.slice(0, length))).toBeNull();
      expect(requestLength(whole)).toBe(whole.length);
      expect(requestLength(bytesOf([...bytes, '02 00 ff']))).toBe(whole.length);
    },
  );

  it.each(requestFrames)('leaves alone what follows $title in the same bytes', ({ bytes }) => {
    const more = bytesOf([...bytes, '02 00 ff']);
    expect(decodeRawRequest(more).length).toBe(more.length - 3);
  });

  it('has a frame for every message of the table', () => {
    const framed = new Set(requestFrames.map((frame) => frame.message));
    expect([...framed].sort()).toEqual(Object.keys(messages).sort());
  });

  it('knows no message for 0x08 and for all that is not assigned', () => {
    const assigned = [0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x09];
    for (let command = 0; command <= 0xff; command++) {
      expect(messageOf(command) !== undefined).toBe(assigned.includes(command));
    }
  });

  it.each<[string, MessageName, string | undefined, CodecErrorCode]>([
    ['USER without a name', 'user', undefined, 'argument-count'],
    ['USER with an empty name', 'user', '', 'argument-empty'],
    ['USER beyond ASCII', 'user', 'señor', 'not-ascii'],
    ['USER of 256 bytes', 'user', 'u'.repeat(256), 'argument-too-long'],
    ['PASS without a password', 'pass', undefined, 'argument-count'],
    ['PASS with a line end', 'pass', 'a\nb', 'not-ascii'],
    ['a metric with an argument', 'transferredBytes', '1', 'argument-count'],
    ['QUIT with an argument', 'quit', 'now', 'argument-count'],
    [
      'set buffer size without an argument (deployed behaviour 5)',
      'setBufferSize',
      undefined,
      'argument-count',
    ],
    ['set buffer size of no text', 'setBufferSize', '', 'argument-empty'],
    ['set buffer size of one digit (deployed behaviour 4)', 'setBufferSize', '9', 'not-a-number'],
    [
      'set buffer size of no number (deployed behaviour 4)',
      'setBufferSize',
      'many',
      'not-a-number',
    ],
    ['set buffer size below zero (deployed behaviour 4)', 'setBufferSize', '-64', 'not-a-number'],
    ['set buffer size with a fraction', 'setBufferSize', '64.5', 'not-a-number'],
    ['set buffer size with an exponent', 'setBufferSize', '1e6', 'not-a-number'],
    ['set buffer size of leading zeros alone', 'setBufferSize', '00', 'out-of-range'],
    ['set buffer size just too small', 'setBufferSize', '09', 'out-of-range'],
    ['set buffer size just too large', 'setBufferSize', '16777217', 'out-of-range'],
    ['set buffer size of 300 digits', 'setBufferSize', '9'.repeat(300), 'out-of-range'],
    [
      'an empty transformation (deployed behaviour 6)',
      'changeTransformation',
      '',
      'argument-empty',
    ],
    ['a transformation of 256 bytes', 'changeTransformation', 'x'.repeat(256), 'argument-too-long'],
    ['a transformation with a NUL', 'changeTransformation', 'a\0b', 'not-ascii'],
  ])('does not encode %s', (_title, message, argument, code) => {
    expect(codeOf(() => encodeRequest(message, argument))).toMatchObject({ code });
  });

  it('does not encode 256 arguments, nor one of 256 bytes', () => {
    const empty = new Uint8Array(0);
    const many = { command: 0, arguments: new Array<Uint8Array>(256).fill(empty) };
    expect(codeOf(() => encodeRawRequest(many))).toMatchObject({ code: 'argument-count' });
    const long = { command: 0, arguments: [empty, new Uint8Array(256)] };
    expect(codeOf(() => encodeRawRequest(long))).toMatchObject({
      code: 'argument-too-long',
      offset: 3,
    });
  });
});

describe('any request', () => {
  const anyRaw = fc.record({
    command: fc.integer({ min: 0, max: 255 }),
    arguments: fc.array(fc.uint8Array({ maxLength: 255 }), { maxLength: 255 }),
  });

  it('is the same after a round trip, whatever follows it', () => {
    fc.assert(
      fc.property(anyRaw, fc.uint8Array({ maxLength: 8 }), (request, more) => {
        const bytes = encodeRawRequest(request);
        const read = decodeRawRequest(Uint8Array.from([...bytes, ...more]));
        expect(read).toEqual({ request, length: bytes.length });
      }),
    );
  });

  it('of a message is the same after a round trip', () => {
    const withArgument = (['user', 'pass', 'changeTransformation'] as const).map((message) =>
      printable(1, 255).map((argument): [MessageName, string] => [message, argument]),
    );
    const size = fc
      .integer(bufferSizeRange)
      .map((bytes): [MessageName, string] => ['setBufferSize', String(bytes)]);
    fc.assert(
      fc.property(fc.oneof(...withArgument, size), ([message, argument]) => {
        const { request } = decodeRawRequest(encodeRequest(message, argument));
        expect(messageOf(request.command)).toBe(message);
        expect(request.arguments.map((each) => Buffer.from(each).toString('latin1'))).toEqual([
          argument,
        ]);
      }),
    );
  });

  it('is encoded whole, or refused by a CodecError and nothing else', () => {
    const names = Object.keys(messages) as MessageName[];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.option(fc.string({ unit: 'binary', maxLength: 300 }), { nil: undefined }),
        (message, argument) => {
          try {
            const bytes = encodeRequest(message, argument);
            expect(decodeRawRequest(bytes).length).toBe(bytes.length);
          } catch (error) {
            expect(error).toBeInstanceOf(CodecError);
          }
        },
      ),
    );
  });

  it('of random bytes is decoded, or refused by a CodecError and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        try {
          const { length } = decodeRawRequest(bytes);
          expect(length).toBeLessThanOrEqual(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(CodecError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
