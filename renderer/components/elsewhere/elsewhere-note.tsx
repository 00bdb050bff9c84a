import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HistoryRange, HistoryTotals } from '../../../shared/model/history.ts';
import type { HistoryElsewhere, HistoryFault } from '../../../shared/model/history-from.ts';
import { useApi } from '../../api/context.ts';
import { useStore } from '../../api/store.ts';
import { useFormat } from '../../format/use-format.ts';
import { Callout } from '../callout.tsx';
import { useAction } from '../use-action.tsx';
import { useFaultWords } from './fault-words.ts';
import { useWhereWords } from './where-words.ts';

/** So many parts are named one by one. */
const mostParts = 3;

/** Says what of the histories shown came from a Prometheus, that it is still asked, or why it could not be read now; nothing where none was asked. */
export function ElsewhereNote(props: {
  readonly ranges: Iterable<Pick<HistoryRange, 'elsewhere'>>;
  /** Reads them again. */
  readonly reload: () => void;
}) {
  const asked = [...props.ranges].flatMap(({ elsewhere }) => elsewhere ?? []);
  const [first, ...others] = asked;
  if (first === undefined) return null;
  const failed = asked.find(({ fault }) => fault !== null);
  const waiting = asked.find(({ pending }) => pending);
  const warnings = [...new Set(asked.flatMap((each) => each.warnings))];
  return (
    <Stack gap={4} mb="xs">
      {failed !== undefined && <Failed elsewhere={failed} reload={props.reload} />}
      {waiting !== undefined && failed === undefined && <Waiting of={waiting} />}
      {others.length === 0 ? <OfOne elsewhere={first} /> : <OfMany all={asked} />}
      <Warnings warnings={warnings} />
    </Stack>
  );
}

/** Its absence is a state, as that of a proxy is; what somebody has to see to is told as such. */
const absences: readonly HistoryFault['kind'][] = ['unreachable', 'timeout', 'unavailable'];

function Failed({ elsewhere, reload }: { elsewhere: HistoryElsewhere; reload: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const say = useFaultWords();
  const where = useWhereWords()(elsewhere.folderId);
  if (elsewhere.fault === null) return null;
  const again = async (): Promise<void> => {
    await client.call('historyFrom.again', {});
    reload();
  };
  const why = say(elsewhere.fault);
  const button = (
    <Button
      flex="none"
      size="compact-xs"
      variant="default"
      loading={busy}
      onClick={() => run(again)}
    >
      {t('elsewhere:again')}
    </Button>
  );
  if (absences.includes(elsewhere.fault.kind))
    return (
      <Group gap="xs" wrap="nowrap" role="status" data-absent={elsewhere.fault.kind}>
        <Line text={t('elsewhere:absent', { where, why })} />
        {button}
      </Group>
    );
  return (
    <Callout tone="warning" title={t('elsewhere:failed')} code={elsewhere.fault.kind}>
      <Text size="sm">{t('elsewhere:failedText', { why })}</Text>
      {button}
    </Callout>
  );
}

function Waiting({ of }: { of: Pick<HistoryElsewhere, 'folderId'> }) {
  const { t } = useTranslation();
  const where = useWhereWords()(of.folderId);
  // Of a console that is away nobody knows whether it still asks.
  if (useStore(useApi().feed).kind !== 'fed') return null;
  return (
    <Group gap={6} role="status" data-waiting>
      <Loader size={12} />
      <Line text={t('elsewhere:waiting', { where })} />
    </Group>
  );
}

/** Says of what was counted that a Prometheus is still asked for more, or why it could not be read. */
export function TotalsNote({ totals }: { totals: readonly HistoryTotals[] | null }) {
  const { t } = useTranslation();
  const say = useFaultWords();
  const asked = (totals ?? []).flatMap(({ elsewhere }) => elsewhere ?? []);
  const fault = asked.find((each) => each.fault !== null)?.fault ?? null;
  if (fault !== null)
    return <Line text={t('elsewhere:totalsAbsent', { why: say(fault) })} role="status" />;
  const waiting = asked.find(({ pending }) => pending);
  return waiting === undefined ? null : <Waiting of={waiting} />;
}

/** Which parts of one history are from there. */
function OfOne({ elsewhere }: { elsewhere: HistoryElsewhere }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const where = useWhereWords()(elsewhere.folderId);
  const { spans, fault, asked, pending } = elsewhere;
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) {
    if (fault !== null || pending) return null;
    const until = format.dateTime(asked.to);
    return <Line text={t('elsewhere:nothing', { where, until })} />;
  }
  const named = spans.length <= mostParts ? spans : [{ from: first.from, to: last.to }];
  const list = new Intl.ListFormat(i18n.resolvedLanguage ?? 'en');
  const parts = list.format(
    named.map(({ from, to }) =>
      t('elsewhere:between', { from: format.dateTime(from), to: format.dateTime(to) }),
    ),
  );
  return <Line text={t('elsewhere:from', { where, parts })} />;
}

function OfMany({ all }: { all: readonly HistoryElsewhere[] }) {
  const { t } = useTranslation();
  const count = all.filter(({ spans }) => spans.length > 0).length;
  return count === 0 ? null : <Line text={t('elsewhere:ofSome', { count })} />;
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  const { t } = useTranslation();
  return warnings.map((warning) => (
    <Line key={warning} text={t('elsewhere:warned', { warning })} />
  ));
}

function Line({ text, role }: { text: string; role?: 'status' }) {
  return (
    <Text size="xs" c="dimmed" data-elsewhere role={role}>
      {text}
    </Text>
  );
}
