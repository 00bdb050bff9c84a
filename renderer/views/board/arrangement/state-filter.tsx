import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { StateIcon } from '../../../components/state-label.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from '../board.module.css';
import { useTotals } from '../summary/use-totals.ts';
import type { BoardView } from './board-view.ts';

const choices = ['all', 'ready', 'waiting', 'needs-attention', 'off'] as const;

/** How many of these proxies are in each state; choosing one shows only those. */
export function StateFilter(props: {
  profiles: readonly ProfileEntry[];
  state: BoardView['state'];
  onState: (state: BoardView['state']) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useId();
  const totals = useTotals(props.profiles);
  return (
    <fieldset className={classes.states}>
      <legend className="visually-hidden">{t('board:filter.state')}</legend>
      {choices.map((choice) => (
        <label key={choice} className={classes.state}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={props.state === choice}
            onChange={() => props.onState(choice)}
          />
          {choice !== 'all' && <StateIcon kind={choice} size={15} />}
          <span>{t(`board:filter.${choice}`)}</span>
          <span className={classes.count}>
            {format.number(choice === 'all' ? totals.count : totals.states[choice])}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
