import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { FolderField } from '../../../../shared/model/folder-merge.ts';
import { colours, settingNames } from '../../../../shared/model/profile-words.ts';
import { folderPath, foldersById } from '../../../../shared/model/resolve-profile.ts';
import { useMay } from '../../../api/asker.ts';
import { useBoth } from '../../../api/both.ts';
import { useFolders } from '../../../api/folders.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { LeaveQuestion } from '../../../components/leave-question.tsx';
import { ManagedCallout } from '../../../components/managed/managed-callout.tsx';
import { LookOnly } from '../../../components/may/look-only.tsx';
import { May } from '../../../components/may/may.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Empty, ViewStates } from '../../../components/view-states.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { aroundFolder } from './around.ts';
import { type FolderEffects, folderEffects } from './folder-effects.ts';
import { FolderConflictQuestion, FolderElsewhereCallout } from './folder-elsewhere.tsx';
import { parentsFor, type readFolder } from './folder-form.ts';
import { FolderPassword } from './folder-password.tsx';
import classes from './folders.module.css';
import { Newcomers } from './newcomers.tsx';
import { SettingInput } from './setting-input.tsx';
import { Stranded } from './stranded.tsx';
import { useFolderEditing } from './use-folder-editing.ts';

/** A folder, and what it says for the profiles in it. */
export default function FolderEditor() {
  const { id } = useParams({ strict: false });
  const both = useBoth(useFolders(), useProfiles());
  return (
    <ViewStates loaded={both}>
      {([folders, profiles]) => (
        <Editor key={id ?? 'new'} id={id} folders={folders} profiles={profiles} />
      )}
    </ViewStates>
  );
}

/** A folder that goes while it is edited keeps its form; one that was never there is said to be gone. */
function Editor(props: {
  id: string | undefined;
  folders: readonly FolderEntry[];
  profiles: readonly ProfileEntry[];
}) {
  const { id, folders, profiles } = props;
  const { t } = useTranslation();
  const folder = folders.find((each) => each.id === id);
  const [wasThere] = useState(id === undefined || folder !== undefined);
  if (!wasThere) {
    return (
      <Empty title={t('profiles:folders.gone')} text={t('profiles:folders.goneText')}>
        <Button component="a" href={hrefOf(paths.folders)} variant="default" size="xs">
          {t('pages.folders')}
        </Button>
      </Empty>
    );
  }
  return <FolderFields folder={folder} folders={folders} profiles={profiles} />;
}

