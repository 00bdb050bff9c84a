import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../api/context.ts';
import { useCall } from '../../../api/use-call.ts';
import { Dialog } from '../../dialog.tsx';
import { ViewStates } from '../../view-states.tsx';
import { TrialConsent } from './trial-consent.tsx';
import { TrialForm } from './trial-form.tsx';

/** Tries a command on a sample mail on this machine, once that is allowed. */
export default function TrialDialog(props: {
  text: string;
  onTake: (command: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { tryHere } = usePreferences();
  const place = useCall('trial.place', {});
  return (
    <Dialog opened onClose={props.onClose} size="xl" title={t('commands:trial.title')}>
      <ViewStates loaded={place}>
        {(known) =>
          known.refused === 'windows' || known.refused === 'policy' || !tryHere ? (
            <TrialConsent place={known} />
          ) : (
            <TrialForm text={props.text} place={known} onTake={props.onTake} />
          )
        }
      </ViewStates>
    </Dialog>
  );
}
