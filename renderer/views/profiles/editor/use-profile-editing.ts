import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { keepFocus } from '../../../api/page.ts';
import { useVault } from '../../../api/vault.ts';
import { notifyDone } from '../../../components/toast.tsx';
import { paths } from '../../../routes.ts';
import { useSections } from '../sections/use-sections.ts';
import { useConnectionTest } from '../test/use-connection-test.ts';
import { type FormField, formFields } from './form-fields.ts';
import { settingsSet } from './inheritance.ts';
import {
  type FieldFault,
  folderToBe,
  formOf,
  leadsElsewhere,
  newForm,
  type ProfileForm,
  readForm,
  readPlace,
} from './profile-form.ts';
import { faultOfError, fieldOf } from './save-error.ts';
import { useElsewhere } from './use-elsewhere.ts';
import { useInheritance } from './use-inheritance.ts';

/** How a form begins: a new one with what another profile has, and the field that has the focus. */
export interface Begin {
  readonly from?: ProfileEntry | undefined;
  readonly field?: FormField | undefined;
}

/**
 * The form of a profile, new where there is none to begin with: what is typed, what was changed elsewhere since, its save and its test.
 * `profile` is the saved one as it is now, undefined where it is gone. Nothing that was typed is lost by an error.
 */
export function useProfileEditing(profile: ProfileEntry | undefined, begin: Begin = {}) {
  const { t } = useTranslation();
  const { client } = useApi();
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<ProfileEntry | null>(null);
  const [error, setError] = useState<ErrorValue | null>(null);
  const giveFocusBack = useRef<() => void>(undefined);
  const testing = useConnectionTest();
  const form = useForm<ProfileForm>({
    initialValues: profile === undefined ? newForm(begin.from) : formOf(profile),
    validate: (values) => faultsOf(values, base),
    validateInputOnBlur: true,
  });
  const elsewhere = useElsewhere(form, profile, saving || saved !== null);
  // An external command is asked for the password of wherever the form leads.
  const asked = useVault()?.kind === 'command';
  const { base: known } = elsewhere;
  const base = known !== undefined && asked ? { ...known, savedPassword: 'none' as const } : known;
  const inheritance = useInheritance(form, profile?.managed !== undefined);
  const sections = useSections(begin.field);
  const { show: unfold } = sections;
  const conflicts = elsewhere.conflicts;

  useEffect(() => {
    // What is to be decided is seen.
    unfold(conflicts.map(({ field }) => field));
  }, [unfold, conflicts]);
  const focusAt = (field: FormField): void => {
    flushSync(() => unfold([field]));
    form.getInputNode(field)?.focus();
  };
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (begin.field !== undefined) form.getInputNode(begin.field)?.focus();
  }, [form, begin.field]);

  useEffect(() => {
    if (!saving) giveFocusBack.current?.();
  }, [saving]);

  /** Puts the faults at their fields, and the focus at the first of them or of what is to be decided. */
  const show = (faults: Faults): void => {
    form.setErrors(faults);
    unfold(formFields.filter((field) => faults[field] !== undefined));
    const open = new Set<FormField>(elsewhere.conflicts.map(({ field }) => field));
    const first = formFields.find((field) => open.has(field) || faults[field] !== undefined);
    if (first !== undefined) focusAt(first);
  };
  const fail = (failure: ErrorValue): void => {
    const conflicts = failure.code === 'edited-elsewhere' ? failure.detail.conflicts : [];
    const field = fieldOf(failure);
    if (conflicts.length > 0) elsewhere.refused(conflicts);
    else if (field === null) setError(failure);
    else show({ [field]: faultOfError(failure) });
  };
  const save = async (): Promise<void> => {
    const read = readForm(form.getValues(), base);
    if ('faults' in read) return show(read.faults);
    if (elsewhere.conflicts.length > 0) return show({});
    if (saving) return;
    giveFocusBack.current = keepFocus();
    setSaving(true);
    setError(null);
    try {
      const { value: draft } = read;
      const { inheritPassword } = form.getValues();
      const password = read.password ?? (inheritPassword ? null : undefined);
      const own = [...settingsSet(form.getValues(), inheritance)];
      const input = { id: base?.id, base, draft, own, password };
      const entry = await client.call('profiles.save', input);
      notifyDone(t('profiles:editor.saved', { name: entry.name }), t('profiles:editor.savedText'));
      setSaved(entry);
    } catch (thrown) {
      fail(errorOf(thrown));
    } finally {
      setSaving(false);
    }
  };
  const folder = folderToBe(form.getValues(), base, inheritance);
  const test = (): void => {
    const read = readPlace(form.getValues(), base);
    if ('faults' in read) show(read.faults);
    else testing.start({ id: base?.id, place: read.value, password: read.password, folder });
  };
  const { progress } = testing;
  return {
    form,
    elsewhere,
    inheritance,
    sections,
    testing,
    /** What the test found was found elsewhere than the form leads now. */
    outdated:
      progress.kind !== 'idle' &&
      (progress.of.folder !== folder || leadsElsewhere(form.getValues(), base, progress.of)),
    test,
    save,
    saving,
    error,
    /** Where a save leads; null while nothing was saved. */
    next: saved === null ? null : paths.proxy(saved.id),
    dirty: saved === null && (form.isDirty() || elsewhere.removed),
  };
}

type Faults = Partial<Record<FormField, FieldFault>>;

function faultsOf(values: ProfileForm, profile: ProfileEntry | undefined): Faults {
  const result = readForm(values, profile);
  return 'faults' in result ? result.faults : {};
}
