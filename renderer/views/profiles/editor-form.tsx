import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../shared/errors.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { errorOf } from '../../api/client.ts';
import { useApi } from '../../api/context.ts';
import { keepFocus, navigate } from '../../api/page.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Panel } from '../../components/panel.tsx';
import { notifyDone } from '../../components/use-action.tsx';
import { hrefOf, paths } from '../../routes.ts';
import { ConnectionTestView } from './connection-test-view.tsx';
import classes from './editor-form.module.css';
import { AccessFields } from './fields/access-fields.tsx';
import { BehaviourFields } from './fields/behaviour-fields.tsx';
import { ConnectionFields } from './fields/connection-fields.tsx';
import { IdentityFields } from './fields/identity-fields.tsx';
import { foldersOf } from './folder-choices.ts';
import { LeaveQuestion } from './leave-question.tsx';
import {
  emptyForm,
  type FieldFault,
  type FormField,
  formFields,
  formOf,
  leadsElsewhere,
  type ProfileForm,
  readForm,
  readPlace,
} from './profile-form.ts';
import { faultOfError, fieldOf } from './save-error.ts';
import { useConnectionTest } from './use-connection-test.ts';

/** What an administrator fills in for one proxy, and whether it leads there. Nothing that was typed is lost by an error. */
export function EditorForm(props: {
  profile: ProfileEntry | undefined;
  others: readonly ProfileEntry[];
}) {
  const { profile } = props;
  const { t, i18n } = useTranslation();
  const { client } = useApi();
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<ProfileEntry | null>(null);
  const [error, setError] = useState<ErrorValue | null>(null);
  const giveFocusBack = useRef<() => void>(undefined);
  const testing = useConnectionTest();
  const { progress } = testing;
  const form = useForm<ProfileForm>({
    initialValues: profile === undefined ? emptyForm() : formOf(profile),
    validate: (values) => faultsOf(values, profile),
    validateInputOnBlur: true,
  });
  const values = form.getValues();
  const folders = foldersOf(props.others, i18n.resolvedLanguage ?? 'en');

  useEffect(() => {
    // Only once what was saved is known here: until then the form is one that must not be left.
    if (saved !== null) navigate(paths.proxy(saved.id));
  }, [saved]);

  useEffect(() => {
    if (!saving) giveFocusBack.current?.();
  }, [saving]);

  /** Puts the faults at their fields, and the focus at the first of them. */
  const show = (faults: ReturnType<typeof faultsOf>): void => {
    form.setErrors(faults);
    const [first] = formFields.filter((field) => faults[field] !== undefined);
    if (first !== undefined) form.getInputNode(first)?.focus();
  };
  const id = profile?.id;
  const save = async (): Promise<void> => {
    const read = readForm(form.getValues(), profile);
    if ('faults' in read) return show(read.faults);
    if (saving) return;
    const input = { id, draft: read.value, password: read.password };
    giveFocusBack.current = keepFocus();
    setSaving(true);
    setError(null);
    try {
      const entry = await client.call('profiles.save', input);
      notifyDone(t('profiles:editor.saved', { name: entry.name }), t('profiles:editor.savedText'));
      setSaved(entry);
    } catch (thrown) {
      const failure = errorOf(thrown);
      const field = fieldOf(failure);
      if (field === null) setError(failure);
      else {
        form.setFieldError(field, faultOfError(failure));
        form.getInputNode(field)?.focus();
      }
    } finally {
      setSaving(false);
    }
  };
  const test = (): void => {
    const read = readPlace(form.getValues(), profile);
    if ('faults' in read) show(read.faults);
    else testing.start({ id, place: read.value, password: read.password });
  };

  return (
    <form
      className={classes.layout}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <LeaveQuestion dirty={form.isDirty() && saved === null} />
      <div className={classes.column}>
        <Panel title={t('profiles:groups.identity')}>
          <div className={classes.fields}>
            <IdentityFields form={form} folders={folders} />
          </div>
        </Panel>
        <Panel title={t('profiles:groups.connection')}>
          <div className={classes.fields}>
            <ConnectionFields form={form} />
          </div>
        </Panel>
        <Panel title={t('profiles:groups.access')}>
          <div className={classes.fields}>
            <AccessFields form={form} profile={profile} />
          </div>
        </Panel>
        <Panel title={t('profiles:groups.behaviour')}>
          <div className={classes.fields}>
            <BehaviourFields form={form} />
          </div>
        </Panel>
        {error !== null && <ErrorPanel error={error} />}
        <Group gap="xs" className={classes.actions}>
          <Button type="submit" loading={saving}>
            {t('save')}
          </Button>
          <Button
            component="a"
            href={hrefOf(profile === undefined ? paths.profiles : paths.proxy(profile.id))}
            variant="default"
          >
            {t('cancel')}
          </Button>
        </Group>
      </div>
      <div className={classes.side}>
        <Panel title={t('doctor:title')} description={t('doctor:description')}>
          <ConnectionTestView
            progress={progress}
            outdated={progress.kind !== 'idle' && leadsElsewhere(values, profile, progress.of)}
            onStart={test}
            onStop={testing.stop}
          />
        </Panel>
      </div>
    </form>
  );
}

function faultsOf(
  values: ProfileForm,
  profile: ProfileEntry | undefined,
): Partial<Record<FormField, FieldFault>> {
  const result = readForm(values, profile);
  return 'faults' in result ? result.faults : {};
}
