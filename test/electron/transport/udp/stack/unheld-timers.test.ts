import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from '../../../../../build/tool.ts';

const run = promisify(execFile);

/** Says how many timers hold the process once a packet was sent and acknowledged, and while an association waits for its next heartbeat. */
const script = `
  import Association from 'sctp/lib/association.js';
  import ${JSON.stringify(join(root, 'electron/transport/udp/stack/sctp-library.ts'))};
  const association = Object.assign(Object.create(Association.prototype), { RTO: 600_000 });
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  association._startT3();
  association._stopT3();
  association._enableHeartbeat();
  console.log(timers() - before);
  process.exit();
`;

it('no timer of an association that has nothing under way holds a process', async () => {
  const { stdout } = await run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script],
    { cwd: root },
  );
  expect(stdout).toBe('0\n');
});
