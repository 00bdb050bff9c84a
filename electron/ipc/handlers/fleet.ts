import { pausedAfter } from '../../../shared/model/paused.ts';
import type { Visibility } from '../../core/visibility.ts';
import type { Monitor } from '../../fleet/monitor.ts';
import { countersText } from '../../spcp/counters-text.ts';
import type { PreferencesStore } from '../../store/documents/preferences.ts';
import type { Handlers } from '../parts.ts';

export interface FleetParts {
  readonly monitor: Pick<
    Monitor,
    'connect' | 'disconnect' | 'probe' | 'diagnostics' | 'read' | 'stateOf'
  >;
  readonly visibility: Pick<Visibility, 'set'>;
  readonly preferences: Pick<PreferencesStore, 'edit'>;
}

export function fleetHandlers({
  monitor,
  visibility,
  preferences,
}: FleetParts): Pick<
  Handlers,
  | 'fleet.connect'
  | 'fleet.disconnect'
  | 'fleet.probe'
  | 'fleet.visible'
  | 'fleet.diagnostics'
  | 'fleet.read'
  | 'fleet.states'
  | 'fleet.pause'
> {
  return {
    'fleet.connect': ({ id }) => {
      monitor.connect(id);
      return null;
    },
    'fleet.disconnect': async ({ id }) => {
      await monitor.disconnect(id);
      return null;
    },
    'fleet.diagnostics': ({ id }) => monitor.diagnostics(id),
    'fleet.read': async ({ id }) => {
      const { reading, connection } = await monitor.read(id);
      const { implausible, roundTripMs } = reading;
      return {
        ...countersText(reading),
        implausible,
        roundTripMs,
        connection,
      };
    },
    'fleet.states': ({ ids }) =>
      ids.flatMap((id) => {
        const kind = monitor.stateOf(id);
        return kind === undefined ? [] : [{ id, kind }];
      }),
    'fleet.pause': async ({ ids, paused }) => {
      await preferences.edit((saved) => pausedAfter(saved, ids, paused));
      return null;
    },
    'fleet.probe': () => {
      monitor.probe();
      return null;
    },
    'fleet.visible': ({ visible }, caller) => {
      visibility.set(caller, visible);
      return null;
    },
  };
}
