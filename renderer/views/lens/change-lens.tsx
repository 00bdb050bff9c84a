import { Group, SegmentedControl, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { lensOf } from '../../../shared/fleet/lens.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { type HistoryRange, mostInRange } from '../../../shared/model/history.ts';
import { useApi } from '../../api/context.ts';
import { factOfMark } from '../../api/live-history.ts';
import { useHistories } from '../../api/use-history.ts';
import { RouteLink } from '../../components/route-link.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useSpeaker } from '../../format/use-speaker.ts';
import { paths } from '../../routes.ts';
import { lensSpans } from '../../searches.ts';
import { LensTable } from './lens-table.tsx';

/** So many points on both sides together. */
const points = 240;

const spanMinutes = { '5m': 5, '15m': 15, '1h': 60, '6h': 360, '24h': 1440 } as const;
export type LensSpanName = keyof typeof spanMinutes;

/** What one change made of a proxy: before and after over equal spans, beside the untouched proxies of its folder. */
export function ChangeLens(props: {
  profile: ProfileEntry;
  /** All of them, among which the untouched are. */
  profiles: readonly ProfileEntry[];
  /** When the change was made, epoch milliseconds. */
  at: number;
  span: LensSpanName;
  onSpan: (span: LensSpanName) => void;
}) {
  const { profile, profiles, at, span } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { fleet } = useApi();
  const ms = spanMinutes[span] * 60_000;
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
      <Group gap="sm" mb="sm">
        <RouteLink to={paths.proxyOver(profile.id, over)} size="sm">
          {t('lens:of', { name: profile.name, time: format.dateTime(at) })}
        </RouteLink>
        <SegmentedControl
          size="xs"
          aria-label={t('lens:span')}
          value={span}
          onChange={(next) => props.onSpan(lensSpans.find((each) => each === next) ?? span)}
          data={lensSpans.map((value) => ({ value, label: t(`lens:spans.${value}`) }))}
        />
      </Group>
      <ViewStates loaded={loaded}>
        {({ byId }) => {
          const own = byId.get(profile.id);
          if (own === undefined) return <Empty title={t('lens:nothing')} />;
          const others = ids.slice(1).flatMap((id) => byId.get(id) ?? []);
          return (
            <>
              <WhatChanged own={own} at={at} />
              <LensTable lens={lensOf(own, others, { at, spanMs: ms, now: fleet.now() })} />
            </>
          );
        }}
      </ViewStates>
    </>
  );
}

/** The change itself in words, where the history still knows it. */
function WhatChanged({ own, at }: { own: HistoryRange; at: number }) {
  const speaker = useSpeaker();
  const said = own.marks.flatMap((mark) =>
    mark.kind === 'restart' || Math.round(mark.at) !== at ? [] : speaker.event(factOfMark(mark)),
  );
  return said.map((text) => (
    <Text key={text} size="sm" mb="xs">
      {text}
    </Text>
  ));
}
