import {
  Autocomplete,
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { type Setting, settingNames } from '../../../../shared/model/stored-profile.ts';
import { fieldValue } from '../../../../shared/texts/field-value.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { useFoldersOf } from '../../../api/folders.ts';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { PasswordField } from '../../../components/password-field.tsx';
import { useSpeaker } from '../../../format/use-speaker.ts';
import { folderChoices } from '../editor/folder-choices.ts';
import type { FieldFault } from '../editor/profile-form.ts';
import { firstValue } from '../folders/folder-form.ts';
import { TypedSetting } from '../folders/typed-setting.tsx';
import classes from './bulk-edit.module.css';
import { type BulkForm, differingFrom, emptyBulk, readBulk } from './bulk-form.ts';
import { LeftOut, withoutManaged } from './left-out.tsx';
import { useManyEdited } from './use-many-edited.tsx';

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
      for (const input of edits) after.push(...(await client.call('profiles.edit', input)));
      tellEdited(profiles, after);
      onClose();
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
    </Modal>
  );
}

const modes = ['keep', 'set', 'inherit'] as const;

/** A setting: as it is for each, one value for all, or what their folders say. */
function SettingRow(props: {
  setting: Setting;
  profiles: readonly ProfileEntry[];
  form: BulkForm;
  error: string | undefined;
  onChange: (part: Partial<BulkForm>) => void;
}) {
  const { setting, form, onChange } = props;
  const { t } = useTranslation();
  const label = t(`profiles:fields.${setting}.label`);
  const { [setting]: value, ...others } = form.settings;
  const inherits = form.inherit.includes(setting);
  const mode = inherits ? 'inherit' : value === undefined ? 'keep' : 'set';
  const differing = useDiffering(props.profiles, setting, value);
  return (
    <div className={classes.setting}>
      <NativeSelect
        label={label}
        size="sm"
        value={mode}
        onChange={({ currentTarget }) => {
          const left = form.inherit.filter((name) => name !== setting);
          onChange({
            settings:
              currentTarget.value === 'set'
                ? { ...others, [setting]: firstValue(setting) }
                : others,
            inherit: currentTarget.value === 'inherit' ? [...left, setting] : left,
          });
        }}
        data={modes.map((each) => ({ value: each, label: t(`profiles:bulk.${each}`) }))}
      />
      {value !== undefined && (
        <TypedSetting
          setting={setting}
          value={value}
          label={label}
          error={props.error ?? null}
          onChange={(next) => onChange({ settings: { ...others, [setting]: next } })}
        />
      )}
      {differing !== null && (
        <Text size="xs" c="dimmed" className={classes.differing} role="status">
          {differing}
        </Text>
      )}
    </div>
  );
}

/** So many values are named. */
const mostNamed = 3;

/** How many would get another value by what is set for all, and what they have now; null where nothing is set. */
function useDiffering(
  profiles: readonly ProfileEntry[],
  setting: Setting,
  value: string | number | boolean | undefined,
): string | null {
  const { t } = useTranslation();
  const { words } = useSpeaker();
  if (value === undefined) return null;
  const { count, values } = differingFrom(profiles, setting, value);
  if (count === 0) return t('profiles:bulk.same');
  const named = values
    .slice(0, mostNamed)
    .map((each) => `${fieldValue(words, setting, each.value)} (${each.count})`);
  const more = values.length > mostNamed ? ', …' : '';
  return t('profiles:bulk.differing', { count, values: named.join(', ') + more });
}
