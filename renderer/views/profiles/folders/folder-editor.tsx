import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { FolderEntry } from '../../../../shared/ipc/profile-calls.ts';
import { colours } from '../../../../shared/model/profile.ts';
import { folderPath, foldersById } from '../../../../shared/model/resolve-profile.ts';
import { settingNames } from '../../../../shared/model/stored-profile.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { useFolders } from '../../../api/folders.ts';
import { navigate } from '../../../api/page.ts';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { ManagedCallout } from '../../../components/managed/managed-callout.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Panel } from '../../../components/panel.tsx';
import { notifyDone } from '../../../components/toast.tsx';
import { Empty, ViewStates } from '../../../components/view-states.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { formOfFolder, parentsFor, readFolder } from './folder-form.ts';
import classes from './folders.module.css';
import { SettingInput } from './setting-input.tsx';

/** A folder, and what it says for the profiles in it. */
export default function FolderEditor() {
  const { t } = useTranslation();
  const { id } = useParams({ strict: false });
  return (
    <ViewStates loaded={useFolders()} isEmpty={() => false} empty={null}>
      {(folders) => {
        const folder = folders.find((each) => each.id === id);
        if (id !== undefined && folder === undefined) {
          return (
            <Empty title={t('profiles:folders.gone')} text={t('profiles:folders.goneText')}>
              <Button component="a" href={hrefOf(paths.folders)} variant="default" size="xs">
                {t('pages.folders')}
              </Button>
            </Empty>
          );
        }
        return <FolderFields key={id ?? 'new'} folder={folder} folders={folders} />;
      }}
    </ViewStates>
  );
}

function FolderFields(props: { folder: FolderEntry | undefined; folders: readonly FolderEntry[] }) {
  const { folder, folders } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const [form, setForm] = useState(() => formOfFolder(folder));
  const [asked, setAsked] = useState(false);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const read = readFolder(form);
  const faults = asked && 'faults' in read ? read.faults : {};
  const byId = foldersById(folders);
  // What administrators supply and what is the user's own do not lie in each other.
  const alike = folders.filter((each) => each.managed === folder?.managed);
  const save = async (): Promise<void> => {
    setAsked(true);
    if ('faults' in read || saving) return;
    setSaving(true);
    setError(null);
    try {
      const saved = await client.call('folders.save', { id: folder?.id, draft: read.draft });
      notifyDone(
        t('profiles:folders.saved', { name: saved.name }),
        t('profiles:folders.savedText'),
      );
      navigate(paths.folders);
    } catch (thrown) {
      setError(errorOf(thrown));
      setSaving(false);
    }
  };
  return (
    <>
      <PageTitle
        title={folder === undefined ? t('pages.newFolder') : folder.name}
        description={t('profiles:folders.editorText')}
      />
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {folder?.managed && <ManagedCallout what="folder" />}
        <fieldset disabled={folder?.managed === true} className={classes.whole}>
          <Panel title={t('profiles:folders.identity')}>
            <div className={classes.identity}>
              <TextInput
                label={t('profiles:fields.name.label')}
                withAsterisk
                value={form.name}
                onChange={({ currentTarget }) => setForm({ ...form, name: currentTarget.value })}
                error={faults.name && t(`profiles:faults.${faults.name}`, { character: '/' })}
                maxLength={80}
                autoComplete="off"
              />
              <NativeSelect
                label={t('profiles:folders.parent')}
                value={form.parentId ?? ''}
                onChange={({ currentTarget }) =>
                  setForm({ ...form, parentId: currentTarget.value || null })
                }
                data={[
                  { value: '', label: t('profiles:folders.top') },
                  ...parentsFor(folder?.id, alike).map((each) => ({
                    value: each.id,
                    label: folderPath(each.id, byId),
                  })),
                ]}
              />
              <NativeSelect
                label={t('profiles:fields.colour.label')}
                value={form.colour}
                onChange={({ currentTarget }) =>
                  setForm({
                    ...form,
                    colour: colours.find((each) => each === currentTarget.value) ?? 'none',
                  })
                }
                data={colours.map((value) => ({ value, label: t(`profiles:colours.${value}`) }))}
              />
            </div>
          </Panel>
          <Panel title={t('profiles:folders.says')} description={t('profiles:folders.saysText')}>
            <div className={classes.settings}>
              {settingNames.map((setting) => (
                <SettingInput
                  key={setting}
                  setting={setting}
                  value={form.settings[setting]}
                  fault={faults[setting]}
                  onChange={(value) => {
                    const { [setting]: _, ...others } = form.settings;
                    const settings = value === undefined ? others : { ...others, [setting]: value };
                    setForm({ ...form, settings });
                  }}
                />
              ))}
            </div>
          </Panel>
        </fieldset>
        {error !== null && <ErrorPanel error={error} />}
        <Group gap="xs">
          {!folder?.managed && (
            <Button type="submit" loading={saving}>
              {t('save')}
            </Button>
          )}
          <Button component="a" href={hrefOf(paths.folders)} variant="default">
            {t(folder?.managed ? 'close' : 'cancel')}
          </Button>
        </Group>
      </form>
    </>
  );
}
