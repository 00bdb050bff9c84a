import { type Ref, type RefObject, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../../../charts/time-chart.module.css';
import type { ChartPicture } from '../../../charts/time-chart-series.ts';
import type { ChartWords } from './use-chart-words.ts';

export interface ReadOutHandle {
  /** Shows one point of the picture: the one under the cursor, or else the newest. `aloud` where the keys move the cursor. */
  show(picture: ChartPicture, index: number, underCursor: boolean, aloud: boolean): void;
}

/** One point of a chart in numbers. Follows the cursor, outside of React. */
export function ReadOut(props: {
  handle: Ref<ReadOutHandle>;
  words: ChartWords;
  formatValue: (value: number) => string;
  /** Where nothing points at anything. */
  hidden: boolean;
}) {
  const { words, formatValue } = props;
  const { t } = useTranslation();
  const time = useRef<HTMLElement>(null);
  const value = useRef<HTMLElement>(null);
  const band = useRef<HTMLElement>(null);
  const spoken = useRef<HTMLElement>(null);
  useImperativeHandle(
    props.handle,
    () => ({
      show(picture, index, underCursor, aloud) {
        const at = picture.at[index];
        const mean = picture.mean[index] ?? null;
        const low = picture.min?.[index] ?? null;
        const high = picture.max?.[index] ?? null;
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
    }),
    [t, words, formatValue],
  );
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

/** The share of a span after which its newest value is shown with its time, so that it is not taken for one of now. */
const oldAfter = 1 / 20;

function isOld({ from, to }: ChartPicture, at: number): boolean {
  return to - at > (to - from) * oldAfter;
}

function write(target: RefObject<HTMLElement | null>, text: string): void {
  if (target.current !== null) target.current.textContent = text;
}
