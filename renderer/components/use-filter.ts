import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { comparedNumbers } from '../../shared/fleet/unlike.ts';
import type { Classes } from '../../shared/model/environment-class.ts';
import { createFilter, type Filter, type FilterWords } from '../../shared/model/filter/filter.ts';
import { colours, transportChoices } from '../../shared/model/profile-words.ts';
import { useClasses } from '../api/classes.ts';
import { className } from './class-words.ts';

/** What the operators of the filter know, in the language in use. */
export function filterWords(t: TFunction, classes: Classes): FilterWords {
  return {
    state: {
      ready: [t('states:ready.name'), t('board:filter.ready')],
      waiting: [t('states:waiting.name'), t('board:filter.waiting')],
      'needs-attention': [t('states:needs-attention.name'), t('board:filter.needs-attention')],
      off: [t('states:off.name'), t('board:filter.off')],
    },
    environment: Object.fromEntries(
      [...classes.keys()].map((id) => [id, [className(classes, id, t)]]),
    ),
    via: Object.fromEntries(
      transportChoices.map((each) => [each, [each, t(`transports.${each}`)]]),
    ),
    unlike: {
      any: ['any'],
      ...Object.fromEntries(comparedNumbers.map((each) => [each, [t(`metrics.${each}`)]])),
      transformation: [t('arrangement:settings.transformation')],
      bufferSize: [t('arrangement:settings.bufferSize')],
    },
    is: {
      unlike: [t('arrangement:filter.unlike')],
      trouble: [t('arrangement:filter.trouble')],
      favourite: [t('arrangement:filter.favourite')],
    },
    managed: { yes: [t('arrangement:filter.yes')], no: [t('arrangement:filter.no')] },
    colour: Object.fromEntries(colours.map((each) => [each, [t(`profiles:colours.${each}`)]])),
    password: Object.fromEntries(
      (['here', 'none', 'elsewhere'] as const).map((each) => [
        each,
        [t(`profiles:password.${each}`)],
      ]),
    ),
  };
}

/** The filter that somebody typed, read in the language in use; the same while the text is. */
export function useFilter(text: string): Filter {
  const { t } = useTranslation();
  const classes = useClasses();
  return useMemo(() => createFilter(text, filterWords(t, classes)), [text, t, classes]);
}
