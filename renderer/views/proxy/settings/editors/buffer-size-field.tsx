import { Button, Group, TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { type BufferSizeFault, parseBufferSize } from '../../../../../shared/model/buffer-size.ts';
import { bufferSizeRange } from '../../../../../shared/spcp/request.ts';
import { useFormat } from '../../../../format/use-format.ts';
import classes from './editors.module.css';

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
  const format = useFormat();
  const parsed = parseBufferSize(text);
  const limits = {
    min: format.number(bufferSizeRange.min),
    max: format.number(bufferSizeRange.max),
  };
  const isShown = (fault: BufferSizeFault): boolean => fault !== 'empty' || props.wanted === true;
  return (
    <>
      <TextInput
        ref={props.field}
        label={t('changes:bufferSize.label')}
        description={t('changes:bufferSize.units')}
        placeholder="64k"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        error={
          'fault' in parsed && isShown(parsed.fault)
            ? t(`changes:bufferSize.faults.${parsed.fault}`, limits)
            : null
        }
        classNames={{ input: classes.mono ?? '' }}
        rightSectionWidth={130}
        rightSectionPointerEvents="none"
        rightSection={
          'bytes' in parsed ? (
            <span className={classes.readAs} aria-live="polite">
              {t('changes:bytes', { count: parsed.bytes, value: format.number(parsed.bytes) })}
            </span>
          ) : null
        }
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
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
