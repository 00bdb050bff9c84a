import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../../api/page.ts';

/** Puts a text on the clipboard, and says whether that worked. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void copyText(text).then(setCopied)}
      >
        {label}
      </Button>
      <Text size="xs" c="dimmed" role="status" component="span">
        {copied !== null && t(copied ? 'exporter:copied' : 'exporter:notCopied')}
      </Text>
    </>
  );
}
