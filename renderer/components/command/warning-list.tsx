import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { warningsOf } from '../../../shared/shell/warnings.ts';
import { warningText } from '../../../shared/texts/command-warnings.ts';
import { useSpeaker } from '../../format/use-speaker.ts';
import classes from './command.module.css';

/** A quote that is just being typed is not closed yet: what is wrong is told once the keys rest, milliseconds. */
const restMs = 400;

/** What may be wrong with a command, each with what would happen; read out when it is there. */
export function WarningList(props: { text: string }) {
  const { t } = useTranslation();
  const { language } = useSpeaker();
  const [text] = useDebouncedValue(props.text, restMs);
  const warnings = text === props.text ? warningsOf(text) : [];
  return (
    <ul className={classes.warnings} aria-live="polite" aria-label={t('changes:command.warnings')}>
      {warnings.map((warning) => {
        const said = warningText(language, warning);
        return (
          <li key={`${warning.code} ${warning.start}`} data-code={warning.code}>
            <IconAlertTriangle size={15} aria-hidden />
            <div>
              <Text size="xs" fw={600} className={classes.warningTitle}>
                {said.title}
              </Text>
              <Text size="xs">{said.text}</Text>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
