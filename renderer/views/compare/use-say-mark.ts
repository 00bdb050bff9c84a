import { useTranslation } from 'react-i18next';
import { factOfMark } from '../../api/live-history.ts';
import type { NamedMark } from '../../charts/overlay-series.ts';
import { useSpeaker } from '../../format/use-speaker.ts';

/** Says of which proxy a mark is, when, and what happened. */
export function useSayMark(sayTime: (at: number) => string): (mark: NamedMark) => string {
  const { t } = useTranslation();
  const speaker = useSpeaker();
  return (mark) => {
    const where = { name: mark.name, time: sayTime(mark.at) };
    const { count = 1 } = mark;
    if (mark.kind === 'restart')
      return count > 1
        ? t('compare:restartsOf', { ...where, count })
        : t('compare:restartOf', where);
    const what = speaker.event(factOfMark(mark));
    return t('compare:changeOf', { ...where, what });
  };
}
