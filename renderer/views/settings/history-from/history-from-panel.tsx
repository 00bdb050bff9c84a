import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistorySource } from '../../../../shared/model/history-from.ts';
import { useApi } from '../../../api/context.ts';
import { useFolders } from '../../../api/folders.ts';
import { useLockedBy, useManaged } from '../../../api/managed.ts';
import { useCall } from '../../../api/use-call.ts';
import { HowItWorks } from '../../../components/help/how-it-works.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { ViewStates } from '../../../components/view-states.tsx';
import { RemoveQuestion } from './remove-question.tsx';
import { SourceDialog } from './source-dialog.tsx';
import { SourcesTable } from './sources-table.tsx';

/** What charts found out meanwhile is looked up so often, milliseconds. */
const everyMs = 30_000;

/** Which Prometheus servers history comes from, and how that goes. */
export function HistoryFromPanel() {
  const { t } = useTranslation();
  const { client } = useApi();
  const removing = useAction();
  const listed = useCall('historyFrom.list', {}, { everyMs });
  const folders = useFolders().value ?? [];
  const [edited, setEdited] = useState<HistorySource | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const managed = useManaged();
  const lockedBy = useLockedBy()('historyFrom');
  const isForbidden = managed?.policy.historyFrom === false;
  const entries = listed.value ?? [];
  const isFree = (folderId: string | null): boolean =>
    entries.every(({ source }) => source.folderId !== folderId);
  const places = [null, ...folders.map(({ id }) => id)].filter(isFree);
  const [place] = places;
  const remove = (id: string): void =>
    removing.run(async () => {
      await client.call('historyFrom.remove', { id });
      setAsked(null);
      listed.reload();
    });
  return (
    <Panel
      title={t('elsewhere:panel.title')}
      description={t('elsewhere:panel.text')}
      aside={<HowItWorks of="prometheus" name={t('elsewhere:panel.title')} />}
    >
      <ViewStates
        loaded={listed}
        isEmpty={({ length }) => length === 0}
        empty={
          <Text size="sm" c="dimmed">
            {isForbidden
              ? t('elsewhere:panel.forbidden', { by: managed.by })
              : t('elsewhere:panel.none')}
          </Text>
        }
      >
        {(value) => (
          <SourcesTable
            entries={value}
            locked={lockedBy !== null}
            onChange={({ source }) => setEdited(source)}
            onRemove={({ source }) => setAsked(source.id)}
            onTested={listed.reload}
          />
        )}
      </ViewStates>
      {lockedBy !== null && (
        <Text size="xs" c="dimmed">
          {t('managed:locked', { by: lockedBy })}
        </Text>
      )}
      {!isForbidden && lockedBy === null && place !== undefined && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setEdited(newSource(place))}>
          {t('elsewhere:panel.add')}
        </Button>
      )}
      {asked !== null && (
        <RemoveQuestion
          busy={removing.busy}
          onClose={() => setAsked(null)}
          onSure={() => remove(asked)}
        />
      )}
      {edited !== null && (
        <SourceDialog
          before={edited}
          free={isFree}
          keepable={entries.some(
            ({ source, secret }) => source.id === edited.id && secret === 'here',
          )}
          locked={lockedBy !== null}
          onClose={(saved) => {
            setEdited(null);
            if (saved) listed.reload();
          }}
        />
      )}
    </Panel>
  );
}

function newSource(folderId: string | null): HistorySource {
  const id = crypto.randomUUID();
  return { id, folderId, url: '', reach: 'past-kept', signIn: 'none', user: '' };
}
