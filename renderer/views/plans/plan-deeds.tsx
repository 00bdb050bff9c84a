import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/model/plan.ts';
import { type PlanDeed, wordOf } from '../../../shared/model/plan-deed.ts';
import { sayChangedBy } from '../../components/changed-by.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './plans.module.css';

/** So many are shown at first, the last ones. */
const shownAtFirst = 5;

/** Who applied, approved and stopped the plan, and when it ended, in the order of time. Nothing where it was never applied. */
export function PlanDeeds({ plan }: { plan: Pick<Plan, 'deeds'> }) {
  const { t } = useTranslation();
  const say = useSayDeed();
  const [all, setAll] = useState(false);
  const shown = all ? plan.deeds : plan.deeds.slice(-shownAtFirst);
  const hidden = plan.deeds.length - shown.length;
  if (plan.deeds.length === 0) return null;
  return (
    <>
      <ul className={classes.deeds} aria-label={t('plans:deeds.title')}>
        {shown.map((deed) => (
          <Text component="li" size="sm" c="dimmed" key={`${deed.at} ${deed.kind}`}>
            {say(deed)}
          </Text>
        ))}
      </ul>
      {hidden > 0 && (
        <Button size="compact-xs" variant="subtle" mb={8} onClick={() => setAll(true)}>
          {t('plans:deeds.earlier', { count: hidden })}
        </Button>
      )}
    </>
  );
}

function useSayDeed(): (deed: PlanDeed) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (deed) => {
    const { actor, shell, remote } = deed;
    const by = actor === null ? '' : sayChangedBy(t, { actor, shell, remote });
    const what = t(`plans:deeds.${wordOf(deed)}`, { by });
    return t('plans:deeds.at', { what, when: format.dateTime(deed.at) });
  };
}
