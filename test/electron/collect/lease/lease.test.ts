import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../../../../build/tool.ts';
import {
  type Lease,
  type LeaseParts,
  takeLease,
} from '../../../../electron/collect/lease/lease.ts';
import { type Owner, thisOwner } from '../../../../electron/collect/lease/owner.ts';
import { overlap, type Shard } from '../../../../electron/collect/shard.ts';
import { missingProgram } from '../../../support/has-program.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';

/** Who does not renew gives up long before others count it as gone, however slow the machine is. */
const timing = { lookMs: 20, renewMs: 20, giveUpMs: 60_000, staleMs: 120_000 };
const isRoot = process.getuid?.() === 0;
const elsewhere: Owner = { host: 'other', pid: 1, kernel: null, started: null };

function take(directory: string, more: Partial<LeaseParts> = {}) {
  const leaving = new AbortController();
  const waits: string[] = [];
  const lease = takeLease({
    directory,
    shard: { number: 1, of: 1 },
    onWait: ({ claim }) => waits.push(claim?.owner.host ?? '?'),
    signal: leaving.signal,
    timing,
    ...more,
  });
  onTestFinished(async () => {
    leaving.abort(new Error('the test is over'));
    await lease.then(
      (held) => held.release(),
      () => undefined,
    );
  });
  let has = false;
  lease.then(
    () => {
      has = true;
    },
    () => undefined,
  );
  return { lease, waits, leave: leaving, has: () => has };
}

