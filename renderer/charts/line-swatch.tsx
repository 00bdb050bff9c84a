import { hueNames, lookOf } from './line-look.ts';

/** A short piece of a line, as the chart draws it: hue and dash. */
export function LineSwatch({ line }: { line: number }) {
  const { hue, dash } = lookOf(line);
  return (
    <svg width={28} height={10} viewBox="0 0 28 10" aria-hidden="true" focusable="false">
      <line
        x1={1}
        x2={27}
        y1={5}
        y2={5}
        stroke={`var(${hueNames[hue]})`}
        strokeWidth={2}
        strokeDasharray={dash.join(' ')}
      />
    </svg>
  );
}
