import type { Comparison } from '../../../../shared/model/canary.ts';
import classes from './canary.module.css';

/** Factors from a hundredth to hundredfold, on a logarithmic scale. */
const reach = Math.log(100);
const width = 110;

/** Where a factor lies: between the bounds, which are shaded, or beyond; the line in the middle is what the untouched came to. The numbers stand beside it. */
export function FactorBar({ comparison }: { comparison: Comparison }) {
  const { factor, low, high, usual, finding } = comparison;
  if (low === null || high === null || usual === null) return null;
  return (
    <svg className={classes.bar} width={width} height={12} aria-hidden data-finding={finding}>
      <rect className={classes.whole} x={0} y={4} width={width} height={4} />
      <rect
        className={classes.usual}
        x={placeOf(low)}
        y={3}
        width={Math.max(1, placeOf(high) - placeOf(low))}
        height={6}
      />
      <rect className={classes.middle} x={placeOf(usual.factor)} y={2} width={1} height={8} />
      {factor !== null && <circle className={classes.found} cx={placeOf(factor)} cy={6} r={4} />}
    </svg>
  );
}

function placeOf(factor: number): number {
  const logarithm = Math.max(-reach, Math.min(reach, Math.log(Math.max(factor, 1e-9))));
  return 5 + ((logarithm + reach) / (2 * reach)) * (width - 10);
}
