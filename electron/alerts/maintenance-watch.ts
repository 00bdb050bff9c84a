import { isDeepStrictEqual } from 'node:util';
import { scopeTest } from '../../shared/fleet/alerts/scope.ts';
import type { Maintenance } from '../../shared/model/alert-rule.ts';
import type { Classes } from '../../shared/model/environment-class.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Clock } from '../base/clock.ts';

export interface MaintenanceWatchParts {
  readonly clock: Pick<Clock, 'wall'>;
  readonly maintenance: () => readonly Maintenance[];
  readonly profiles: () => readonly Profile[];
  readonly classes: () => Classes;
}

/** On which proxies work is done now. */
export interface MaintenanceWatch {
  has(id: string): boolean;
  /** Looks anew; answers whether it may be other proxies than before. `isDirty`: profiles or classes may be other ones. */
  follow(isDirty: boolean): boolean;
  /** Milliseconds of the wall clock until some of it begins or ends; null where nothing is to come. */
  untilNext(): number | null;
}

export function createMaintenanceWatch(parts: MaintenanceWatchParts): MaintenanceWatch {
  const { clock, maintenance } = parts;
  let active: readonly Maintenance[] = [];
  let ids: ReadonlySet<string> = new Set();
  return {
    has: (id) => ids.has(id),
    follow(isDirty) {
      const now = clock.wall();
      const here = maintenance().filter(({ from, to }) => from <= now && now < to);
      if (isDeepStrictEqual(here, active) && !isDirty) return false;
      active = here;
      const tests = here.map(({ scope }) => scopeTest(scope, parts.classes()));
      const meant = tests.length === 0 ? [] : parts.profiles();
      ids = new Set(
        meant.filter((profile) => tests.some((test) => test(profile))).map(({ id }) => id),
      );
      return true;
    },
    untilNext() {
      const now = clock.wall();
      const edges = maintenance()
        .flatMap(({ from, to }) => [from, to])
        .filter((at) => at > now);
      return edges.length === 0 ? null : Math.min(...edges) - now;
    },
  };
}
