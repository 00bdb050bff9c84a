import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { useFaultWords } from '../../../components/elsewhere/fault-words.ts';
import { notifyAlert, notifyDone } from '../../../components/toast.tsx';
import { useAction } from '../../../components/use-action.tsx';

/** Asks a Prometheus what it is and what it has, and tells that. */
export function TestButton(props: {
  readonly id: string;
  readonly label: string;
  readonly onTested: () => void;
}) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const say = useFaultWords();
  const test = async (): Promise<void> => {
    const result = await client.call('historyFrom.test', { id: props.id });
    props.onTested();
    if (result.kind === 'failed') {
      notifyAlert(t('elsewhere:panel.testFailed'), say(result.fault));
      return;
    }
    const { version, metrics, known, asked } = result;
    if (metrics.length === 0) {
      notifyAlert(t('elsewhere:panel.testedNothing'), t('elsewhere:panel.testedNothingText'));
      return;
    }
    const words = {
      version:
        version === null
          ? t('elsewhere:panel.noVersion')
          : t('elsewhere:panel.version', { version }),
      metrics: t('elsewhere:panel.metrics', { count: metrics.length }),
    };
    if (known === 0 && asked > 0) {
      const text = t('elsewhere:panel.testedOthersText', { ...words, asked });
      notifyAlert(t('elsewhere:panel.testedOthers'), text);
      return;
    }
    const text = t('elsewhere:panel.testedText', {
      ...words,
      known: t('elsewhere:panel.known', { known, asked }),
    });
    notifyDone(t('elsewhere:panel.tested'), text);
  };
  return (
    <Button
      size="xs"
      variant="default"
      aria-label={props.label}
      loading={busy}
      onClick={() => run(test)}
    >
      {t('elsewhere:panel.test')}
    </Button>
  );
}
