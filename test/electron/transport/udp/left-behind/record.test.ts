import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordFile } from '../../../../../electron/store/files/record-file.ts';
import { readLines } from '../../../../../electron/transport/udp/left-behind/lines.ts';
import type { OpenAssociation } from '../../../../../electron/transport/udp/left-behind/open-association.ts';
import type { Origin } from '../../../../../electron/transport/udp/left-behind/origin.ts';
import { keepRecord } from '../../../../../electron/transport/udp/left-behind/record.ts';
import { createManualClock } from '../../../../support/manual-clock.ts';
import { temporaryDirectory } from '../../../store/temporary-directory.ts';

const boot = { id: 'this one', seconds: () => 1000 };
const origin: Origin = {
  boot,
  folder: '1 2',
  writer: { pid: 7, kernel: null, started: null },
  isRunning: () => false,
};
const association = (tag: number): OpenAssociation => ({
  host: '127.0.0.1',
  address: '127.0.0.1',
  udpPort: 1 + (tag % 60_000),
  fromUdpPort: 40_000,
  port: 9090,
  fromPort: 50_000,
  tag,
});

/** A record in a directory of its own, whose writes are counted. */
function keep() {
  const directory = temporaryDirectory();
  const path = join(directory, 'associations');
  const clock = createManualClock();
  const faults: string[] = [];
  const writes: string[] = [];
  const file = recordFile(path);
  const record = keepRecord({
    file: {
      ...file,
      append(text) {
        writes.push('append');
        return file.append(text);
      },
      replace(text) {
        writes.push('replace');
        return file.replace(text);
      },
    },
    origin,
    logFault: (what) => faults.push(what),
    clock,
  });
  const tags = async () => readLines((await file.read()) ?? '', origin).map(({ tag }) => tag);
  return { directory, path, clock, faults, writes, record, tags };
}

describe('the record of a console', () => {
  it('says what is open, for its user alone, and is gone once nothing is', async () => {
    const { path, directory, record, tags } = keep();
    const ends = [1, 2, 3].map((tag) => record.add(association(tag)));
    await expect.poll(tags).toEqual([1, 2, 3]);
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
    ends[1]?.();
    await expect.poll(tags).toEqual([1, 3]);
    for (const end of ends) end();
    await expect.poll(() => readdirSync(directory)).toEqual([]);
    await record.close();
  });

  it('follows an association in UDP to its end, and no other', async () => {
    const { record, tags, directory } = keep();
    const { promise: ended, resolve } = Promise.withResolvers<{ reason: 'closed' }>();
    record.follow({ ended: new Promise(() => undefined) });
    record.follow({ ended, inUdp: association(1) });
    await expect.poll(tags).toEqual([1]);
    resolve({ reason: 'closed' });
    await expect.poll(() => readdirSync(directory)).toEqual([]);
    await record.close();
  });

  it('notes five thousand that connect at once in few writes, and stays short as they come and go', async () => {
    const { record, tags, writes, path } = keep();
    const all = Array.from({ length: 5000 }, (_, n) => n + 1);
    let ends = all.map((tag) => record.add(association(tag)));
    await expect.poll(tags).toEqual(all);
    expect(writes.length).toBeLessThan(5);
    for (let time = 0; time < 5; time++) {
      for (const end of ends) end();
      ends = all.map((tag) => record.add(association(tag)));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await record.close();
    expect(await tags()).toEqual(all);
    expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(3 * 5000 + 4096);
  });

  it('writes once a minute while something is open, and never otherwise', async () => {
    const { record, clock, writes, tags, path } = keep();
    const end = record.add(association(1));
    await expect.poll(tags).toEqual([1]);
    expect(writes).toEqual(['replace']);
    await clock.advance(59_999);
    expect(writes).toEqual(['replace']);
    await clock.advance(1);
    await expect.poll(() => writes).toEqual(['replace', 'append']);
    await expect.poll(() => readFileSync(path, 'utf8').match(/"="/g)).toHaveLength(2);
    end();
    await record.close();
    await clock.advance(600_000);
    expect(writes).toEqual(['replace', 'append']);
  });

  it('is written anew where its file is gone', async () => {
    const { record, tags, path, faults } = keep();
    record.add(association(1));
    await expect.poll(tags).toEqual([1]);
    rmSync(path);
    record.add(association(2));
    await expect.poll(tags).toEqual([1, 2]);
    await record.close();
    expect(faults).toEqual([]);
  });

  it('says once that it cannot be written, and is there again once it can', async () => {
    const { record, tags, path, faults, clock } = keep();
    mkdirSync(path);
    writeFileSync(join(path, 'in the way'), '');
    record.add(association(1));
    await expect.poll(() => faults).toEqual(['the open associations cannot be noted']);
    record.add(association(2));
    await clock.advance(60_000);
    await expect.poll(() => readdirSync(join(path, '..'))).toEqual(['associations']);
    rmSync(path, { recursive: true });
    await expect
      .poll(async () => {
        await clock.advance(60_000);
        return tags();
      })
      .toEqual([1, 2]);
    expect(faults).toHaveLength(1);
    await record.close();
  });

  it('is not read where others can write it, or where it is too long', async () => {
    const { record, tags, path } = keep();
    record.add(association(1));
    await expect.poll(tags).toEqual([1]);
    await record.close();
    chmodSync(path, 0o666);
    await expect(recordFile(path).read()).rejects.toMatchObject({ code: 'storage-failed' });
    chmodSync(path, 0o600);
    writeFileSync(path, 'x'.repeat(8 * 2 ** 20 + 1));
    expect(await recordFile(path).read()).toBeNull();
  });
});
