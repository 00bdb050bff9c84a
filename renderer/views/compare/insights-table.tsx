import { Group, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Insight } from '../../../shared/fleet/insights/insight.ts';
import { balanceOf, shareOf } from '../../../shared/fleet/insights/of-group.ts';
import { insightOf } from '../../../shared/fleet/insights/of-span.ts';
import { spanFactsOf } from '../../../shared/fleet/insights/span-facts.ts';
import { proxyInsights } from '../../../shared/model/insight-names.ts';
import { unknownCount } from '../../../shared/model/open-count.ts';
import { noData } from '../../../shared/texts/format.ts';
import { useApi } from '../../api/context.ts';
import type { WantedSpan } from '../../api/use-history.ts';
import { useHistoryTotals } from '../../api/use-history-totals.ts';
import type { History } from '../../charts/overlay-series.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';
import { TotalsNote } from '../../components/elsewhere/elsewhere-note.tsx';
import { StaleError } from '../../components/error-panel.tsx';
import { InsightHelp } from '../../components/insights/insight-help.tsx';
import { useWhyNot } from '../../components/insights/use-why-not.ts';
import { Panel } from '../../components/panel.tsx';
import { insightText } from '../../format/insight-format.ts';
import { useFormat } from '../../format/use-format.ts';

const refreshMs = 10_000;

/** What follows from the numbers of each of the compared over the span, what each moved in all, and how evenly that lies on them. */
export function InsightsTable(props: {
  histories: readonly History[];
  span: TimeSpan;
  wanted: WantedSpan;
  saySpan: string;
}) {
  const { histories, span, wanted } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { fleet } = useApi();
  const ids = useMemo(() => histories.map(({ id }) => id), [histories]);
  const totals = useHistoryTotals(ids, wanted, 'lastMs' in wanted && refreshMs);
  const moved = ids.map((_, index) => totals.value?.[index]?.moved ?? null);
  const bytes = moved.flatMap((each) => (each === null ? [] : [Number(each.bytes)]));
  const balance = balanceOf(
    moved.flatMap((each) => (each === null ? [] : [Number(each.accesses)])),
  );
  const label = t('insights:label', { span: props.saySpan });
  return (
    <Panel title={label}>
      {totals.error !== null && <StaleError error={totals.error} reload={totals.reload} />}
      <TotalsNote totals={totals.value} />
      <Table.ScrollContainer minWidth={720} type="native">
        <Table verticalSpacing={3}>
          <caption className="visually-hidden">{label}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('compare:table.name')}</Table.Th>
              {[...proxyInsights, 'moved' as const].map((each) => (
                <Table.Th scope="col" key={each}>
                  <Group gap={2} wrap="nowrap">
                    {t(`insights:names.${each}`)}
                    <InsightHelp of={each} />
                  </Group>
                </Table.Th>
              ))}
              <Table.Th scope="col">{t('insights:shareOfThese')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {histories.map(({ id, name, range }, index) => {
              const facts = spanFactsOf(range, span);
              const count = fleet.snapshot(id)?.openCount ?? unknownCount;
              const own = moved[index] ?? null;
              const share = shareOf(own === null ? null : Number(own.bytes), bytes);
              return (
                <Table.Tr key={id}>
                  <Table.Th scope="row" fw={400}>
                    {name}
                  </Table.Th>
                  {proxyInsights.map((each) => (
                    <Cell key={each} of={each} insight={insightOf(each, facts, count)} />
                  ))}
                  <Table.Td>{own === null ? noData : format.byteCounter(own.bytes)}</Table.Td>
                  <Cell of="share" insight={share} />
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {balance.known && (
        <Group gap={4}>
          <Text size="sm">
            {t('insights:balanceOfThese', { value: format.percent(balance.value) })}
          </Text>
          <InsightHelp of="balance" />
        </Group>
      )}
    </Panel>
  );
}

/** A value, or small why there is none. */
function Cell(props: { of: (typeof proxyInsights)[number] | 'share'; insight: Insight }) {
  const { of, insight } = props;
  const format = useFormat();
  const say = useWhyNot();
  return (
    <Table.Td data-insight={of}>
      {insight.known ? (
        insightText(format, of, insight.value)
      ) : (
        <Text size="xs" c="dimmed" component="span">
          {say(insight.why)}
        </Text>
      )}
    </Table.Td>
  );
}
