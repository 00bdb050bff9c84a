import { Autocomplete, Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { CallInput, ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { settingNames } from '../../../../shared/model/profile-words.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { useFolders, useFoldersOf } from '../../../api/folders.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { PasswordField } from '../../../components/password-field.tsx';
import { folderChoices } from '../editor/folder-choices.ts';
import type { FieldFault } from '../editor/profile-form.ts';
import { Newcomers } from '../folders/newcomers.tsx';
import { newHeirsBy } from '../moving/new-heirs.ts';
import classes from './bulk-edit.module.css';
import { type BulkForm, emptyBulk, readBulk } from './bulk-form.ts';
import { LeftOut, withoutManaged } from './left-out.tsx';
import { SettingRow } from './setting-row.tsx';
import { useManyEdited } from './use-many-edited.ts';

/** The same edit for many profiles, in one step that can be taken back. */
export default function BulkEdit(props: {
  profiles: readonly ProfileEntry[];
  onClose: () => void;
}) {
  const { profiles, onClose } = props;
  const { t, i18n } = useTranslation();
  const { client } = useApi();
  const folders = useFoldersOf({ managed: false });
  const inheritable = folders?.some(({ savedPassword }) => savedPassword === 'here') === true;
  const tellEdited = useManyEdited();
  const [form, setForm] = useState(emptyBulk);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const read = readBulk(
    form,
    profiles.map(({ id }) => id),
  );
  const faults = 'faults' in read ? read.faults : {};
  const edits = 'faults' in read || read.input === null ? [] : withoutManaged(read.input, profiles);
  const known = useFolders().value ?? nobody;
  // One password for all, or that of the folder where that is asked for, is said already.
  const asks = form.password !== '' || form.inheritPassword;
  const [input] = edits;
  const newcomers =
    input === undefined || asks ? nobody : newHeirsBy(filingOf(input), profiles, known);
  // Who comes after it was said was not seen.
  const seen = JSON.stringify(newcomers.map(({ id, name, host }) => [id, name, host]));
  const [givenTo, setGivenTo] = useState('');
  const newHeirs = givenTo === seen ? newcomers.map(({ id }) => id) : [];
  const changing = edits.flatMap(({ ids }) => ids).length;
  const said = (fault: FieldFault | undefined) =>
    fault && t(`profiles:faults.${fault}`, { character: '' });
  const change = (part: Partial<BulkForm>): void => setForm((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    if (edits.length === 0) return;
    setSaving(true);
    setError(null);
    try {
      const after: ProfileEntry[] = [];
      for (const input of edits)
        after.push(...(await client.call('profiles.edit', { ...input, newHeirs })));
      tellEdited(
        profiles,
        after,
        edits.some(({ password }) => password !== undefined),
      );
      onClose();
    } catch (thrown) {
      setError(errorOf(thrown));
      setSaving(false);
    }
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size={860}
      title={t('profiles:bulk.title', { count: profiles.length })}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Text size="sm" c="dimmed">
          {t('profiles:bulk.text')}
        </Text>
        <LeftOut profiles={profiles} but={t('managed:passwordToo')} />
        <div className={classes.pair}>
          <Autocomplete
            label={t('profiles:fields.folder.label')}
            description={t('profiles:bulk.folder')}
            data={['/', ...folderChoices(folders ?? [], i18n.resolvedLanguage ?? 'en')]}
            comboboxProps={{ withinPortal: false }}
            openOnFocus={false}
            value={form.folder}
            onChange={(folder) => change({ folder })}
            error={said(faults.folder)}
            maxLength={200}
            data-autofocus
          />
          <TextInput
            label={t('profiles:bulk.addTags')}
            description={t('profiles:fields.tags.description')}
            value={form.addTags}
            onChange={({ currentTarget }) => change({ addTags: currentTarget.value })}
            error={said(faults.tags)}
            maxLength={400}
            autoComplete="off"
          />
          <TextInput
            label={t('profiles:bulk.removeTags')}
            description={t('profiles:bulk.removeTagsText')}
            value={form.removeTags}
            onChange={({ currentTarget }) => change({ removeTags: currentTarget.value })}
            error={said(faults.tags)}
            maxLength={400}
            autoComplete="off"
          />
        </div>
        <div className={classes.settings}>
          {settingNames.map((setting) => (
            <SettingRow
              key={setting}
              setting={setting}
              profiles={profiles}
              form={form}
              error={said(faults[setting])}
              onChange={change}
            />
          ))}
        </div>
        <PasswordField
          label={t('profiles:fields.password.label')}
          description={t('profiles:bulk.password')}
          value={form.password}
          onChange={({ currentTarget }) => change({ password: currentTarget.value })}
          error={said(faults.password)}
        />
        {inheritable && (
          <Checkbox
            size="sm"
            label={t('profiles:bulk.inheritPassword')}
            checked={form.inheritPassword && form.password === ''}
            disabled={form.password !== ''}
            onChange={({ currentTarget }) => change({ inheritPassword: currentTarget.checked })}
          />
        )}
        <Newcomers
          profiles={newcomers}
          checked={givenTo === seen}
          onChange={(given) => setGivenTo(given ? seen : '')}
        />
        {error !== null && <ErrorPanel error={error} />}
        <Group gap="xs" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={saving} disabled={edits.length === 0 || folders === null}>
            {t('profiles:bulk.save', { count: changing || profiles.length })}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

const nobody: readonly never[] = [];

function filingOf({ set, inherit }: CallInput<'profiles.edit'>) {
  const settings = settingNames.filter((name) => set[name] !== undefined);
  return {
    folder: set.folder,
    set: Object.fromEntries(settings.map((name) => [name, set[name]])),
    inherit,
  };
}
