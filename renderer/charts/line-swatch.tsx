import { hueNames, lookOf } from './line-look.ts';

/** A short piece of a line, as the chart draws it: hue and dash, or thin and pale for another time. */
export function LineSwatch({ line, pale }: { line: number; pale?: boolean }) {
  const { hue, dash } = lookOf(line);
  return (
    <svg width={28} height={10} viewBox="0 0 28 10" aria-hidden="true" focusable="false">
      <line
        x1={1}
        x2={27}
        y1={5}
        y2={5}
        stroke={`var(${hueNames[hue]})`}
        strokeWidth={pale ? 1.25 : 2}
        strokeOpacity={pale ? 0.6 : 1}
        strokeDasharray={pale ? undefined : dash.join(' ')}
      />
    </svg>
  );
}
