import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../shared/spcp/ascii.ts';
import { CodecError } from '../../../shared/spcp/codec-error.ts';
import { parseCounter } from '../../../shared/spcp/counter.ts';
import { type MessageName, messages } from '../../../shared/spcp/message.ts';
import {
  decodeReply,
  decodeStreamReply,
  encodeReply,
  replyText,
} from '../../../shared/spcp/reply.ts';
import { isStatusCode, status, statusName } from '../../../shared/spcp/status.ts';
import { deployedReplyFrames, type ReplyFrame, replyFrames } from '../../frames/replies.ts';
import { codeOf, printable } from '../../support/codec.ts';
import { hex } from '../../support/scripted-peer.ts';

const bytesOf = ({ bytes }: ReplyFrame) => hex(bytes.join(''));
const deployedBytesOf = (frame: ReplyFrame) => hex(frame.bytes.join('') + frame.stray);
const allFrames = [...replyFrames, ...deployedReplyFrames];

describe('replies in messages', () => {
  it.each(replyFrames)('encodes $title', (frame) => {
    expect(encodeReply(status[frame.status], frame.data)).toEqual(bytesOf(frame));
  });

  it.each(allFrames)('decodes $title', (frame) => {
    const reply = decodeReply(deployedBytesOf(frame));
    expect(statusName(reply.status)).toBe(frame.status);
    expect(decodeBytes(reply.data)).toBe(frame.data ?? '');
    expect(reply.stray).toBe(hex(frame.stray).length);
    if (frame.text !== undefined) expect(replyText(reply)).toBe(frame.text);
    if (frame.counter !== undefined)
      expect(parseCounter(decodeBytes(reply.data))).toBe(frame.counter);
  });

  it.each(allFrames)(
    'reads a lone status, or says that it is cut off, at every length of $title',
    (frame) => {
      const whole = bytesOf(frame);
      for (let length = 0; length < whole.length; length++) {
        const part = whole.slice(0, length);
        if (length === 1) expect(decodeReply(part)).toMatchObject({ stray: 0, data: hex('') });
        else
          expect(codeOf(() => decodeReply(part))).toMatchObject({
            code: 'truncated',
            offset: length,
          });
      }
    },
  );

  it('drops any number of stray bytes after DATA and counts them (deployed behaviour 1)', () => {
    for (const stray of [1, 2, 3, 700]) {
      const bytes = hex(`00 01 37 ${'aa'.repeat(stray)}`);
      expect(decodeReply(bytes)).toEqual({ status: status.ok, data: hex('37'), stray });
    }
  });

  it('knows the five STATUS bytes and refuses the other 251', () => {
    for (let byte = 0; byte <= 0xff; byte++) {
      if (byte <= 4) expect(decodeReply(Uint8Array.of(byte)).status).toBe(byte);
      else
        expect(codeOf(() => decodeReply(Uint8Array.of(byte)))).toMatchObject({
          code: 'unknown-status',
        });
      expect(isStatusCode(byte)).toBe(byte <= 4);
    }
  });

  it('does not encode DATA beyond 255 bytes or beyond printable ASCII', () => {
    expect(codeOf(() => encodeReply(status.ok, 'x'.repeat(256)))).toMatchObject({
      code: 'data-too-long',
    });
    expect(codeOf(() => encodeReply(status.ok, 'ñ'))).toMatchObject({ code: 'not-ascii' });
  });

  it('keeps nothing of the buffer that it was read from', () => {
    const bytes = hex('00 01 37');
    const reply = decodeReply(bytes);
    bytes.fill(0xff);
    expect(reply.data).toEqual(hex('37'));
  });
});

describe('replies in a stream', () => {
  it.each(allFrames)('reads $title, and leaves its stray bytes', (frame) => {
    const found = decodeStreamReply(frame.to, deployedBytesOf(frame));
    expect(found?.length).toBe(bytesOf(frame).length);
    expect(found && statusName(found.reply.status)).toBe(frame.status);
    expect(found && decodeBytes(found.reply.data)).toBe(frame.data ?? '');
  });

  it.each(allFrames)('asks for more at every length of $title', (frame) => {
    const whole = bytesOf(frame);
    for (let length = 0; length < whole.length; length++)
      expect(decodeStreamReply(frame.to, whole.slice(0, length))).toBeUndefined();
  });

  it('takes one byte for an error, and for an OK to a command without data', () => {
    expect(decodeStreamReply('transferredBytes', hex('03 00'))?.length).toBe(1);
    expect(decodeStreamReply('setBufferSize', hex('00 00'))?.length).toBe(1);
  });

  it('refuses a STATUS that is not assigned', () => {
    expect(codeOf(() => decodeStreamReply('quit', hex('05')))).toMatchObject({
      code: 'unknown-status',
    });
  });
});

describe('any reply', () => {
  const anyStatus = fc.constantFrom(...Object.values(status));
  const names = Object.keys(messages) as MessageName[];

  it('is the same after a round trip, whatever stray bytes follow', () => {
    fc.assert(
      fc.property(
        anyStatus,
        printable(0, 255),
        fc.uint8Array({ maxLength: 8 }),
        (code, data, stray) => {
          const reply = decodeReply(Uint8Array.from([...encodeReply(code, data), ...stray]));
          expect(reply.status).toBe(code);
          expect(decodeBytes(reply.data)).toBe(data);
          expect(reply.stray).toBe(stray.length);
        },
      ),
    );
  });

  it('with data is read alike from a message and from a stream, in any pieces', () => {
    fc.assert(
      fc.property(printable(0, 255), fc.nat(), (data, cut) => {
        const bytes = encodeReply(status.ok, data);
        const at = cut % bytes.length;
        expect(decodeStreamReply('activeTransformation', bytes.slice(0, at))).toBeUndefined();
        const whole = decodeStreamReply('activeTransformation', bytes);
        expect(whole?.reply).toEqual(decodeReply(bytes));
      }),
    );
  });

  it('of random bytes is decoded, or refused by a CodecError and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...names), (bytes, name) => {
        for (const decode of [
          () => decodeReply(bytes),
          () => decodeStreamReply(name, bytes)?.reply,
        ]) {
          try {
            const reply = decode();
            if (reply) replyText(reply);
          } catch (error) {
            expect(error).toBeInstanceOf(CodecError);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
