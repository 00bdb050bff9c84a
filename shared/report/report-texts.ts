import type { ComparedNumber } from '../fleet/unlike.ts';
import type { Report, ReportScope } from '../model/report.ts';
import type { reportColumns } from './columns.ts';

type Columns = typeof reportColumns;
type Heads<Table extends keyof Columns> = Readonly<Record<Columns[Table][number], string>>;

/** What a language says in a report, in a window, in a file and on the command line. */
export interface ReportTexts {
  readonly title: string;
  readonly scope: (scope: ReportScope) => string;
  /** The first and the last day of the span. */
  readonly days: (first: string, last: string) => string;
  readonly made: (time: string) => string;
  /** The span is not over; what is reported goes up to then. */
  readonly until: (time: string) => string;
  /** Events of before are kept no more. */
  readonly outagesSince: (time: string) => string;
  /** Alerts of before are kept no more. */
  readonly alertsSince: (time: string) => string;
  readonly facts: {
    readonly title: string;
    readonly proxies: string;
    readonly availability: string;
    readonly unwatched: string;
    readonly outages: string;
    readonly restarts: string;
    readonly bytes: string;
    readonly accesses: string;
    readonly balance: string;
    readonly changes: string;
    readonly alerts: string;
    /** Of the alerts so many are still open. */
    readonly open: (alerts: string, open: string) => string;
  };
  readonly proxies: { readonly title: string; readonly empty: string } & {
    readonly heads: Heads<'proxies'>;
  };
  readonly odd: { readonly title: string; readonly empty: string } & {
    readonly heads: Heads<'odd'>;
    readonly traits: Readonly<Record<ComparedNumber, string>>;
  };
  readonly changes: { readonly title: string; readonly empty: string } & {
    readonly heads: Heads<'changes'>;
    readonly elsewhere: string;
  };
  readonly alerts: { readonly title: string; readonly empty: string } & {
    readonly heads: Heads<'alerts'>;
    readonly ownNetwork: string;
    readonly stillOpen: string;
  };
  readonly none: string;
  readonly unknown: string;
  /** Behind the name of a proxy whose profile was removed. */
  readonly removed: string;
  /** Of more the newest are listed. */
  readonly onlyNewest: (listed: string, count: string) => string;
  /** How the numbers are to be read. */
  readonly notes: (level: Report['level']) => readonly string[];
}
