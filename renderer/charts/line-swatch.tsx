import { hueNames, lookOf, paleLook } from './line-look.ts';

/** A short piece of a line, as the chart draws it: hue and dash, or what stands for another time. */
export function LineSwatch({ line, pale }: { line: number; pale?: boolean }) {
  const { hue, dash } = lookOf(line);
  const color = `var(${hueNames[hue]})`;
  return (
    <svg width={28} height={10} viewBox="0 0 28 10" aria-hidden="true" focusable="false">
      <line
        x1={1}
        x2={27}
        y1={5}
        y2={5}
        stroke={color}
        strokeWidth={pale ? 1.5 : 2}
        strokeDasharray={(pale ? paleLook(color).dash : dash).join(' ')}
      />
    </svg>
  );
}
