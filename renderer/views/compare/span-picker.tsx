import { Button, Group, Popover, Text, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/context.ts';
import { spanOf } from '../../charts/chart-span.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';
import { localText, momentOf } from '../../format/local-time.ts';
import { useFormat } from '../../format/use-format.ts';

/** Any span by date and time. */
export function SpanPicker(props: {
  /** What the fields begin with. */
  span: TimeSpan;
  /** Epoch milliseconds of the first reading of any of the proxies; null where there is none. */
  since: number | null;
  onSpan: (span: TimeSpan) => void;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const label = t('compare:dates.open');
  const choose = (span: TimeSpan): void => {
    setOpened(false);
    props.onSpan(span);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus withinPortal>
      <Popover.Target>
        <Button
          size="compact-xs"
          h={26}
          variant="default"
          leftSection={<IconCalendar size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Fields {...props} onSpan={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Fields(props: { span: TimeSpan; since: number | null; onSpan: (span: TimeSpan) => void }) {
  const { since, onSpan } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { fleet } = useApi();
  const [from, setFrom] = useState(() => localText(props.span.from));
  const [to, setTo] = useState(() => localText(props.span.to));
  const [failed, setFailed] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const span = spanOf(momentOf(from) ?? undefined, momentOf(to) ?? undefined);
    setFailed(span === null);
    if (span !== null) onSpan(span);
  };
  const field = (label: string, value: string, set: (text: string) => void) => (
    <TextInput
      size="xs"
      type="datetime-local"
      step={1}
      required
      withAsterisk={false}
      label={label}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      error={failed}
    />
  );
  return (
    <form onSubmit={submit} noValidate>
      <Group gap="xs" align="flex-end">
        {field(t('compare:dates.from'), from, setFrom)}
        {field(t('compare:dates.to'), to, setTo)}
        <Button size="xs" type="submit">
          {t('compare:dates.show')}
        </Button>
      </Group>
      <Text size="xs" c="var(--spcp-attention)" role="alert" mt={failed ? 6 : 0}>
        {failed && t('compare:dates.wrong')}
      </Text>
      {since !== null && (
        <Group gap="xs" mt="xs">
          <Text size="xs" c="dimmed">
            {t('compare:dates.since', { time: format.dateTime(since) })}
          </Text>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => onSpan({ from: since, to: Math.max(fleet.now(), since + minuteMs) })}
          >
            {t('compare:dates.all')}
          </Button>
        </Group>
      )}
    </form>
  );
}

const minuteMs = 60_000;
