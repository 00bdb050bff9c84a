import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hueNames, lookOf } from '../../../renderer/charts/line-look.ts';
import { mostLines } from '../../../renderer/charts/overlay-series.ts';

const styles = readFileSync(new URL('../../../renderer/styles.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = [
  ...styles.matchAll(/^:root[^{]*\{([^}]*--spcp-surface[^}]*)\}/gm),
].map(([, block = '']) => block);

function colorIn(block: string, name: string): string {
  return new RegExp(`${name}: (#[0-9a-f]{6})`).exec(block)?.[1] ?? `no ${name}`;
}

/** Relative luminance, WCAG 2.2. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe('the looks of lines', () => {
  it('are as many as an overlay has lines, also by their dash alone between neighbours', () => {
    const looks = Array.from({ length: mostLines }, (_, line) => lookOf(line));
    expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(mostLines);
    for (const [i, { dash }] of looks.entries()) {
      if (i > 0) expect(dash).not.toEqual(looks[i - 1]?.dash);
    }
  });

  it.each([
    ['light', light],
    ['dark', dark],
  ])('can be read as text in %s colours', (_, block) => {
    const surface = colorIn(block, '--spcp-surface');
    for (const name of Object.values(hueNames)) {
      expect(contrast(colorIn(block, name), surface), name).toBeGreaterThanOrEqual(4.5);
    }
  });
});
