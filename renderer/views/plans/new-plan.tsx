import { Button, Checkbox, Group, Modal, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../shared/errors.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { bufferSizeRange, maxArgumentLength } from '../../../shared/spcp/request.ts';
import { errorOf } from '../../api/client.ts';
import { useApi } from '../../api/context.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { useFormat } from '../../format/use-format.ts';
import { paths } from '../../routes.ts';
import { byteLength } from '../proxy/settings/transformation-text.ts';
import { type PlanFaults, type PlanForm, readPlan } from './plan-form.ts';
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
      const plan = await client.call('plans.create', { ...read, ids });
      onClose();
      await navigate({ to: paths.plan(plan.id) });
    } catch (thrown) {
      setError(errorOf(thrown));
      setSaving(false);
    }
  };
  const said = useFaults(faults, tried, form);
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
          error={said.name}
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
            <TextInput
              label={t('changes:settings.transformation')}
              placeholder="tr a-z A-Z"
              value={form.transformation}
              disabled={form.none}
              onChange={({ currentTarget }) => change({ transformation: currentTarget.value })}
              error={said.transformation}
              description={t('changes:transformation.length', {
                used: byteLength(form.transformation),
                max: maxArgumentLength,
              })}
              classNames={{ input: classes.command ?? '' }}
              autoComplete="off"
              spellCheck={false}
              data-autofocus
            />
            <Checkbox
              label={t('plans:new.none')}
              checked={form.none}
              onChange={({ currentTarget }) => change({ none: currentTarget.checked })}
            />
          </>
        ) : (
          <TextInput
            label={t('plans:new.bytes')}
            description={t('plans:new.bytesHint')}
            value={form.bytes}
            onChange={({ currentTarget }) => change({ bytes: currentTarget.value })}
            error={said.bytes}
            inputMode="numeric"
            autoComplete="off"
          />
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

/** An empty field is no fault before somebody wanted to go on. */
function useFaults(faults: PlanFaults | null, tried: boolean, form: PlanForm) {
  const { t } = useTranslation();
  const format = useFormat();
  const limits = {
    min: format.number(bufferSizeRange.min),
    max: format.number(bufferSizeRange.max),
  };
  const of = (): { name?: string; transformation?: string; bytes?: string } => {
    if (faults === null) return {};
    const { transformation, bytes } = faults;
    const name = faults.name && tried ? { name: t('plans:new.nameFault') } : {};
    if (transformation !== null && (tried || form.transformation !== '')) {
      const text =
        transformation.kind === 'empty'
          ? t('plans:new.empty')
          : t(`changes:transformation.faults.${transformation.kind}`, { ...transformation });
      return { ...name, transformation: text };
    }
    if (bytes !== null && (tried || form.bytes !== '')) {
      const text =
        bytes === 'empty' ? t('plans:new.empty') : t(`changes:bufferSize.faults.${bytes}`, limits);
      return { ...name, bytes: text };
    }
    return name;
  };
  return of();
}
