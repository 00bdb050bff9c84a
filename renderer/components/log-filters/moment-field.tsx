import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { localText, momentOf } from '../../format/local-time.ts';

/** A date and time, one end of a span; the address has it once it is whole. */
export function MomentField(props: {
  label: string;
  value: number | undefined;
  onChange: (at: number | undefined) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const text = props.value === undefined ? '' : localText(props.value);
  useEffect(() => {
    // The same field: another one would not have the focus.
    if (field.current !== null) field.current.value = text;
  }, [text]);
  const give = (typed: string): void => {
    const at = momentOf(typed) ?? undefined;
    if (at !== props.value) props.onChange(at);
  };
  return (
    <TextInput
      ref={field}
      size="xs"
      type="datetime-local"
      label={props.label}
      defaultValue={text}
      onBlur={(event) => give(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') give(event.currentTarget.value);
      }}
    />
  );
}
