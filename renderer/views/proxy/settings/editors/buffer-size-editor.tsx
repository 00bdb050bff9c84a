import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import { bufferSizeRange } from '../../../../../shared/spcp/request.ts';
import { useApi } from '../../../../api/context.ts';
import { useFormat } from '../../../../format/use-format.ts';
import type { SettingsControl } from '../use-control.ts';
import { ValueText } from '../value-text.tsx';
import { Ago } from './ago.tsx';
import { parseBufferSize } from './buffer-size-text.ts';
import { SettingEditor } from './setting-editor.tsx';
import { useChange } from './use-change.ts';

/** The size of the buffers of later connections. What is in force cannot be read, so what was last set from here is shown. */
export function BufferSizeEditor(props: { profile: ProfileEntry; control: SettingsControl }) {
  const { profile, control } = props;
  const { audit, blocked } = control;
  const { bufferSize } = control.known;
  const { t } = useTranslation();
  const { client } = useApi();
  const format = useFormat();
  const [text, setText] = useState('');
  const change = useChange(audit, 'bufferSize', blocked !== null);
  const { id } = profile;
  const parsed = parseBufferSize(text);
  const fault = 'fault' in parsed && parsed.fault !== 'empty' ? parsed.fault : null;
  const limits = {
    min: format.number(bufferSizeRange.min),
    max: format.number(bufferSizeRange.max),
  };

  return (
    <SettingEditor
      profile={profile}
      setting="bufferSize"
      change={change}
      blocked={blocked}
      knownLabel={t('changes:bufferSize.lastSet')}
      known={
        bufferSize === null ? (
          <ValueText setting="bufferSize" value={null} />
        ) : (
          <>
            <ValueText setting="bufferSize" value={String(bufferSize.bytes)} />
            <Ago at={bufferSize.at}>{(ago) => ago}</Ago>
          </>
        )
      }
      placeholder="4096"
      numeric
      text={text}
      setText={setText}
      fault={fault === null ? null : t(`changes:bufferSize.faults.${fault}`, limits)}
      hint={
        <Text size="xs" c="dimmed">
          {'bytes' in parsed && parsed.bytes >= 1024
            ? format.bytes(parsed.bytes)
            : t('changes:bufferSize.rule', limits)}
        </Text>
      }
      ready={'bytes' in parsed}
      onSet={(confirmName) => {
        if (!('bytes' in parsed)) return;
        const { bytes } = parsed;
        change.run(
          () => client.call('change.bufferSize', { id, bytes, confirmName }),
          () => setText(''),
        );
      }}
    />
  );
}
