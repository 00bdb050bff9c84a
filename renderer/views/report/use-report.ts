import type { ReportMaking, ReportWanted } from '../../../shared/model/report.ts';
import { useWork, type Work, type WorkParts } from '../../api/use-work.ts';

/** How far a report is. */
export type Making = Work<ReportMaking>;

const report: WorkParts<ReportWanted, ReportMaking> = {
  ask: (client, wanted, onTold, onRefused) =>
    client.subscribe('report.making', wanted, onTold, onRefused),
  isUnderWay: ({ kind }) => kind === 'reading',
};

/** One report at a time; what makes it ends with the view. */
export function useReport() {
  const { work: making, start: make, stop } = useWork(report);
  return { making, make, stop };
}
