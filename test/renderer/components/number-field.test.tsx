// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { NumberField } from '../../../renderer/components/number-field.tsx';
import { renderWith } from '../hooks.tsx';

function Held({ seen }: { seen: (value: number | string) => void }) {
  const [value, setValue] = useState<number | string>(1);
  return (
    <NumberField
      aria-label="Interval"
      value={value}
      onChange={(next) => {
        seen(next);
        setValue(next);
      }}
    />
  );
}

it.each([
  ['5', 5],
  ['0.50', 0.5],
  ['5m', '5m'],
  ['0,5', '0,5'],
  ['1e3', '1e3'],
  ['', ''],
])('of %j gives on %j, and keeps what was typed', (typed, given) => {
  const seen: (number | string)[] = [];
  const { getByRole } = renderWith({}, <Held seen={(value) => seen.push(value)} />);
  const field = getByRole('textbox', { name: 'Interval' });
  fireEvent.change(field, { target: { value: typed } });
  expect(seen).toEqual([given]);
  expect(field).toHaveProperty('value', typed);
});
