import { Group, Text } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangle,
  IconArrowsSplit,
  IconCircleCheck,
  IconHelpCircle,
  IconHourglass,
  IconInfoCircle,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../../../shared/model/change.ts';

type Outcome = AuditEntry['outcome'];

const looks: Readonly<Record<Outcome, { icon: Icon; color: string }>> = {
  begun: { icon: IconHourglass, color: 'var(--spcp-busy)' },
  verified: { icon: IconCircleCheck, color: 'var(--spcp-ready)' },
  unverified: { icon: IconInfoCircle, color: 'var(--spcp-busy)' },
  mismatch: { icon: IconAlertTriangle, color: 'var(--spcp-waiting)' },
  conflict: { icon: IconArrowsSplit, color: 'var(--spcp-waiting)' },
  refused: { icon: IconX, color: 'var(--spcp-attention)' },
  failed: { icon: IconHelpCircle, color: 'var(--spcp-attention)' },
  'not-applied': { icon: IconX, color: 'var(--spcp-waiting)' },
};

/** What a change came to, by sign and word. */
export function OutcomeLabel({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const { icon: Sign, color } = looks[outcome];
  return (
    <Group gap={5} wrap="nowrap" component="span">
      <Sign size={16} color={color} aria-hidden />
      <Text span size="sm">
        {t(`changes:outcomes.${outcome}.name`)}
      </Text>
    </Group>
  );
}
