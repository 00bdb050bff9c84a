import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProfileFolder } from '../../../../shared/model/stored-profile.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { useFolders } from '../../../api/folders.ts';
import { navigate } from '../../../api/page.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ViewStates } from '../../../components/view-states.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { useManyAdded } from '../list/use-many-added.tsx';
import { ForAllFields } from './for-all-fields.tsx';
import classes from './paste.module.css';
import { longestList, mostLines } from './pasted-list.ts';
import { Preview } from './preview.tsx';
import { usePaste } from './use-paste.ts';

/** Many proxies at once, from a list that somebody has. */
export default function PastePage() {
  const { t } = useTranslation();
  const folders = useFolders().value;
  return (
    <>
      <PageTitle title={t('pages.paste')} description={t('profiles:paste.description')} />
      <ViewStates loaded={useProfiles()} isEmpty={() => false} empty={null}>
        {(profiles) => <Paste profiles={profiles} folders={folders ?? []} />}
      </ViewStates>
    </>
  );
}

function Paste(props: { profiles: readonly ProfileEntry[]; folders: readonly ProfileFolder[] }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const paste = usePaste(props.profiles, props.folders);
  const tellAdded = useManyAdded();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const { edits, faulty, rows } = paste;
  const add = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      tellAdded(await client.call('profiles.saveMany', { edits: [...edits] }));
      navigate(paths.profiles);
    } catch (thrown) {
      setError(errorOf(thrown));
      setBusy(false);
    }
  };
  return (
    <div className={classes.page}>
      <Panel title={t('profiles:paste.list')} description={t('profiles:paste.forms')}>
        <Textarea
          aria-label={t('profiles:paste.list')}
          placeholder={t('profiles:paste.example')}
          classNames={{ input: classes.text }}
          value={paste.text}
          onChange={(event) => paste.setText(event.currentTarget.value)}
          maxLength={longestList}
          minRows={6}
          maxRows={14}
          autosize
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
        />
      </Panel>
      <Panel title={t('profiles:paste.forAll')} description={t('profiles:paste.forAllText')}>
        <ForAllFields value={paste.forAll} onChange={paste.setForAll} folders={props.folders} />
      </Panel>
      {rows.length > 0 && (
        <Panel
          title={t('profiles:paste.preview')}
          description={
            <span role="status">
              {t('profiles:paste.counts', {
                made: edits.length,
                faulty,
                out: rows.length - edits.length - faulty,
              })}
              {rows.length === mostLines && ` ${t('profiles:paste.most', { count: mostLines })}`}
            </span>
          }
        >
          <Preview paste={paste} />
        </Panel>
      )}
      {error !== null && <ErrorPanel error={error} />}
      <Group gap="xs" data-sticky="bottom" className={classes.actions}>
        <Button
          onClick={() => void add()}
          loading={busy}
          disabled={edits.length === 0 || faulty > 0}
        >
          {t('profiles:paste.add', { count: edits.length })}
        </Button>
        <Button component="a" href={hrefOf(paths.profiles)} variant="default">
          {t('cancel')}
        </Button>
        {faulty > 0 && (
          <Text size="sm" c="dimmed">
            {t('profiles:paste.faulty', { count: faulty })}
          </Text>
        )}
      </Group>
    </div>
  );
}
