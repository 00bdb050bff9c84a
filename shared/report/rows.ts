import { type Alert, beyondOf } from '../model/alert.ts';
import { showHidden } from '../model/hidden.ts';
import type { Report, ReportChange, ReportOdd, ReportProxy } from '../model/report.ts';
import { ruleSaid } from '../texts/alert-line.ts';
import { beyondText } from '../texts/alert-number.ts';
import { comparedNumberText } from '../texts/compared-number.ts';
import { type Format, noData } from '../texts/format.ts';
import type { Speaker } from '../texts/speak.ts';
import type { ReportTexts } from './report-texts.ts';
import { durationText, nameText, rounded } from './rows-of-proxies.ts';
import type { ReportCell, ReportRow } from './table.ts';

type Says = Pick<Speaker, 'format' | 'words'>;

/** The odd ones out as rows. */
export function rowsOfOdd(report: Report, texts: ReportTexts, { format }: Says): ReportRow[] {
  const proxies = knownIds(report.proxies);
  return report.odd.map(({ id, trait, value, usual, score }) => {
    const proxy = proxies.get(id);
    return {
      id: `${id} ${trait}`,
      profileId: proxy?.removed === false ? id : null,
      cells: [
        plain(proxy === undefined ? id : nameText(proxy, texts)),
        plain(texts.odd.traits[trait]),
        { text: valueText(trait, value, format), key: value },
        { text: valueText(trait, usual, format), key: usual },
        { text: format.number(rounded(score)), key: score },
      ],
    };
  });
}

/** The changes as rows. */
export function rowsOfChanges(report: Report, texts: ReportTexts, says: Says): ReportRow[] {
  const { words, format } = says;
  const proxies = knownIds(report.proxies);
  return report.changes.listed.map((change, index) => {
    const { at, profileId, profileName, setting, who, outcome } = change;
    const setTo = (value: string | null): ReportCell =>
      plain(settingText(change, value, texts, says));
    return {
      id: `${index} ${profileId}`,
      profileId: proxies.get(profileId)?.removed === false ? profileId : null,
      cells: [
        { text: format.dateTime(at), key: at },
        plain(profileName),
        plain(words.settings[setting]),
        setTo(change.from),
        setTo(change.to),
        plain(who ?? texts.changes.elsewhere),
        plain(outcome === null ? noData : words.outcomes[outcome]),
      ],
    };
  });
}

/** The alerts as rows; how long each held so far, also beyond the span. */
export function rowsOfAlerts(report: Report, texts: ReportTexts, says: Says): ReportRow[] {
  const { format } = says;
  const proxies = knownIds(report.proxies);
  return report.alerts.listed.map(({ id, about, firedAt, acknowledged, over }) => {
    const lasted = Math.max(0, (over?.at ?? report.madeAt) - firedAt);
    const open = over === null ? ` (${texts.alerts.stillOpen})` : '';
    const proxy = about.kind === 'rule' ? about.profileId : null;
    return {
      id,
      profileId: proxy !== null && proxies.get(proxy)?.removed === false ? proxy : null,
      cells: [
        { text: format.dateTime(firedAt), key: firedAt },
        plain(about.kind === 'rule' ? about.profileName : noData),
        plain(
          about.kind === 'rule'
            ? ruleSaid(about.ruleName, saidOf(about, says))
            : texts.alerts.ownNetwork,
        ),
        { text: `${durationText(lasted, format)}${open}`, key: lasted },
        plain(
          acknowledged === null
            ? noData
            : [acknowledged.by, acknowledged.reason].filter(Boolean).join(': '),
        ),
      ],
    };
  });
}

function saidOf(about: Extract<Alert['about'], { kind: 'rule' }>, { words, format }: Says): string {
  const beyond = beyondOf(about);
  return beyond === null ? words.alerts[about.condition.kind] : beyondText(words, format, beyond);
}

/** Null of a transformation is none; of a buffer size, which nobody can read, it is not known. */
function settingText(
  { setting }: Pick<ReportChange, 'setting'>,
  value: string | null,
  texts: ReportTexts,
  { format }: Says,
): string {
  if (value === null) return setting === 'transformation' ? texts.none : texts.unknown;
  if (setting === 'transformation' || !/^[0-9]{1,20}$/.test(value)) return value;
  return format.byteCounter(value);
}

function valueText(trait: ReportOdd['trait'], value: number, format: Format): string {
  return comparedNumberText(
    trait,
    trait === 'connections' ? Math.round(value * 100) / 100 : value,
    format,
  );
}

function plain(untrusted: string): ReportCell {
  const text = showHidden(untrusted);
  return { text, key: text };
}

function knownIds(proxies: readonly ReportProxy[]): ReadonlyMap<string, ReportProxy> {
  return new Map(proxies.map((proxy) => [proxy.id, proxy]));
}
