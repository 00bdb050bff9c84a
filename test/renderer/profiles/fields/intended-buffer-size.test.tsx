// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { TypedSetting } from '../../../../renderer/views/profiles/folders/typed-setting.tsx';
import { renderWith } from '../../hooks.tsx';

/** Where folders and edits of many take it. */
function Typed() {
  const [value, setValue] = useState<string | number | boolean>(0);
  return (
    <>
      <TypedSetting
        setting="intendedBufferSize"
        value={value}
        label="Size"
        error={null}
        onChange={setValue}
      />
      <output>{JSON.stringify(value)}</output>
      <button type="button" onClick={() => setValue(4096)}>
        elsewhere
      </button>
    </>
  );
}

it.each([
  ['64k', 65_536],
  ['1 MiB', 1_048_576],
  ['4096', 4096],
  ['', 0],
])('takes %s as the editor of the proxy does, and leaves it as it was typed', (typed, value) => {
  const page = renderWith({}, <Typed />);
  const field = page.getByLabelText('Size') as HTMLInputElement;
  fireEvent.change(field, { target: { value: '8k' } });
  fireEvent.change(field, { target: { value: typed } });
  expect(page.getByRole('status').textContent).toBe(JSON.stringify(value));
  expect(field.value).toBe(typed);
});

it('refuses what it cannot read with its reason, and drops no letter of it', () => {
  const page = renderWith({}, <Typed />);
  const field = page.getByLabelText('Size') as HTMLInputElement;
  fireEvent.change(field, { target: { value: '64kB' } });
  expect(field.value).toBe('64kB');
  expect(page.getByText(/1000 to some/)).toBeTruthy();
  expect(page.getByRole('status').textContent).toBe('"64kB"');
});

it('shows a value that comes from elsewhere', () => {
  const page = renderWith({}, <Typed />);
  const field = page.getByLabelText('Size') as HTMLInputElement;
  fireEvent.change(field, { target: { value: '64k' } });
  fireEvent.click(page.getByText('elsewhere'));
  expect(field.value).toBe('4096');
});
