import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showHidden } from '../../../../../shared/model/hidden.ts';
import { ValueText } from '../../../../components/value-text.tsx';
import { useFormat } from '../../../../format/use-format.ts';
import type { KnownSizes } from '../use-control.ts';
import { Ago } from './ago.tsx';

/** The size that was last set from here, when and by whom; or that it is not known, and why. */
export function KnownSize({ bufferSize, bufferSizeInDoubt: doubt }: KnownSizes) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = (bytes: number): string =>
    t('changes:bytes', { count: bytes, value: format.number(bytes) });
  if (doubt !== null) {
    return (
      <>
        <ValueText setting="bufferSize" value={null} />
        <Text size="xs">
          {t('changes:bufferSize.inDoubt', {
            actor: showHidden(doubt.actor),
            when: format.dateTime(doubt.at),
            size: said(doubt.bytes),
          })}{' '}
          {bufferSize !== null && t('changes:bufferSize.before', { size: said(bufferSize.bytes) })}
        </Text>
      </>
    );
  }
  if (bufferSize === null) return <ValueText setting="bufferSize" value={null} />;
  const { bytes, at, actor } = bufferSize;
  return (
    <>
      <ValueText setting="bufferSize" value={String(bytes)} />
      {bytes >= 1024 && (
        <Text span size="xs" c="dimmed">
          {format.bytes(bytes)}
        </Text>
      )}
      <Ago at={at}>
        {(ago) =>
          actor === null ? ago : t('changes:bufferSize.setBy', { ago, actor: showHidden(actor) })
        }
      </Ago>
    </>
  );
}
