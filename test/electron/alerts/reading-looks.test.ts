import { expect, it } from 'vitest';
import { createReadingLooks } from '../../../electron/alerts/reading-looks.ts';
import { createRuleWatch } from '../../../electron/alerts/rule-watch.ts';
import { onlyUsualClasses } from '../../../shared/model/environment-class.ts';
import { unknownCount } from '../../../shared/model/open-count.ts';
import { profileSchema } from '../../../shared/model/profile.ts';
import { sample } from '../store/samples.ts';
import { idOf, ruleOf } from './rig.ts';

const count = 100;

it('looks at the whole of a group once for all that were read together', () => {
  const condition = {
    kind: 'metric',
    metric: 'balance',
    direction: 'below',
    raise: 0.9,
    clear: 0.95,
    bad: 100,
    of: 100,
  } as const;
  const profiles = Array.from({ length: count }, (_, i) =>
    profileSchema.parse({ id: idOf(i), name: `proxy ${i}`, host: 'h.example', user: 'ana' }),
  );
  const watch = createRuleWatch({
    rule: ruleOf({ condition }),
    profiles,
    classes: () => onlyUsualClasses,
    before: undefined,
    onFired: () => undefined,
    onRecovered: () => undefined,
  });
  let asked = 0;
  const counting = {
    ...watch,
    isFiring: (id: string) => {
      asked++;
      return watch.isFiring(id);
    },
  };
  let now = 0;
  const looks = createReadingLooks({
    clock: { now: () => now },
    isMaintained: () => false,
    openCountOf: () => unknownCount,
  });
  looks.settle(new Map([[watch.rule.id, counting]]));
  const read = () =>
    profiles.map(({ id }, i) =>
      sample(now, { profileId: id, accessesPerSecond: i % 7 === 0 ? 50 : 5, bytesPerSecond: 1000 }),
    );
  for (; now < 120_000; now += 5000) looks.take([], read());
  looks.take([counting], read());
  expect([...watch.watches.keys()]).toEqual([idOf(0)]);
  expect(asked).toBeLessThanOrEqual(2 * count);
});
