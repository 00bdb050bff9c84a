import type { TFunction } from 'i18next';
import { type ErrorCode, errorCodes } from '../../../shared/errors.ts';
import type { ProxyEvent } from '../../../shared/model/event.ts';
import { type ErrorText, errorText } from '../../format/error-text.ts';
import { firstThatFits } from '../../format/sentence.ts';
import { shownText } from '../proxy/settings/transformation-text.ts';

/** The facts of an event as a sentence; empty where it carries none that say more than its kind. */
export function eventFacts(t: TFunction, event: ProxyEvent): string {
  const templates: unknown = t(`events:facts.${event.kind}`, {
    returnObjects: true,
    defaultValue: [],
  });
  return Array.isArray(templates)
    ? firstThatFits(templates.map(String), shownDetail(t, event))
    : '';
}

/** The facts in words of the language, what a proxy said of itself in printable characters. */
function shownDetail(t: TFunction, { kind, detail }: ProxyEvent): ProxyEvent['detail'] {
  const shown: Record<string, string | number | boolean | null> = { ...detail };
  const { code, setting, outcome, transport } = detail;
  if (kind === 'login-refused') shown.why = wordsOf(t, 'login-refused', detail).message;
  if (typeof code === 'string') {
    shown.why = code === 'cancelled' ? t('events:byRequest') : wordsOf(t, code, detail).title;
  }
  if (typeof transport === 'string') shown.transport = t(`transports.${transport}`, transport);
  if (typeof outcome === 'string') shown.outcome = t(`changes:outcomes.${outcome}.name`, outcome);
  if (typeof setting === 'string') {
    const nothing = setting === 'bufferSize' ? 'changes:sizeUnknown' : 'changes:noTransformation';
    const value = (fact: ProxyEvent['detail'][string] | undefined): string =>
      fact == null ? t(nothing) : shownText(String(fact));
    shown.setting = t(`changes:settings.${setting}`, setting);
    shown.from = value(detail.from);
    shown.to = value(detail.to);
  }
  return shown;
}

function wordsOf(t: TFunction, code: string, detail: ProxyEvent['detail']): ErrorText {
  return errorText(t, { ...errorOf(code), detail: { ...detail } });
}

/** An event carries an error's code only. */
function errorOf(code: string): { code: ErrorCode; message: string } {
  return { code: errorCodes.find((known) => known === code) ?? 'internal', message: '' };
}
