import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Decision, Plan } from '../../../shared/model/plan.ts';
import { useApi } from '../../api/context.ts';
import { Callout } from '../../components/callout.tsx';
import { May } from '../../components/may/may.tsx';
import { useAction } from '../../components/use-action.tsx';

/** That some targets have another value than was read, and what is to become of all of them. Nothing while none has. */
export function ConflictCallout({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const count = plan.counts.conflict ?? 0;
  if (count === 0) return null;
  const decide = (decision: Decision): void =>
    run(() => client.call('plans.decide', { id: plan.id, decision, profileIds: null }));
  return (
    <Callout tone="warning" title={t('plans:decide.title', { count })}>
      <Text size="sm">{t('plans:decide.text')}</Text>
      <Group gap="xs" mt={8}>
        <May needs="operate">
          <Button size="xs" variant="default" disabled={busy} onClick={() => decide('leave')}>
            {t('plans:decide.leaveAll')}
          </Button>
        </May>
        <May needs="operate">
          <Button size="xs" variant="default" disabled={busy} onClick={() => decide('take')}>
            {t('plans:decide.takeAll')}
          </Button>
        </May>
      </Group>
    </Callout>
  );
}
