import type { Roster } from '../../core/roster/roster.ts';
import type { DemoFleet } from '../../demo/demo-fleet.ts';
import type { Handlers } from '../parts.ts';

export interface DemoHandlersParts {
  readonly demo: DemoFleet;
  readonly roster: Pick<Roster, 'get' | 'entry'>;
}

export function demoHandlers({
  demo,
  roster,
}: DemoHandlersParts): Pick<Handlers, 'demo.start' | 'demo.info' | 'demo.stop'> {
  /** As they are now: the user may have edited or removed some. */
  const proxies = () =>
    demo.list().flatMap(({ profileId, pop3Port }) => {
      const profile = roster.get(profileId);
      return profile ? [{ profile, pop3Port }] : [];
    });
  return {
    'demo.start': async () => {
      await demo.start();
      return Promise.all(proxies().map(({ profile }) => roster.entry(profile)));
    },
    'demo.info': () =>
      proxies().map(({ profile: { id, name }, pop3Port }) => ({
        profileId: id,
        name,
        pop3Port,
        transformations: [...demo.transformations],
      })),
    'demo.stop': async () => {
      await demo.stop();
      return null;
    },
  };
}
