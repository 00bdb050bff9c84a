// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { ChangeHistory } from '../../../../../renderer/views/proxy/settings/history/change-history.tsx';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import { renderWith } from '../../../hooks.tsx';
import { auditRow } from '../audit-row.ts';

const size = {
  setting: 'bufferSize',
  requested: '65536',
  after: null,
  outcome: 'unverified',
} as const;
const why = 'No undo: the size before is not known, and SPCP cannot read it.';

it.each([
  ['says why a buffer size cannot be taken back', { ...size, before: null }, 1],
  ['says nothing of one that can be', { ...size, before: '4096' }, 0],
  ['says nothing of one that was not set', { ...size, before: null, outcome: 'failed' }, 0],
] as const)('%s', (_, row, count) => {
  const rows = [auditRow({ ...row, undoable: false })];
  const list = { value: { rows, more: false }, error: null, loadOlder: async () => undefined };
  const page = renderWith(
    { fleet: { now: () => 2000 } as never },
    <ChangeHistory profile={{} as ProfileEntry} list={list as never} blocked={false} />,
  );
  expect(page.queryAllByText(why)).toHaveLength(count);
});
