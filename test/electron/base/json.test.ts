import { describe, expect, it } from 'vitest';
import { jsonOf, mostNested, parseJson } from '../../../electron/base/json.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('JSON of another process', () => {
  it('is taken as deep as anybody needs, and no deeper', () => {
    expect(parseJson(Buffer.from(nested(mostNested)))).toBeInstanceOf(Array);
    expect(parseJson(Buffer.from(nested(mostNested + 1)))).toBeUndefined();
    expect(parseJson(Buffer.from(`{"a":${nested(mostNested)}}`))).toBeUndefined();
  });

  it('may have as many brackets beside each other, and in texts, as it likes', () => {
    const beside = `[${'[[]],'.repeat(1000)}0]`;
    expect(parseJson(Buffer.from(beside))).toHaveLength(1001);
    const text = `ñ\\"${'[{'.repeat(1000)}\\`;
    expect(parseJson(Buffer.from(JSON.stringify([text, '"', text])))).toEqual([text, '"', text]);
  });

  it('that is none is no value', () => {
    for (const text of ['', '{', ']'.repeat(10), '"', '"\\'])
      expect(parseJson(Buffer.from(text))).toBeUndefined();
  });
});

describe('what a page sent', () => {
  it('is JSON where the other end takes it', () => {
    expect(jsonOf({ a: [1, 'ñ'] })).toBe('{"a":[1,"ñ"]}');
    expect(jsonOf(JSON.parse(nested(mostNested)))).toBe(nested(mostNested));
  });

  it('has none where it is too deep, goes in a circle, or is no value of JSON', () => {
    expect(jsonOf(JSON.parse(nested(mostNested + 1)))).toBeNull();
    expect(jsonOf(JSON.parse(nested(100_000)))).toBeNull();
    const circle: unknown[] = [];
    circle.push(circle);
    expect(jsonOf(circle)).toBeNull();
    expect(jsonOf({ a: 1n })).toBeNull();
  });
});
