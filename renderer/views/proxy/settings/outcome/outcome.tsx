import {
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
import { type Look, SignLabel } from '../../../../components/sign-label.tsx';

type Outcome = AuditEntry['outcome'];

const looks: Readonly<Record<Outcome, Look>> = {
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
  return <SignLabel look={looks[outcome]} word={t(`changes:outcomes.${outcome}.name`)} />;
}
