import { Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoth } from '../../api/both.ts';
import { useApi } from '../../api/context.ts';
import { useDrift } from '../../api/drift.ts';
import { useProfiles } from '../../api/profiles.ts';
import { useViewState } from '../../api/view-state.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { notifyDone } from '../../components/toast.tsx';
import { useAction } from '../../components/use-action.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { paths } from '../../routes.ts';
import { driftSearch } from '../../searches.ts';
import { shortened } from '../plans/usual-name.ts';
import { canBringBack, plansBack } from './bring-back.ts';
import { DriftTable } from './drift-table.tsx';
import { type ShownRow, shownRows } from './shown-rows.ts';
import { TagIntents } from './tag-intents.tsx';

/** Who has something else in force than what is intended, since when, and what makes the one the other. */
export default function DriftPage() {
  const { t } = useTranslation();
  const { client, fleet } = useApi();
  const navigate = useNavigate();
  const [{ text = '', show = 'deviating' }, setView] = useViewState(driftSearch);
  const loaded = useBoth(useDrift(), useProfiles());
  const filter = useFilter(text);
  const { busy, run } = useAction();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const plansFor = (rows: readonly ShownRow[]) =>
    plansBack(
      rows.map(({ row }) => row),
      (setting, value) => t('drift:planName', { value: namedValue(setting, value) }),
    );
  const bringBack = (rows: readonly ShownRow[]): void =>
    run(async () => {
      const made = [];
      for (const plan of plansFor(rows)) made.push(await client.call('plans.create', plan));
      const [only] = made;
      if (made.length === 1 && only !== undefined) {
        await navigate({ to: paths.plan(only.id) });
        return;
      }
      notifyDone(t('drift:plansMade', { count: made.length }), t('drift:plansMadeText'));
      await navigate({ to: paths.plans });
    });
  const namedValue = (setting: ShownRow['row']['setting'], value: string | null): string => {
    if (setting === 'bufferSize') return `${t('changes:settings.bufferSize')} ${value ?? ''}`;
    return value === null ? t('plans:new.noTransformation') : shortened(value, 40);
  };
  return (
    <>
      <PageTitle title={t('pages.drift')} description={t('drift:description')} />
      <Group gap="sm" mb="sm" align="flex-end">
        <TextInput
          size="xs"
          w={280}
          label={t('drift:filter')}
          placeholder={t('drift:filterPlaceholder')}
          value={text}
          onChange={({ currentTarget }) => setView({ text: currentTarget.value })}
          maxLength={300}
          autoComplete="off"
        />
        <SegmentedControl
          size="xs"
          aria-label={t('drift:show')}
          value={show}
          onChange={(next) => setView({ show: next === 'all' ? 'all' : 'deviating' })}
          data={(['deviating', 'all'] as const).map((value) => ({
            value,
            label: t(`drift:shows.${value}`),
          }))}
        />
      </Group>
      <ViewStates
        loaded={loaded}
        isEmpty={([rows]) => rows.length === 0}
        empty={
          <Empty title={t('drift:empty')} text={t('drift:emptyText')}>
            <Group gap="md">
              <RouteLink to={paths.folders}>{t('pages.folders')}</RouteLink>
              <RouteLink to={paths.profiles}>{t('pages.profiles')}</RouteLink>
            </Group>
          </Empty>
        }
      >
        {([rows, profiles]) => {
          const shown = shownRows(rows, profiles, filter, {
            all: show === 'all',
            snapshots: fleet.snapshots.get() ?? new Map(),
          });
          const back = shown.filter(({ row }) => canBringBack(row) && chosen.has(row.id));
          if (shown.length === 0) {
            const none = show === 'deviating' && text === '' ? 'allInLine' : 'noneFits';
            return <Empty title={t(`drift:${none}`)} />;
          }
          return (
            <>
              <Group gap="sm" mb="xs">
                <Button
                  size="xs"
                  loading={busy}
                  disabled={back.length === 0}
                  leftSection={<IconArrowBackUp size={15} aria-hidden />}
                  onClick={() => bringBack(back)}
                >
                  {t('drift:bringBack', { count: back.length })}
                </Button>
                <Text size="xs" c="dimmed">
                  {back.length === 0
                    ? t('drift:bringBackText')
                    : t('drift:plansToMake', { count: plansFor(back).length })}
                </Text>
              </Group>
              <DriftTable rows={shown} chosen={chosen} onChoose={setChosen} />
            </>
          );
        }}
      </ViewStates>
      <TagIntents />
    </>
  );
}
