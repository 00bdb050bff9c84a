import { Group, Text } from '@mantine/core';
import {
  type Icon,
  IconAdjustments,
  IconAlertTriangle,
  IconArrowBackUp,
  IconBellCheck,
  IconBellOff,
  IconBellRinging,
  IconFeather,
  IconFilterX,
  IconKeyOff,
  IconPencil,
  IconPlug,
  IconPlugConnectedX,
  IconPlugOff,
  IconPlus,
  IconQuestionMark,
  IconRotateClockwise,
  IconTrash,
  IconUserExclamation,
  IconWifi,
  IconWifiOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProxyEventKind } from '../../../shared/model/event.ts';

const looks: Readonly<Record<ProxyEventKind, { icon: Icon; color: string }>> = {
  connected: { icon: IconPlug, color: 'var(--spcp-ready)' },
  disconnected: { icon: IconPlugOff, color: 'var(--spcp-waiting)' },
  'attempt-failed': { icon: IconPlugConnectedX, color: 'var(--spcp-attention)' },
  'login-refused': { icon: IconKeyOff, color: 'var(--spcp-attention)' },
  restarted: { icon: IconRotateClockwise, color: 'var(--spcp-mark-restart)' },
  changed: { icon: IconAdjustments, color: 'var(--spcp-mark-change)' },
  'canary-started': { icon: IconFeather, color: 'var(--spcp-mark-change)' },
  'canary-fine': { icon: IconFeather, color: 'var(--spcp-ready)' },
  'canary-worse': { icon: IconFeather, color: 'var(--spcp-attention)' },
  'canary-unclear': { icon: IconFeather, color: 'var(--spcp-waiting)' },
  'canary-reverted': { icon: IconArrowBackUp, color: 'var(--spcp-mark-change)' },
  'changed-elsewhere': { icon: IconUserExclamation, color: 'var(--spcp-attention)' },
  'alert-fired': { icon: IconBellRinging, color: 'var(--spcp-attention)' },
  'alert-acknowledged': { icon: IconBellCheck, color: 'var(--spcp-waiting)' },
  'alert-over': { icon: IconBellOff, color: 'var(--spcp-ready)' },
  'own-network-down': { icon: IconWifiOff, color: 'var(--spcp-attention)' },
  'own-network-acknowledged': { icon: IconBellCheck, color: 'var(--spcp-waiting)' },
  'own-network-up': { icon: IconWifi, color: 'var(--spcp-ready)' },
  'datagrams-dropped': { icon: IconFilterX, color: 'var(--spcp-waiting)' },
  'events-lost': { icon: IconAlertTriangle, color: 'var(--spcp-attention)' },
  'profile-added': { icon: IconPlus, color: 'var(--spcp-off)' },
  'profile-edited': { icon: IconPencil, color: 'var(--spcp-off)' },
  'profile-removed': { icon: IconTrash, color: 'var(--spcp-off)' },
  unreadable: { icon: IconQuestionMark, color: 'var(--spcp-off)' },
};

/** What happened, by sign and word. */
export function EventKind({ kind }: { kind: ProxyEventKind }) {
  const { t } = useTranslation();
  const { icon: Sign, color } = looks[kind];
  return (
    <Group gap={6} wrap="nowrap" component="span" data-kind={kind}>
      <Sign size={16} color={color} aria-hidden />
      <Text span size="sm">
        {t(`events:kinds.${kind}`)}
      </Text>
    </Group>
  );
}
