import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hold } from '../../../../shared/model/canary.ts';
import { Dialog } from '../../../components/dialog.tsx';
import classes from '../plans.module.css';
import { readHold, usualForm } from './canary-form.ts';
import { HoldFields } from './hold-fields.tsx';

/** Asks for how much longer. */
export function HoldLonger(props: { onClose: () => void; onHold: (hold: Hold) => void }) {
  const { t } = useTranslation();
  const [form, setForm] = useState(usualForm);
  const hold = readHold(form);
  return (
    <Dialog opened onClose={props.onClose} title={t('plans:canary.longerTitle')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (typeof hold !== 'string') props.onHold(hold);
        }}
      >
        <HoldFields
          form={form}
          fault={typeof hold === 'string' ? hold : null}
          onChange={(part) => setForm((before) => ({ ...before, ...part }))}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={typeof hold === 'string'}>
            {t('plans:canary.holdIt')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
