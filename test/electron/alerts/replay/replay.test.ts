import { describe, expect, it, onTestFinished } from 'vitest';
import { wouldFire } from '../../../../electron/alerts/would-fire.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { createEventLog } from '../../../../electron/store/logs/events.ts';
import { classesOf } from '../../../../shared/model/environment-class.ts';
import { unknownCount } from '../../../../shared/model/open-count.ts';
import { type Played, play } from './play.ts';
import { recordings, timeOf } from './recording.ts';

/** What the rule would have fired by what the stores were given, as lines of an outcome. */
async function wouldHaveFired({ samples, rig, directory, begin }: Played) {
  const { database, close } = openDatabase(directory);
  onTestFinished(close);
  const history = createHistory(database);
  history.add(samples);
  const log = createEventLog(database);
  log.add(rig.events);
  const [rule] = rig.alerts.rules();
  if (rule === undefined) throw new Error('no rule');
  const parts = {
    history: {
      range: async (query: Parameters<typeof history.range>[0]) => history.range(query),
      missed: async (query: Parameters<typeof history.missed>[0]) => history.missed(query),
    },
    events: { list: async (query: Parameters<typeof log.list>[0]) => log.list(query) },
    profiles: () => rig.now.profiles,
    classes: () => classesOf([]),
    maintenance: rig.alerts.maintenance,
    openCountOf: () => unknownCount,
    clock: rig.clock,
  };
  const { spans } = await wouldFire(parts, rule);
  return spans.flatMap(({ profileId, from, to }) => {
    const name = rig.now.profiles.find(({ id }) => id === profileId)?.name ?? '';
    const fired = `${timeOf(from - begin)} fired ${name}`;
    return to === null ? [fired] : [fired, `${timeOf(to - begin)} over (recovered) ${name}`];
  });
}

/** The lines about what rules fired, one for each proxy. */
function firings(outcome: readonly string[]): readonly string[] {
  return outcome.flatMap((line) => {
    const [, what = '', names = ''] =
      /^([0-9:]+ (?:fired|over [(]recovered[)])) (.+)$/.exec(line) ?? [];
    return names
      .split(', ')
      .filter((name) => name.startsWith('proxy'))
      .map((name) => `${what} ${name}`);
  });
}

describe('a recorded series', () => {
  it.each(recordings())('of %s comes to what is known of it', async (_name, recording) => {
    const played = await play(recording);
    expect(played.outcome).toEqual(recording.outcome);
    expect((await wouldHaveFired(played)).toSorted()).toEqual(firings(played.outcome).toSorted());
  });
});
