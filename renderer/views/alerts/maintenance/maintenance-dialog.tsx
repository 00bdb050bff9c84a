import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchFaultOf } from '../../../../shared/fleet/alerts/scope.ts';
import { maintenanceSchema } from '../../../../shared/model/alert-rule.ts';
import { useClasses } from '../../../api/classes.ts';
import { useApi } from '../../../api/context.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { localText, momentOf } from '../../../format/local-time.ts';
import { ScopeFields } from '../scope-fields.tsx';
import { nobodyYet, scopeOf } from '../scope-form.ts';

const hourMs = 3_600_000;

/** Says when work is done on which proxies; from now on for an hour, unless it is said otherwise. */
export function MaintenanceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [scope, setScope] = useState(nobodyYet);
  const [from, setFrom] = useState(() => localText(Date.now()));
  const [to, setTo] = useState(() => localText(Date.now() + hourMs));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [id] = useState(() => crypto.randomUUID());
  const { data, error } = maintenanceSchema.safeParse({
    id,
    note: note.trim(),
    scope: scopeOf(scope),
    from: momentOf(from),
    to: momentOf(to),
  });
  const classes = useClasses();
  const isFaultySearch = scope.scope === 'search' && searchFaultOf(scope.search, classes) !== null;
  const isWrong = (field: string): boolean =>
    tried && error?.issues.some(({ path }) => path[0] === field) === true;
  const save = (): void => {
    setTried(true);
    if (data === undefined || isFaultySearch) return;
    run(async () => {
      await client.call('alerts.saveMaintenance', data);
      onClose();
    });
  };
  return (
    <FormDialog onClose={onClose} title={t('alerts:maintenance.add')} busy={busy} onSave={save}>
      <ScopeFields
        form={scope}
        change={(change) => setScope((before) => ({ ...before, ...change }))}
        fault={isWrong('scope')}
      />
      <TextInput
        type="datetime-local"
        label={t('alerts:columns.from')}
        value={from}
        onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        error={isWrong('from') ? t('alerts:faults.time') : null}
      />
      <TextInput
        type="datetime-local"
        label={t('alerts:columns.to')}
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
        error={isWrong('to') ? t('alerts:faults.end') : null}
      />
      <TextInput
        label={t('alerts:maintenance.note')}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        error={isWrong('note') ? t('alerts:faults.name') : null}
        maxLength={80}
        autoComplete="off"
      />
    </FormDialog>
  );
}
