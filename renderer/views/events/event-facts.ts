import type { TFunction } from 'i18next';
import { type ErrorCode, errorCodes } from '../../../shared/errors.ts';
import type { ProxyEvent } from '../../../shared/model/event.ts';
import { changesIn } from '../../../shared/model/profile-changes.ts';
import { type ErrorText, errorText } from '../../format/error-text.ts';
import type { Format } from '../../format/format.ts';
import { firstThatFits } from '../../format/sentence.ts';
import { fieldValueText } from '../profiles/field-value.ts';
import { shownText } from '../proxy/settings/transformation-text.ts';

/** The facts of an event as a sentence; empty where it carries none that say more than its kind. */
export function eventFacts(t: TFunction, format: Format, event: ProxyEvent): string {
  const templates: unknown = t(`events:facts.${event.kind}`, {
    returnObjects: true,
    defaultValue: [],
  });
  return Array.isArray(templates)
    ? firstThatFits(templates.map(String), shownDetail(t, format, event))
    : '';
}

/** The facts in words of the language, what a proxy said of itself in printable characters. */
function shownDetail(
  t: TFunction,
  format: Format,
  { kind, detail }: ProxyEvent,
): ProxyEvent['detail'] {
  const shown: Record<string, string | number | boolean | null> = { ...detail };
  const { code, setting, outcome, transport } = detail;
  if (kind === 'profile-edited') shown.edits = editsIn(t, detail);
  if (kind === 'login-refused') shown.why = wordsOf(t, 'login-refused', detail).message;
  if (typeof code === 'string') {
    shown.why = code === 'cancelled' ? t('events:byRequest') : wordsOf(t, code, detail).title;
  }
  if (typeof transport === 'string') shown.transport = t(`transports.${transport}`, transport);
  if (typeof outcome === 'string') shown.outcome = t(`changes:outcomes.${outcome}.name`, outcome);
  if (typeof setting === 'string') {
    const value = setting === 'bufferSize' ? sizeIn(t, format) : transformationIn(t);
    shown.setting = t(`changes:settings.${setting}`, setting);
    shown.from = value(detail.from ?? null);
    shown.to = value(detail.to ?? null);
  }
  return shown;
}

/** What was made of what, field by field; null where the event does not say. */
function editsIn(t: TFunction, detail: ProxyEvent['detail']): string | null {
  const edits = changesIn(detail).map(({ field, from, to }) =>
    t('events:edit', {
      field: t(`profiles:fields.${field}.label`),
      from: fieldValueText(t, field, from),
      to: fieldValueText(t, field, to),
    }),
  );
  if (detail.password === true) edits.push(t('events:password'));
  return edits.length === 0 ? null : edits.join('; ');
}

type Fact = ProxyEvent['detail'][string];

function sizeIn(t: TFunction, format: Format): (fact: Fact) => string {
  return (fact) => {
    if (fact === null) return t('changes:sizeUnknown');
    const bytes = Number(fact);
    return t('changes:bytes', { count: bytes, value: format.number(bytes) });
  };
}

function transformationIn(t: TFunction): (fact: Fact) => string {
  return (fact) => (fact === null ? t('changes:noTransformation') : shownText(String(fact)));
}

function wordsOf(t: TFunction, code: string, detail: ProxyEvent['detail']): ErrorText {
  return errorText(t, { ...errorOf(code), detail: { ...detail } });
}

/** An event carries an error's code only. */
function errorOf(code: string): { code: ErrorCode; message: string } {
  return { code: errorCodes.find((known) => known === code) ?? 'internal', message: '' };
}
