import { describe, expect, it } from 'vitest';
import { ranCommands } from '../../../../renderer/components/command/library/ran.ts';
import { auditRow } from '../../proxy/settings/audit-row.ts';

describe('what a proxy ran', () => {
  it('is each command once, the latest first, as the audit log has seen it in force', () => {
    const rows = [
      auditRow({ id: 6, at: 6, before: 'rev', requested: 'cat', after: 'cat' }),
      auditRow({
        id: 5,
        at: 5,
        setting: 'bufferSize',
        before: '64',
        requested: '128',
        after: null,
      }),
      auditRow({ id: 4, at: 4, before: 'cat', requested: 'rev', after: 'rev' }),
      auditRow({ id: 3, at: 3, before: 'tr a b', requested: 'cat', after: 'cat', actor: 'luis' }),
    ];
    expect(ranCommands(rows)).toEqual([
      { text: 'cat', set: { at: 6, actor: 'ana' } },
      { text: 'rev', set: { at: 4, actor: 'ana' } },
      { text: 'tr a b', set: null },
    ]);
  });

  it('is said of by the change that set it, not by the undo that ended it', () => {
    const rows = [
      auditRow({ id: 2, at: 2, before: 'rev', requested: null, after: null, actor: 'luis' }),
      auditRow({ id: 1, at: 1, before: null, requested: 'rev', after: 'rev' }),
    ];
    expect(ranCommands(rows)).toEqual([{ text: 'rev', set: { at: 1, actor: 'ana' } }]);
  });

  it('is none that was asked for only, and nothing while there was none', () => {
    const refused = auditRow({ before: null, requested: 'rm x', after: null, outcome: 'refused' });
    const off = auditRow({ before: null, requested: null, after: null });
    expect(ranCommands([refused, off])).toEqual([]);
  });
});
