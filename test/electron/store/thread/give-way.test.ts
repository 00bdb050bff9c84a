import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const giveWay = new URL('../../../../electron/store/thread/give-way.ts', import.meta.url);
const program = `
  import { getPriority } from 'node:os';
  import { giveWay } from ${JSON.stringify(giveWay.href)};
  const before = getPriority();
  giveWay();
  console.log(JSON.stringify({ before, after: getPriority() }));
`;

it.skipIf(process.platform !== 'linux')(
  'leaves a priority as it is that is lower already, and which an ordinary user may not raise',
  () => {
    const ran = spawnSync(
      'nice',
      ['-n', '15', process.execPath, '--input-type=module', '-e', program],
      { encoding: 'utf8' },
    );
    expect(ran.stderr).toBe('');
    const { before, after } = JSON.parse(ran.stdout);
    expect(before).toBeGreaterThan(10);
    expect(after).toBe(before);
  },
  60_000,
);
