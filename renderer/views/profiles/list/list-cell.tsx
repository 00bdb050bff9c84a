import { IconAlertTriangle, IconKey, IconKeyOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { assertNever } from '../../../../shared/assert.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { hostAndPort } from '../../../../shared/model/host.ts';
import type { ListColumn } from '../../../../shared/model/preference-words.ts';
import type { Colour } from '../../../../shared/model/profile-words.ts';
import { noData } from '../../../../shared/texts/format.ts';
import { useApi, useIsOld, usePreferences } from '../../../api/context.ts';
import type { Address } from '../../../fleet/rows/addresses.ts';
import { StateLine } from '../../../fleet/rows/state-line.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './list-table.module.css';
import type { RowWords } from './row-words.ts';

/** What a column says of a profile. No component where it can be done without: hundreds of cells are drawn at each letter of a search. */
export function cellOf(
  column: ListColumn,
  profile: ProfileEntry,
  words: RowWords,
  address: Address | undefined,
): ReactNode {
  switch (column) {
    case 'state':
      return <State id={profile.id} />;
    case 'address':
      return addressOf(profile, address);
    case 'transport':
      return cut(wayOf(profile, words.transports[profile.transport]));
    case 'user':
      return user(profile, words);
    case 'folder':
    case 'tags':
      return cut(profile[column] === '' ? noData : profile[column]);
    case 'environment':
      return environmentOf(profile, words);
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

/** In as few words as tell it from every other's; all of it to who points at it. */
function addressOf({ host, port }: ProfileEntry, address: Address | undefined): ReactNode {
  if (address === undefined || address.way === '') return cut(hostAndPort(host, port));
  return <span title={address.whole}>{`${address.host} · ${address.way}`}</span>;
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

/** What the proxy is used for, by sign and word. */
export function environmentOf({ environment: name }: ProfileEntry, words: RowWords): ReactNode {
  const { name: called, colour, Sign } = words.classOf(name);
  return (
    <span className={classes.environment} data-environment={name} title={called}>
      <Sign size={12} color={colourOf(colour)} aria-hidden />
      {called}
    </span>
  );
}

/** Beside the word; a colour says nothing by itself. */
function colourOf(colour: Colour): string {
  return colour === 'none' ? 'currentColor' : `var(--spcp-colour-${colour})`;
}

function password({ savedPassword: saved, demo }: ProfileEntry, words: RowWords): ReactNode {
  if (words.asked !== null && !demo) return words.asked;
  return (
    <span className={classes.signed} title={`${words.columns.password}: ${words.passwords[saved]}`}>
      {saved === 'here' ? (
        <IconKey size={14} color="var(--spcp-ready)" aria-hidden />
      ) : (
        <IconKeyOff size={14} color="var(--spcp-waiting)" aria-hidden />
      )}
      {words.passwords[saved]}
    </span>
  );
}

/** Whether a line below the name says anything of it: a dash without its heading says nothing. */
export function isSaid(column: ListColumn, profile: ProfileEntry): boolean {
  return (column !== 'folder' && column !== 'tags') || profile[column] !== '';
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
