import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import { parseBufferSize } from '../../../../../shared/model/buffer-size.ts';
import { useApi } from '../../../../api/context.ts';
import { BufferSizeField } from '../../../../components/buffer-size/buffer-size-field.tsx';
import type { SettingsControl } from '../use-control.ts';
import { KnownSize } from './known-size.tsx';
import { SettingEditor } from './setting-editor.tsx';
import { useChange } from './use-change.ts';

/** The size of the buffers of later connections. What is in force cannot be read, so what was last set from here is shown. */
export function BufferSizeEditor(props: {
  profile: ProfileEntry;
  control: SettingsControl;
  /** What is typed, which the section guards until it is set. */
  text: string;
  setText: (text: string) => void;
}) {
  const { profile, control, text, setText } = props;
  const { audit, blocked, sizes } = control;
  const { t } = useTranslation();
  const { client } = useApi();
  const field = useRef<HTMLInputElement>(null);
  const change = useChange(audit, 'bufferSize', blocked !== null);
  const { id } = profile;
  const parsed = parseBufferSize(text);
  const known = sizes.bufferSizeInDoubt === null ? sizes.bufferSize : null;

  return (
    <SettingEditor
      profile={profile}
      setting="bufferSize"
      change={change}
      blocked={blocked}
      knownLabel={t('changes:bufferSize.lastSet')}
      known={<KnownSize {...sizes} />}
      ready={'bytes' in parsed}
      from={known === null ? null : String(known.bytes)}
      to={'bytes' in parsed ? String(parsed.bytes) : null}
      focusField={() => field.current?.focus()}
      onSet={(confirmName) => {
        if (!('bytes' in parsed)) return;
        const { bytes } = parsed;
        change.run(
          () => client.call('change.bufferSize', { id, bytes, confirmName }),
          () => setText(''),
        );
      }}
    >
      <BufferSizeField
        field={field}
        text={text}
        setText={(next) => {
          setText(next);
          change.outdate();
        }}
      />
    </SettingEditor>
  );
}
