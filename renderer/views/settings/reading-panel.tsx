import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { settingsReadChoices } from '../../../shared/model/preference-words.ts';
import { useApi, usePreferences } from '../../api/context.ts';
import { useLockedBy } from '../../api/managed.ts';
import { Panel } from '../../components/panel.tsx';

/** How often what others may change too is read. */
export function ReadingPanel() {
  const { t } = useTranslation();
  const api = useApi();
  const { settingsReadSeconds } = usePreferences();
  const by = useLockedBy()('settingsReadSeconds');
  return (
    <Panel title={t('settings:reading.title')}>
      <NativeSelect
        maw={520}
        size="sm"
        label={t('settings:reading.label')}
        description={[t('settings:reading.text'), by === null ? '' : t('managed:locked', { by })]
          .filter(Boolean)
          .join(' ')}
        disabled={by !== null}
        value={String(settingsReadSeconds)}
        onChange={({ currentTarget }) => {
          const chosen = settingsReadChoices.find((each) => String(each) === currentTarget.value);
          if (chosen !== undefined) api.setPreferences({ settingsReadSeconds: chosen });
        }}
        data={settingsReadChoices.map((seconds) => ({
          value: String(seconds),
          label: t(`settings:reading.every.${seconds}`),
        }))}
      />
    </Panel>
  );
}
