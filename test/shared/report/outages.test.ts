import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { ProxyEvent } from '../../../shared/model/event.ts';
import { outagesOf } from '../../../shared/report/outages.ts';
import { intersection, lengthOf, union } from '../../../shared/report/spans.ts';

const span = { from: 100, to: 1000 };
const always = [{ from: 0, to: 2000 }];
const of = { id: 1, profileId: '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01', profileName: 'Madrid' };
const connected = (at: number, unreachableSince: number | null = null): ProxyEvent => ({
  ...of,
  at,
  kind: 'connected',
  detail: { transport: 'udp', description: '', unreachableSince },
});
const lost = (at: number, code: ErrorCode = 'association-lost'): ProxyEvent => ({
  ...of,
  at,
  kind: 'disconnected',
  detail: { code },
});
const failed = (at: number, code: ErrorCode = 'unreachable'): ProxyEvent => ({
  ...of,
  at,
  kind: 'attempt-failed',
  detail: { code },
});

/** The parts of all of them. */
const partsOf = (...args: Parameters<typeof outagesOf>) => outagesOf(...args).flat();

describe('outages', () => {
  it('last from the loss to the next session', () => {
    const events = [connected(50), lost(200), connected(300, 200), lost(500), connected(600)];
    expect(partsOf(events, span, always)).toEqual([
      { from: 200, to: 300 },
      { from: 500, to: 600 },
    ]);
  });

  it('are cut to the span, of which one may begin before it and one may not be over', () => {
    expect(partsOf([lost(20), connected(150), failed(900)], span, always)).toEqual([
      { from: 100, to: 150 },
      { from: 900, to: 1000 },
    ]);
  });

  it('last no longer than somebody watched where nobody saw the end', () => {
    const events = [lost(200), connected(800)];
    const outages = outagesOf(events, span, [
      { from: 0, to: 250 },
      { from: 790, to: 2000 },
    ]);
    // It is one, of two parts.
    expect(outages).toEqual([
      [
        { from: 200, to: 250 },
        { from: 790, to: 800 },
      ],
    ]);
    expect(partsOf(events, span, [])).toEqual([]);
  });

  it('that were seen to the end count also where it is not known that anybody watched', () => {
    expect(partsOf([connected(400, 300)], span, [])).toEqual([{ from: 300, to: 400 }]);
  });

  it.each([
    'no-password',
    'password-needed-again',
    'vault-locked',
    'vault-damaged',
    'ssh-host-key',
    'no-kernel-sctp',
    'internal',
  ] as const)('are over where nobody tries any more: %s', (code) => {
    expect(partsOf([failed(200, code)], span, always)).toEqual([]);
    expect(partsOf([lost(200, code)], span, always)).toEqual([]);
    expect(partsOf([lost(200), failed(300, code)], span, always)).toEqual([{ from: 200, to: 300 }]);
  });

  it('are none where a proxy was told to disconnect, or refuses the login', () => {
    expect(partsOf([lost(200, 'cancelled')], span, always)).toEqual([]);
    expect(partsOf([lost(200), lost(300, 'cancelled')], span, always)).toEqual([
      { from: 200, to: 300 },
    ]);
    const refused: ProxyEvent = {
      ...of,
      at: 260,
      kind: 'login-refused',
      detail: { user: 'ana', status: 'AuthenticationFailed', known: true } as never,
    };
    expect(partsOf([failed(200), refused], span, always)).toEqual([{ from: 200, to: 260 }]);
  });
});

describe('spans', () => {
  it('are joined where they overlap or touch', () => {
    const spans = [
      { from: 5, to: 9 },
      { from: 0, to: 2 },
      { from: 2, to: 3 },
      { from: 4, to: 4 },
    ];
    expect(union([...spans, { from: 6, to: 7 }])).toEqual([
      { from: 0, to: 3 },
      { from: 5, to: 9 },
    ]);
    expect(lengthOf(union(spans))).toBe(7);
  });

  it('have in common what both have', () => {
    const a = [
      { from: 0, to: 5 },
      { from: 10, to: 20 },
    ];
    const b = [
      { from: 4, to: 11 },
      { from: 12, to: 13 },
      { from: 19, to: 30 },
    ];
    expect(intersection(a, b)).toEqual([
      { from: 4, to: 5 },
      { from: 10, to: 11 },
      { from: 12, to: 13 },
      { from: 19, to: 20 },
    ]);
    expect(intersection(a, [])).toEqual([]);
  });
});
