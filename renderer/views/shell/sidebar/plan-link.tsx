import { IconHandStop } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { waitsFor } from '../../../../shared/model/plan-waits.ts';
import { useCall } from '../../../api/use-call.ts';
import { useFormat } from '../../../format/use-format.ts';
import { hrefOf, paths } from '../../../routes.ts';
import classes from '../trouble/trouble.module.css';

/** How many plans wait for a decision or to be gone on with, and the way to them; nothing where there are none. */
export function PlanLink() {
  const { value } = useCall('plans.list', {}, { live: true });
  const { t } = useTranslation();
  const format = useFormat();
  const count = useMemo(
    () => (value ?? []).filter((plan) => waitsFor(plan) !== null).length,
    [value],
  );
  if (count === 0) return null;
  const words = t('waitingPlans.count', { count });
  return (
    <a className={classes.link} href={hrefOf(paths.plans)} title={words}>
      <IconHandStop size={13} stroke={2.2} aria-hidden />
      <span aria-hidden>{format.number(count)}</span>
      <span className="visually-hidden">{words}</span>
    </a>
  );
}
