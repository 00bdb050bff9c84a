import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameName } from '../../shared/model/name.ts';

/** The form of what goes on only once a name was typed; `onConfirm` gets what was typed. */
export function TypedName(props: {
  /** What is to be typed; null where nothing is. */
  wanted: string | null;
  /** What stands in the field when it is drawn first. */
  typed?: string;
  label: string;
  /** Under the label. */
  description?: string;
  /** The buttons; the former goes on. */
  submit: string;
  cancel?: string;
  /** Whether what else is wanted is done. */
  ready?: boolean;
  size?: 'xs' | 'sm';
  className?: string | undefined;
  /** Where nothing around it brings the focus to the field. */
  autoFocus?: boolean;
  onConfirm: (typed: string) => void;
  onCancel: () => void;
  /** Above the field. */
  children?: ReactNode;
}) {
  const { wanted, size = 'xs' } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState(props.typed ?? '');
  const ready = props.ready !== false && (wanted === null || isSameName(typed, wanted));
  return (
    <form
      className={props.className}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) props.onConfirm(typed);
      }}
    >
      {props.children}
      {wanted !== null && (
        <TextInput
          mt={6}
          label={props.label}
          description={props.description}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          autoFocus={props.autoFocus === true}
          data-autofocus
        />
      )}
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button size={size} variant="default" onClick={props.onCancel}>
          {props.cancel ?? t('cancel')}
        </Button>
        <Button size={size} type="submit" color="red" disabled={!ready}>
          {props.submit}
        </Button>
      </Group>
    </form>
  );
}
