import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhyNot } from '../../../shared/fleet/insights/insight.ts';
import type { Format } from '../../../shared/texts/format.ts';
import { useFormat } from '../../format/use-format.ts';

/** The facts of a reason, its numbers as the language writes them. */
function saidFacts(why: WhyNot, format: Format): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(why).map(([name, fact]) => [
      name,
      typeof fact === 'number' ? format.number(Math.round(fact)) : fact,
    ]),
  );
}

/** Says why an insight has no value. */
export function useWhyNot(): (why: WhyNot) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    (why) => {
      switch (why.case) {
        case 'gaps':
          return t('insights:why.gaps', { watched: format.percent(why.watched) });
        case 'restart':
          return t('insights:why.restart', { count: why.restarts });
        case 'short-span':
          return t('insights:why.short-span', { duration: format.seconds(why.seconds) });
        case 'unsteady':
          return t('insights:why.unsteady', {
            change: format.number(Math.round(Math.abs(why.change))),
            accesses: format.number(Math.round(why.accesses)),
          });
        default:
          return t(`insights:why.${why.case}`, saidFacts(why, format));
      }
    },
    [t, format],
  );
}
