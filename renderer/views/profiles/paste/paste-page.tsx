import { Button, Checkbox, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useBoth } from '../../../api/both.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { useFolders } from '../../../api/folders.ts';
import { navigate } from '../../../api/page.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { LookOnly } from '../../../components/may/look-only.tsx';
import { May } from '../../../components/may/may.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useThere } from '../../../components/use-there.ts';
import { ViewStates } from '../../../components/view-states.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { ForAllFields } from './for-all-fields.tsx';
import classes from './paste.module.css';
import { longestList, mostLines, type PastedHeading } from './pasted-list.ts';
import { Preview } from './preview.tsx';
import { useManyPasted } from './use-many-pasted.ts';
import { usePaste } from './use-paste.ts';

/** Many proxies at once, from a list that somebody has. */
export default function PastePage() {
  const { t } = useTranslation();
  const both = useBoth(useProfiles(), useFolders());
  return (
    <>
      <PageTitle title={t('pages.paste')} description={t('profiles:paste.description')} />
      <ViewStates loaded={both}>
        {([profiles, folders]) => <Paste profiles={profiles} folders={folders} />}
      </ViewStates>
    </>
  );
}

function Paste(props: { profiles: readonly ProfileEntry[]; folders: readonly FolderEntry[] }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const paste = usePaste(props.profiles, props.folders);
  const tellPasted = useManyPasted();
  const isThere = useThere();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const { edits, faulty, rows } = paste;
  const add = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      tellPasted(edits, await client.call('profiles.saveMany', { edits: [...edits] }));
      if (isThere()) navigate(paths.profiles);
    } catch (thrown) {
      setError(errorOf(thrown));
      setBusy(false);
    }
  };
  return (
    <div className={classes.page}>
      <LookOnly needs="administer" />
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
          <Headings headings={paste.headings} />
          {rows.some(({ same }) => same !== null && 'profile' in same) && (
            <Checkbox
              my="xs"
              size="sm"
              label={t('profiles:paste.update')}
              description={t('profiles:paste.updateText')}
              checked={paste.update}
              onChange={({ currentTarget }) => paste.setUpdate(currentTarget.checked)}
            />
          )}
          <Preview paste={paste} />
        </Panel>
      )}
      {error !== null && <ErrorPanel error={error} />}
      <Group gap="xs" data-sticky="bottom" className={classes.actions}>
        <May needs="administer">
          <Button
            onClick={() => void add()}
            loading={busy}
            disabled={edits.length === 0 || faulty > 0}
          >
            {t(paste.update ? 'profiles:paste.save' : 'profiles:paste.add', {
              count: edits.length,
            })}
          </Button>
        </May>
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

/** Which columns of a table are read, and as what; which are ignored. */
function Headings({ headings }: { headings: readonly PastedHeading[] }) {
  const { t } = useTranslation();
  if (headings.length === 0) return null;
  const read = headings.flatMap(({ title, field }) =>
    field === null
      ? []
      : [t('profiles:paste.readAs', { title, field: t(`profiles:fields.${field}.label`) })],
  );
  const ignored = headings.flatMap(({ title, field }) => (field === null ? [title || '–'] : []));
  return (
    <Text size="sm" c="dimmed" data-headings>
      {t('profiles:paste.columns', { columns: read.join(', ') })}
      {ignored.length > 0 && ` ${t('profiles:paste.ignored', { columns: ignored.join(', ') })}`}
    </Text>
  );
}
