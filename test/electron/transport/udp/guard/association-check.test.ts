import { describe, expect, it } from 'vitest';
import {
  belongs,
  checkForAssociation,
} from '../../../../../electron/transport/udp/guard/association-check.ts';
import {
  checkPacket,
  chunkType,
} from '../../../../../electron/transport/udp/guard/packet-check.ts';
import type { Association } from '../../../../../electron/transport/udp/stack/sctp-library.ts';
import { dataBody, sctpChunk, sctpPacket, words } from '../../../../support/sctp-packet.ts';

const own = 0x1000;
const peers = 0x2000;

/** An association that sent TSNs from its tag on, five so far, of which three are acknowledged, and that received all up to 500. */
function association(change: object = {}): Association {
  return {
    my_tag: own,
    peer_tag: peers,
    state: 'ESTABLISHED',
    my_next_tsn: { number: own + 5 },
    c_tsn_ack: { number: own + 2 },
    reassembly: { peer_c_tsn: { number: 500 } },
    ...change,
  } as Association;
}

const packet = (chunks: Buffer[], tag = own): Buffer =>
  sctpPacket({ source: 9090, destination: 5000, tag, chunks });
const check = (chunk: Buffer, change?: object) =>
  checkForAssociation(packet([chunk]), association(change));

describe('the verification tag', () => {
  const isOurs = (chunks: Buffer[], tag: number): boolean => {
    const datagram = packet(chunks, tag);
    const header = checkPacket(datagram);
    if (typeof header === 'string') throw new Error(header);
    return belongs(datagram, header, association());
  };
  const none = Buffer.alloc(0);

  it.each([
    ['ABORT', chunkType.abort],
    ['SHUTDOWN COMPLETE', chunkType.shutdownComplete],
  ])('of %s is ours, or the peer’s where its T bit says so, and no other', (_name, type) => {
    const plain = sctpChunk(type);
    const reflecting = sctpChunk(type, none, { flags: 1 });
    expect(isOurs([plain], own)).toBe(true);
    expect(isOurs([plain], peers)).toBe(false);
    expect(isOurs([reflecting], peers)).toBe(true);
    expect(isOurs([reflecting], own)).toBe(false);
    expect(isOurs([plain], own + 1)).toBe(false);
  });

  it('of an ABORT counts wherever it stands in its packet', () => {
    const sack = sctpChunk(chunkType.sack, words(own + 3, 0, 0));
    const abort = sctpChunk(chunkType.abort, none, { flags: 1 });
    expect(isOurs([sack, abort], peers)).toBe(true);
    expect(isOurs([sack, abort], own)).toBe(false);
  });

  it('of everything else is ours', () => {
    expect(isOurs([sctpChunk(chunkType.shutdown, words(own + 3))], own)).toBe(true);
    expect(isOurs([sctpChunk(chunkType.shutdown, words(own + 3))], peers)).toBe(false);
  });
});

describe.each([
  ['SACK', (tsn: number) => sctpChunk(chunkType.sack, words(tsn, 1500, 0))],
  ['SHUTDOWN', (tsn: number) => sctpChunk(chunkType.shutdown, words(tsn))],
])('a %s', (_name, make) => {
  it('acknowledges what was sent and no less than before', () => {
    const problems = [1, 2, 3, 4, 5].map((offset) => check(make(own + offset)));
    expect(problems).toEqual(['chunk-value', null, null, null, 'chunk-value']);
  });

  it('acknowledges nothing, or something, before the first acknowledgement', () => {
    const fresh = { c_tsn_ack: undefined };
    expect(check(make(own - 1), fresh)).toBeNull();
    expect(check(make(own), fresh)).toBeNull();
    expect(check(make(own - 2), fresh)).toBe('chunk-value');
  });

  it('is compared by serial numbers, which wrap', () => {
    const wrapping = { my_next_tsn: { number: 3 }, c_tsn_ack: { number: 0xffff_fffe } };
    expect(check(make(0xffff_fffe), wrapping)).toBeNull();
    expect(check(make(2), wrapping)).toBeNull();
    expect(check(make(3), wrapping)).toBe('chunk-value');
    expect(check(make(0xffff_fffd), wrapping)).toBe('chunk-value');
  });
});

describe('a SHUTDOWN', () => {
  it.each(['COOKIE-WAIT', 'COOKIE-ECHOED'])('is discarded in %s', (state) => {
    expect(check(sctpChunk(chunkType.shutdown, words(own + 3)), { state })).toBe('chunk-value');
  });
});

describe('DATA', () => {
  const data = (tsn: number, text: string): Buffer =>
    sctpChunk(chunkType.data, dataBody(tsn, Buffer.from(text)), { flags: 3 });

  it('is in reach of what was received, on either side', () => {
    expect(check(data(501, 'x'))).toBeNull();
    expect(check(data(400, 'x'))).toBeNull();
    expect(check(data(500 + 4096, 'x'))).toBeNull();
    expect(check(data(500 + 4097, 'x'))).toBe('chunk-value');
  });

  it('without user data, which ends the association, is the very next', () => {
    expect(check(data(501, ''))).toBeNull();
    for (const tsn of [499, 500, 502, 900]) expect(check(data(tsn, ''))).toBe('chunk-value');
  });
});
