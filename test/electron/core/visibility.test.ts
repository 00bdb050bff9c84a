import { describe, expect, it } from 'vitest';
import { createVisibility } from '../../../electron/core/visibility.ts';
import type { CallerKind } from '../../../shared/model/caller.ts';
import { callerWith } from '../../support/caller.ts';

function setUp() {
  const changes: boolean[] = [];
  const visibility = createVisibility((visible) => changes.push(visible));
  const open = (kind: CallerKind = 'window') => {
    const leaving = new AbortController();
    const window = { ...callerWith({ kind }), gone: leaving.signal };
    visibility.add(window);
    return { window, close: () => leaving.abort() };
  };
  return { visibility, changes, open };
}

describe('the fleet is looked at', () => {
  it('from the first window to the last', () => {
    const { changes, open } = setUp();
    const first = open();
    const second = open();
    first.close();
    expect(changes).toEqual([true]);
    second.close();
    expect(changes).toEqual([true, false]);
  });

  it('while any window is visible', () => {
    const { visibility, changes, open } = setUp();
    const [a, b] = [open(), open()];
    visibility.set(a.window, false);
    expect(changes).toEqual([true]);
    visibility.set(b.window, false);
    visibility.set(b.window, false);
    visibility.set(a.window, true);
    expect(changes).toEqual([true, false, true]);
  });

  it.each(['command-line', 'collector'] as const)('by no %s, whatever it says', (kind) => {
    const { visibility, changes, open } = setUp();
    const { window, close } = open(kind);
    visibility.set(window, true);
    close();
    expect(changes).toEqual([]);
  });

  it('no more by a window that is gone, whatever it says late', () => {
    const { visibility, changes, open } = setUp();
    const { window, close } = open();
    close();
    visibility.set(window, true);
    expect(changes).toEqual([true, false]);
  });
});
