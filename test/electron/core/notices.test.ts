import { describe, expect, it } from 'vitest';
import { createNotices } from '../../../electron/core/notices.ts';

const unusable = (path: string) =>
  ({ case: 'file', path, reason: 'forbidden', cause: 'EACCES' }) as const;

function setUp() {
  let at = 5;
  const notices = createNotices(() => at++);
  const told: number[] = [];
  notices.listen((list) => told.push(list.length));
  const fail = (path = '/x') => notices.holds('history', 'storage-failed', unusable(path));
  return { notices, told, fail };
}

describe('the notice of a condition', () => {
  it('is told once, however often it is met', () => {
    const { notices, told, fail } = setUp();
    fail();
    fail();
    expect(notices.list()).toEqual([
      { id: 'history', at: 5, code: 'storage-failed', detail: unusable('/x') },
    ]);
    expect(told).toEqual([1]);
  });

  it('says what holds now, since when it began', () => {
    const { notices, told, fail } = setUp();
    fail();
    fail('/y');
    expect(notices.list()).toMatchObject([{ id: 'history', at: 5, detail: { path: '/y' } }]);
    expect(told).toEqual([1, 1]);
  });

  it('is withdrawn when it ends, and told anew when it begins again', () => {
    const { notices, told, fail } = setUp();
    fail();
    notices.ends('history');
    notices.ends('history');
    expect(notices.list()).toEqual([]);
    fail();
    expect(notices.list()).toMatchObject([{ at: 6 }]);
    expect(told).toEqual([1, 0, 1]);
  });

  it('that was dismissed does not come back while it lasts, whatever more is known of it', () => {
    const { notices, told, fail } = setUp();
    fail();
    notices.dismiss('history');
    fail('/y');
    expect(notices.list()).toEqual([]);
    expect(told).toEqual([1, 0]);
    notices.ends('history');
    fail();
    expect(notices.list()).toHaveLength(1);
  });

  it('is apart from that of another', () => {
    const { notices, fail } = setUp();
    fail();
    notices.holds('polls', 'polls-missed', { missed: 1, due: 2, since: 3, until: 4 });
    notices.ends('history');
    expect(notices.list()).toMatchObject([{ id: 'polls' }]);
  });

  it('may be one that was found when the stores were opened', () => {
    const { notices, fail } = setUp();
    notices.add([{ id: 'history', at: 1, code: 'storage-failed', detail: unusable('/y') }]);
    fail();
    expect(notices.list()).toMatchObject([{ at: 1, detail: { path: '/x' } }]);
    notices.ends('history');
    expect(notices.list()).toEqual([]);
  });
});

describe('notices', () => {
  it('show what the stores found, and do not mind a dismissal of what is not there', () => {
    const { notices, told } = setUp();
    notices.add([]);
    notices.add([{ id: 'a', at: 1, code: 'storage-failed', detail: unusable('/z') }]);
    notices.dismiss('b');
    expect(notices.list().map(({ id }) => id)).toEqual(['a']);
    expect(told).toEqual([1]);
  });
});
