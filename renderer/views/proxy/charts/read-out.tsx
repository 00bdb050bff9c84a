import {
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../../../charts/time-chart.module.css';
import type { ChartPicture } from '../../../charts/time-chart-series.ts';
import type { NewestReading } from './newest-reading.ts';
import type { ChartWords } from './use-chart-words.ts';

export interface ReadOutHandle {
  /** Shows one point of the picture: the one under the cursor, or else the newest. `aloud` where the keys move the cursor. */
  show(picture: ChartPicture, index: number, underCursor: boolean, aloud: boolean): void;
}

/** One point of a chart in numbers, or its newest reading. Follows the cursor and the clock, outside of React. */
export function ReadOut(props: {
  handle: Ref<ReadOutHandle>;
  /** What it says while nothing is pointed at; null where the chart does not follow the clock. */
  newest: NewestReading | null;
  words: ChartWords;
  formatValue: (value: number) => string;
  /** Where nothing points at anything. */
  hidden: boolean;
}) {
  const { words, formatValue, newest } = props;
  const { t } = useTranslation();
  const time = useRef<HTMLElement>(null);
  const value = useRef<HTMLElement>(null);
  const band = useRef<HTMLElement>(null);
  const spoken = useRef<HTMLElement>(null);
  const shown = useRef<Parameters<ReadOutHandle['show']> | null>(null);
  const show = useCallback<ReadOutHandle['show']>(
    (picture, index, underCursor, aloud) => {
      shown.current = [picture, index, underCursor, aloud];
      const reading = underCursor ? null : (newest?.get() ?? null);
      const { at, mean, low, high } =
        reading === null
          ? pointOf(picture, index)
          : { at: reading.at, mean: reading.value, low: null, high: null };
      const dated = at !== undefined && (underCursor || isOld(picture, at));
      const when = dated ? words.point(at, picture) : '';
      const what = mean === null ? t('noData') : formatValue(mean);
      write(time, when);
      write(value, what);
      write(spoken, underCursor && aloud ? `${when}: ${what}` : '');
      write(
        band,
        low === null || high === null || low === high
          ? ''
          : t('proxy:charts.band', { min: formatValue(low), max: formatValue(high) }),
      );
    },
    [t, words, formatValue, newest],
  );
  useImperativeHandle(props.handle, () => ({ show }), [show]);
  useEffect(() => {
    const again = (): void => {
      if (shown.current?.[2] === false) show(...shown.current);
    };
    again();
    return newest?.subscribe(again);
  }, [show, newest]);
  return (
    <>
      <span className={classes.readout} aria-hidden hidden={props.hidden}>
        <span ref={time} />
        <strong ref={value} />
        <span ref={band} />
      </span>
      <span className="visually-hidden" aria-live="polite" ref={spoken} />
    </>
  );
}

function pointOf(picture: ChartPicture, index: number) {
  return {
    at: picture.at[index],
    mean: picture.mean[index] ?? null,
    low: picture.min?.[index] ?? null,
    high: picture.max?.[index] ?? null,
  };
}

/** The share of a span after which its newest value is shown with its time, so that it is not taken for one of now. */
const oldAfter = 1 / 20;

function isOld({ from, to }: ChartPicture, at: number): boolean {
  return to - at > (to - from) * oldAfter;
}

function write(target: RefObject<HTMLElement | null>, text: string): void {
  if (target.current !== null) target.current.textContent = text;
}
