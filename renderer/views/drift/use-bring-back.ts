import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DriftRow } from '../../../shared/model/drift.ts';
import { useApi } from '../../api/context.ts';
import { notifyDone } from '../../components/toast.tsx';
import { useAction } from '../../components/use-action.tsx';
import { paths } from '../../routes.ts';
import { plansBack } from './bring-back.ts';

/** Makes the plans that bring rows back as intended, and goes to the one, or to the list of all. */
export function useBringBack() {
  const { t } = useTranslation();
  const { client } = useApi();
  const navigate = useNavigate();
  const { busy, run } = useAction();
  const bringBack = (rows: readonly DriftRow[]): void =>
    run(async () => {
      const made = [];
      for (const plan of plansBack(rows)) made.push(await client.call('plans.create', plan));
      const [only] = made;
      if (made.length === 1 && only !== undefined) {
        await navigate({ to: paths.plan(only.id) });
        return;
      }
      notifyDone(t('drift:plansMade', { count: made.length }), t('drift:plansMadeText'));
      await navigate({ to: paths.plans });
    });
  return { busy, bringBack };
}
