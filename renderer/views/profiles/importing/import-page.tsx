import { Button, Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { LookOnly } from '../../../components/may/look-only.tsx';
import { May } from '../../../components/may/may.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Panel } from '../../../components/panel.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { FileField } from './file-field.tsx';
import classes from './import.module.css';
import { ImportClasses } from './import-classes.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportFolders } from './import-folders.tsx';
import { ImportPasswords } from './import-passwords.tsx';
import { ImportTable } from './import-table.tsx';
import { ImportTags } from './import-tags.tsx';
import { takeHandedOver } from './profile-file.ts';
import { useImport } from './use-import.ts';

/** A file of profiles: what it would make, what is to be done with each, and what became of it. */
export default function ImportPage() {
  const { t } = useTranslation();
  const control = useImport();
  const { state, work, error, choose, chosen } = control;
  useEffect(() => {
    const file = takeHandedOver();
    if (file !== null) void choose(file);
  }, [choose]);
  const preview = state.kind === 'preview' ? state.preview : null;
  const counts = {
    add: chosen.filter((choice) => choice === 'add').length,
    replaced: chosen.filter((choice) => choice === 'replace').length,
    skip: chosen.filter((choice) => choice === 'skip').length,
  };
  const nothing = counts.add + counts.replaced === 0;
  const undecided = preview?.passwords === 'sealed' && control.withPasswords;
  return (
    <>
      <PageTitle title={t('pages.import')} description={t('transfer:import.description')} />
      <div className={classes.page}>
        <LookOnly needs="administer" />
        {state.kind === 'done' ? (
          <ImportDone control={control} result={state.result} name={state.file.name} />
        ) : (
          <FileField control={control} />
        )}
        {preview !== null && (
          <>
            {preview.passwords !== 'none' && (
              <ImportPasswords control={control} preview={preview} />
            )}
            {preview.folders.length > 0 && <ImportFolders folders={preview.folders} />}
            {preview.classes.length > 0 && <ImportClasses classes={preview.classes} />}
            {preview.tags.length > 0 && <ImportTags tags={preview.tags} control={control} />}
            <Panel
              title={t('transfer:import.preview')}
              description={<span role="status">{t('transfer:import.counts', counts)}</span>}
            >
              <ImportTable rows={preview.rows} control={control} />
            </Panel>
          </>
        )}
        {error !== null && (
          <ErrorPanel error={error}>
            {error.code === 'edited-elsewhere' && (
              <Button size="xs" variant="default" onClick={() => void control.read()}>
                {t('transfer:import.again')}
              </Button>
            )}
          </ErrorPanel>
        )}
        {preview !== null && (
          <Group gap="xs" data-sticky="bottom" className={classes.actions}>
            <May needs="administer">
              <Button
                onClick={() => void control.apply()}
                loading={work === 'applying'}
                disabled={nothing || undecided || work !== null}
              >
                {t('transfer:import.submit', { count: counts.add + counts.replaced })}
              </Button>
            </May>
            <Button component="a" href={hrefOf(paths.profiles)} variant="default">
              {t('cancel')}
            </Button>
            {undecided && (
              <Text size="sm" c="dimmed">
                {t('transfer:import.undecided')}
              </Text>
            )}
          </Group>
        )}
      </div>
    </>
  );
}
