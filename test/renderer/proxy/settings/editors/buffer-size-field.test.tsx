// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { BufferSizeField } from '../../../../../renderer/components/buffer-size/buffer-size-field.tsx';
import { renderWith } from '../../../hooks.tsx';

function Field({ wanted }: { wanted?: boolean }) {
  const [text, setText] = useState('');
  return (
    <BufferSizeField text={text} setText={setText} {...(wanted === undefined ? {} : { wanted })} />
  );
}

describe('the field of a buffer size', () => {
  it('says what it read of a size with a unit', () => {
    const page = renderWith({}, <Field />);
    fireEvent.change(page.getByLabelText('New buffer size'), { target: { value: '64k' } });
    expect(page.getByText('65,536 bytes')).toBeTruthy();
  });

  it('takes a usual size, and shows which one is taken', () => {
    const page = renderWith({}, <Field />);
    fireEvent.click(page.getByRole('button', { name: '1M' }));
    expect(page.getByText('1,048,576 bytes')).toBeTruthy();
    expect(page.getByRole('button', { name: '1M' }).getAttribute('aria-pressed')).toBe('true');
    expect(page.getByRole('button', { name: '4k' }).getAttribute('aria-pressed')).toBe('false');
  });

  it.each([
    ['9', /at least two digits/],
    ['64kB', /1000 to some/],
    ['17M', /Between 10 and 16,777,216 bytes/],
    ['ten', /A whole number/],
  ])('says at the field why %s cannot be sent', (typed, reason) => {
    const page = renderWith({}, <Field />);
    const field = page.getByLabelText('New buffer size');
    fireEvent.change(field, { target: { value: typed } });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(page.getByText(reason)).toBeTruthy();
  });

  it('says that there is nothing only once it was wanted', () => {
    expect(renderWith({}, <Field />).queryByText('Say what it is to be.')).toBeNull();
    expect(renderWith({}, <Field wanted />).getByText('Say what it is to be.')).toBeTruthy();
  });
});
