import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { auditEntry, lima } from '../../store/audit-entry.ts';
import { draftOf } from '../../store/profile-drafts.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { run } from '../program.ts';

/** A data directory with a profile, a change of it, and changes of another proxy. */
async function filled(others = 2) {
  const directory = temporaryDirectory();
  const { store } = await openProfiles(directory);
  const { id } = await store.add(draftOf('Madrid'));
  store.close();
  const { database, close } = openDatabase(directory);
  const log = createAuditLog(database);
  log.add(auditEntry({ profileId: id, before: '=1+1', requested: 'a,"b"', shell: 'cli' }));
  for (let at = 0; at < others; at++) log.add(auditEntry({ profileId: lima, profileName: 'Lima' }));
  close();
  const audit = (...args: string[]) => run(['audit', ...args, '--data-dir', directory]);
  return { directory, audit };
}

describe('the audit log on the command line', () => {
  it('is printed newest first, of all or of one profile', async () => {
    const { audit } = await filled();
    const { code, out } = await audit('list');
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(4);
    expect(out).toMatch(/ana +Lima +Transformation +\(none\) → tr a-z A-Z +Verified/);
    const one = JSON.parse((await audit('list', '--profile', 'Madrid', '--json')).out);
    expect(one.entries).toMatchObject([{ profileName: 'Madrid', requested: 'a,"b"' }]);
    const few = JSON.parse((await audit('list', '--count', '2', '--json')).out);
    expect(few.entries.map(({ profileName }: { profileName: string }) => profileName)).toEqual([
      'Lima',
      'Lima',
    ]);
  });

  it('is searched by words, person, setting and shell, to print and to export', async () => {
    const { audit } = await filled();
    const named = async (...args: string[]): Promise<string[]> => {
      const { entries } = JSON.parse((await audit('list', '--json', ...args)).out);
      return entries.map(({ profileName }: { profileName: string }) => profileName);
    };
    expect(await named('--text', 'madrid')).toEqual(['Madrid']);
    expect(await named('--text', 'nowhere')).toEqual([]);
    expect(await named('--by', 'ana', '--setting', 'transformation')).toHaveLength(3);
    expect(await named('--by', 'nobody')).toEqual([]);
    expect(await named('--setting', 'bufferSize')).toEqual([]);
    expect(await named('--shell', 'cli')).toEqual(['Madrid']);
    const exported = (await audit('export', '--text', 'madrid')).out.trimEnd().split('\r\n');
    expect(exported).toHaveLength(2);
    expect(await audit('list', '--shell', 'elsewhere')).toMatchObject({ code: 2 });
  });

  it('is exported whole, oldest first, with no field that a spreadsheet runs', async () => {
    const { audit } = await filled(1200);
    const lines = (await audit('export')).out.split('\r\n');
    expect(lines).toHaveLength(1203);
    expect(lines[0]).toMatch(/^id,at,actor,profileName/);
    expect(lines[1]).toContain(`,Madrid,`);
    expect(lines[1]).toContain(`,'=1+1,"a,""b""",`);
    const json = (await audit('export', '--format', 'json')).out.trimEnd().split('\n');
    expect(json.map((line) => JSON.parse(line).id)).toEqual(
      Array.from({ length: 1201 }, (_, index) => index + 1),
    );
  });

  it('is verified, and what was altered is named, with 1', async () => {
    const { directory, audit } = await filled();
    expect(await audit('verify')).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^All 3 entries are as they were written.* hash [0-9a-f]{64}\.\n$/,
      ),
    });
    const { database, close } = openDatabase(directory);
    database.exec("UPDATE audit SET actor = 'nobody' WHERE id = 2");
    close();
    const { code, err } = await audit('verify');
    expect(code).toBe(1);
    expect(err).toContain('Change 2 in the audit log is not what its entries say.');
  });

  it('says that nothing was changed where that is so', async () => {
    const audit = (...args: string[]) =>
      run(['audit', ...args, '--data-dir', temporaryDirectory()]);
    expect(await audit('list')).toMatchObject({ code: 0, out: 'Nothing was changed yet.\n' });
    expect(await audit('verify')).toMatchObject({ code: 0, out: 'The audit log is empty.\n' });
  });
});
