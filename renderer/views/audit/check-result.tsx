import { Button, Code, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inOneLine } from '../../../shared/texts/texts.ts';
import { copyText } from '../../api/page.ts';
import { Callout } from '../../components/callout.tsx';
import { UnderWay } from '../../components/under-way.tsx';
import { useSpeaker } from '../../format/use-speaker.ts';
import type { Checking } from './use-checking.ts';

/** How far a check of the audit log is, and then what it found, to be read and copied. */
export function CheckResult(props: { checking: NonNullable<Checking>; onStop: () => void }) {
  const { checking, onStop } = props;
  const isUnderWay = checking.kind === 'beginning' || checking.kind === 'checking';
  return (
    <>
      {isUnderWay && <Progress checking={checking} onStop={onStop} />}
      <div role="status">{!isUnderWay && <Found checking={checking} onClose={onStop} />}</div>
    </>
  );
}

type Kind<K extends string> = Extract<NonNullable<Checking>, { readonly kind: K }>;

function Progress(props: { checking: Kind<'beginning' | 'checking'>; onStop: () => void }) {
  const { checking, onStop } = props;
  const { t } = useTranslation();
  const label = checking.kind === 'checking' ? t('audit:checking', checking) : t('audit:beginning');
  const part = checking.kind === 'checking' ? checking.checked / Math.max(1, checking.of) : 0;
  return <UnderWay part={part} label={label} cancel={t('audit:cancel')} onCancel={onStop} />;
}

function Found(props: {
  checking: Exclude<NonNullable<Checking>, Kind<'beginning' | 'checking'>>;
  onClose: () => void;
}) {
  const { checking, onClose } = props;
  const { t } = useTranslation();
  const speaker = useSpeaker();
  const close = (
    <Button size="compact-xs" variant="default" onClick={onClose}>
      {t('audit:close')}
    </Button>
  );
  if (checking.kind === 'failed')
    return (
      <Callout tone="unknown" role="alert" title={t('audit:notChecked')}>
        <Text size="sm">{inOneLine(speaker.error(checking.error))}</Text>
        {close}
      </Callout>
    );
  const { check } = checking;
  if (!check.whole)
    return (
      <Callout tone="bad" role="alert" title={t('audit:altered')}>
        <Text size="sm">
          {inOneLine(speaker.error({ code: 'audit-altered', detail: check.wrong }))}
        </Text>
        {close}
      </Callout>
    );
  return (
    <Callout tone="good" title={t('audit:whole', { count: check.records })}>
      {check.records > 0 && (
        <>
          <Text size="sm">
            {t('audit:head')} <Code style={{ overflowWrap: 'anywhere' }}>{check.head}</Code>
          </Text>
          <Text size="xs" c="dimmed">
            {t('audit:headWhy')}
          </Text>
        </>
      )}
      <Group gap="xs" mt={6}>
        {check.records > 0 && <CopyHash hash={check.head} />}
        {close}
      </Group>
    </Callout>
  );
}

function CopyHash({ hash }: { hash: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <Button size="compact-xs" variant="default" onClick={() => void copyText(hash).then(setCopied)}>
      {t(copied ? 'audit:copied' : 'audit:copy')}
    </Button>
  );
}
