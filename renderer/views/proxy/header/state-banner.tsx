import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { useApi } from '../../../api/context.ts';
import { Callout } from '../../../components/callout.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { May } from '../../../components/may/may.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { useNow } from '../../../components/use-now.ts';
import { UnlockButton } from '../../../components/vault/unlock-button.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { MendButton } from '../../profiles/editor/mend-button.tsx';

/** Why there is no news from this proxy, and what to do; nothing while there is. */
export function StateBanner({ profile, state }: { profile: ProfileEntry; state: ProxyState }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const connect = (
    <May needs="operate">
      <Button
        size="xs"
        variant="default"
        loading={busy}
        onClick={() => run(() => client.call('fleet.connect', { id: profile.id }))}
      >
        {t(state.kind === 'off' ? 'connect' : 'retryNow')}
      </Button>
    </May>
  );
  switch (state.kind) {
    case 'ready':
      return null;
    case 'connecting': {
      const attempt = state.attempt > 1 ? ` ${t('proxy:attempt', { count: state.attempt })}` : '';
      const now = (
        <Text size="sm" c="dimmed">
          {t('states:connecting.text')}
          {attempt}
        </Text>
      );
      if (state.why === null) return now;
      // Between two attempts the picture stays.
      return <ErrorPanel error={state.why}>{now}</ErrorPanel>;
    }
    case 'vault-locked':
      return (
        <Callout tone="warning" title={t('states:vault-locked.name')}>
          <Text size="sm" mb="xs">
            {t('states:vault-locked.text')}
          </Text>
          <UnlockButton size="xs" variant="filled" />
        </Callout>
      );
    case 'authenticating':
      return (
        <Text size="sm" c="dimmed">
          {t('states:authenticating.text')}
        </Text>
      );
    case 'off':
      return (
        <Callout tone="info" title={t('states:off.name')}>
          <Text size="sm" mb="xs">
            {t('proxy:off')}
          </Text>
          {connect}
        </Callout>
      );
    case 'waiting':
      return (
        <ErrorPanel error={state.why}>
          {connect}
          <NextAttempt until={state.until} attempt={state.attempt} />
        </ErrorPanel>
      );
    case 'needs-attention':
      return (
        <ErrorPanel error={state.why}>
          <MendButton id={profile.id} why={state.why} size="xs" />
          {connect}
        </ErrorPanel>
      );
  }
}

function NextAttempt({ until, attempt }: { until: number; attempt: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <Text size="xs" c="dimmed" role="timer" aria-live="off">
      {t('proxy:nextAttempt', { time: format.duration(Math.max(0, until - now)), count: attempt })}
    </Text>
  );
}
