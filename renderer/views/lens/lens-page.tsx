import { Group, SegmentedControl, Table, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Lens, lensOf } from '../../../shared/fleet/lens.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { mostInRange } from '../../../shared/model/history.ts';
import { useApi } from '../../api/context.ts';
import { useProfiles } from '../../api/profiles.ts';
import { useHistories } from '../../api/use-history.ts';
import { useViewState } from '../../api/view-state.ts';
import { Callout } from '../../components/callout.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { useFormat } from '../../format/use-format.ts';
import { paths } from '../../routes.ts';
import { lensSearch, lensSpans } from '../../searches.ts';
import { LensRow } from './lens-row.tsx';

/** So many points on both sides together. */
const points = 240;

const spanMs = { '5m': 5, '15m': 15, '1h': 60, '6h': 360, '24h': 1440 } as const;

/** What one change made of a proxy: before and after over equal spans, beside the untouched proxies of its folder. */
export default function LensPage() {
  const { t } = useTranslation();
  const params = useParams({ strict: false });
  const [{ at }] = useViewState(lensSearch);
  const profiles = useProfiles();
  return (
    <ViewStates loaded={profiles}>
      {(list) => {
        const profile = list.find(({ id }) => id === params.id);
        if (profile === undefined || at === undefined) {
          return (
            <>
              <PageTitle title={t('pages.lens')} />
              <Empty title={t('proxy:missing')} text={t('notFoundText')} />
            </>
          );
        }
        return <OneChange profile={profile} profiles={list} at={at} />;
      }}
    </ViewStates>
  );
}

function OneChange(props: {
  profile: ProfileEntry;
  profiles: readonly ProfileEntry[];
  at: number;
}) {
  const { profile, profiles, at } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { fleet } = useApi();
  const [{ span = '15m' }, setView] = useViewState(lensSearch);
  const ms = spanMs[span] * 60_000;
  const ids = useMemo(() => {
    const group = profiles.filter(
      ({ id, folder }) => id !== profile.id && folder === profile.folder,
    );
    return [profile.id, ...group.map(({ id }) => id)].slice(0, mostInRange);
  }, [profile, profiles]);
  const over = useMemo(() => ({ from: at - ms, to: at + ms }), [at, ms]);
  const loaded = useHistories(ids, over, points, false);
  return (
    <>
      <PageTitle title={t('pages.lens')} description={t('lens:description')} />
      <Group gap="sm" mb="sm">
        <RouteLink to={paths.proxyOver(profile.id, over)} size="sm">
          {t('lens:of', { name: profile.name, time: format.dateTime(at) })}
        </RouteLink>
        <SegmentedControl
          size="xs"
          aria-label={t('lens:span')}
          value={span}
          onChange={(next) => setView({ span: lensSpans.find((each) => each === next) })}
          data={lensSpans.map((value) => ({ value, label: t(`lens:spans.${value}`) }))}
        />
      </Group>
      <ViewStates loaded={loaded}>
        {({ byId }) => {
          const own = byId.get(profile.id);
          if (own === undefined) return <Empty title={t('lens:nothing')} />;
          const others = ids.slice(1).flatMap((id) => byId.get(id) ?? []);
          return <LensTable lens={lensOf(own, others, { at, spanMs: ms, now: fleet.now() })} />;
        }}
      </ViewStates>
    </>
  );
}

function LensTable({ lens }: { lens: Lens }) {
  const { t } = useTranslation();
  return (
    <>
      {lens.conditions.length > 0 && (
        <Callout tone="warning" title={t('lens:careful')}>
          {lens.conditions.map((condition) => (
            <Text key={condition} size="sm">
              {t(`lens:conditions.${condition}`)}
            </Text>
          ))}
        </Callout>
      )}
      <Table.ScrollContainer minWidth={720} type="native" mt="xs">
        <Table verticalSpacing={6} aria-label={t('pages.lens')}>
          <Table.Thead>
            <Table.Tr>
              {(['measure', 'before', 'after', 'change', 'others', 'finding'] as const).map(
                (column) => (
                  <Table.Th key={column} scope="col">
                    {t(`lens:columns.${column}`)}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lens.lines.map((line) => (
              <LensRow key={line.measure} line={line} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed" mt="xs">
        {t('lens:arithmetic')}
      </Text>
    </>
  );
}
