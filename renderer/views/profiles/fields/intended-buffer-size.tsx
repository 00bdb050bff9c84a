import type { TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { parseBufferSize } from '../../../../shared/model/buffer-size.ts';
import { BufferSizeInput } from '../../../components/buffer-size/buffer-size-input.tsx';

/** What buffer size is to be in force: bytes, 0 for none, or the text where it names none, which no form takes. */
export function IntendedBufferSize({
  value,
  onChange,
  ...props
}: Omit<TextInputProps, 'value' | 'onChange'> & {
  value: number | string;
  onChange: (value: number | string) => void;
}) {
  const [typed, setTyped] = useState(textOf(value));
  // What was typed as `64k` stays so, until the value comes from elsewhere.
  const text = readSize(typed) === value ? typed : textOf(value);
  return (
    <BufferSizeInput
      {...props}
      text={text}
      setText={(next) => {
        setTyped(next);
        onChange(readSize(next));
      }}
    />
  );
}

function textOf(value: number | string): string {
  return value === 0 ? '' : String(value);
}

function readSize(text: string): number | string {
  const parsed = parseBufferSize(text);
  if ('bytes' in parsed) return parsed.bytes;
  return parsed.fault === 'empty' ? 0 : text;
}
