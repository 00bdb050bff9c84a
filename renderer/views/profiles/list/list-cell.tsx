import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { assertNever } from '../../../../shared/assert.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ListColumn } from '../../../../shared/model/app-info.ts';
import { hostAndPort } from '../../../../shared/model/host.ts';
import { noData } from '../../../../shared/texts/format.ts';
import { useApi, useIsOld, usePreferences } from '../../../api/context.ts';
import { environmentSigns } from '../../../components/environment-badge.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { StateLine } from '../../board/pictures/state-line.tsx';
import classes from './list-table.module.css';
import type { RowWords } from './row-words.ts';

/** What a column says of a profile. No component where it can be done without: hundreds of cells are drawn at each letter of a search. */
export function cellOf(column: ListColumn, profile: ProfileEntry, words: RowWords): ReactNode {
  switch (column) {
    case 'state':
      return <State id={profile.id} />;
    case 'address':
      return cut(hostAndPort(profile.host, profile.port));
    case 'transport':
      return cut(wayOf(profile, words.transports[profile.transport]));
    case 'user':
      return user(profile, words);
    case 'folder':
    case 'tags':
      return cut(profile[column] === '' ? noData : profile[column]);
    case 'environment':
      return environment(profile.environment, words);
    case 'password':
      return password(profile, words);
    case 'interval':
      return words.seconds(words.format.number(profile.pollSeconds));
    case 'opened':
      return <Opened id={profile.id} />;
    default:
      return assertNever(column);
  }
}

/** What is too long for its column is read in full by pointing at it. */
function cut(text: string): ReactNode {
  return <span title={text}>{text}</span>;
}

function wayOf({ transport, udpPort, sshDestination }: ProfileEntry, name: string): string {
  if (transport === 'ssh') return `${name} · ${sshDestination}`;
  return transport === 'kernel' ? name : `${name} · ${udpPort}`;
}

function State({ id }: { id: string }) {
  return <StateLine id={id} old={useIsOld()} short />;
}

function user({ user: name, stockCredentials }: ProfileEntry, words: RowWords): ReactNode {
  if (!stockCredentials) return cut(name);
  return (
    <span className={classes.signed} title={words.stockText}>
      <span className={classes.cut}>{name}</span>
      <span className={classes.stock}>
        <IconAlertTriangle size={13} aria-hidden />
        <span className="visually-hidden">{words.stock}</span>
      </span>
    </span>
  );
}

function environment(name: ProfileEntry['environment'], words: RowWords): ReactNode {
  const Sign = environmentSigns[name];
  return (
    <span className={classes.environment} data-environment={name}>
      <Sign size={12} aria-hidden />
      {words.environments[name]}
    </span>
  );
}

function password({ savedPassword: saved, demo }: ProfileEntry, words: RowWords): ReactNode {
  if (words.asked !== null && !demo) return words.asked;
  return (
    <span className={classes.signed}>
      {saved === 'here' ? (
        <IconCheck size={14} color="var(--spcp-ready)" aria-hidden />
      ) : (
        <IconMinus size={14} color="var(--spcp-waiting)" aria-hidden />
      )}
      {words.passwords[saved]}
    </span>
  );
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
