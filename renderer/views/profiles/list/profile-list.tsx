import { Button, TextInput } from '@mantine/core';
import { IconClipboardList, IconFolder, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useApi } from '../../../api/context.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { PageTitle } from '../../../components/page-title.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { Empty, ViewStates } from '../../../components/view-states.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import classes from './profile-list.module.css';
import { type Order, searchProfiles, sortProfiles } from './profile-order.ts';
import { ProfileTable } from './profile-table.tsx';

/** All saved proxies, and what can be done with each. */
export default function ProfileList() {
  const { t, i18n } = useTranslation();
  const loaded = useProfiles();
  const [text, setText] = useState('');
  const [order, setOrder] = useState<Order>({ key: 'name', descending: false });
  const locale = i18n.resolvedLanguage ?? 'en';
  const shown = useMemo(
    () => sortProfiles(searchProfiles(loaded.value ?? [], text), order, locale),
    [loaded.value, text, order, locale],
  );
  return (
    <>
      <PageTitle title={t('pages.profiles')} description={t('profiles:list.description')}>
        <TextInput
          type="search"
          size="xs"
          w={220}
          aria-label={t('profiles:list.search')}
          placeholder={t('profiles:list.search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          component="a"
          href={hrefOf(paths.folders)}
          size="xs"
          variant="default"
          leftSection={<IconFolder size={14} aria-hidden />}
        >
          {t('pages.folders')}
        </Button>
        <PasteButton />
        <AddButton />
      </PageTitle>
      <ViewStates loaded={loaded} isEmpty={(list) => list.length === 0} empty={<NoProfiles />}>
        {(all) => (
          <>
            <div role="status" className="visually-hidden">
              {text === '' ? '' : t('profiles:list.found', { count: shown.length })}
            </div>
            {shown.length > 0 ? (
              <ProfileTable profiles={shown} order={order} onOrder={setOrder} />
            ) : (
              <div className={classes.surface}>
                <Empty
                  title={t('profiles:list.noneFits', { text })}
                  text={t('profiles:list.noneFitsText', { count: all.length })}
                >
                  <Button size="xs" variant="default" onClick={() => setText('')}>
                    {t('profiles:list.clearSearch')}
                  </Button>
                </Empty>
              </div>
            )}
          </>
        )}
      </ViewStates>
    </>
  );
}

function AddButton() {
  const { t } = useTranslation();
  return (
    <Button
      component="a"
      href={hrefOf(paths.newProfile)}
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
    >
      {t('addProfile')}
    </Button>
  );
}

function PasteButton() {
  const { t } = useTranslation();
  return (
    <Button
      component="a"
      href={hrefOf(paths.paste)}
      size="xs"
      variant="default"
      leftSection={<IconClipboardList size={14} aria-hidden />}
    >
      {t('profiles:list.paste')}
    </Button>
  );
}

/** The first run: add a proxy, or look around in the demo fleet. */
function NoProfiles() {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  return (
    <div className={classes.surface}>
      <Empty title={t('profiles:list.empty')} text={t('profiles:list.emptyText')}>
        <AddButton />
        <PasteButton />
        <Button
          size="xs"
          variant="default"
          loading={busy}
          onClick={() => run(() => client.call('demo.start', {}))}
        >
          {t('startDemo')}
        </Button>
      </Empty>
    </div>
  );
}
