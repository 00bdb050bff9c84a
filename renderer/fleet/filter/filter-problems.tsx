import { useTranslation } from 'react-i18next';
import type { FilterProblem } from '../../../shared/model/filter/filter.ts';
import classes from './filter.module.css';

/** What of the filter means nothing, told softly: the rest holds. A word that may as well be a part of an address is told only where nothing is found. */
export function FilterProblems(props: {
  id: string;
  problems: readonly FilterProblem[];
  nothingFits: boolean;
}) {
  const { t } = useTranslation();
  const told = props.problems.filter(
    ({ kind }) => kind !== 'unknown-operator' || props.nothingFits,
  );
  const sentences = told.map((problem) =>
    problem.kind === 'unknown-value'
      ? t('arrangement:filter.problems.unknown-value', {
          value: problem.value,
          known: problem.known.join(', '),
        })
      : t(`arrangement:filter.problems.${problem.kind}`, { value: problem.value }),
  );
  const isIgnored = told.some(({ kind }) => kind !== 'unknown-operator');
  return (
    <p id={props.id} role="status" className={classes.problems}>
      {sentences.join(' ')}
      {isIgnored && ` ${t('arrangement:filter.problems.rest')}`}
    </p>
  );
}
