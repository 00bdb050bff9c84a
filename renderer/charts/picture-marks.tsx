import { useSyncExternalStore } from 'react';
import type { HistoryMark } from '../../shared/model/history.ts';
import type { Readable } from '../api/store.ts';
import { MarkButtons } from './mark-buttons.tsx';
import type { ChartPicture } from './time-chart-series.ts';

/** The marks of a picture that changes: rendered again with each picture that has some, and not for one that has none. */
export function PictureMarks(props: {
  picture: Readable<ChartPicture | null>;
  /** Where the plot lies in what holds it, pixels. */
  area: { readonly left: number; readonly width: number };
  label: string;
  sayMark: (mark: HistoryMark) => string;
  sayMore: (count: number) => string;
  linkOf: (mark: HistoryMark) => string | null;
}) {
  const { picture, area, ...words } = props;
  const marked = (): ChartPicture | null => {
    const shown = picture.get();
    return shown !== null && shown.marks.length > 0 ? shown : null;
  };
  const shown = useSyncExternalStore(picture.subscribe, marked);
  if (shown === null) return null;
  return <MarkButtons {...words} marks={shown.marks} span={shown} {...area} />;
}
