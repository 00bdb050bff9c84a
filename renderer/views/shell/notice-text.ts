import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../shared/model/app-info.ts';
import type { Format } from '../../format/format.ts';
import { firstThatFits } from '../../format/sentence.ts';
import { useFormat } from '../../format/use-format.ts';

/** What a notice says; its facts fill the sentence, times as the locale writes them. */
export function noticeText(
  t: TFunction,
  format: Format,
  notice: Notice,
): { readonly title: string; readonly text: string } {
  const found: unknown = t(`notices.${notice.code}.text`, { returnObjects: true });
  const detail = { ...notice.detail };
  const { restoredFrom } = detail;
  if (typeof restoredFrom === 'number') detail.restoredFrom = format.dateTime(restoredFrom);
  for (const name of ['lost', 'mended', 'sealed', 'removed', 'missed', 'due', 'seconds']) {
    const value = detail[name];
    if (typeof value === 'number') detail[name] = format.number(value);
  }
  return {
    title: t(`notices.${notice.code}.title`),
    text: firstThatFits(Array.isArray(found) ? found.map(String) : [], detail),
  };
}

/** `noticeText` in the language in use. */
export function useNoticeText(): (notice: Notice) => ReturnType<typeof noticeText> {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback((notice: Notice) => noticeText(t, format, notice), [t, format]);
}
