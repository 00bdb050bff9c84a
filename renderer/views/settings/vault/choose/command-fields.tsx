import { Button, Code, Group, Text, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { commandFields } from '../../../../../shared/model/vault.ts';
import { NumberField } from '../../../../components/number-field.tsx';
import classes from './choose.module.css';
import { commandOf, type TypedCommand } from './command-form.ts';
import { shellSigns, splitCommand } from './command-text.ts';
import { Recipes } from './recipes.tsx';
import { TryCommand } from './try-command.tsx';

/** The program that is asked for passwords: what it is given, how it is divided, its limits, and a try. */
export function CommandFields(props: {
  value: TypedCommand;
  onChange: (value: TypedCommand) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const read = commandOf(value);
  const faults = 'faults' in read ? read.faults : {};
  const split = splitCommand(value.text, commandFields);
  const parts = 'fault' in split ? [] : split.arguments;
  const signs = shellSigns(parts);
  /** At the caret, where the focus goes back to. */
  const insert = (name: string): void => {
    const at = field.current?.selectionStart ?? value.text.length;
    const end = field.current?.selectionEnd ?? at;
    onChange({ ...value, text: `${value.text.slice(0, at)}{${name}}${value.text.slice(end)}` });
    field.current?.focus();
  };
  const wrong = value.text.trim() === '' ? undefined : faults.text;
  return (
    <>
      <div>
        <Textarea
          ref={field}
          label={t('vault:command.label')}
          description={t('vault:command.description')}
          classNames={{ root: classes.mono }}
          value={value.text}
          onChange={({ currentTarget }) => onChange({ ...value, text: currentTarget.value })}
          error={
            wrong !== undefined && t(`vault:command.faults.${wrong.fault}`, { field: wrong.at })
          }
          autosize
          minRows={2}
          maxRows={8}
          maxLength={20_000}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          data-autofocus
        />
        <Group gap={6} mt={4}>
          {commandFields.map((name) => (
            <Button
              key={name}
              size="compact-xs"
              variant="default"
              aria-label={t('vault:command.insert', { field: `{${name}}` })}
              onClick={() => insert(name)}
            >
              {`{${name}}`}
            </Button>
          ))}
        </Group>
        {parts.length > 0 && (
          <>
            <Text size="xs" c="dimmed" mt={6}>
              {t('vault:command.split', { count: parts.length })}
            </Text>
            <ol className={classes.split} data-testid="split-command">
              {parts.map((part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two arguments may be the same, and each is its place
                <li key={index}>
                  <Code>{part}</Code>
                </li>
              ))}
            </ol>
          </>
        )}
        {parts.length > 0 && !parts.some((part) => part.includes('{host}')) && (
          <Text size="xs" mt={6} c="var(--spcp-waiting)">
            {t('vault:command.noHost')}
          </Text>
        )}
        <Text size="xs" mt={signs.length > 0 ? 6 : 0} c="var(--spcp-waiting)" role="status">
          {signs.length > 0 && t('vault:command.noShell', { signs: signs.join(' ') })}
        </Text>
      </div>
      <div className={classes.numbers}>
        <NumberField
          label={t('vault:command.timeout')}
          description={t('vault:command.timeoutText')}
          value={value.timeoutSeconds}
          onChange={(timeoutSeconds) => onChange({ ...value, timeoutSeconds })}
          error={faults.timeoutSeconds && t('vault:command.faults.seconds')}
        />
        <NumberField
          label={t('vault:command.cache')}
          description={t('vault:command.cacheText')}
          value={value.cacheMinutes}
          onChange={(cacheMinutes) => onChange({ ...value, cacheMinutes })}
          error={faults.cacheMinutes && t('vault:command.faults.minutes')}
        />
      </div>
      <TryCommand command={'faults' in read ? null : read} />
      <Recipes onUse={(text) => onChange({ ...value, text })} />
    </>
  );
}