const untilWaits = async ({ waits }: { waits: readonly string[] }): Promise<void> => {
  while (waits.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
};

/** As a collector that was killed leaves it. */
function leave(directory: string, owner: Owner, shard: Shard = { number: 1, of: 1 }): string {
  mkdirSync(directory, { recursive: true });
  const name = `${shard.number}-of-${shard.of}.planted.lease`;
  const claim = { shard, state: 'holds', count: 3, owner };
  writeFileSync(join(directory, name), JSON.stringify(claim));
  return name;
}

describe('the lease of a share', () => {
  it('is taken where nobody has it, and leaves nothing behind', async () => {
    const directory = join(temporaryDirectory(), 'leases');
    const lease = await take(directory).lease;
    expect(readdirSync(directory)).toHaveLength(1);
    await lease.release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('is waited for while another has it, and taken once that lets go', async () => {
    const directory = temporaryDirectory();
    const first = await take(directory, { owner: { ...elsewhere, host: 'first' } }).lease;
    const second = take(directory);
    await untilWaits(second);
    expect(second.waits).toEqual(['first']);
    expect(second.has()).toBe(false);
    await first.release();
    await second.lease;
  });

  it('of a share that has nothing in common with another is taken beside it', async () => {
    const directory = temporaryDirectory();
    await take(directory, { shard: { number: 1, of: 5 } }).lease;
    await take(directory, { shard: { number: 2, of: 5 } }).lease;
    const finer = take(directory, { shard: { number: 6, of: 6 } });
    await untilWaits(finer);
    expect(finer.has()).toBe(false);
  });

  it('is had by one at a time, however many want it at once', async () => {
    const directory = temporaryDirectory();
    const holding: Shard[] = [];
    const shards: Shard[] = [1, 2, 3, 1, 2, 3]
      .map((number) => ({ number, of: 3 }))
      .concat(
        [1, 2].map((number) => ({ number, of: 2 })),
        [{ number: 1, of: 1 }],
      );
    await Promise.all(
      shards.map(async (shard) => {
        const lease = await take(directory, { shard }).lease;
        expect(holding.filter((other) => overlap(other, shard))).toEqual([]);
        holding.push(shard);
        await new Promise((resolve) => setTimeout(resolve, 30));
        holding.splice(holding.indexOf(shard), 1);
        await lease.release();
      }),
    );
    expect(readdirSync(directory)).toEqual([]);
  });

  it('of a process of this machine that was killed is taken at once', async () => {
    const directory = temporaryDirectory();
    const child = spawn('sleep', ['600']);
    const owner = { ...thisOwner(), pid: child.pid ?? 0, started: null };
    leave(directory, owner);
    const waiting = take(directory);
    await untilWaits(waiting);
    expect(waiting.has()).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await waiting.lease;
  });

  it('of a machine that is not heard of any more is taken after a while of watching, and not before', async () => {
    const directory = temporaryDirectory();
    leave(directory, elsewhere);
    const begun = performance.now();
    const staleMs = 400;
    await take(directory, { timing: { ...timing, staleMs } }).lease;
    expect(performance.now() - begun).toBeGreaterThanOrEqual(staleMs);
  });

  it('is lost where somebody took it, and what was taken is not taken back', async () => {
    const directory = temporaryDirectory();
    const lease = await take(directory).lease;
    const [name = ''] = readdirSync(directory);
    rmSync(join(directory, name));
    expect(String(await lease.lost)).toContain('another collector took the share');
    expect(readdirSync(directory)).toEqual([]);
  });

  it('is lost where it cannot be renewed, before others count it as gone', async () => {
    const base = temporaryDirectory();
    const [directory, other] = [join(base, 'leases'), join(base, 'other')];
    mkdirSync(join(base, 'really'));
    symlinkSync('really', directory);
    const lease: Lease = await take(directory, { timing: { ...timing, giveUpMs: 300 } }).lease;
    // At once: a moment without it would be another reason.
    writeFileSync(join(base, 'file'), '');
    symlinkSync('file', other);
    renameSync(other, directory);
    expect(await lease.lost).toMatchObject({ code: 'ENOTDIR' });
    rmSync(directory);
  });

  it.skipIf(process.platform === 'win32' || missingProgram('mkfifo') !== null).each([
    ['a named pipe', (path: string) => void execFileSync('mkfifo', [path])],
    ['a link to a file', (path: string) => symlinkSync('/dev/null', path)],
    ['a directory', (path: string) => void mkdirSync(path)],
  ])('is lost where its claim became %s, and given back all the same', async (_, make) => {
    const directory = temporaryDirectory();
    const lease = await take(directory).lease;
    const claim = join(directory, readdirSync(directory)[0] ?? '');
    const other = join(directory, 'other');
    make(other);
    if (lstatSync(other).isDirectory()) rmSync(claim);
    renameSync(other, claim);
    expect(String(await lease.lost)).toContain('another collector took the share');
    await lease.release();
  });

  it('is not waited for any longer than is wanted', async () => {
    const directory = temporaryDirectory();
    await take(directory).lease;
    const waiting = take(directory);
    await untilWaits(waiting);
    waiting.leave.abort(new Error('ended'));
    await expect(waiting.lease).rejects.toThrow('ended');
    expect(readdirSync(directory)).toHaveLength(1);
  });

  it('says of a directory that is none what it is', async () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    await expect(take(file).lease).rejects.toMatchObject({ code: 'storage-failed' });
  });

  it('takes what is no claim for one until it is seen not to change', async () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'x.lease'), '{"shard":');
    mkdirSync(join(directory, 'directory.lease'));
    writeFileSync(join(directory, 'other'), '');
    const waiting = take(directory, { timing: { ...timing, staleMs: 300 } });
    await untilWaits(waiting);
    expect(waiting.waits).toEqual(['?']);
    await waiting.lease;
    expect(readdirSync(directory)).toHaveLength(3);
  });

  it('takes a socket of such a name for nothing', async () => {
    const directory = temporaryDirectory();
    const server = createServer().listen(join(directory, 'x.lease'));
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const taken = take(directory);
    await taken.lease;
    expect(taken.waits).toEqual([]);
  });

  it.skipIf(process.platform === 'win32' || (isRoot && missingProgram('setpriv') !== null))(
    'waits for what another user lets nobody read, until it is seen not to change, and shows its own to all',
    async () => {
      const directory = temporaryDirectory();
      chmodSync(directory, 0o1777);
      writeFileSync(join(directory, 'x.lease'), '');
      chmodSync(join(directory, 'x.lease'), 0);
      const parts = { directory, shard: { number: 1, of: 1 }, timing: { ...timing, staleMs: 300 } };
      const program = `
        import { readdirSync, statSync } from 'node:fs';
        import { takeLease } from ${JSON.stringify(join(root, 'electron/collect/lease/lease.ts'))};
        process.umask(0o077);
        const onWait = ({ name, claim, uid }) => console.log(name, claim, uid);
        const signal = new AbortController().signal;
        const lease = await takeLease({ ...${JSON.stringify(parts)}, onWait, signal });
        const own = readdirSync(${JSON.stringify(directory)}).find((name) => name !== 'x.lease');
        console.log((statSync(${JSON.stringify(directory)} + '/' + own).mode & 0o777).toString(8));
        await lease.release();`;
      const as = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
      const node = [process.execPath, '--input-type=module', '-e', program];
      const [command = '', ...args] = [...as, ...node];
      const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      expect(await text(child.stdout)).toBe(`x.lease null ${process.getuid?.()}\n644\n`);
    },
  );
});
