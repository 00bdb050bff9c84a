import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorDetail, ErrorValue } from '../../shared/errors.ts';
import { firstThatFits } from './sentence.ts';

/** What an error says to the user: a few words, what happened, what to do. */
export interface ErrorText {
  readonly title: string;
  readonly message: string;
  readonly remedy: string;
}

/** The text of an error by its code; its facts fill the sentence. An error of a variant (`console`, `changed`, `step`, `setting`, `rule` or `reason` of its detail) has its own text where there is one. */
export function errorText(t: TFunction, error: ErrorValue): ErrorText {
  const detail = shownDetail(t, error.detail ?? {});
  const variant = variantOf(error);
  const text = (part: string): string[] => {
    const keys = [`errors:${error.code}.${variant}.${part}`, `errors:${error.code}.${part}`];
    for (const key of keys) {
      const found: unknown = t(key, { returnObjects: true, defaultValue: '' });
      if (typeof found === 'string' && found !== '') return [found];
      if (Array.isArray(found)) return found.map(String);
    }
    return [];
  };
  return {
    title: firstThatFits(text('title'), detail),
    message: firstThatFits(text('message'), detail),
    remedy: firstThatFits(text('remedy'), detail),
  };
}

function variantOf({ detail }: ErrorValue): string {
  if (detail?.console === true) return 'console';
  if (detail?.changed === true) return 'changed';
  for (const fact of [detail?.step, detail?.setting, detail?.rule, detail?.reason]) {
    if (typeof fact === 'string' && /^[A-Za-z-]+$/.test(fact)) return fact;
  }
  return 'none';
}

/** Facts that are words of the protocol or of this app, in the user's language. */
function shownDetail(t: TFunction, detail: ErrorDetail): ErrorDetail {
  const shown: Record<string, string | number | boolean | null> = { ...detail };
  const { command, status, timeoutMs, state, field } = detail;
  if (typeof command === 'string') shown.command = t(`errors:commands.${command}`, command);
  if (typeof field === 'string') shown.field = t(`errors:fields.${lastPart(field)}`, field);
  if (typeof status === 'string') shown.status = t(`errors:statuses.${status}`, status);
  if (typeof state === 'string') shown.state = t(`states:${state}.name`, state);
  if (typeof timeoutMs === 'number') shown.seconds = timeoutMs / 1000;
  return shown;
}

/** `draft.host` is about the host. */
function lastPart(field: string): string {
  return field.slice(field.lastIndexOf('.') + 1);
}

/** `errorText` in the language in use. */
export function useErrorText(): (error: ErrorValue) => ErrorText {
  const { t } = useTranslation();
  return useCallback((error: ErrorValue) => errorText(t, error), [t]);
}
