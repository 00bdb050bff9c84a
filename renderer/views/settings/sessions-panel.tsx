import { Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApi } from '../../api/context.ts';
import { useCall } from '../../api/use-call.ts';
import { Panel } from '../../components/panel.tsx';
import { useAction } from '../../components/use-action.tsx';
import { useNow } from '../../components/use-now.ts';
import { ViewStates } from '../../components/view-states.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './sessions-panel.module.css';

type ListedSession = CallOutput<'app.sessions'>[number];

/** The browsers that the web shell let in, each of which can be shut out again. */
export function SessionsPanel() {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const sessions = useCall('app.sessions', {});
  return (
    <Panel title={t('settings:sessions.title')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('settings:sessions.about')}
      </Text>
      <ViewStates loaded={sessions}>
        {(list) => (
          <>
            <ul className={classes.list}>
              {list.map((session) => (
                <Session key={session.id} session={session} />
              ))}
            </ul>
            {list.length > 1 && (
              <Group justify="flex-end" mt="xs">
                <Button
                  size="xs"
                  variant="default"
                  loading={busy}
                  onClick={() => run(() => client.call('app.endOtherSessions', {}))}
                >
                  {t('settings:sessions.endOthers')}
                </Button>
              </Group>
            )}
          </>
        )}
      </ViewStates>
    </Panel>
  );
}

function Session({ session }: { session: ListedSession }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const format = useFormat();
  const now = useNow();
  const name = session.browser === '' ? t('settings:sessions.unknown') : session.browser;
  const begun = format.dateTime(session.begunAt);
  const seen =
    session.windows > 0
      ? t('settings:sessions.windows', { count: session.windows })
      : t('settings:sessions.seen', { ago: format.relative(session.lastSeenAt, now) });
  return (
    <li className={classes.session}>
      <div className={classes.facts}>
        <Group gap={8}>
          <Text fw={500}>{name}</Text>
          {session.own && (
            <Badge size="sm" variant="outline" tt="none">
              {t('settings:sessions.own')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {t('settings:sessions.begun', { at: begun })} · {seen}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        loading={busy}
        aria-label={t('settings:sessions.endOne', { name, at: begun })}
        onClick={() => run(() => client.call('app.endSession', { id: session.id }))}
      >
        {t('settings:sessions.end')}
      </Button>
    </li>
  );
}
