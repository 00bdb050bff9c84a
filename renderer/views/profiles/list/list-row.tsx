import {
  IconPencil,
  IconPlug,
  IconPlugOff,
  IconStar,
  IconStarFilled,
  IconTrash,
} from '@tabler/icons-react';
import { memo } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ListColumn } from '../../../../shared/model/preference-words.ts';
import { useStateKind } from '../../../api/context.ts';
import { ColourMark } from '../../../components/colour-mark.tsx';
import { isConnectable } from '../../../components/connectable.ts';
import { ManagedBadge } from '../../../components/managed/managed-badge.tsx';
import { May } from '../../../components/may/may.tsx';
import type { Address } from '../../../fleet/rows/addresses.ts';
import type { KeepRow } from '../../../fleet/rows/row-body.tsx';
import { useIsSelected, useSelection } from '../../../fleet/selection/selection.ts';
import { hrefOf, paths } from '../../../routes.ts';
import starClasses from '../favourites/favourite-star.module.css';
import { cellOf, environmentOf, isSaid } from './list-cell.tsx';
import { type Fitting, inFull } from './list-columns.ts';
import { isNumber } from './list-order.ts';
import classes from './list-table.module.css';
import type { RowWords } from './row-words.ts';

/** What is done by the buttons of a row. The same functions in each render. */
export interface RowActions {
  readonly onRemove: (profile: ProfileEntry) => void;
  readonly onFavourite: (profile: ProfileEntry) => void;
  readonly onConnect: (id: string, connect: boolean) => void;
}

/** One profile. `row` is its place among all that are shown, from 0. No reading draws it again, and no other's state. */
export const ListRow = memo(function ListRow(props: {
  profile: ProfileEntry;
  address: Address | undefined;
  fit: Fitting;
  /** Whether no column says the class. */
  unclassed: boolean;
  row: number;
  onKeep: KeepRow | null;
  actions: RowActions;
  words: RowWords;
}) {
  const { profile, address, fit, row, onKeep, actions, words } = props;
  const { id, name, favourite, managed } = profile;
  const selection = useSelection();
  const selected = useIsSelected(id);
  const said = (column: ListColumn) => (
    <span key={column} data-column={column}>
      <span className="visually-hidden">{words.columns[column]}: </span>
      {cellOf(column, profile, words, address)}
    </span>
  );
  return (
    <tr
      className={classes.row}
      data-profile={id}
      data-place={row}
      data-selected={selected || undefined}
      data-below={fit.below.length || undefined}
      aria-rowindex={row + 2}
      draggable
      onFocus={() => onKeep?.(row)}
    >
      <th scope="row">
        <span className={classes.signed}>
          <input
            type="checkbox"
            className={classes.box}
            data-select
            aria-label={words.select(name)}
            checked={selected}
            onChange={() => selection.toggle(id)}
          />
          <May needs="administer">
            <button
              type="button"
              className={starClasses.star}
              {...labelled(words.favourite(name))}
              aria-pressed={favourite}
              onClick={() => actions.onFavourite(profile)}
            >
              {favourite ? (
                <IconStarFilled size={15} aria-hidden />
              ) : (
                <IconStar size={15} stroke={1.7} aria-hidden />
              )}
            </button>
          </May>
          <a href={hrefOf(paths.proxy(id))} title={name} data-card-link className={classes.name}>
            {name}
          </a>
          {profile.colour !== 'none' && <ColourMark colour={profile.colour} />}
          {props.unclassed &&
            profile.environment !== 'development' &&
            environmentOf(profile, words)}
          {profile.demo && <span className={classes.demo}>{words.demo}</span>}
          {managed && <ManagedBadge />}
        </span>
        {fit.below.map((line) => (
          <span key={line[0]} className={classes.below}>
            {line.filter((column) => inFull.has(column)).map(said)}
            <span className={classes.rest}>
              {line.filter((column) => !inFull.has(column) && isSaid(column, profile)).map(said)}
            </span>
          </span>
        ))}
      </th>
      {fit.beside.map((column) => (
        <td key={column} data-column={column} data-number={isNumber(column) || undefined}>
          {cellOf(column, profile, words, address)}
        </td>
      ))}
      <td className={classes.actions}>
        <ConnectButton profile={profile} words={words} onConnect={actions.onConnect} />
        <a
          className={classes.action}
          href={hrefOf(paths.profile(id))}
          {...labelled(words.edit(name))}
        >
          <IconPencil size={16} aria-hidden />
        </a>
        {managed === undefined && (
          <May needs="administer">
            <button
              type="button"
              className={classes.action}
              {...labelled(words.remove(name))}
              onClick={() => actions.onRemove(profile)}
            >
              <IconTrash size={16} aria-hidden />
            </button>
          </May>
        )}
      </td>
    </tr>
  );
});

/** Knows the proxy's state, so that the row does not have to. */
function ConnectButton(props: {
  profile: ProfileEntry;
  words: RowWords;
  onConnect: RowActions['onConnect'];
}) {
  const { words, profile } = props;
  const { id, name } = profile;
  const off = isConnectable(useStateKind(id) ?? 'off');
  const Sign = off ? IconPlug : IconPlugOff;
  return (
    <May needs="operate">
      <button
        type="button"
        className={classes.action}
        {...labelled((off ? words.connect : words.disconnect)(name))}
        onClick={() => props.onConnect(id, off)}
      >
        <Sign size={16} aria-hidden />
      </button>
    </May>
  );
}

function labelled(label: string) {
  return { 'aria-label': label, title: label };
}
