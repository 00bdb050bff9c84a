import { describe, expect, it, vi } from 'vitest';
import type { Boot } from '../../../../../electron/transport/udp/left-behind/boot.ts';
import {
  lines,
  mostOpen,
  readLines,
} from '../../../../../electron/transport/udp/left-behind/lines.ts';
import type { OpenAssociation } from '../../../../../electron/transport/udp/left-behind/open-association.ts';
import type { Origin } from '../../../../../electron/transport/udp/left-behind/origin.ts';

const boot = { id: 'this one', seconds: () => 1000 };
const writer = { pid: 7, kernel: 'this one 1', started: '100' };
const here: Origin = { boot, folder: '1 2', writer, isRunning: () => false };
/** At another time, or after another start of the machine. */
const then = (more: Partial<Boot>): Origin => ({ ...here, boot: { ...boot, ...more } });
const one: OpenAssociation = {
  host: 'proxy.example',
  address: '192.0.2.7',
  udpPort: 9899,
  fromUdpPort: 40_000,
  port: 9090,
  fromPort: 50_000,
  tag: 0xdead_beef,
};
const text = (...more: readonly string[]) =>
  [lines.head(here), lines.alive(boot), ...more].join('');

describe('the record of open associations', () => {
  it('tells those that were opened and did not end', () => {
    const other = { ...one, address: '2001:db8::7', tag: 1 };
    const record = text(lines.open(0, one), lines.open(1, other), lines.ended(0));
    expect(readLines(record, here)).toEqual([other]);
  });

  it('counts for nothing after the machine began anew', () => {
    const record = text(lines.open(0, one));
    expect(readLines(record, then({ id: 'another' }))).toEqual([]);
    expect(readLines(record, then({ seconds: () => 10 }))).toEqual([]);
  });

  it('counts for nothing where it was written elsewhere', () => {
    expect(readLines(text(lines.open(0, one)), { ...here, folder: '1 3' })).toEqual([]);
  });

  it('counts for nothing while its writer runs', () => {
    const asked: unknown[] = [];
    const isRunning = (process_: unknown) => asked.push(process_) > 0;
    expect(readLines(text(lines.open(0, one)), { ...here, isRunning })).toEqual([]);
    expect(asked).toEqual([writer]);
  });

  it('counts for nothing once peers have given up what it tells of', () => {
    const record = text(lines.open(0, one));
    const toldAfter = (seconds: number) =>
      readLines(record, then({ seconds: () => 1000 + seconds }));
    expect(toldAfter(15 * 60)).toEqual([one]);
    expect(toldAfter(15 * 60 + 1)).toEqual([]);
    const later = lines.alive({ ...boot, seconds: () => 5000 });
    expect(readLines(record + later, then({ seconds: () => 5060 }))).toEqual([one]);
  });

  it('loses no more than the line that a kill cut off', () => {
    const record = text(lines.open(0, one), lines.open(1, { ...one, tag: 2 }));
    expect(readLines(record.slice(0, -2), here)).toEqual([one]);
  });

  it.each([
    ['nothing', ''],
    ['a line without its break', lines.head(here).trimEnd()],
    ['another format', text(lines.open(0, one)).replace(',2,', ',1,')],
    ['no sign of life', lines.head(here) + lines.open(0, one)],
    ['bytes of anything', '\0\uffff{]\n'.repeat(1000)],
    ['what is nested deeply', `${lines.head(here)}${'['.repeat(200_000)}\n`],
  ])('is empty where it is %s', (_, record) => {
    expect(readLines(record, here)).toEqual([]);
  });

  it.each([
    ['an address that is a name', { address: 'proxy.example' }],
    ['an address with more than one', { address: '192.0.2.7 192.0.2.8' }],
    ['port 0', { udpPort: 0 }],
    ['a port that is none', { fromPort: 65_536 }],
    ['a port with a fraction', { port: 9090.5 }],
    ['tag 0', { tag: 0 }],
    ['a tag that is longer', { tag: 2 ** 32 }],
    ['a host without end', { host: 'a'.repeat(256) }],
    ['more than it should have', { more: true }],
    ['text for a number', { tag: '1' }],
  ])('passes over a line with %s', (_, wrong) => {
    const bad = { ...one, ...wrong } as OpenAssociation;
    const other = { ...one, tag: 9 };
    expect(readLines(text(lines.open(0, bad), lines.open(1, other)), here)).toEqual([other]);
  });

  it('has each once, and of one place some only', () => {
    const tags = Array.from({ length: 50 }, (_, tag) =>
      lines.open(tag + 2, { ...one, tag: tag + 1 }),
    );
    const told = readLines(text(lines.open(0, one), lines.open(1, one), ...tags), here);
    expect(told.map(({ tag }) => tag)).toEqual([one.tag, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('is read no further than a console can have open', () => {
    const all = Array.from({ length: mostOpen + 10 }, (_, n) =>
      lines.open(n, { ...one, udpPort: 1 + (n % 60_000), tag: n + 1 }),
    );
    expect(readLines(text(...all), here)).toHaveLength(mostOpen);
  });

  it.each([
    ['line breaks', '\n'],
    ['brackets', '[\n'],
    ['objects', '{"+":1}\n'],
    ['a bracket on many lines', '["\n'],
    ['too long lines', `["+",${'['.repeat(2000)}\n`],
  ])('parses nothing of what is full of %s', (_, line) => {
    const parse = vi.spyOn(JSON, 'parse');
    const found = readLines(text() + line.repeat(20_000), here);
    const { length } = parse.mock.calls;
    parse.mockRestore();
    // The first line, and the sign of life.
    expect({ found, length }).toEqual({ found: [], length: 2 });
  });

  it('parses no more lines than the longest record has', () => {
    const parse = vi.spyOn(JSON, 'parse');
    readLines(text('["-",\n'.repeat(200_000)), here);
    const { length } = parse.mock.calls;
    parse.mockRestore();
    expect(length).toBe(2 * mostOpen + 4097);
  });
});
