import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A field for what others are not to read. Its fault is told to screen readers, and its button can be reached by the keyboard. */
export function SecretInput({ toggle, ...props }: PasswordInputProps & { toggle: string }) {
  return (
    <PasswordInput
      {...props}
      aria-invalid={Boolean(props.error) || undefined}
      visibilityToggleButtonProps={{ 'aria-label': toggle, tabIndex: 0 }}
    />
  );
}
