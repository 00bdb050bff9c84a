import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import classes from './profile-list.module.css';
import { nextOrder, type Order, type SortKey, sortKeys } from './profile-order.ts';
import { ProfileRow } from './profile-row.tsx';

/** Profiles in rows; their columns sort. */
export function ProfileTable(props: {
  profiles: readonly ProfileEntry[];
  order: Order;
  onOrder: (order: Order) => void;
}) {
  const { order, onOrder } = props;
  const { t } = useTranslation();
  return (
    <div className={classes.surface}>
      <Table.ScrollContainer minWidth={500} type="native">
        <Table className={classes.table} highlightOnHover verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              {sortKeys.map((key) => (
                <SortHeader
                  key={key}
                  sortKey={key}
                  order={order}
                  onSort={() => onOrder(nextOrder(order, key))}
                />
              ))}
              <Table.Th scope="col" data-column="password">
                {t('profiles:columns.password')}
              </Table.Th>
              <Table.Th scope="col">{t('profiles:columns.state')}</Table.Th>
              <Table.Th scope="col">
                <span className="visually-hidden">{t('profiles:columns.actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.profiles.map((profile) => (
              <ProfileRow key={profile.id} profile={profile} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}

function SortHeader(props: { sortKey: SortKey; order: Order; onSort: () => void }) {
  const { sortKey, order } = props;
  const { t } = useTranslation();
  const active = order.key === sortKey;
  const Arrow = order.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      scope="col"
      data-column={sortKey}
      aria-sort={active ? (order.descending ? 'descending' : 'ascending') : 'none'}
    >
      <UnstyledButton className={classes.sort} onClick={props.onSort}>
        {t(`profiles:columns.${sortKey}`)}
        {active && <Arrow size={13} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
  );
}
