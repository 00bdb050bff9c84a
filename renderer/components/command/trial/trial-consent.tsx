import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type TrialPlace, trialLimits } from '../../../../shared/model/trial.ts';
import { useApi } from '../../../api/context.ts';
import { useLockedBy } from '../../../api/managed.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Callout } from '../../callout.tsx';
import { May } from '../../may/may.tsx';
import classes from './trial.module.css';

/** Says what trying a command on this machine is before it is allowed, or why it cannot be. */
export function TrialConsent({ place }: { place: TrialPlace }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { setPreferences } = useApi();
  const lockedBy = useLockedBy()('tryHere');
  if (place.refused === 'windows' || place.refused === 'policy') {
    return (
      <Callout tone="info" title={t('commands:trial.cannot')}>
        <Text size="sm">
          {t(`commands:trial.refused.${place.refused}`, { by: place.by ?? '' })}
        </Text>
      </Callout>
    );
  }
  return (
    <>
      <Text size="sm">{t('commands:trial.what', { user: place.user })}</Text>
      <ul className={classes.terms}>
        <li>
          {t('commands:trial.limits', {
            seconds: trialLimits.timeMs / 1000,
            size: format.bytes(trialLimits.output),
          })}
        </li>
        <li>{t('commands:trial.directory')}</li>
        <li>{t('commands:trial.noSandbox')}</li>
      </ul>
      {lockedBy !== null && (
        <Text size="sm" c="dimmed" mb="xs" id="trial-locked">
          {t('managed:locked', { by: lockedBy })}
        </Text>
      )}
      <May needs="administer">
        <Button
          size="sm"
          disabled={lockedBy !== null}
          aria-describedby={lockedBy === null ? undefined : 'trial-locked'}
          onClick={() => setPreferences({ tryHere: true })}
          data-autofocus
        >
          {t('commands:trial.allow')}
        </Button>
      </May>
    </>
  );
}
