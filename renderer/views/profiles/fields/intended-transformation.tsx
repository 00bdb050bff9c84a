import { Input, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { intendedCommand, keptCommand } from '../../../../shared/model/intended.ts';

const kinds = ['nothing', 'off', 'command'] as const;

/** What transformation is to be in force: whatever is, none, or a command; as `intended.ts` writes it. */
export function IntendedTransformation(props: {
  value: string;
  label: string;
  /** The label is seen beside it. */
  labelled?: boolean;
  description?: string;
  error: ReactNode;
  disabled?: boolean;
  onChange: (value: string) => void;
}) {
  const { value, label, labelled, description, error, disabled, onChange } = props;
  const { t } = useTranslation();
  const command = intendedCommand(value);
  const kind = command === undefined ? 'nothing' : command === null ? 'off' : 'command';
  const choose = (next: string): void => {
    if (next === 'command') onChange(keptCommand(''));
    else onChange(keptCommand(next === 'off' ? null : undefined));
  };
  return (
    <Stack gap={6}>
      <NativeSelect
        {...(labelled ? { 'aria-label': label } : { label })}
        description={description}
        disabled={disabled}
        value={kind}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={kinds.map((each) => ({
          value: each,
          label: t(`profiles:fields.intendedTransformation.${each}`),
        }))}
      />
      {typeof command === 'string' ? (
        <TextInput
          aria-label={t('profiles:fields.intendedTransformation.commandOf')}
          value={command}
          error={error}
          disabled={disabled}
          onChange={({ currentTarget }) => onChange(keptCommand(currentTarget.value))}
          maxLength={255}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      ) : (
        error !== null && error !== undefined && <Input.Error>{error}</Input.Error>
      )}
    </Stack>
  );
}
