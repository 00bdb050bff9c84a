import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { passphrase, startCollector, startFleet } from './rig.ts';

/** A file of what administrators ordain, which says this. */
function managedFile(text: string): string {
  const file = join(temporaryDirectory(), 'managed.json');
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}
const nothing = '{"format": "spcp-console-managed", "version": 1, "organisation": "Example"}';
const withManaged = (file: string) => ({
  SPCP_VAULT_PASSPHRASE: passphrase,
  SPCP_CONSOLE_MANAGED: file,
});

it.each([
  ['is damaged', (file: string) => writeFileSync(file, '{"managed"')],
  ['may be written by anybody', (file: string) => chmodSync(file, 0o666)],
  [
    'says what passwords may lie in, and cannot be understood',
    (file: string) =>
      writeFileSync(
        file,
        '{"format": "spcp-console-managed", "version": 1, "organisation": "Example", "policy": {"vaults": "any"}}',
      ),
  ],
])(
  'a collector names the file of administrators where it cannot start since that %s',
  async (_, harm) => {
    const { directory } = await startFleet(0);
    const file = managedFile(nothing);
    harm(file);
    const collector = startCollector(directory, [], withManaged(file));
    expect(await collector.ended).toBe(1);
    const lines = collector.said().trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/^error: What administrators ordain/);
    expect(lines.at(-1)).toContain(file);
    expect(lines.at(-1)).not.toContain('Choose the passphrase vault');
    expect(
      lines.filter(
        (line) =>
          line.includes(' What is managed here could not be read: ') ||
          line.includes(' Some of what is managed here is wrong: '),
      ),
    ).toHaveLength(1);
  },
);

it('a running collector logs what is wrong once, counts it, and says that it is over', async () => {
  const { directory } = await startFleet(0);
  const file = managedFile(nothing);
  const collector = startCollector(directory, ['--metrics', '0'], withManaged(file));
  await collector.ready();
  const notices = async () => JSON.parse((await collector.ask('/readyz')).body).notices;
  const times = (text: string) => collector.said().split(text).length - 1;
  const rereads = 'the files were read anew';
  expect(await notices()).toBe(0);
  writeFileSync(file, '{"managed"');
  writeFileSync(join(directory, 'roles.json'), '{', { mode: 0o600 });
  collector.child.kill('SIGHUP');
  await expect.poll(() => times(rereads)).toBe(1);
  await expect.poll(notices).toBe(2);
  expect(times(`${file}: `)).toBe(1);
  expect(times('roles.json: ')).toBe(1);
  const metrics = /the collector serves metrics: address "([^"]+)"/.exec(collector.said())?.[1];
  const scraped = await (await fetch(`${metrics}/metrics`)).text();
  expect(scraped).toContain('spcp_console_notices{code="managed-refused"} 1\n');
  expect(scraped).toContain('spcp_console_notices{code="roles-refused"} 1\n');
  expect(scraped).toContain('spcp_console_notices{code="polls-missed"} ');
  collector.child.kill('SIGHUP');
  await expect.poll(() => times(rereads)).toBe(2);
  expect(times(`${file}: `)).toBe(1);
  writeFileSync(file, nothing);
  collector.child.kill('SIGHUP');
  await expect.poll(() => times('a notice is over')).toBe(1);
  expect(collector.said()).toContain(
    'a notice is over: notice "What is managed here could not be read"',
  );
});
