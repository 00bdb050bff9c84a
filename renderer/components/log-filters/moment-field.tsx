import { TextInput } from '@mantine/core';
import { localText, momentOf } from '../../format/local-time.ts';

/** A date and time, one end of a span; the address has it once it is whole. */
export function MomentField(props: {
  label: string;
  value: number | undefined;
  onChange: (at: number | undefined) => void;
}) {
  const give = (text: string): void => {
    const at = momentOf(text) ?? undefined;
    if (at !== props.value) props.onChange(at);
  };
  return (
    <TextInput
      key={props.value}
      size="xs"
      type="datetime-local"
      label={props.label}
      defaultValue={props.value === undefined ? '' : localText(props.value)}
      onBlur={(event) => give(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') give(event.currentTarget.value);
      }}
    />
  );
}
