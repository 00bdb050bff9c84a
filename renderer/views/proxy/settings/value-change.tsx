import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../../shared/model/change.ts';
import { ValueText } from '../../../components/value-text.tsx';

/** Of what a change makes what; both as `ValueText` shows them. */
export function ValueChange(props: {
  setting: AuditEntry['setting'];
  from: string | null;
  to: string | null;
}) {
  const { setting, from, to } = props;
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      <ValueText setting={setting} value={from} />
      <span aria-hidden>→</span>
      <span className="visually-hidden">{t('changes:to')}</span>
      <ValueText setting={setting} value={to} />
    </Group>
  );
}
