import { describe, expect, it } from 'vitest';
import { nearestNames } from '../../../../electron/cli/arguments/nearest-names.ts';

const names = ['Madrid', 'Madrid 2', 'Mérida', 'Buenos Aires', 'Tokyo'];

describe('the nearest names', () => {
  it('forgive a mistyped letter and the case', () => {
    expect(nearestNames('madird', names)[0]).toBe('Madrid');
    expect(nearestNames('TOKIO', names)).toEqual(['Tokyo']);
    expect(nearestNames('merida', names)[0]).toBe('Mérida');
  });

  it('find a name by a part of it', () => {
    expect(nearestNames('aires', names)).toEqual(['Buenos Aires']);
  });

  it('are at most three, and none where nothing is near', () => {
    expect(nearestNames('m', ['ma', 'mb', 'mc', 'md'])).toHaveLength(3);
    expect(nearestNames('production-proxy-17', names)).toEqual([]);
  });
});
