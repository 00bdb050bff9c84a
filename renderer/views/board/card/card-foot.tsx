import { Button } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../shared/assert.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi, useSnapshot } from '../../../api/context.ts';
import { May } from '../../../components/may/may.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { useNow } from '../../../components/use-now.ts';
import { UnlockButton } from '../../../components/vault/unlock-button.tsx';
import { Unlike } from '../../../fleet/differences/unlike.tsx';
import { kindOf, usePart } from '../../../fleet/rows/use-part.ts';
import { useFormat } from '../../../format/use-format.ts';
import { MendButton } from '../../profiles/editor/mend-button.tsx';
import classes from './card.module.css';
import { Counts } from './card-counts.tsx';
import { Why } from './why.tsx';

/** Only what is out of the ordinary, and the button that does something about it. Nothing at all where all is well. */
export const CardFoot = memo(function CardFoot({ profile }: { profile: ProfileEntry }) {
  const kind = usePart(profile.id, kindOf);
  const counts = (
    <>
      <Unlike id={profile.id} />
      <Counts profile={profile} />
    </>
  );
  // What a reading changes is nothing to the foot of a proxy that is read.
  return kind === undefined || kind === 'ready' ? (
    <Foot>{counts}</Foot>
  ) : (
    <TroubleFoot profile={profile} counts={counts} />
  );
});

function TroubleFoot({ profile, counts }: { profile: ProfileEntry; counts: ReactNode }) {
  const state = useSnapshot(profile.id)?.state;
  const { t } = useTranslation();
  if (state === undefined) return null;
  switch (state.kind) {
    case 'ready':
      return <Foot>{counts}</Foot>;
    case 'off':
      return <Foot button={<ConnectButton id={profile.id} label={t('connect')} />}>{counts}</Foot>;
    case 'vault-locked':
      return (
        <Foot button={<UnlockButton size="compact-xs" className={classes.above ?? ''} />}>
          <p>{t('states:vault-locked.text')}</p>
        </Foot>
      );
    case 'authenticating':
      return (
        <Foot>
          <p>{t('states:authenticating.text')}</p>
        </Foot>
      );
    case 'connecting':
      return (
        <Foot>
          {state.why === null ? <p>{t('states:connecting.text')}</p> : <Why error={state.why} />}
          {state.attempt > 1 && <p>{t('board:card.attempt', { count: state.attempt })}</p>}
        </Foot>
      );
    case 'waiting':
      return (
        <Foot button={<ConnectButton id={profile.id} label={t('retryNow')} />}>
          <Why error={state.why} />
          <Countdown until={state.until} />
        </Foot>
      );
    case 'needs-attention':
      return (
        <Foot
          button={
            <MendButton
              id={profile.id}
              why={state.why}
              size="compact-xs"
              variant="default"
              className={classes.above ?? ''}
            />
          }
        >
          <Why error={state.why} remedy />
        </Foot>
      );
    default:
      return assertNever(state);
  }
}

function Foot(props: { children: ReactNode; button?: ReactNode }) {
  return (
    <footer className={classes.foot}>
      <div className={classes.footText}>{props.children}</div>
      {props.button}
    </footer>
  );
}

function ConnectButton({ id, label }: { id: string; label: string }) {
  const { client } = useApi();
  const { busy, run } = useAction();
  return (
    <May needs="operate">
      <Button
        size="compact-xs"
        variant="default"
        className={classes.above}
        loading={busy}
        onClick={() => run(() => client.call('fleet.connect', { id }))}
      >
        {label}
      </Button>
    </May>
  );
}

function Countdown({ until }: { until: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = until - useNow();
  return (
    <p>
      {left < 500 ? t('board:card.nextNow') : t('board:card.next', { time: format.duration(left) })}
    </p>
  );
}
