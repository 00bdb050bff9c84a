import { Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Insight } from '../../../../shared/fleet/insights/insight.ts';
import { shareOf } from '../../../../shared/fleet/insights/of-group.ts';
import { insightOf } from '../../../../shared/fleet/insights/of-span.ts';
import { spanFactsOf } from '../../../../shared/fleet/insights/span-facts.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import type { HistoryRange } from '../../../../shared/model/history.ts';
import { proxyInsights } from '../../../../shared/model/insight-names.ts';
import { unknownCount } from '../../../../shared/model/open-count.ts';
import { useApi, useIsOld, useMeans } from '../../../api/context.ts';
import type { WantedSpan } from '../../../api/use-history.ts';
import { useHistoryTotals } from '../../../api/use-history-totals.ts';
import type { TimeSpan } from '../../../charts/sparkline-series.ts';
import { TotalsNote } from '../../../components/elsewhere/elsewhere-note.tsx';
import { StaleError } from '../../../components/error-panel.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useSampled } from '../../../components/use-sampled.ts';
import { insightText } from '../../../format/insight-format.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useSnapshotPart } from '../use-snapshot-part.ts';
import { InsightRow } from './insight-row.tsx';
import { TotalsRows } from './totals-rows.tsx';

const renewMs = 1000;
const countOf = (snapshot: ProxySnapshot | undefined) => snapshot?.openCount ?? unknownCount;

/** What follows from the numbers of one proxy over the span of the charts, or why nothing does, and what it moved. */
export function InsightsPanel(props: {
  id: string;
  /** What is kept of the proxy over the span, null until it was fetched. */
  history: HistoryRange | null;
  shown: TimeSpan;
  wanted: WantedSpan;
  everyMs: number | false;
  saySpan: string;
}) {
  const { id, history, shown, wanted, everyMs } = props;
  const { t } = useTranslation();
  const count = useSnapshotPart(id, countOf);
  const totals = useHistoryTotals([id], wanted, everyMs);
  const facts = useMemo(
    () => (history === null ? null : spanFactsOf(history, shown)),
    [history, shown],
  );
  const label = t('insights:label', { span: props.saySpan });
  return (
    <Panel title={label}>
      {totals.error !== null && <StaleError error={totals.error} reload={totals.reload} />}
      <TotalsNote totals={totals.value} />
      <Table.ScrollContainer minWidth={320} type="native">
        <Table verticalSpacing={3}>
          <caption className="visually-hidden">{label}</caption>
          <Table.Thead className="visually-hidden">
            <Table.Tr>
              <Table.Th scope="col">{t('insights:what')}</Table.Th>
              <Table.Th scope="col">{t('insights:value')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {facts !== null &&
              proxyInsights.map((each) => (
                <OfInsight key={each} of={each} insight={insightOf(each, facts, count)} />
              ))}
            <Share id={id} />
            <TotalsRows totals={totals.value?.[0] ?? null} />
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {facts === null && (
        <Text size="sm" c="dimmed">
          {t('loading')}
        </Text>
      )}
    </Panel>
  );
}

function OfInsight(props: { of: (typeof proxyInsights)[number] | 'share'; insight: Insight }) {
  const { of, insight } = props;
  const format = useFormat();
  return (
    <InsightRow
      of={of}
      value={insight.known ? insightText(format, of, insight.value) : null}
      why={insight.known ? null : insight.why}
    />
  );
}

/** By the means of the board, which are of proxies that are connected. */
function Share({ id }: { id: string }) {
  const { means } = useApi();
  const old = useIsOld();
  // Its own are there at once, those of all when one changes.
  const mean = useMeans(id);
  useSampled(means.all, renewMs);
  const rates = [...means.all.get().values()].flatMap(({ bytesPerSecond }) => bytesPerSecond ?? []);
  const own = old ? null : (mean?.bytesPerSecond ?? null);
  return <OfInsight of="share" insight={shareOf(own, rates)} />;
}
