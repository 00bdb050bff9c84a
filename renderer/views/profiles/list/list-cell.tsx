import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../shared/assert.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ListColumn } from '../../../../shared/model/app-info.ts';
import { hostAndPort } from '../../../../shared/model/host.ts';
import { noData } from '../../../../shared/texts/format.ts';
import { useApi, useIsOld, usePreferences } from '../../../api/context.ts';
import { useVault } from '../../../api/vault.ts';
import { EnvironmentBadge } from '../../../components/environment-badge.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { StateLine } from '../../board/pictures/state-line.tsx';
import classes from './list-table.module.css';

/** What a column says of a profile. */
export function ListCell({ column, profile }: { column: ListColumn; profile: ProfileEntry }) {
  const { t } = useTranslation();
  switch (column) {
    case 'state':
      return <State id={profile.id} />;
    case 'address':
      return <Cut text={hostAndPort(profile.host, profile.port)} />;
    case 'transport':
      return <Cut text={wayOf(profile, t(`transports.${profile.transport}`))} />;
    case 'user':
      return <User profile={profile} />;
    case 'folder':
    case 'tags':
      return <Cut text={profile[column] === '' ? noData : profile[column]} />;
    case 'environment':
      return <EnvironmentBadge environment={profile.environment} />;
    case 'password':
      return <Password profile={profile} />;
    case 'interval':
      return <Interval seconds={profile.pollSeconds} />;
    case 'opened':
      return <Opened id={profile.id} />;
    default:
      return assertNever(column);
  }
}

/** What is too long for its column is read in full by pointing at it. */
function Cut({ text }: { text: string }) {
  return <span title={text}>{text}</span>;
}

function wayOf({ transport, udpPort, sshDestination }: ProfileEntry, name: string): string {
  if (transport === 'ssh') return `${name} · ${sshDestination}`;
  return transport === 'kernel' ? name : `${name} · ${udpPort}`;
}

function State({ id }: { id: string }) {
  return <StateLine id={id} old={useIsOld()} short />;
}

function User({ profile }: { profile: ProfileEntry }) {
  const { t } = useTranslation();
  const { user, stockCredentials } = profile;
  const text = t('profiles:stock.text');
  return (
    <span className={classes.signed} title={stockCredentials ? text : user}>
      <span className={classes.cut}>{user}</span>
      {stockCredentials && (
        <span className={classes.stock}>
          <IconAlertTriangle size={13} aria-hidden />
          <span className="visually-hidden">{t('profiles:stock.short')}</span>
        </span>
      )}
    </span>
  );
}

function Password({ profile: { savedPassword: saved, demo } }: { profile: ProfileEntry }) {
  const { t } = useTranslation();
  const vault = useVault();
  // It is not known whether the command has one: it is asked when one is needed.
  if (vault?.kind === 'command' && !demo) return t('vault:command.asked');
  return (
    <span className={classes.signed}>
      {saved === 'here' ? (
        <IconCheck size={14} color="var(--spcp-ready)" aria-hidden />
      ) : (
        <IconMinus size={14} color="var(--spcp-waiting)" aria-hidden />
      )}
      {t(`profiles:password.${saved}`)}
    </span>
  );
}

function Interval({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return t('profiles:list.seconds', { seconds: format.number(seconds) });
}

/** As of when the row was drawn: nothing is drawn again for time that passes. */
function Opened({ id }: { id: string }) {
  const format = useFormat();
  const { fleet } = useApi();
  const { recentProxies } = usePreferences();
  const at = recentProxies.find((each) => each.id === id)?.at;
  if (at === undefined) return noData;
  return <span title={format.dateTime(at)}>{format.moment(at, fleet.now())}</span>;
}
