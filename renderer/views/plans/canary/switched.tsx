import { Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';

/** A choice of a few words side by side, under the label that names it. */
export function Switched<Value extends string>(props: {
  label: string;
  value: Value;
  data: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <div>
      <Input.Label id={id} labelElement="div">
        {props.label}
      </Input.Label>
      <SegmentedControl
        aria-labelledby={id}
        fullWidth
        value={props.value}
        onChange={(value) => props.onChange(value as Value)}
        data={[...props.data]}
      />
    </div>
  );
}
