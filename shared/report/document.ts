import { showHidden } from '../model/hidden.ts';
import type { Report } from '../model/report.ts';
import { noData } from '../texts/format.ts';
import type { Speaker } from '../texts/speak.ts';
import { columnsOf, type ReportTableName } from './columns.ts';
import { knowsAlerts, knowsOutages } from './known.ts';
import type { ReportTexts } from './report-texts.ts';
import { rowsOfAlerts, rowsOfChanges, rowsOfOdd } from './rows.ts';
import { percentText, rowsOfProxies } from './rows-of-proxies.ts';
import { summaryOf } from './summary.ts';
import type { ReportRow, ReportTable } from './table.ts';

/** A report as a language says it, the same in a window, in a file and on the command line. */
export interface ReportDocument {
  readonly language: Speaker['language'];
  readonly title: string;
  readonly scope: string;
  readonly days: string;
  /** Sentences about when it was made, and from when on what it tells is known. */
  readonly made: readonly string[];
  readonly summary: {
    readonly title: string;
    readonly facts: readonly (readonly [string, string])[];
  };
  readonly tables: readonly ReportTable[];
  readonly notes: readonly string[];
}

/** Says a report; its days are those of this machine's local time. */
export function reportDocument(
  report: Report,
  texts: ReportTexts,
  speaker: Pick<Speaker, 'language' | 'format' | 'words'>,
): ReportDocument {
  const { format } = speaker;
  const date = new Intl.DateTimeFormat(format.locale, { dateStyle: 'long' });
  const { count, listed } = report.changes;
  const newest = (shown: number, of: number): string | null =>
    shown < of ? texts.onlyNewest(format.number(shown), format.number(of)) : null;
  const table = (
    name: ReportTableName,
    rows: readonly ReportRow[],
    note: string | null = null,
  ): ReportTable => {
    const { columns, headColumn } = columnsOf(name);
    const heads: Readonly<Record<string, string>> = texts[name].heads;
    return {
      name,
      title: texts[name].title,
      columns: columns.map((column) => ({
        title: heads[column.name] ?? column.name,
        isNumber: column.isNumber,
      })),
      headColumn,
      rows,
      note: rows.length === 0 ? (note ?? texts[name].empty) : note,
    };
  };
  return {
    language: speaker.language,
    title: texts.title,
    scope: showHidden(texts.scope(report.scope)),
    days: texts.days(date.format(report.from), date.format(report.to - 1)),
    made: [
      texts.made(format.dateTime(report.madeAt)),
      ...(report.until < report.to ? [texts.until(format.dateTime(report.until))] : []),
      ...(report.outagesSince === null
        ? []
        : [texts.outagesSince(format.dateTime(report.outagesSince))]),
      ...(report.alerts.since === null
        ? []
        : [texts.alertsSince(format.dateTime(report.alerts.since))]),
    ],
    summary: { title: texts.facts.title, facts: factsOf(report, texts, speaker) },
    tables: [
      table('proxies', rowsOfProxies(report, texts, speaker)),
      table('odd', rowsOfOdd(report, texts, speaker)),
      table('changes', rowsOfChanges(report, texts, speaker), newest(listed.length, count)),
      table(
        'alerts',
        rowsOfAlerts(report, texts, speaker),
        knowsAlerts(report) ? newest(report.alerts.listed.length, report.alerts.count) : noData,
      ),
    ],
    notes: texts.notes(report.level),
  };
}

function factsOf(
  report: Report,
  { facts }: ReportTexts,
  { format }: Pick<Speaker, 'format'>,
): readonly (readonly [string, string])[] {
  const summary = summaryOf(report);
  const { alerts, changes } = report;
  const counted = (text: string | null, say: (text: string) => string): string =>
    text === null ? noData : say(text);
  return [
    [facts.proxies, format.number(summary.proxies)],
    [facts.availability, percentText(summary.availability, format)],
    [facts.unwatched, percentText(summary.unwatched, format)],
    [facts.outages, knowsOutages(report) ? format.number(summary.outages) : noData],
    [facts.restarts, format.number(summary.restarts)],
    [facts.bytes, counted(summary.bytes, format.byteCounter)],
    [facts.accesses, counted(summary.accesses, format.counter)],
    [facts.balance, format.number(summary.balance)],
    [facts.changes, format.number(changes.count)],
    [
      facts.alerts,
      !knowsAlerts(report)
        ? noData
        : alerts.open === 0
          ? format.number(alerts.count)
          : facts.open(format.number(alerts.count), format.number(alerts.open)),
    ],
  ];
}
