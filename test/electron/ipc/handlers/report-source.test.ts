import { expect, it, vi } from 'vitest';
import { reportSources } from '../../../../electron/ipc/handlers/report-source.ts';
import type { ReportMaking } from '../../../../shared/model/report.ts';
import { callerWith } from '../../../support/caller.ts';
import { setUp } from '../../report/report-rig.ts';
import { madrid } from '../../store/audit-entry.ts';
import { noon } from '../../store/samples.ts';

const wanted = { scope: { kind: 'all' }, ids: [madrid], from: noon, to: noon + 1000 } as const;

function listening(asked: Parameters<ReturnType<typeof reportSources>['report.making']>[0]) {
  const { parts } = setUp();
  const told: ReportMaking[] = [];
  const logFault = vi.fn();
  const stop = reportSources({ ...parts, logFault })['report.making'](
    asked,
    (value) => told.push(value),
    callerWith(),
  );
  return { told, stop, logFault };
}

it('tells how far it is, and then the report', async () => {
  const { told } = listening(wanted);
  await expect.poll(() => told.at(-1)?.kind).toBe('done');
  expect(told[0]).toEqual({ kind: 'reading', done: 0, of: 1 });
  expect(told.at(-1)).toMatchObject({ kind: 'done', report: { proxies: [{ id: madrid }] } });
});

it('tells why there is none, which is no fault of the program', async () => {
  const { told, logFault } = listening({ ...wanted, to: noon });
  await expect.poll(() => told).toHaveLength(1);
  expect(told).toMatchObject([{ kind: 'failed', error: { code: 'invalid-input' } }]);
  expect(logFault).not.toHaveBeenCalled();
});

it('tells nothing more once nobody listens', async () => {
  const { told, stop, logFault } = listening(wanted);
  stop();
  const other = listening(wanted);
  await expect.poll(() => other.told.at(-1)?.kind).toBe('done');
  expect(told.filter(({ kind }) => kind !== 'reading')).toEqual([]);
  expect(logFault).not.toHaveBeenCalled();
});
