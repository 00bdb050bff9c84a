import { useTranslation } from 'react-i18next';
import { TypedName } from '../../../components/typed-name.tsx';
import classes from './palette.module.css';

/** Asks for the name of a proxy, where its class wants it, before it is changed. */
export function ConfirmName(props: {
  /** The command, in its own words. */
  what: string;
  name: string;
  /** What was typed of it already. */
  typed: string;
  onConfirm: (typed: string) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  return (
    <TypedName
      className={classes.confirm}
      autoFocus
      wanted={props.name}
      typed={props.typed}
      label={t('changes:confirm.label', { name: props.name })}
      description={props.what}
      submit={t('changes:confirm.submit')}
      cancel={t('palette.back')}
      onConfirm={props.onConfirm}
      onCancel={props.onBack}
    />
  );
}
