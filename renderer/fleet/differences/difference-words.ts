import type { TFunction } from 'i18next';
import type { ComparedSetting, Difference } from '../../../shared/fleet/unlike.ts';
import { comparedNumberText } from '../../../shared/texts/compared-number.ts';
import type { Format } from '../../../shared/texts/format.ts';

/** What is said of a difference: in a few words, and in a sentence with its facts. */
export interface DifferenceWords {
  readonly short: string;
  readonly whole: string;
}

export function differenceWords(
  difference: Difference,
  t: TFunction,
  format: Format,
): DifferenceWords {
  if (difference.kind === 'setting') {
    const setting = t(`arrangement:settings.${difference.trait}`);
    const value = settingValue(difference.trait, difference.value, t, format);
    return {
      short: t('arrangement:unlike.setting', { setting, value }),
      whole: t('arrangement:unlike.settingWhole', {
        setting,
        value,
        usual: settingValue(difference.trait, difference.usual, t, format),
        alike: format.number(difference.alike),
        known: format.number(difference.known),
      }),
    };
  }
  const metric = t(`metrics.${difference.trait}`);
  const value = comparedNumberText(difference.trait, difference.value, format);
  const usual = comparedNumberText(difference.trait, difference.usual, format);
  const whole = t('arrangement:unlike.number', { metric, value, usual });
  const ratio = difference.usual === 0 ? null : difference.value / difference.usual;
  // A round trip is read more easily in its own unit than as a ratio.
  if (ratio === null || difference.trait === 'roundTripMs') {
    return { short: t('arrangement:unlike.beside', { metric, value, usual }), whole };
  }
  return {
    short:
      ratio >= 1
        ? t('arrangement:unlike.times', { metric, times: format.number(ratio) })
        : t('arrangement:unlike.share', { metric, share: format.percent(ratio) }),
    whole,
  };
}

function settingValue(
  trait: ComparedSetting,
  value: string | null,
  t: TFunction,
  format: Format,
): string {
  if (value === null) return t('arrangement:unlike.none');
  return trait === 'bufferSize'
    ? format.bytes(Number(value))
    : t('arrangement:unlike.quoted', { text: value });
}
