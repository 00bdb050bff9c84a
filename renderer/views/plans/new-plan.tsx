import { Button, Checkbox, Group, Modal, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../shared/errors.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { errorOf } from '../../api/client.ts';
import { useApi } from '../../api/context.ts';
import { CommandPad } from '../../components/command/command-pad.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { paths } from '../../routes.ts';
import { BufferSizeField } from '../proxy/settings/editors/buffer-size-field.tsx';
import { type PlanForm, readPlan } from './plan-form.ts';
import classes from './plans.module.css';

/** Asks what is to be changed on these proxies. Nothing is changed by it: the plan is read first, and shown. */
export default function NewPlan(props: { profiles: readonly ProfileEntry[]; onClose: () => void }) {
  const { profiles, onClose } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const navigate = useNavigate();
  const [form, setForm] = useState<PlanForm>({
    name: t('plans:new.usualName', { count: profiles.length }),
    setting: 'transformation',
    transformation: '',
    none: false,
    bytes: '',
  });
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const read = readPlan(form);
  const faults = 'faults' in read ? read.faults : null;
  const change = (part: Partial<PlanForm>): void => setForm((before) => ({ ...before, ...part }));
  const create = async (): Promise<void> => {
    setTried(true);
    if ('faults' in read) return;
    setSaving(true);
    setError(null);
    try {
      const ids = profiles.map(({ id }) => id);
      const plan = await client.call('plans.create', {
        ...read,
        ids,
        scope: { kind: 'selection' },
      });
      onClose();
      await navigate({ to: paths.plan(plan.id) });
    } catch (thrown) {
      setError(errorOf(thrown));
      setSaving(false);
    }
  };
  return (
    <Modal
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
          void create();
        }}
      >
        <Text size="sm" c="dimmed">
          {t('plans:new.text')}
        </Text>
        <TextInput
          label={t('plans:new.name')}
          value={form.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          error={faults?.name === true && tried ? t('plans:new.nameFault') : null}
          maxLength={80}
          autoComplete="off"
        />
        <SegmentedControl
          aria-label={t('plans:new.setting')}
          value={form.setting}
          onChange={(setting) => change({ setting: setting as PlanForm['setting'] })}
          data={(['transformation', 'bufferSize'] as const).map((setting) => ({
            value: setting,
            label: t(`changes:settings.${setting}`),
          }))}
        />
        {form.setting === 'transformation' ? (
          <>
            {!form.none && (
              <CommandPad
                text={form.transformation}
                setText={(transformation) => change({ transformation })}
                wanted={tried}
                autoFocus
              />
            )}
            <Checkbox
              label={t('plans:new.none')}
              checked={form.none}
              onChange={({ currentTarget }) => change({ none: currentTarget.checked })}
            />
          </>
        ) : (
          <div>
            <BufferSizeField
              text={form.bytes}
              setText={(bytes) => change({ bytes })}
              wanted={tried}
            />
            <Text size="xs" c="dimmed" mt={6}>
              {t('plans:new.bytesHint')}
            </Text>
          </div>
        )}
        {error !== null && <ErrorPanel error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={saving}>
            {t('plans:new.create')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
