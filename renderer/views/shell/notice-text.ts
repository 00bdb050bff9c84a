import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../shared/model/app-info.ts';
import { isFull, storageTroubles } from '../../../shared/model/storage-trouble.ts';
import { errorText } from '../../format/error-text.ts';
import type { Format } from '../../format/format.ts';
import { firstThatFits } from '../../format/sentence.ts';
import { useFormat } from '../../format/use-format.ts';

/** What a notice says; its facts fill the sentence, times as the locale writes them. */
export function noticeText(
  t: TFunction,
  format: Format,
  notice: Notice,
): { readonly title: string; readonly text: string } {
  if (notice.code === 'storage-failed') return storageText(t, notice.detail);
  if (notice.code === 'history-in-memory') {
    const text = `${storageText(t, notice.detail).text} ${t('notices.history-in-memory.text')}`;
    return { title: t('notices.history-in-memory.title'), text };
  }
  const found: unknown = t(`notices.${notice.code}.text`, { returnObjects: true });
  const detail = { ...notice.detail };
  const { restoredFrom } = detail;
  if (typeof restoredFrom === 'number') detail.restoredFrom = format.dateTime(restoredFrom);
  for (const name of ['since', 'until']) {
    const value = detail[name];
    if (typeof value === 'number') detail[name] = format.time(value);
  }
  for (const name of ['lost', 'mended', 'sealed', 'removed', 'missed', 'due']) {
    const value = detail[name];
    if (typeof value === 'number') detail[name] = format.number(value);
  }
  return {
    title: t(`notices.${notice.code}.title`),
    text: firstThatFits(Array.isArray(found) ? found.map(String) : [], detail),
  };
}

/** What cannot be read or written is told as the error is that a call would end with. */
function storageText(t: TFunction, detail: Notice['detail']): ReturnType<typeof noticeText> {
  const full = storageTroubles.some((trouble) => trouble === detail.reason && isFull(trouble));
  const code = full ? 'storage-full' : 'storage-failed';
  const { title, message, remedy } = errorText(t, { code, message: '', detail });
  return { title, text: `${message} ${remedy}` };
}

/** `noticeText` in the language in use. */
export function useNoticeText(): (notice: Notice) => ReturnType<typeof noticeText> {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback((notice: Notice) => noticeText(t, format, notice), [t, format]);
}
