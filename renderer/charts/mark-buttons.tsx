import { Tooltip } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import classes from './mark-buttons.module.css';
import { groupMarks } from './mark-groups.ts';
import type { TimeSpan } from './sparkline-series.ts';
import type { ChartMark } from './time-chart-series.ts';

/** Pixels within which one button stands for all marks. */
const buttonWidth = 14;
/** So many of a group are said; the others are counted. */
const mostSaid = 8;

/**
 * What happened, where the signs of it stand on a plot: each says under the pointer and with the focus what it was. One stop of the Tab key;
 * arrows go from one to the next. `left` and `width` are pixels of the plot within what holds it.
 */
export function MarkButtons<Mark extends ChartMark>(props: {
  marks: readonly Mark[];
  span: TimeSpan;
  left: number;
  width: number;
  label: string;
  sayMark: (mark: Mark) => string;
  /** Says that there are so many more. */
  sayMore: (count: number) => string;
}) {
  const { marks, span, left, width, sayMark } = props;
  const [current, setCurrent] = useState(0);
  if (width <= 0) return null;
  const groups = groupMarks(marks, span, buttonWidth / width);
  if (groups.length === 0) return null;
  const stop = Math.min(current, groups.length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = { ArrowLeft: stop - 1, ArrowRight: stop + 1, Home: 0, End: groups.length - 1 }[
      event.key
    ];
    if (next === undefined || next < 0 || next >= groups.length) return;
    event.preventDefault();
    setCurrent(next);
    const button = event.currentTarget.children[next];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div role="toolbar" aria-label={props.label} onKeyDown={onKeyDown}>
      {groups.map(({ place, marks: own }, index) => {
        const said = own.slice(0, mostSaid).map(sayMark);
        if (own.length > mostSaid) said.push(props.sayMore(own.length - mostSaid));
        return (
          <Tooltip
            // biome-ignore lint/suspicious/noArrayIndexKey: which button it is, is its place
            key={index}
            label={said.map((text) => <div key={text}>{text}</div>)}
            events={{ hover: true, focus: true, touch: true }}
          >
            <button
              type="button"
              className={classes.mark}
              style={{ left: left + place * width - buttonWidth / 2, width: buttonWidth }}
              tabIndex={index === stop ? 0 : -1}
              aria-label={said.join('; ')}
              onFocus={() => setCurrent(index)}
            />
          </Tooltip>
        );
      })}
    </div>
  );
}
