import { describe, expect, it } from 'vitest';
import { createNotices } from '../../../electron/core/notices.ts';

function setUp() {
  const notices = createNotices(() => 5);
  const told: number[] = [];
  notices.listen((list) => told.push(list.length));
  const fail = () => notices.trouble('history', 'storage-failed', { path: '/x' });
  return { notices, told, fail };
}

describe('notices', () => {
  it('tell of trouble once, however often it comes', () => {
    const { notices, told, fail } = setUp();
    fail();
    fail();
    expect(notices.list()).toEqual([
      { id: expect.any(String), at: 5, code: 'storage-failed', detail: { path: '/x' } },
    ]);
    expect(told).toEqual([1]);
  });

  it('that were dismissed do not come back while the trouble lasts', () => {
    const { notices, told, fail } = setUp();
    fail();
    notices.dismiss(notices.list()[0]?.id ?? '');
    fail();
    expect(notices.list()).toEqual([]);
    expect(told).toEqual([1, 0]);
  });

  it('tell of it anew when it had gone, unless the one before is still shown', () => {
    const { notices, fail } = setUp();
    fail();
    notices.settle('history');
    expect(notices.list()).toHaveLength(1);
    fail();
    expect(notices.list()).toHaveLength(1);
    notices.dismiss(notices.list()[0]?.id ?? '');
    notices.settle('history');
    fail();
    expect(notices.list()).toHaveLength(1);
  });

  it('keep what goes wrong in one place apart from another', () => {
    const { notices, fail } = setUp();
    fail();
    notices.trouble('events', 'storage-failed', {});
    expect(notices.list()).toHaveLength(2);
  });

  it('show what the stores found, and do not mind a dismissal of what is not there', () => {
    const { notices, told } = setUp();
    notices.add([]);
    notices.add([{ id: 'a', at: 1, code: 'profiles-restored', detail: {} }]);
    notices.dismiss('b');
    expect(notices.list().map(({ id }) => id)).toEqual(['a']);
    expect(told).toEqual([1]);
  });
});
