import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowUpRight,
  IconDotsVertical,
  IconPencil,
  IconPlug,
  IconPlugOff,
  IconRefresh,
  IconStar,
  IconStarOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { useApi } from '../../../api/context.ts';
import { isConnectable } from '../../../components/connectable.ts';
import { May } from '../../../components/may/may.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { useFavourite } from '../../profiles/favourites/use-favourite.ts';
import classes from './card.module.css';

/** What can be done with one proxy from the board. */
export function CardMenu(props: { profile: ProfileEntry; kind: ProxyState['kind'] | undefined }) {
  const { id, name } = props.profile;
  const { client } = useApi();
  const { t } = useTranslation();
  const { run } = useAction();
  const favourite = useFavourite();
  const Star = props.profile.favourite ? IconStarOff : IconStar;
  const connect = (): void => run(() => client.call('fleet.connect', { id }));
  return (
    <Menu
      position="bottom-end"
      shadow="md"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          className={classes.above}
          aria-label={t('board:card.menu', { name })}
        >
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component="a"
          href={hrefOf(paths.proxy(id))}
          leftSection={<IconArrowUpRight size={16} aria-hidden />}
        >
          {t('openProxy')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={hrefOf(paths.profile(id))}
          leftSection={<IconPencil size={16} aria-hidden />}
        >
          {t('editProfile')}
        </Menu.Item>
        <May needs="administer">
          <Menu.Item
            leftSection={<Star size={16} aria-hidden />}
            onClick={() => favourite.toggle(props.profile)}
          >
            {t(props.profile.favourite ? 'unfavour' : 'favour')}
          </Menu.Item>
        </May>
        <Menu.Divider />
        {props.kind === 'waiting' && (
          <May needs="operate">
            <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={connect}>
              {t('retryNow')}
            </Menu.Item>
          </May>
        )}
        {isConnectable(props.kind) ? (
          <May needs="operate">
            <Menu.Item leftSection={<IconPlug size={16} aria-hidden />} onClick={connect}>
              {t('connect')}
            </Menu.Item>
          </May>
        ) : (
          <May needs="operate">
            <Menu.Item
              leftSection={<IconPlugOff size={16} aria-hidden />}
              onClick={() => run(() => client.call('fleet.disconnect', { id }))}
            >
              {t('disconnect')}
            </Menu.Item>
          </May>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
