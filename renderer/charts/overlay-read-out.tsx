import { memo } from 'react';
import { type Readable, useStore } from '../api/store.ts';
import { LineSwatch } from './line-swatch.tsx';
import classes from './overlay.module.css';
import type { OverlayMark, ReadOutRow } from './overlay-series.ts';

/** What lies under the cursor. */
export interface ReadOut {
  /** Where the cursor is, pixels from the left of a chart that is so wide. */
  readonly left: number;
  readonly width: number;
  /** The time, as text. */
  readonly time: string;
  readonly rows: readonly ReadOutRow[];
  readonly marks: readonly OverlayMark[];
  readonly near: number | null;
}

const gap = 16;

/** All lines at the cursor, the greatest first, beside it on the side that has room. For eyes: the table beneath says the same. */
export function OverlayReadOut(props: {
  readOut: Readable<ReadOut | null>;
  formatValue: (value: number | null) => string;
  sayMark: (mark: OverlayMark) => string;
}) {
  const shown = useStore(props.readOut);
  if (shown === null) return null;
  const { left, width, time, rows, marks, near } = shown;
  const side = left < width / 2 ? { left: left + gap } : { right: width - left + gap };
  return (
    <div className={classes.readout} style={side} aria-hidden data-testid="read-out">
      <div className={classes.head}>{time}</div>
      {rows.map(({ line, look, pale, name, value }) => (
        <Row
          key={line}
          look={look}
          pale={pale}
          name={name}
          value={props.formatValue(value)}
          near={line === near}
        />
      ))}
      {marks.map((mark) => (
        <div key={`${mark.kind} ${mark.at} ${mark.name}`} className={classes.head}>
          {props.sayMark(mark)}
        </div>
      ))}
    </div>
  );
}

/** Most of a row is the same wherever the cursor is. */
const Row = memo(function Row(props: {
  look: number;
  pale: boolean;
  name: string;
  value: string;
  near: boolean;
}) {
  return (
    <div className={classes.row} data-near={props.near}>
      <Swatch line={props.look} pale={props.pale} />
      <span className={classes.name}>{props.name}</span>
      <span className={classes.value}>{props.value}</span>
    </div>
  );
});

const Swatch = memo(LineSwatch);
