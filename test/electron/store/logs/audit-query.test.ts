import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { type AuditFilter, auditMatcher } from '../../../../shared/model/audit-filter.ts';
import { auditEntry, lima, madrid } from '../audit-entry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const plan = '3d6f4f5e-6c1a-4a55-9d59-0a5d0a2f7b10';

function filled() {
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  const log = createAuditLog(database);
  log.add(auditEntry({ at: 1, requested: 'grep Señal' }));
  log.add(
    auditEntry({ at: 2, profileId: lima, profileName: 'Lima', actor: 'berta', shell: 'web' }),
  );
  log.add(auditEntry({ at: 3, plan, outcome: 'refused', remote: 'Firefox 130' }));
  log.add(auditEntry({ at: 4, plan, setting: 'bufferSize', requested: '4096', shell: 'cli' }));
  return log;
}

describe('a search in the audit log', () => {
  it.each<[string, AuditFilter, readonly number[]]>([
    ['nothing in particular', {}, [4, 3, 2, 1]],
    ['text, whatever its case and accents', { text: 'GREP senal' }, [1]],
    ['where somebody sat', { text: 'firefox' }, [3]],
    ['one person', { actor: 'berta' }, [2]],
    ['the steps of a plan', { plan }, [4, 3]],
    ['a setting', { setting: 'bufferSize' }, [4]],
    ['a shell', { shell: 'web' }, [2]],
    ['the profiles of a folder', { ids: [lima] }, [2]],
    ['a folder without profiles', { ids: [] }, []],
    ['outcomes', { outcomes: ['refused'] }, [3]],
    ['no outcome in particular', { outcomes: [] }, [4, 3, 2, 1]],
    ['a span', { from: 2, to: 4 }, [3, 2]],
    ['several at once', { plan, from: 4, ids: [madrid] }, [4]],
  ])('finds %s, and what is told later is held against the same', (_, filter, wanted) => {
    const log = filled();
    const found = log.list({ ...filter, limit: 10 });
    expect(found.map(({ at }) => at)).toEqual(wanted);
    expect(log.list({ limit: 10 }).filter(auditMatcher(filter))).toEqual(found);
  });

  it('goes on by pages through what fits', () => {
    const log = filled();
    const first = log.list({ text: 'madrid', limit: 2 });
    expect(first.map(({ at }) => at)).toEqual([4, 3]);
    const before = first.at(-1)?.id ?? 0;
    expect(log.list({ text: 'madrid', limit: 2, before }).map(({ at }) => at)).toEqual([1]);
  });
});
