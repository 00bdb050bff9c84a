import { Button, Group } from '@mantine/core';
import { useAction } from './use-action.tsx';

/** Below the rows of a log: loads those before them. */
export function OlderButton({ label, load }: { label: string; load: () => Promise<void> }) {
  const { busy, run } = useAction();
  return (
    <Group justify="center" mt="xs">
      <Button size="xs" variant="default" loading={busy} onClick={() => run(load)}>
        {label}
      </Button>
    </Group>
  );
}
