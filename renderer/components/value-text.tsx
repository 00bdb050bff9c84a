import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../shared/model/change.ts';
import { shownText } from '../../shared/spcp/ascii.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './value-text.module.css';

/** A value of a setting; `null` is no transformation, or a buffer size that is not known. */
export function ValueText(props: { setting: AuditEntry['setting']; value: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (props.value === null) {
    return (
      <Text span size="sm" c="dimmed" fs="italic">
        {t(props.setting === 'transformation' ? 'changes:noTransformation' : 'changes:sizeUnknown')}
      </Text>
    );
  }
  if (props.setting === 'bufferSize') {
    const bytes = Number(props.value);
    return (
      <Text span size="sm">
        {t('changes:bytes', { count: bytes, value: format.number(bytes) })}
      </Text>
    );
  }
  return <Code className={classes.code}>{shownText(props.value)}</Code>;
}
