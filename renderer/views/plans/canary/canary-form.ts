import {
  type CanaryOptions,
  type CanaryShare,
  type Hold,
  holdRange,
  mostCanaries,
  sharePercent,
} from '../../../../shared/model/canary.ts';

/** What is filled in of a canary. */
export interface CanaryForm {
  readonly share: CanaryShare['kind'];
  /** The id of the one, empty where the console chooses. */
  readonly one: string;
  readonly number: string;
  readonly percent: string;
  readonly hold: Hold['kind'];
  readonly minutes: string;
  readonly polls: string;
  readonly whenFine: CanaryOptions['whenFine'];
}

export const usualForm: CanaryForm = {
  share: 'one',
  one: '',
  number: '2',
  percent: '10',
  hold: 'time',
  minutes: String(holdRange.ms.usual / 60_000),
  polls: String(holdRange.polls.usual),
  whenFine: 'go-on',
};

/** A field of the form whose number is none, or out of its range. */
export type CanaryFault = 'number' | 'percent' | 'minutes' | 'polls';

export const formRanges: Readonly<Record<CanaryFault, { min: number; max: number }>> = {
  number: { min: 1, max: mostCanaries },
  percent: sharePercent,
  minutes: { min: 0.1, max: holdRange.ms.max / 60_000 },
  polls: holdRange.polls,
};

/** The options that a form asks for, or which field is wrong. */
export function readCanaryForm(
  form: CanaryForm,
): { readonly options: CanaryOptions } | { readonly fault: CanaryFault } {
  const share = shareOf(form);
  if (typeof share === 'string') return { fault: share };
  const hold = readHold(form);
  if (typeof hold === 'string') return { fault: hold };
  return { options: { share, hold, whenFine: form.whenFine } };
}

/** How long to hold, or which field is wrong. */
export function readHold(form: Pick<CanaryForm, 'hold' | 'minutes' | 'polls'>): Hold | CanaryFault {
  if (form.hold === 'time') {
    const minutes = numberOf(form.minutes, 'minutes', false);
    return minutes === null ? 'minutes' : { kind: 'time', ms: Math.round(minutes * 60_000) };
  }
  const count = numberOf(form.polls, 'polls', true);
  return count === null ? 'polls' : { kind: 'polls', count };
}

function shareOf(form: CanaryForm): CanaryShare | CanaryFault {
  switch (form.share) {
    case 'one':
      return { kind: 'one', id: form.one === '' ? null : form.one };
    case 'number': {
      const count = numberOf(form.number, 'number', true);
      return count === null ? 'number' : { kind: 'number', count };
    }
    case 'percent': {
      const percent = numberOf(form.percent, 'percent', false);
      return percent === null ? 'percent' : { kind: 'percent', percent };
    }
  }
}

/** Both marks of decimals are understood. */
function numberOf(text: string, field: CanaryFault, whole: boolean): number | null {
  const typed = text.trim().replace(',', '.');
  const number = typed === '' ? Number.NaN : Number(typed);
  const { min, max } = formRanges[field];
  if (!(number >= min && number <= max) || (whole && !Number.isInteger(number))) return null;
  return number;
}
