import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

/**
 * A number that is typed, maybe with a fraction. What is no number stays in the field as it was typed and is given on as text, so that the form
 * can say that it is none: of `5m` nobody wants 5 to be taken.
 */
export function NumberField({
  value,
  onChange,
  ...props
}: Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  value: number | string;
  onChange: (value: number | string) => void;
}) {
  const [typed, setTyped] = useState(String(value));
  return (
    <TextInput
      {...props}
      inputMode="decimal"
      autoComplete="off"
      value={typedNumber(typed) === value ? typed : String(value)}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(typedNumber(currentTarget.value));
      }}
    />
  );
}

/** The number of a text, or the text where it is none. */
function typedNumber(text: string): number | string {
  return /^[0-9]{1,15}(?:\.[0-9]{1,9})?$/.test(text) ? Number(text) : text;
}
