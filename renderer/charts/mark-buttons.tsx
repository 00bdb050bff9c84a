import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import { MarkButton, type MarkWords } from './mark-button.tsx';
import { groupMarks } from './mark-groups.ts';
import type { TimeSpan } from './sparkline-series.ts';
import type { ChartMark } from './time-chart-series.ts';

/** Pixels within which one button stands for all marks. */
const buttonWidth = 14;

/**
 * What happened, where the signs of it stand on a plot: each says under the pointer and with the focus what it was, and leads to what came
 * of it. One stop of the Tab key; arrows go from one to the next. `left` and `width` are pixels of the plot within what holds it.
 */
export function MarkButtons<Mark extends ChartMark>(
  props: MarkWords<Mark> & {
    marks: readonly Mark[];
    span: TimeSpan;
    left: number;
    width: number;
    label: string;
  },
) {
  const { marks, span, left, width, label, ...words } = props;
  /** The time of the first mark of the one that is the stop. */
  const [current, setCurrent] = useState<number | null>(null);
  if (width <= 0) return null;
  const groups = groupMarks(marks, span, buttonWidth / width);
  if (groups.length === 0) return null;
  const known = groups.findIndex(({ marks: [first] }) => first?.at === current);
  const stop = Math.max(0, known);
  /** Which of the buttons an event is of; -1 for what their menus tell. */
  const placeOf = ({ currentTarget, target }: FocusEvent | KeyboardEvent): number =>
    buttonsIn(currentTarget).indexOf(target as HTMLElement);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const now = placeOf(event);
    if (now < 0) return;
    const next = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: groups.length - 1 }[
      event.key
    ];
    if (next === undefined || next < 0 || next >= groups.length) return;
    event.preventDefault();
    buttonsIn(event.currentTarget)[next]?.focus();
  };
  return (
    <div
      role="toolbar"
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const first = groups[placeOf(event)]?.marks[0];
        if (first !== undefined) setCurrent(first.at);
      }}
    >
      {groups.map(({ place, marks: own }, index) => (
        <MarkButton
          // No two groups begin with the same time, and a picture that goes on with the clock leaves each its focus and its menu.
          key={own[0]?.at}
          {...words}
          marks={own}
          style={{ left: left + place * width - buttonWidth / 2, width: buttonWidth }}
          tabIndex={index === stop ? 0 : -1}
        />
      ))}
    </div>
  );
}

function buttonsIn(toolbar: Element): readonly HTMLElement[] {
  return [...toolbar.querySelectorAll<HTMLElement>(':scope > a, :scope > button')];
}
