import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type BufferSizeFault, parseBufferSize } from '../../../shared/model/buffer-size.ts';
import { bufferSizeRange } from '../../../shared/spcp/request.ts';
import { useFormat } from '../../format/use-format.ts';
import classes from './buffer-size-input.module.css';

/** The input of a buffer size, with units or without: it says what was read of the text, or why it is refused. Each key of the text stays as it was typed. */
export function BufferSizeInput({
  text,
  setText,
  wanted,
  error,
  ...props
}: Omit<TextInputProps, 'value' | 'onChange'> & {
  text: string;
  setText: (text: string) => void;
  /** Also that there is nothing is said then. */
  wanted?: boolean | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const parsed = parseBufferSize(text);
  const limits = {
    min: format.number(bufferSizeRange.min),
    max: format.number(bufferSizeRange.max),
  };
  const isShown = (fault: BufferSizeFault): boolean => fault !== 'empty' || wanted === true;
  return (
    <TextInput
      placeholder="64k"
      {...props}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      error={
        'fault' in parsed && isShown(parsed.fault)
          ? t(`changes:bufferSize.faults.${parsed.fault}`, limits)
          : error
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
  );
}
