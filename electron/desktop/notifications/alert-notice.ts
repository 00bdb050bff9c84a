import { pageAddress, type WindowAddress } from '../../../shared/address/window-address.ts';
import type { Alert, AlertNews } from '../../../shared/model/alert.ts';
import { namesInLine, ruleSaid } from '../../../shared/texts/alert-line.ts';
import type { DesktopTexts } from '../../../shared/texts/desktop-texts.ts';

/** The alerts of a notification that is still there, with those that came since first: one notification tells of all. */
export function together(news: readonly Alert[], shown: readonly Alert[]): readonly Alert[] {
  const ids = new Set(news.map(({ id }) => id));
  return [...news, ...shown.filter(({ id }) => !ids.has(id))];
}

/** What a notification says; a line for each rule of which something is told, since one rule's name is not another's. */
export function noticeOf(
  kind: AlertNews['kind'],
  alerts: readonly Alert[],
  texts: DesktopTexts,
): { readonly title: string; readonly body: string } {
  const rules = Map.groupBy(alerts, ({ about }) => (about.kind === 'rule' ? about.ruleId : ''));
  const lines = [...rules.values()].map((each) => lineOf(each, texts));
  return { title: texts.alertNews[kind], body: lines.join('\n') };
}

function lineOf(alerts: readonly Alert[], texts: DesktopTexts): string {
  const names = alerts.flatMap(({ about }) => (about.kind === 'rule' ? [about.profileName] : []));
  const [first] = alerts;
  if (first === undefined || first.about.kind === 'own-network') return texts.ownNetwork;
  const { ruleName, condition } = first.about;
  const what = ruleSaid(ruleName, texts.alerts[condition.kind]);
  return `${what}: ${namesInLine(names, (count) => `+${count}`)}`;
}

/** Where alerts are looked at: those of one proxy on its page, all others in the list. */
export function placeOf(alerts: readonly Alert[]): WindowAddress {
  const ids = new Set(alerts.map(({ about }) => (about.kind === 'rule' ? about.profileId : null)));
  const [id = null] = ids;
  return ids.size === 1 && id !== null
    ? { page: 'proxy', id, search: new Map() }
    : pageAddress('alerts');
}
