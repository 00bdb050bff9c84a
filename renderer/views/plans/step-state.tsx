import {
  IconArrowBackUp,
  IconArrowsSplit,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDotted,
  IconEqual,
  IconHelpCircle,
  IconPlugOff,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StepState } from '../../../shared/model/plan.ts';
import { type Look, SignLabel } from '../../components/sign-label.tsx';
import { useFormat } from '../../format/use-format.ts';

const looks: Readonly<Record<StepState, Look>> = {
  waiting: { icon: IconCircleDashed, color: 'var(--mantine-color-dimmed)' },
  right: { icon: IconEqual, color: 'var(--spcp-ready)' },
  running: { icon: IconCircleDotted, color: 'var(--spcp-busy)' },
  done: { icon: IconCircleCheck, color: 'var(--spcp-ready)' },
  conflict: { icon: IconArrowsSplit, color: 'var(--spcp-waiting)' },
  left: { icon: IconArrowsSplit, color: 'var(--mantine-color-dimmed)' },
  failed: { icon: IconX, color: 'var(--spcp-attention)' },
  unreachable: { icon: IconPlugOff, color: 'var(--spcp-attention)' },
  unknown: { icon: IconHelpCircle, color: 'var(--spcp-attention)' },
  reverted: { icon: IconArrowBackUp, color: 'var(--spcp-mark-change)' },
  gone: { icon: IconTrash, color: 'var(--mantine-color-dimmed)' },
};

/** How far a step is, by sign and word; with `count`, how many are so. */
export function StepStateLabel({ state, count }: { state: StepState; count?: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const word = t(`plans:states.${state}`);
  return (
    <SignLabel
      look={looks[state]}
      word={count === undefined ? word : `${word}: ${format.number(count)}`}
    />
  );
}
