import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { root } from '../../build/tool.ts';
import type { JudgedRow } from '../bench/support/row.ts';
import { leaks } from '../soak/planted.ts';

/** A soak of some seconds. Only what does not depend on how fast the machine is may be judged. */
async function shortSoak(...more: readonly string[]): Promise<{ rows: JudgedRow[]; code: number }> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--expose-gc',
      'test/soak/run.ts',
      ...['--json', '--proxies', '3', '--every', '1', ...more],
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const exited = once(child, 'exit');
  const { rows } = (await json(child.stdout)) as { rows: JudgedRow[] };
  const [code] = await exited;
  return { rows, code };
}

const rowOf = (rows: readonly JudgedRow[], what: string): JudgedRow | undefined =>
  rows.find((row) => row.what.startsWith(what));

const handles = 'handles and timers left over at rest';
const associations = 'associations left over at rest';

test('a short soak has misfortunes, and leaves nothing over', async () => {
  const { rows } = await shortSoak('--minutes', '0.3', '--settle', '240');
  for (const what of [handles, associations, 'associations left after', 'faults logged'])
    expect(rowOf(rows, what), what).toMatchObject({ value: 0, within: true });
  expect(rows.some(({ what }) => what.startsWith('misfortune: '))).toBe(true);
});

test.each(leaks.filter((leak) => leak !== 'heap'))('it finds planted %s', async (leak) => {
  const { rows, code } = await shortSoak('--minutes', '0.05', '--settle', '10', '--plant', leak);
  const found = rowOf(rows, leak === 'handles' ? handles : associations);
  expect(found).toMatchObject({ within: false });
  expect(found?.value).toBeGreaterThan(0);
  expect(code).toBe(1);
});
