import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import type { Report } from '../../../../shared/model/report.ts';
import { auditEntry } from '../../store/audit-entry.ts';
import { draftOf } from '../../store/profile-drafts.ts';
import { noon, sample } from '../../store/samples.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { run } from '../program.ts';

const minute = 60_000;
/** The day of the samples, 14 November 2023, in UTC. */
const day = ['--from', '2023-11-14', '--to', '2023-11-14'];

/** A data directory of two folders of which one proxy was read for ten minutes and changed; it stays open, as by a console. */
async function filled() {
  const directory = temporaryDirectory();
  const { store } = await openProfiles(directory);
  const { id } = await store.add(draftOf('<b>Madrid', { folder: 'Spain', tags: 'mail' }));
  await store.add(draftOf('Lima', { folder: 'Peru' }));
  store.close();
  const { database, close } = openDatabase(directory);
  const history = createHistory(database);
  history.add(
    Array.from({ length: 601 }, (_, n) =>
      sample(noon + n * 1000, {
        profileId: id,
        transferredBytes: BigInt(n) * 1024n,
        accesses: BigInt(n),
        ...(n === 0 && { bytesPerSecond: null, accessesPerSecond: null }),
      }),
    ),
  );
  for (let at = 0; at <= 10; at++) toEnd(history.maintain(noon + at * minute));
  createAuditLog(database).add(auditEntry({ at: noon, profileId: id, profileName: '<b>Madrid' }));
  const report = (...args: string[]) =>
    run(['report', '--data-dir', directory, ...args], { env: { TZ: 'UTC' } });
  return { directory, report, close };
}

describe('a report on the command line', () => {
  it('is printed for people, of a folder, while a console has the data directory open', async () => {
    const { report, close } = await filled();
    const { code, out, err } = await report('--folder', 'spain', ...day);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Report: Folder spain, November 14, 2023');
    expect(out).toMatch(/<b>Madrid +Spain +100% .* 600\sKiB +600 /);
    expect(out).toMatch(/Transformation +none +tr a-z A-Z +ana/);
    expect(out).not.toContain('Lima');
    close();
  });

  it('is JSON, CSV and HTML, in the language of the locale', async () => {
    const { report, close } = await filled();
    const json = JSON.parse((await report('--json', ...day)).out) as Report;
    expect(json.proxies.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['<b>Madrid', '614400'],
      ['Lima', null],
    ]);
    const csv = await report('--tag', 'mail', '--format', 'csv', ...day);
    expect(csv.out.trimEnd().split('\r\n')).toHaveLength(2);
    const html = await report('--search', 'folder:Peru', '--format', 'html', ...day);
    expect(html.out).toContain('<!doctype html>');
    expect(html.out).toContain('<bdi>Lima</bdi>');
    expect(html.out).not.toContain('Madrid');
    close();
  });

  it('is written to a file of its user, whole, and over no other one unless that is meant', async () => {
    const { directory, report, close } = await filled();
    const path = join(directory, 'out.html');
    const first = await report('--output', path, ...day);
    expect(first).toMatchObject({ code: 0, out: '', err: `Written to ${path}\n` });
    expect(readFileSync(path, 'utf8')).toContain('&lt;b&gt;Madrid');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    writeFileSync(path, 'mine');
    const again = await report('--output', path, ...day);
    expect(again.code).toBe(2);
    expect(again.err).toContain(`There is a file already: ${path}`);
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect((await report('--output', path, '--replace', ...day)).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('</html>');
    const left = readdirSync(directory).filter((name) => name.includes('out.html'));
    expect(left).toEqual(['out.html']);
    const astray = await report('--output', join(directory, 'none', 'x.csv'), ...day);
    expect(astray.code).toBe(1);
    expect(astray.err).toContain('the directory that it is to lie in is not there');
    expect(astray.err).not.toContain('--data-dir');
    const empty = await report('--output', '', ...day);
    expect(empty.code).toBe(2);
    expect(empty.err).toContain('It is empty; it is a path.');
    close();
  });

  it.skipIf(process.platform === 'win32')(
    'is put in the place of nothing that is no file, nor of what a link to that leads to',
    async () => {
      const { directory, report, close } = await filled();
      const pipe = join(directory, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const led = join(directory, 'link.html');
      symlinkSync(pipe, led);
      for (const path of [pipe, led, directory]) {
        for (const replace of [[], ['--replace']]) {
          const { code, err } = await report('--output', path, ...replace, ...day);
          expect(code).toBe(1);
          expect(err).toContain(
            path === directory ? 'is a directory, and' : 'is a named pipe, and',
          );
          expect(err).not.toMatch(/--data-dir|of SPCP Console/);
        }
      }
      expect(lstatSync(pipe).isFIFO()).toBe(true);
      expect(lstatSync(led).isSymbolicLink()).toBe(true);
      close();
    },
  );

  it('is of the last day, week or month where no days are said, and refuses what is none', async () => {
    const { directory, report, close } = await filled();
    const spanOf = async (...args: string[]): Promise<number> => {
      const { from, to } = JSON.parse((await report('--json', ...args)).out) as Report;
      return (to - from) / (24 * 60 * minute);
    };
    expect(await spanOf()).toBe(1);
    expect(await spanOf('--span', 'week', '--last')).toBe(7);
    expect(await spanOf('--span', 'month', '--last')).toBeGreaterThanOrEqual(28);
    for (const wrong of [
      ['--from', '2023-11-31'],
      ['--from', '2023-11-15', '--to', '2023-11-14'],
      ['--from', '2020-01-01', '--to', '2023-11-14'],
      ['--from', '2999-01-01', '--to', '2999-01-02'],
      ['--span', 'year'],
      ['--span', 'day', '--from', '2023-11-14'],
      ['--folder', 'Spain', '--tag', 'mail'],
      ['--search', 'state:ready'],
      ['--replace'],
      ['--json', '--format', 'html'],
      ['--output', join(directory, 'r.pdf')],
    ])
      expect((await report(...wrong)).code, wrong.join(' ')).toBe(2);
    expect(existsSync(join(directory, 'r.pdf'))).toBe(false);
    close();
  });

  it('of a folder or a tag that is not there, or a search without end, is refused', async () => {
    const { report, close } = await filled();
    const folder = await report('--folder', 'Spian', ...day);
    expect(folder.code).not.toBe(0);
    expect(folder).toMatchObject({ out: '' });
    expect(folder.err).toContain('There is no folder “Spian”.');
    const tag = await report('--tag', 'Nothing', ...day);
    expect(tag.code).toBe(folder.code);
    expect(tag.err).toContain('No profile has the tag “Nothing”.');
    const search = await report('--search', 'x'.repeat(1001), ...day);
    expect(search.code).toBe(2);
    close();
  });

  it('of nothing that fits says so', async () => {
    const { directory, report, close } = await filled();
    const { code, out } = await report('--search', 'Nowhere', ...day);
    expect(code).toBe(0);
    expect(out).toContain('There is no proxy in it.');
    expect(existsSync(join(directory, 'console.db'))).toBe(true);
    close();
  });
});
