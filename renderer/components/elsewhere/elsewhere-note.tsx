import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HistoryRange } from '../../../shared/model/history.ts';
import type { HistoryElsewhere } from '../../../shared/model/history-from.ts';
import { useApi } from '../../api/context.ts';
import { useFormat } from '../../format/use-format.ts';
import { Callout } from '../callout.tsx';
import { useAction } from '../use-action.tsx';
import { useFaultWords } from './fault-words.ts';
import { useWhereWords } from './where-words.ts';

/** So many parts are named one by one. */
const mostParts = 3;

/** Says what of the histories shown came from a Prometheus, or why it could not be read now; nothing where none was asked. */
export function ElsewhereNote(props: {
  readonly ranges: Iterable<Pick<HistoryRange, 'elsewhere'>>;
  /** Reads them again. */
  readonly reload: () => void;
}) {
  const asked = [...props.ranges].flatMap(({ elsewhere }) => elsewhere ?? []);
  const [first, ...others] = asked;
  if (first === undefined) return null;
  const failed = asked.find(({ fault }) => fault !== null);
  const warnings = [...new Set(asked.flatMap((each) => each.warnings))];
  return (
    <Stack gap={4} mb="xs">
      {failed !== undefined && <Failed elsewhere={failed} reload={props.reload} />}
      {others.length === 0 ? <OfOne elsewhere={first} /> : <OfMany all={asked} />}
      <Warnings warnings={warnings} />
    </Stack>
  );
}

function Failed({ elsewhere, reload }: { elsewhere: HistoryElsewhere; reload: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const say = useFaultWords();
  if (elsewhere.fault === null) return null;
  const again = async (): Promise<void> => {
    await client.call('historyFrom.again', {});
    reload();
  };
  return (
    <Callout tone="warning" title={t('elsewhere:failed')} code={elsewhere.fault.kind}>
      <Text size="sm">{t('elsewhere:failedText', { why: say(elsewhere.fault) })}</Text>
      <Button size="xs" variant="default" mt={4} loading={busy} onClick={() => run(again)}>
        {t('elsewhere:again')}
      </Button>
    </Callout>
  );
}

/** Which parts of one history are from there. */
function OfOne({ elsewhere }: { elsewhere: HistoryElsewhere }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const where = useWhereWords()(elsewhere.folderId);
  const { spans, fault, asked } = elsewhere;
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) {
    if (fault !== null) return null;
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

function Line({ text }: { text: string }) {
  return (
    <Text size="xs" c="dimmed" data-elsewhere>
      {text}
    </Text>
  );
}
