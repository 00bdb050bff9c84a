import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CopySummary } from '../../../../shared/model/copies.ts';
import { Panel } from '../../../components/panel.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** The copies, newest first, each with what it would bring back. */
export function CopyList(props: {
  copies: readonly CopySummary[];
  chosen: number;
  onChoose: (savedAt: number) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('copies:list')}>
      <Radio.Group
        aria-label={t('copies:list')}
        value={String(props.chosen)}
        onChange={(value) => props.onChoose(Number(value))}
      >
        <Stack gap="xs">
          {props.copies.map((copy) => (
            <Radio
              key={copy.savedAt}
              value={String(copy.savedAt)}
              label={
                <>
                  {t('copies:choose', { at: format.dateTime(copy.savedAt) })}
                  <Summary copy={copy} />
                </>
              }
            />
          ))}
        </Stack>
      </Radio.Group>
    </Panel>
  );
}

function Summary({ copy }: { copy: CopySummary }) {
  const { t } = useTranslation();
  const facts = (['missing', 'different', 'newer', 'said'] as const)
    .filter((fact) => copy[fact] > 0)
    .map((fact) => t(`copies:${fact}`, { count: copy[fact] }));
  return (
    <Text span size="xs" c="dimmed" display="block">
      {[t('copies:profiles', { count: copy.profiles }), ...facts].join(' · ')}
    </Text>
  );
}
