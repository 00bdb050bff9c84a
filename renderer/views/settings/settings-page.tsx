import { SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/asker.ts';
import { useApi, usePreferences } from '../../api/context.ts';
import { useLockedBy } from '../../api/managed.ts';
import { useFreshInfo } from '../../api/profiles.ts';
import { Allowed } from '../../components/may/allowed.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Panel } from '../../components/panel.tsx';
import { ViewStates } from '../../components/view-states.tsx';
import { languages } from '../../i18n.ts';
import { AppFacts } from './app-facts.tsx';
import { ClassesPanel } from './classes/classes-panel.tsx';
import { DesktopPanel } from './desktop-panel.tsx';
import { HistoryPanel } from './history/history-panel.tsx';
import { HistoryFromPanel } from './history-from/history-from-panel.tsx';
import { ManagedPanel } from './managed-panel.tsx';
import { MetricsPanel } from './metrics/metrics-panel.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import classes from './settings-page.module.css';
import { SupportPanel } from './support/support-panel.tsx';
import { UpdatesPanel } from './support/updates-panel.tsx';
import { VaultPanel } from './vault/vault-panel.tsx';

const colorSchemes = ['auto', 'light', 'dark'] as const;

/** What the user chooses for the app, and what the app is and keeps. */
export default function SettingsPage() {
  const { t } = useTranslation();
  const api = useApi();
  const preferences = usePreferences();
  const info = useFreshInfo();
  const lockedBy = useLockedBy();
  // Who else looks is for administrators to know.
  const administers = useMay('administer');
  const isLocked = (preference: 'colorScheme' | 'language' | 'singleKeys'): string | null => {
    const by = lockedBy(preference);
    return by === null ? null : t('managed:locked', { by });
  };
  return (
    <>
      <PageTitle title={t('pages.settings')} />
      <Stack gap="sm">
        <Panel title={t('settings:appearance')}>
          <Choice
            label={t('colorScheme.label')}
            locked={isLocked('colorScheme')}
            value={preferences.colorScheme}
            onChange={(colorScheme) => api.setPreferences({ colorScheme })}
            options={colorSchemes.map((value) => ({ value, label: t(`colorScheme.${value}`) }))}
          />
          <Choice
            label={t('language.label')}
            locked={isLocked('language')}
            value={preferences.language}
            onChange={(language) => api.setPreferences({ language })}
            options={(['auto', ...languages] as const).map((value) => ({
              value,
              label: t(`language.${value}`),
            }))}
          />
          <Switch
            className={classes.keys}
            checked={preferences.singleKeys}
            onChange={({ currentTarget }) =>
              api.setPreferences({ singleKeys: currentTarget.checked })
            }
            label={t('shortcuts.single')}
            description={[t('shortcuts.singleText'), isLocked('singleKeys')]
              .filter(Boolean)
              .join(' ')}
            disabled={isLocked('singleKeys') !== null}
          />
        </Panel>
        <Allowed needs="administer">
          <DesktopPanel />
          <ReadingPanel />
          <HistoryPanel />
          <MetricsPanel />
          <HistoryFromPanel />
          <ClassesPanel />
          <VaultPanel />
        </Allowed>
        <ManagedPanel />
        <ViewStates loaded={info}>
          {(value) => (
            <>
              {value.shell === 'web' && administers && <SessionsPanel />}
              <Allowed needs="administer">
                {value.shell === 'desktop' && <UpdatesPanel />}
                <SupportPanel />
              </Allowed>
              <AppFacts info={value} />
            </>
          )}
        </ViewStates>
      </Stack>
    </>
  );
}

function Choice<T extends string>(props: {
  label: string;
  /** Why it cannot be chosen; null where it can. */
  locked: string | null;
  value: T;
  onChange: (value: T) => void;
  options: { value: T; label: string }[];
}) {
  const id = useId();
  const why = useId();
  return (
    <div className={classes.choice}>
      <span id={id}>{props.label}</span>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        value={props.value}
        onChange={props.onChange}
        data={props.options}
        disabled={props.locked !== null}
        aria-describedby={props.locked === null ? undefined : why}
      />
      {props.locked !== null && (
        <Text size="xs" c="dimmed" id={why}>
          {props.locked}
        </Text>
      )}
    </div>
  );
}
