import { Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoth } from '../../api/both.ts';
import { useApi } from '../../api/context.ts';
import { useDrift } from '../../api/drift.ts';
import { useProfiles } from '../../api/profiles.ts';
import { useViewState } from '../../api/view-state.ts';
import { HowItWorks } from '../../components/help/how-it-works.tsx';
import { May } from '../../components/may/may.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { paths } from '../../routes.ts';
import { driftSearch } from '../../searches.ts';
import { canBringBack, plansBack } from './bring-back.ts';
import { DriftTable } from './drift-table.tsx';
import { shownRows } from './shown-rows.ts';
import { TagIntents } from './tag-intents.tsx';
import { useBringBack } from './use-bring-back.ts';

/** Who has something else in force than what is intended, since when, and what makes the one the other. */
export default function DriftPage() {
  const { t } = useTranslation();
  const { fleet } = useApi();
  const [{ text = '', show = 'deviating' }, setView] = useViewState(driftSearch);
  const loaded = useBoth(useDrift(), useProfiles());
  const filter = useFilter(text);
  const { busy, bringBack } = useBringBack();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <PageTitle
        title={t('pages.drift')}
        description={t('drift:description')}
        beside={<HowItWorks of="drift" name={t('pages.drift')} />}
      />
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
          const back = shown.flatMap(({ row }) =>
            canBringBack(row) && chosen.has(row.id) ? [row] : [],
          );
          if (shown.length === 0) {
            const none = show === 'deviating' && text === '' ? 'allInLine' : 'noneFits';
            return <Empty title={t(`drift:${none}`)} />;
          }
          return (
            <>
              <Group gap="sm" mb="xs">
                <May needs="operate">
                  <Button
                    size="xs"
                    loading={busy}
                    disabled={back.length === 0}
                    leftSection={<IconArrowBackUp size={15} aria-hidden />}
                    onClick={() => bringBack(back)}
                  >
                    {t('drift:bringBack', { count: back.length })}
                  </Button>
                </May>
                <Text size="xs" c="dimmed">
                  {back.length === 0
                    ? t('drift:bringBackText')
                    : t('drift:plansToMake', { count: plansBack(back).length })}
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
