import {
  IconCircleCheck,
  IconHelpCircle,
  IconPlugOff,
  IconTagsOff,
  IconTargetOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DriftState } from '../../../shared/model/drift.ts';
import { type Look, SignLabel } from '../../components/sign-label.tsx';

const looks: Readonly<Record<DriftState, Look>> = {
  deviates: { icon: IconTargetOff, color: 'var(--spcp-attention)' },
  disagree: { icon: IconTagsOff, color: 'var(--spcp-attention)' },
  unknown: { icon: IconHelpCircle, color: 'var(--spcp-waiting)' },
  unreachable: { icon: IconPlugOff, color: 'var(--spcp-waiting)' },
  'in-line': { icon: IconCircleCheck, color: 'var(--spcp-ready)' },
};

/** Whether a setting is as intended, by sign and word. */
export function DriftStateLabel({ state }: { state: DriftState }) {
  const { t } = useTranslation();
  return <SignLabel look={looks[state]} word={t(`drift:states.${state}`)} />;
}
