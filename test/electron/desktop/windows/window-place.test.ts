import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBeside, placeWindow } from '../../../../electron/desktop/windows/window-place.ts';

const first = { id: 1, x: 0, y: 0, width: 1920, height: 1040 };
const second = { id: 2, x: 1920, y: 0, width: 1280, height: 1024 };
const place = { x: 2000, y: 40, width: 1000, height: 700 };

test('a window opens where it was', () => {
  expect(placeWindow({ ...place, display: second }, [first, second])).toEqual(place);
  expect(placeWindow({ ...place, display: null }, [first, second])).toEqual(place);
});

test('without a saved place the system chooses one', () => {
  expect(placeWindow(null, [first])).toEqual({ width: 1280, height: 820 });
});

test('it goes along with its display, where that stands elsewhere now', () => {
  const above = { ...second, x: 0, y: -1024 };
  expect(placeWindow({ ...place, display: second }, [first, above])).toEqual({
    ...place,
    x: 80,
    y: -984,
  });
});

test('of a display that is gone it lies at the same place of the first one, and fits', () => {
  expect(placeWindow({ ...place, display: second }, [first])).toEqual({ ...place, x: 80 });
  const low = { x: 2900, y: 300, width: 1280, height: 1024, display: second };
  expect(placeWindow(low, [first])).toEqual({ x: 640, y: 16, width: 1280, height: 1024 });
});

test('of a place that nobody knows the display of, the size is kept', () => {
  expect(placeWindow({ ...place, display: null }, [first])).toEqual({ width: 1000, height: 700 });
});

test.each([
  { ...place, y: -300 },
  { ...place, x: 3150 },
  { ...place, y: 1000 },
])(
  'a window whose title bar nobody could take hold of is put back onto its display: %o',
  (lost) => {
    const found = placeWindow({ ...lost, display: second }, [first, second]);
    expect(found.x).toBeGreaterThanOrEqual(second.x);
    expect(found.y).toBeGreaterThanOrEqual(second.y);
    expect(found).toMatchObject({ width: 1000, height: 700 });
  },
);

test('another one lies a step beside the one that it was opened from, and on the display', () => {
  expect(placeBeside({ ...place, x: 100 }, first)).toEqual({ ...place, x: 128, y: 68 });
  expect(placeBeside({ ...first }, first)).toMatchObject({ x: 0, y: 0 });
});

test('whatever was saved and whatever displays there are, a placed window can be taken hold of', () => {
  const number = fc.integer({ min: -10_000, max: 10_000 });
  const area = fc.record({
    x: number,
    y: number,
    width: fc.integer({ min: 800, max: 8000 }),
    height: fc.integer({ min: 600, max: 5000 }),
  });
  const display = fc.tuple(area, fc.integer({ min: 1, max: 3 })).map(([at, id]) => ({ ...at, id }));
  const was = fc.tuple(area, fc.option(display)).map(([at, on]) => ({ ...at, display: on }));
  fc.assert(
    fc.property(was, fc.array(display, { minLength: 1, maxLength: 3 }), (saved, displays) => {
      const { x, y, width } = placeWindow(saved, displays);
      if (x === undefined || y === undefined) return;
      const held = displays.some(
        (each) =>
          Math.min(x + width, each.x + each.width) - Math.max(x, each.x) >= 80 &&
          y >= each.y &&
          y < each.y + each.height,
      );
      expect(held).toBe(true);
    }),
  );
});
