import { Text } from '@mantine/core';
import { useNow } from '../../../../components/use-now.ts';
import { useFormat } from '../../../../format/use-format.ts';

/** How long ago something was, small beside it; `children` puts it in words. */
export function Ago(props: { at: number; children: (ago: string) => string }) {
  const { at } = props;
  const format = useFormat();
  const now = useNow();
  return (
    <Text span size="xs" c="dimmed" title={format.dateTime(at)}>
      {props.children(format.relative(at, Math.max(now, at)))}
    </Text>
  );
}
