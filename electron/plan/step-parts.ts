import { type Classes, isGuarded } from '../../shared/model/environment-class.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { idOfAddress } from '../base/address-id.ts';
import type { Clock } from '../base/clock.ts';
import type { Changes } from '../change/changes.ts';
import type { SpcpClient } from '../spcp/client.ts';
import type { AuditLog } from '../store/logs/audit.ts';
import type { StepParts } from './step.ts';

export interface StepSources {
  readonly profileOf: (id: string) => Profile | undefined;
  readonly classes: () => Classes;
  /** Runs a task on the proxy's session; throws `not-connected` where there is none. */
  readonly withClient: <T>(
    id: string,
    task: (client: Pick<SpcpClient, 'getTransformation'>) => Promise<T>,
  ) => Promise<T>;
  readonly changes: Pick<Changes, 'findOut' | 'planned' | 'author' | 'shell'>;
  readonly audit: Pick<AuditLog, 'lastBufferSize' | 'ofPlan' | 'get'>;
  readonly clock: Pick<Clock, 'wall'>;
}

/** What steps of plans need, from what every shell has: the one way of changes, and the audit log. */
export function createStepParts(sources: StepSources): StepParts {
  const { profileOf, classes, withClient, changes, audit, clock } = sources;
  return {
    isGuarded(id) {
      const profile = profileOf(id);
      return profile && isGuarded(classes(), profile.environment);
    },
    readTransformation: (id) => withClient(id, (client) => client.getTransformation()),
    placeOf(id) {
      const profile = profileOf(id);
      return profile && idOfAddress(profile);
    },
    lastBufferSize: audit.lastBufferSize,
    findOut: changes.findOut,
    change: changes.planned,
    author: changes.author,
    shell: changes.shell,
    entriesOf: audit.ofPlan,
    entry: audit.get,
    now: clock.wall,
  };
}
