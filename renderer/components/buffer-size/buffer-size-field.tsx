import { Button, Group } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { BufferSizeInput } from './buffer-size-input.tsx';

const presets = ['4k', '8k', '16k', '64k', '256k', '1M'];

/** Where a buffer size is typed, with units or without, or taken from usual ones; it says what was read of it, or what is wrong with it. */
export function BufferSizeField(props: {
  text: string;
  setText: (text: string) => void;
  /** Also that there is nothing is said then. */
  wanted?: boolean;
  field?: Ref<HTMLInputElement>;
}) {
  const { text, setText } = props;
  const { t } = useTranslation();
  return (
    <>
      <BufferSizeInput
        {...(props.field === undefined ? {} : { ref: props.field })}
        label={t('changes:bufferSize.label')}
        description={t('changes:bufferSize.units')}
        text={text}
        setText={setText}
        wanted={props.wanted}
      />
      <Group gap={4} mt={6} role="group" aria-label={t('changes:bufferSize.presets')}>
        {presets.map((preset) => (
          <Button
            key={preset}
            size="compact-xs"
            variant="default"
            aria-pressed={text === preset}
            onClick={() => setText(preset)}
          >
            {preset}
          </Button>
        ))}
      </Group>
    </>
  );
}
