import { Table } from '@mantine/core';
import { IconCircleCheck, IconHelpCircle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CanaryReport, Comparison, Verdict } from '../../../../shared/model/canary.ts';
import { type CanaryTexts, measureText, timesOf } from '../../../../shared/texts/canary-texts.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { type Look, SignLabel } from '../../../components/sign-label.tsx';
import { useSpeaker } from '../../../format/use-speaker.ts';
import { paths } from '../../../routes.ts';
import classes from './canary.module.css';
import { FactorBar } from './factor-bar.tsx';

/** More are told of in words alone: those that are found worst are shown. */
const mostShown = 20;

const looks: Readonly<Record<Verdict, Look>> = {
  fine: { icon: IconCircleCheck, color: 'var(--spcp-ready)' },
  worse: { icon: IconX, color: 'var(--spcp-attention)' },
  unclear: { icon: IconHelpCircle, color: 'var(--spcp-waiting)' },
};
const order: readonly Verdict[] = ['worse', 'unclear', 'fine'];

/** Each canary in each measure, before and since, held against the untouched. */
export function CanaryTable(props: { reports: readonly CanaryReport[]; texts: CanaryTexts }) {
  const { reports, texts } = props;
  const { t } = useTranslation();
  const shown = reports
    .toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
    .slice(0, mostShown);
  return (
    <>
      <Table.ScrollContainer minWidth={760} type="native">
        <Table
          verticalSpacing={5}
          aria-label={t('plans:canary.measures')}
          className={classes.table}
        >
          <Table.Thead>
            <Table.Tr>
              {(['canary', 'measure', 'before', 'since', 'factor', 'finding', 'why'] as const).map(
                (column) => (
                  <Table.Th scope="col" key={column}>
                    {t(`plans:canary.columns.${column}`)}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          {shown.map((report) => (
            <ReportRows key={report.id} report={report} texts={texts} />
          ))}
        </Table>
      </Table.ScrollContainer>
      {reports.length > shown.length && (
        <p className={classes.more}>
          {t('plans:canary.more', { count: reports.length - shown.length })}
        </p>
      )}
    </>
  );
}

function ReportRows({ report, texts }: { report: CanaryReport; texts: CanaryTexts }) {
  const { format, words } = useSpeaker();
  const { session, comparisons } = report;
  return (
    <Table.Tbody>
      <Table.Tr data-measure="session" data-finding={session.finding}>
        <Table.Th scope="rowgroup" rowSpan={1 + comparisons.length} fw={400}>
          <RouteLink to={paths.proxy(report.id)} size="sm">
            {report.name}
          </RouteLink>
        </Table.Th>
        <Table.Th scope="row" fw={400} className={classes.measure}>
          {words.canaryFindings.session}
        </Table.Th>
        <Table.Td colSpan={3} />
        <Table.Td>
          <SignLabel look={looks[session.finding]} word={texts.verdicts[session.finding]} />
        </Table.Td>
        <Table.Td className={classes.why}>{texts.session(session, format)}</Table.Td>
      </Table.Tr>
      {comparisons.map((comparison) => (
        <ComparisonRow key={comparison.measure} comparison={comparison} texts={texts} />
      ))}
    </Table.Tbody>
  );
}

function ComparisonRow({ comparison, texts }: { comparison: Comparison; texts: CanaryTexts }) {
  const { format, words } = useSpeaker();
  const { measure, before, since, factor, finding } = comparison;
  return (
    <Table.Tr data-measure={measure} data-finding={finding}>
      <Table.Th scope="row" fw={400} className={classes.measure}>
        {words.canaryFindings[measure]}
      </Table.Th>
      <Table.Td className={classes.number}>{measureText(comparison, before, format)}</Table.Td>
      <Table.Td className={classes.number}>{measureText(comparison, since, format)}</Table.Td>
      <Table.Td className={classes.number}>
        {factor === null ? '–' : timesOf(factor, format)}
        <FactorBar comparison={comparison} />
      </Table.Td>
      <Table.Td>
        <SignLabel look={looks[finding]} word={texts.verdicts[finding]} />
      </Table.Td>
      <Table.Td className={classes.why}>{texts.comparison(comparison, format)}</Table.Td>
    </Table.Tr>
  );
}
