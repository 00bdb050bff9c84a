import { Button, Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../shared/assert.ts';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { inOneLine } from '../../../../shared/texts/say.ts';
import { useApi } from '../../../api/context.ts';
import { useAction } from '../../../components/use-action.tsx';
import { useNow } from '../../../components/use-now.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useSpeaker } from '../../../format/use-speaker.ts';
import { hrefOf, paths } from '../../../routes.ts';
import classes from './card.module.css';

/** What a proxy's state says and asks for, and the button that does it. */
export function CardFoot(props: { profile: ProfileEntry; snapshot: ProxySnapshot | undefined }) {
  const { profile, snapshot } = props;
  const { t } = useTranslation();
  if (snapshot === undefined) return <Foot />;
  const { state } = snapshot;
  switch (state.kind) {
    case 'off':
      return (
        <Foot button={<ConnectButton id={profile.id} label={t('connect')} />}>
          <p>{t('board:card.notConnected')}</p>
          <Counts snapshot={snapshot} stock={profile.stockCredentials} />
        </Foot>
      );
    case 'connecting':
      return (
        <Foot>
          {state.why === null ? <p>{t('states:connecting.text')}</p> : <Why error={state.why} />}
          <p>{t('board:card.attempt', { count: state.attempt })}</p>
        </Foot>
      );
    case 'authenticating':
      return (
        <Foot>
          <p className={classes.twoLines}>{t('states:authenticating.text')}</p>
        </Foot>
      );
    case 'ready':
      return (
        <Foot>
          <ReadyLine snapshot={snapshot} transport={state.connection.transport} />
          <Counts snapshot={snapshot} stock={profile.stockCredentials} />
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
            <Button
              component="a"
              href={hrefOf(paths.profile(profile.id))}
              size="compact-xs"
              variant="default"
              className={classes.above}
            >
              {t('editProfile')}
            </Button>
          }
        >
          <Why error={state.why} remedy />
        </Foot>
      );
    default:
      return assertNever(state);
  }
}

function Foot(props: { children?: ReactNode; button?: ReactNode }) {
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
    <Button
      size="compact-xs"
      variant="default"
      className={classes.above}
      loading={busy}
      onClick={() => run(() => client.call('fleet.connect', { id }))}
    >
      {label}
    </Button>
  );
}

/** What went wrong; the whole sentence on hover or focus, and always for screen readers. */
function Why({ error, remedy = false }: { error: ErrorValue; remedy?: boolean }) {
  const text = useSpeaker().error(error);
  const whole = inOneLine(text);
  return (
    <Tooltip
      withinPortal={false}
      label={whole}
      multiline
      w={300}
      events={{ hover: true, focus: true, touch: true }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the sentence is cut off to the card's width, and a keyboard must reach the whole of it */}
      <div className={`${classes.why} ${classes.above}`} data-code={error.code} tabIndex={0}>
        <p className={classes.whyTitle}>{text.title}</p>
        {remedy && <p className={classes.twoLines}>{text.remedy}</p>}
        <span className="visually-hidden">{remedy ? text.message : whole}</span>
      </div>
    </Tooltip>
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

function ReadyLine(props: { snapshot: ProxySnapshot; transport: 'kernel' | 'udp' | 'ssh' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { metrics } = props.snapshot;
  return (
    <p>
      {metrics !== null && (
        <span title={t('board:card.roundTripHint')}>
          {t('board:card.roundTrip', { value: format.milliseconds(metrics.roundTripMs) })}{' '}
        </span>
      )}
      <span>{t('board:card.via', { transport: t(`transports.${props.transport}`) })}</span>
    </p>
  );
}

function Stock() {
  const { t } = useTranslation();
  return (
    <span className={classes.warning} title={t('board:card.stockHint')}>
      <IconAlertTriangle size={13} aria-hidden /> {t('board:card.stock')}
    </span>
  );
}

function Counts({ snapshot, stock }: { snapshot: ProxySnapshot; stock: boolean }) {
  const { t } = useTranslation();
  const { restarts, missedPolls } = snapshot;
  return (
    <p>
      {stock && (
        <span>
          <Stock /> ·{' '}
        </span>
      )}
      <span className={restarts > 0 ? classes.warning : undefined}>
        {restarts === 0
          ? t('board:card.noRestarts')
          : t('board:card.restarts', { count: restarts })}
      </span>
      {missedPolls > 0 && <span> · {t('board:card.missed', { count: missedPolls })}</span>}
    </p>
  );
}
