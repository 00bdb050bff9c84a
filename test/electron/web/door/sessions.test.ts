import { describe, expect, it } from 'vitest';
import { createSessions } from '../../../../electron/web/door/sessions.ts';

function setUp() {
  const clock = { wall: 1000 };
  const sessions = createSessions(() => clock.wall);
  let changes = 0;
  sessions.listen(() => changes++);
  const changesSince = () => {
    const counted = changes;
    changes = 0;
    return counted;
  };
  return { clock, sessions, changesSince };
}

describe('the sessions of browsers', () => {
  it('have two secrets, of which one does not tell the other', () => {
    const { sessions } = setUp();
    const one = sessions.begin(null, '');
    const other = sessions.begin('unknown', '');
    const session = sessions.of(one.secret);
    expect(session?.isKey(one.key)).toBe(true);
    for (const wrong of ['', one.secret, other.key, other.secret, `${one.key}x`])
      expect(session?.isKey(wrong)).toBe(false);
    for (const wrong of ['', one.key, 'unknown', null]) expect(sessions.of(wrong)).toBeNull();
    expect(createSessions(() => 0).of(one.secret)).toBeNull();
  });

  it('are listed with when they began and were last seen', () => {
    const { sessions, clock, changesSince } = setUp();
    const { secret } = sessions.begin(null, 'Firefox 143, Linux');
    expect(changesSince()).toBe(1);
    clock.wall = 2000;
    const session = sessions.of(secret);
    const known = { id: session?.id, browser: 'Firefox 143, Linux', begunAt: 1000 };
    expect(sessions.list()).toEqual([{ ...known, lastSeenAt: 2000, windows: 0 }]);
    const leave = session?.addWindow(() => undefined);
    expect(changesSince()).toBe(1);
    clock.wall = 3000;
    expect(sessions.list()).toEqual([{ ...known, lastSeenAt: 3000, windows: 1 }]);
    leave?.();
    leave?.();
    expect(changesSince()).toBe(1);
    clock.wall = 4000;
    expect(sessions.list()).toEqual([{ ...known, lastSeenAt: 3000, windows: 0 }]);
  });

  it('are gone when they were ended, with each of their windows', () => {
    const { sessions, changesSince } = setUp();
    const ended = sessions.begin(null, '');
    const other = sessions.begin(null, '');
    const closed: string[] = [];
    const session = sessions.of(ended.secret);
    session?.addWindow(() => closed.push('one'));
    session?.addWindow(() => closed.push('two'));
    sessions.of(other.secret)?.addWindow(() => closed.push('of another'));
    changesSince();
    expect(sessions.end(session?.id ?? '')).toBe(true);
    expect(closed).toEqual(['one', 'two']);
    expect(changesSince()).toBe(1);
    expect(session?.isKey(ended.key)).toBe(false);
    expect(sessions.of(ended.secret)).toBeNull();
    expect(sessions.of(other.secret)).not.toBeNull();
    expect(sessions.end(session?.id ?? '')).toBe(false);
    expect(sessions.begin(ended.secret, '').secret).not.toBe(ended.secret);
  });

  it('make room for another by the one that is missed least', () => {
    const { sessions, clock } = setUp();
    const all = Array.from({ length: 64 }, () => sessions.begin(null, ''));
    const closed: number[] = [];
    all.forEach(({ secret }, index) => {
      clock.wall++;
      const session = sessions.of(secret);
      if (index !== 5 && index !== 9) session?.addWindow(() => closed.push(index));
    });
    clock.wall++;
    sessions.of(all[5]?.secret ?? '');
    sessions.begin(null, '');
    expect(sessions.of(all[9]?.secret ?? '')).toBeNull();
    expect(sessions.of(all[5]?.secret ?? '')).not.toBeNull();
    expect(closed).toEqual([]);
    expect(sessions.list()).toHaveLength(64);
  });
});