/** Stays when the folder goes while it is edited: what was typed is not lost by that. */
function FolderFields(props: {
  folder: FolderEntry | undefined;
  folders: readonly FolderEntry[];
  profiles: readonly ProfileEntry[];
}) {
  const { folder, folders, profiles } = props;
  const { t } = useTranslation();
  const editing = useFolderEditing(folder);
  const may = useMay('administer');
  const { form, change, faults, elsewhere, read } = editing;
  const [theirPassword, setTheirPassword] = useState('');
  const [givenTo, setGivenTo] = useState('');
  const byId = foldersById(folders);
  const around = aroundFolder(form.parentId, byId);
  // What administrators supply and what is the user's own do not lie in each other.
  const alike = folders.filter((each) => each.managed === folder?.managed);
  const { base } = elsewhere;
  const effects = useEffects(read, base, folders, profiles);
  const stranded = effects.stranded.map(({ id }) => id);
  const newcomers = effects.newcomers.map(({ id }) => id);
  // Who comes after it was said was not seen.
  const seen = JSON.stringify(effects.newcomers.map(({ id, name, host }) => [id, name, host]));
  const isGiven = givenTo === seen;
  const question = (field: FolderField) => (
    <FolderConflictQuestion field={field} elsewhere={elsewhere} folders={byId} />
  );
  return (
    <>
      <PageTitle
        title={base === undefined ? t('pages.newFolder') : base.name}
        description={t('profiles:folders.editorText')}
      />
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void editing.save(stranded, theirPassword, isGiven ? newcomers : []);
        }}
      >
        <LeaveQuestion dirty={editing.dirty} saving={editing.saving} next={editing.next} />
        <LookOnly needs="administer" />
        {folder?.managed && <ManagedCallout what="folder" />}
        <FolderElsewhereCallout elsewhere={elsewhere} />
        <fieldset disabled={folder?.managed === true || !may} className={classes.whole}>
          <Panel title={t('profiles:folders.identity')}>
            <div className={classes.identity}>
              <div>
                <TextInput
                  label={t('profiles:fields.name.label')}
                  withAsterisk
                  value={form.name}
                  onChange={({ currentTarget }) => change({ name: currentTarget.value })}
                  error={faults.name && t(`profiles:faults.${faults.name}`, { character: '/' })}
                  maxLength={80}
                  autoComplete="off"
                />
                {question('name')}
              </div>
              <div>
                <NativeSelect
                  label={t('profiles:folders.parent')}
                  value={form.parentId ?? ''}
                  onChange={({ currentTarget }) =>
                    change({ parentId: currentTarget.value || null })
                  }
                  data={[
                    { value: '', label: t('profiles:folders.top') },
                    ...parentsFor(folder?.id, alike).map((each) => ({
                      value: each.id,
                      label: folderPath(each.id, byId),
                    })),
                  ]}
                />
                {question('parentId')}
              </div>
              <div>
                <NativeSelect
                  label={t('profiles:fields.colour.label')}
                  value={form.colour}
                  onChange={({ currentTarget }) =>
                    change({
                      colour: colours.find((each) => each === currentTarget.value) ?? 'none',
                    })
                  }
                  data={colours.map((value) => ({ value, label: t(`profiles:colours.${value}`) }))}
                />
                {question('colour')}
              </div>
            </div>
          </Panel>
          <Panel title={t('profiles:folders.says')} description={t('profiles:folders.saysText')}>
            <div className={classes.settings}>
              {settingNames.map((setting) => (
                <Fragment key={setting}>
                  <SettingInput
                    setting={setting}
                    value={form.settings[setting]}
                    around={around[setting]}
                    fault={faults[setting]}
                    onChange={(value) => {
                      const { [setting]: _, ...others } = form.settings;
                      change({
                        settings: value === undefined ? others : { ...others, [setting]: value },
                      });
                    }}
                  />
                  {question(setting)}
                  {setting === 'user' && form.settings.user !== undefined && (
                    <FolderPassword
                      form={form}
                      saved={base}
                      heirs={effects.heirs}
                      fault={faults.password}
                      onChange={change}
                    />
                  )}
                </Fragment>
              ))}
            </div>
          </Panel>
        </fieldset>
        <Newcomers
          profiles={effects.newcomers}
          checked={isGiven}
          onChange={(given) => setGivenTo(given ? seen : '')}
        />
        <Stranded profiles={effects.stranded} value={theirPassword} onChange={setTheirPassword} />
        {editing.error !== null && <ErrorPanel error={editing.error} />}
        <Group gap="xs">
          {!folder?.managed && (
            <May needs="administer">
              <Button type="submit" loading={editing.saving}>
                {t(elsewhere.removed ? 'profiles:folders.saveNew' : 'save')}
              </Button>
            </May>
          )}
          <Button component="a" href={hrefOf(paths.folders)} variant="default">
            {t(folder?.managed ? 'close' : 'cancel')}
          </Button>
        </Group>
      </form>
    </>
  );
}

/** What a save would do now; nothing while what is typed cannot be saved. */
function useEffects(
  read: ReturnType<typeof readFolder>,
  base: FolderEntry | undefined,
  folders: readonly FolderEntry[],
  profiles: readonly ProfileEntry[],
): FolderEffects {
  const wanted = 'faults' in read || base === undefined ? '' : JSON.stringify(read.draft);
  const saved = base?.savedPassword === 'here' ? 'saved' : 'none';
  const typed = 'faults' in read ? null : read.password;
  const has = typed === undefined ? saved : typed === null ? 'none' : 'new';
  return useMemo(() => {
    if (wanted === '' || base === undefined) return { heirs: 0, newcomers: [], stranded: [] };
    return folderEffects({ ...JSON.parse(wanted), id: base.id }, has, folders, profiles);
  }, [wanted, has, base, folders, profiles]);
}
