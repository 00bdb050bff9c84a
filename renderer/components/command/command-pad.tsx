import { Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lazyView } from '../lazy-view.tsx';
import classes from './command.module.css';
import type { CommandPadProps } from './command-pad-props.ts';

/**
 * Where a transformation is typed: highlighted as the shell reads it, with its length, what keeps it from being sent, what is warned of, and
 * the difference from what is in force. Enter presses the form's button.
 */
export const CommandPad = lazyView<CommandPadProps>(
  async () => (await import('./pad.tsx')).default,
  <Waiting />,
);

/** As high as the field, so that nothing moves when it comes. */
function Waiting() {
  const { t } = useTranslation();
  return (
    <div aria-busy>
      <Input.Label labelElement="div">{t('changes:transformation.label')}</Input.Label>
      <div className={classes.field} />
      <div className={classes.rule} />
    </div>
  );
}
