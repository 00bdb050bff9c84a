import { setTimeout } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { exitCode } from '../../../electron/cli/exit-code.ts';
import { type BadNetwork, blackOut, calm, startBadNetwork } from '../../support/bad-network.ts';
import { run, start } from '../cli/program.ts';
import { startCollector } from '../collect/rig.ts';
import { fleetPassword, openFleet, vaultPassphrase } from '../web/shells.ts';

it('a watch on the session of a console goes on with it after an outage, and asks for no password', async () => {
  const networks: BadNetwork[] = [];
  const { directory, proxies } = await openFleet(1, {}, async (udpPort, place) => {
    const network = await startBadNetwork(udpPort, place);
    onTestFinished(() => network.close());
    networks.push(network);
    return network.port;
  });
  const [network] = networks;
  const [proxy] = proxies;
  if (network === undefined || proxy === undefined) throw new Error('no proxy');
  const console = startCollector(directory, [], { SPCP_VAULT_PASSPHRASE: vaultPassphrase });
  await expect.poll(() => proxy.associations()).toBe(1);
  await console.ready();
  const which = ['--profile', proxy.name, '--data-dir', directory];
  const watch = start(['watch', '-i', '100ms', ...which]);
  await watch.lines(3);

  network.set(blackOut);
  await watch.says('Next attempt in');
  const standing = async () => {
    const { body } = await console.ask('/readyz');
    return JSON.parse(body).proxies;
  };
  await expect.poll(standing).toMatchObject({ waiting: 1 });
  // What it would do by itself it does meanwhile.
  await setTimeout(4000);
  const metrics = await run(['metrics', ...which], { env: { SPCP_PASSWORD: fleetPassword } });
  expect(metrics).toMatchObject({
    code: exitCode.cannotConnect,
    err: expect.stringContaining('is not connected now'),
  });

  const before = (await watch.lines(1)).length;
  network.set(calm);
  await watch.says('Connected again.');
  await watch.lines(before + 2);
  watch.child.kill('SIGINT');
  expect((await watch.ended).code).toBe(exitCode.done);
});
