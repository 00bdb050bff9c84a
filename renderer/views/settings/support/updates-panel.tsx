import { Button, Group, Progress, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UpdateState } from '../../../../shared/model/updates.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import { useLockedBy } from '../../../api/managed.ts';
import { useCall } from '../../../api/use-call.ts';
import { Panel } from '../../../components/panel.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { ViewStates } from '../../../components/view-states.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** Updates of the installed app: none are looked for before the user chooses so, and none is fetched before the user says so. */
export function UpdatesPanel() {
  const { t } = useTranslation();
  const updates = useCall('updates.state', {}, { live: true });
  return (
    <Panel title={t('settings:updates.title')}>
      <ViewStates loaded={updates}>
        {(state) =>
          state.kind === 'off' && state.reason !== 'choice' ? (
            <Text size="sm">{t(`settings:updates.off.${state.reason}`)}</Text>
          ) : (
            <Chosen state={state} />
          )
        }
      </ViewStates>
    </Panel>
  );
}

function Chosen({ state }: { state: UpdateState }) {
  const { t } = useTranslation();
  const { client, setPreferences } = useApi();
  const { checkForUpdates } = usePreferences();
  const by = useLockedBy()('checkForUpdates');
  const { busy, run } = useAction();
  const isUnderWay = state.kind === 'checking' || state.kind === 'downloading';
  return (
    <>
      <Switch
        checked={checkForUpdates}
        disabled={by !== null}
        label={t('settings:updates.choose')}
        description={[t('settings:updates.about'), by !== null && t('managed:locked', { by })]
          .filter(Boolean)
          .join(' ')}
        onChange={({ currentTarget }) => setPreferences({ checkForUpdates: currentTarget.checked })}
      />
      {state.kind !== 'off' && (
        <Group mt="sm" gap="sm">
          {!isUnderWay && state.kind !== 'ready' && (
            <Button
              size="xs"
              variant="default"
              loading={busy}
              onClick={() => run(() => client.call('updates.check', {}))}
            >
              {t('settings:updates.check')}
            </Button>
          )}
          {state.kind === 'available' && (
            <Button size="xs" onClick={() => run(() => client.call('updates.download', {}))}>
              {t('settings:updates.download', { version: state.version })}
            </Button>
          )}
          {state.kind === 'downloading' && (
            <>
              <Progress
                value={100 * state.part}
                w={160}
                aria-label={t('settings:updates.downloading', { version: state.version })}
              />
              <Button
                size="xs"
                variant="default"
                onClick={() => run(() => client.call('updates.cancel', {}))}
              >
                {t('settings:updates.cancel')}
              </Button>
            </>
          )}
          <Text size="sm" role="status">
            <Standing state={state} />
          </Text>
        </Group>
      )}
    </>
  );
}

function Standing({ state }: { state: UpdateState }) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (state.kind) {
    case 'off':
      return null;
    case 'idle':
      return state.checkedAt === null
        ? t('settings:updates.notAsked')
        : t('settings:updates.newest', { at: format.dateTime(state.checkedAt) });
    case 'checking':
      return t('settings:updates.checking');
    case 'failed':
      return t(`settings:updates.failed.${state.why}`);
    default:
      return t(`settings:updates.${state.kind}`, { version: state.version });
  }
}
