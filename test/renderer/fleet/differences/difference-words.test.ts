import { describe, expect, it } from 'vitest';
import { differenceWords } from '../../../../renderer/fleet/differences/difference-words.ts';
import { startTranslations } from '../../../../renderer/i18n.ts';
import type { Difference } from '../../../../shared/fleet/unlike.ts';
import { createFormat } from '../../../../shared/texts/format.ts';

const setting: Difference = {
  kind: 'setting',
  trait: 'transformation',
  value: 'tr a-z A-Z',
  usual: null,
  alike: 11,
  known: 12,
};
const slow: Difference = {
  kind: 'number',
  trait: 'roundTripMs',
  value: 180,
  usual: 12,
  score: 30,
};
const rate = (value: number, usual: number): Difference => ({
  kind: 'number',
  trait: 'bytesPerSecond',
  value,
  usual,
  score: 9,
});

function inLanguage(language: 'en' | 'es') {
  const { t } = startTranslations(language);
  const format = createFormat(language);
  return (difference: Difference) => differenceWords(difference, t, format);
}

describe('what is said of a difference', () => {
  const say = inLanguage('en');
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');

  it('names a setting, who else has which, and none as none', () => {
    expect(say(setting)).toEqual({
      short: 'Transformation differs: “tr a-z A-Z”',
      whole: 'Transformation differs: “tr a-z A-Z”. 11 of 12 proxies of its group have none.',
    });
    const buffer: Difference = { ...setting, trait: 'bufferSize', value: '8192', usual: '4096' };
    expect(plain(say(buffer).short)).toBe('Buffer size differs: 8.00 KiB');
  });

  it('names a rate by how many times, or which part of, the usual it is', () => {
    expect(say(rate(320, 100)).short).toBe('Throughput 3.20 times the usual');
    expect(say(rate(5, 100)).short).toBe('Throughput 5% of the usual');
    expect(plain(say(rate(2048, 0)).short)).toBe('Throughput 2.00 KiB/s, usual 0 B/s');
    expect(plain(say(rate(320, 100)).whole)).toBe(
      'Throughput is 320 B/s; usual in its group: 100 B/s.',
    );
  });

  it('names a round trip in milliseconds', () => {
    expect(plain(say(slow).short)).toBe('Round trip 180 ms, usual 12.0 ms');
  });

  it('speaks Spanish, with its numbers', () => {
    const di = inLanguage('es');
    expect(di(rate(320, 100)).short).toBe('Caudal: 3,20 veces lo habitual');
    expect(di(setting).whole).toBe(
      'Transformación diferente: «tr a-z A-Z»; en 11 de los 12 proxies de su grupo: ninguna.',
    );
  });
});
