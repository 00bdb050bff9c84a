import { Group, Text, TextInput } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../../../shared/model/change.ts';
import { bufferSizeRange } from '../../../../../shared/spcp/request.ts';
import { useApi } from '../../../../api/context.ts';
import { Panel } from '../../../../components/panel.tsx';
import { useNow } from '../../../../components/use-now.ts';
import { useFormat } from '../../../../format/use-format.ts';
import { ConfirmedButton } from '../confirmed-button.tsx';
import { ChangeOutcome } from '../outcome/change-outcome.tsx';
import { ValueText } from '../value-text.tsx';
import { parseBufferSize } from './buffer-size-text.ts';
import type { EditorProps } from './editor-props.ts';
import classes from './editors.module.css';
import { useChange } from './use-change.ts';

/** The size of the buffers of later connections. What is in force cannot be read, so what was last set from here is shown. */
export function BufferSizeEditor(props: EditorProps & { bufferSize: Settings['bufferSize'] }) {
  const { profile, bufferSize, blocked, log } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const format = useFormat();
  const now = useNow(bufferSize !== null);
  const [text, setText] = useState('');
  const change = useChange(log, 'bufferSize', blocked !== null);
  const blockedId = useId();
  const field = useRef<HTMLInputElement>(null);
  const { id } = profile;
  const parsed = parseBufferSize(text);
  const { progress } = change;
  const disabled = blocked !== null || progress.kind === 'busy';
  const limits = {
    min: format.number(bufferSizeRange.min),
    max: format.number(bufferSizeRange.max),
  };

  return (
    <Panel
      level={3}
      title={t('changes:settings.bufferSize')}
      description={t('changes:bufferSize.what')}
    >
      <dl className={classes.current}>
        <dt>{t('changes:bufferSize.lastSet')}</dt>
        <dd>
          <ValueText
            setting="bufferSize"
            value={bufferSize === null ? null : String(bufferSize.bytes)}
          />
          {bufferSize !== null && (
            <Text span size="xs" c="dimmed" title={format.dateTime(bufferSize.at)}>
              {format.relative(bufferSize.at, Math.max(now, bufferSize.at + 1))}
            </Text>
          )}
        </dd>
      </dl>
      <form onSubmit={(event) => event.preventDefault()}>
        <TextInput
          ref={field}
          label={t('changes:bufferSize.label')}
          placeholder="4096"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (progress.kind === 'done') change.forget();
          }}
          error={
            'fault' in parsed && parsed.fault !== 'empty'
              ? t(`changes:bufferSize.faults.${parsed.fault}`, limits)
              : null
          }
          inputMode="numeric"
          autoComplete="off"
          classNames={{ input: classes.mono }}
        />
        <Text size="xs" c="dimmed" mt={4}>
          {'bytes' in parsed && parsed.bytes >= 1024
            ? format.bytes(parsed.bytes)
            : t('changes:bufferSize.rule', limits)}
        </Text>
        <Group gap="xs" mt="sm">
          <ConfirmedButton
            type="submit"
            size="xs"
            profile={profile}
            aria-describedby={blocked === null ? undefined : blockedId}
            disabled={disabled || 'fault' in parsed}
            onConfirm={(confirmName) => {
              if (!('bytes' in parsed)) return;
              const { bytes } = parsed;
              change.run(
                () => client.call('change.bufferSize', { id, bytes, confirmName }),
                () => setText(''),
              );
            }}
          >
            {t('changes:bufferSize.set')}
          </ConfirmedButton>
          {blocked !== null && (
            <Text size="xs" c="dimmed" id={blockedId}>
              {blocked}
            </Text>
          )}
        </Group>
      </form>
      <ChangeOutcome profile={profile} change={change} disabled={disabled} field={field} />
    </Panel>
  );
}
