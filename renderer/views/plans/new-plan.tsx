import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { PlanFields } from './plan-fields.tsx';
import classes from './plans.module.css';
import { useNewPlan } from './use-new-plan.ts';
import { useUsualName } from './usual-name.ts';

/** Asks what is to be changed on these proxies. Nothing is changed by it: the plan is read first, and shown. */
export default function NewPlan(props: { profiles: readonly ProfileEntry[]; onClose: () => void }) {
  const { profiles, onClose } = props;
  const { t } = useTranslation();
  const usualName = useUsualName();
  const plan = useNewPlan((form) => usualName(form, { kind: 'selection' }, profiles));
  const ids = profiles.map(({ id }) => id);
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t('plans:new.title', { count: profiles.length })}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void plan.create(ids, { kind: 'selection' });
        }}
      >
        <Text size="sm" c="dimmed">
          {t('plans:new.text')}
        </Text>
        <PlanFields {...plan} autoFocus />
        {plan.error !== null && <ErrorPanel error={plan.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={plan.saving}>
            {t('plans:new.create')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
