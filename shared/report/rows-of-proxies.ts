import { showHidden } from '../model/hidden.ts';
import type { Report, ReportProxy } from '../model/report.ts';
import { type Format, noData } from '../texts/format.ts';
import type { Speaker } from '../texts/speak.ts';
import { reportColumns } from './columns.ts';
import { knowsAlerts, knowsOutages } from './known.ts';
import type { ReportTexts } from './report-texts.ts';
import type { ReportCell, ReportRow } from './table.ts';

type Column = (typeof reportColumns.proxies)[number];

/** The proxies as rows, in the order of the report. */
export function rowsOfProxies(
  report: Report,
  texts: ReportTexts,
  { format }: Pick<Speaker, 'format'>,
): readonly ReportRow[] {
  const unknown: Partial<Record<Column, ReportCell>> = {
    ...(!knowsOutages(report) && { down: nothing, outages: nothing, unwatched: nothing }),
    ...(!knowsAlerts(report) && { alerts: nothing }),
  };
  return report.proxies.map((proxy) => {
    const cells = { ...cellsOf(proxy, texts, format), ...unknown };
    return {
      id: proxy.id,
      profileId: proxy.removed ? null : proxy.id,
      cells: reportColumns.proxies.map((column) => cells[column]),
    };
  });
}

function cellsOf(
  proxy: ReportProxy,
  texts: ReportTexts,
  format: Format,
): Readonly<Record<Column, ReportCell>> {
  const { availability, downMs, unwatchedMs, bytes, accesses, roundTripMs } = proxy;
  const count = (key: number): ReportCell => ({ text: format.number(key), key });
  const time = (key: number): ReportCell => ({ text: durationText(key, format), key });
  const part = (key: number | null): ReportCell => ({ text: percentText(key, format), key });
  const counter = (text: string | null, say: (text: string) => string): ReportCell =>
    text === null ? nothing : { text: say(text), key: Number(text) };
  const name = nameText(proxy, texts);
  const folder = showHidden(proxy.folder);
  return {
    name: { text: name, key: name },
    folder: { text: folder, key: folder },
    availability: part(availability),
    down: time(downMs),
    outages: count(proxy.outages),
    unwatched: time(unwatchedMs),
    restarts: count(proxy.restarts),
    bytes: counter(bytes, format.byteCounter),
    accesses: counter(accesses, format.counter),
    connections:
      proxy.connections === null
        ? nothing
        : {
            text: `${format.number(rounded(proxy.connections))} / ${format.number(rounded(proxy.mostConnections))}`,
            key: proxy.connections,
          },
    roundTrip:
      roundTripMs === null
        ? nothing
        : {
            text: `${format.milliseconds(roundTripMs.p50)} / ${format.milliseconds(roundTripMs.p95)}`,
            key: roundTripMs.p50,
          },
    answered: part(proxy.answered),
    changes: count(proxy.changes),
    alerts: count(proxy.alerts),
  };
}

/** The name of a proxy, and that its profile was removed. */
export function nameText(
  { name, removed }: Pick<ReportProxy, 'name' | 'removed'>,
  texts: Pick<ReportTexts, 'removed'>,
): string {
  return removed ? `${showHidden(name)} (${texts.removed})` : showHidden(name);
}

/** A part of 0 to 1 to a hundredth of a percent, rounded down: what was once down was not there all the time. */
export function percentText(part: number | null, { locale }: Pick<Format, 'locale'>): string {
  if (part === null) return noData;
  const number = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return number.format(Math.floor(part * 10_000 + 1e-6) / 10_000);
}

/** Milliseconds by the two largest units, such as `2 d 3 h`; less than a second is none. */
export function durationText(ms: number, { locale }: Pick<Format, 'locale'>): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [
    { unit: 'day', value: Math.floor(seconds / 86_400) },
    { unit: 'hour', value: Math.floor(seconds / 3600) % 24 },
    { unit: 'minute', value: Math.floor(seconds / 60) % 60 },
    { unit: 'second', value: seconds % 60 },
  ] as const;
  const first = parts.findIndex(({ value }) => value > 0);
  const shown = first < 0 ? parts.slice(-1) : parts.slice(first, first + 2);
  return shown
    .filter(({ value }, index) => index === 0 || value > 0)
    .map(({ unit, value }) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value),
    )
    .join(' ');
}

export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}

export const nothing: ReportCell = { text: noData, key: null };
