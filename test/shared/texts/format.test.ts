import { describe, expect, it } from 'vitest';
import { createFormat, hourCycleOf, noData } from '../../../shared/texts/format.ts';

const english = createFormat('en');
const spanish = createFormat('es');
/** The spaces that do not break, as ordinary ones. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers', () => {
  it('keep every digit of a 64-bit counter', () => {
    expect(english.counter('18446744073709551615')).toBe('18,446,744,073,709,551,615');
    expect(spanish.counter('-9223372036854775808')).toBe('-9.223.372.036.854.775.808');
  });

  it('are rounded where there is little room, from eight digits on', () => {
    expect(english.shortCounter('9999999')).toBe('9,999,999');
    expect(english.shortCounter('12345678')).toBe('12.35M');
    expect(english.shortCounter('18446744073709551615')).toBe('1.845E19');
    expect(plain(spanish.shortCounter('12345678'))).toBe('12,35 M');
  });

  it('are a dash where there is no data, which is not zero', () => {
    for (const show of [english.number, english.bytes, english.bytesPerSecond, english.perSecond]) {
      expect(show(null)).toBe(noData);
      expect(show(0)).toMatch(/^0/);
    }
  });

  it('show three digits that count', () => {
    expect(english.perSecond(3.4159)).toBe('3.42/s');
    expect(english.perSecond(34.159)).toBe('34.2/s');
    expect(english.perSecond(341.59)).toBe('342/s');
    expect(english.perSecond(9.996)).toBe('10.0/s');
    expect(english.perSecond(99.96)).toBe('100/s');
    expect(spanish.perSecond(3.4159)).toBe('3,42/s');
  });
});

describe('bytes', () => {
  it('are scaled by 1024', () => {
    expect(plain(english.bytes(1023))).toBe('1,023 B');
    expect(plain(english.bytes(1024))).toBe('1.00 KiB');
    expect(plain(english.bytesPerSecond(35_000))).toBe('34.2 KiB/s');
  });

  it('are scaled from a counter that a double cannot hold', () => {
    expect(plain(english.byteCounter('18446744073709551615'))).toBe('16.0 EiB');
    expect(plain(english.byteCounter('1125899906842624'))).toBe('1.00 PiB');
    expect(plain(english.byteCounter('0'))).toBe('0 B');
  });
});

describe('times', () => {
  it('are told by the largest unit that fits', () => {
    const now = 1_700_000_000_000;
    expect(english.relative(now - 4_000, now)).toBe('4 seconds ago');
    expect(english.relative(now - 125_000, now)).toBe('2 minutes ago');
    expect(spanish.relative(now + 2 * 3_600_000, now)).toBe('dentro de 2 horas');
    expect(english.relative(now - 3 * 86_400_000, now)).toBe('3 days ago');
    expect(english.duration(12_400)).toBe('12 seconds');
    expect(english.duration(120_000)).toBe('2 minutes');
  });
});

describe('the clock', () => {
  const evening = new Date(2026, 4, 17, 21, 5, 9).getTime();
  const ofPlace = (locale: string) => {
    const format = createFormat(locale);
    return [format.time(evening), format.dateTime(evening)].map((text) =>
      text.includes('21:05:09'),
    );
  };

  it('is that of the region, in dates and times alike', () => {
    expect(ofPlace('en-GB')).toEqual([true, true]);
    expect(ofPlace('es-ES')).toEqual([true, true]);
    expect(ofPlace('en-US')).toEqual([false, false]);
    // English of no country, as where nobody says a locale.
    expect(ofPlace('en')).toEqual([true, true]);
  });

  it('is kept where another language is read than that of the region', () => {
    for (const format of [createFormat('en', hourCycleOf('es-ES')), createFormat('en-u-hc-h23')]) {
      expect(format.time(evening)).toBe('21:05:09');
      expect(format.hourCycle).toBe('h23');
    }
  });
});
