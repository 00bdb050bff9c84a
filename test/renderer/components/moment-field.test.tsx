// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { MomentField } from '../../../renderer/components/log-filters/moment-field.tsx';
import { renderWith } from '../hooks.tsx';

function Held() {
  const [at, setAt] = useState<number | undefined>(undefined);
  return (
    <>
      <MomentField label="From" value={at} onChange={setAt} />
      <button type="button" onClick={() => setAt(undefined)}>
        Clear
      </button>
    </>
  );
}

it('keeps the focus where Enter gives the moment on, and shows what is set from elsewhere', () => {
  const { getByLabelText, getByRole } = renderWith({}, <Held />);
  const field = getByLabelText('From') as HTMLInputElement;
  field.focus();
  fireEvent.change(field, { target: { value: '2026-05-01T08:30:00' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(document.activeElement).toBe(getByLabelText('From'));
  expect(field.value).toMatch(/^2026-05-01T08:30/);
  fireEvent.click(getByRole('button'));
  expect((getByLabelText('From') as HTMLInputElement).value).toBe('');
});
