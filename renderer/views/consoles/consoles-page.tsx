import { Button, Group, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleEntry } from '../../../shared/ipc/calls/console.ts';
import { useApi } from '../../api/context.ts';
import { openConsole, showConsole, shownConsole } from '../../api/shown-console.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { HowItWorks } from '../../components/help/how-it-works.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useUndoable } from '../../components/undoable.tsx';
import { useAction } from '../../components/use-action.tsx';
import { ViewStates } from '../../components/view-states.tsx';
import { ConsoleDialog } from './console-dialog.tsx';
import { useStateWords } from './use-state-words.ts';

/** The console of this machine and those of others: which are open, and the way to each. */
export default function ConsolesPage() {
  const { t } = useTranslation();
  const listed = useCall('consoles.list', {}, { live: true });
  const [editing, setEditing] = useState<ConsoleEntry | 'new' | null>(null);
  const forbidden = listed.value?.forbiddenBy ?? null;
  return (
    <>
      <PageTitle
        title={t('pages.consoles')}
        description={t('consoles:description')}
        beside={<HowItWorks of="consoles" name={t('pages.consoles')} />}
      >
        <Button
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          disabled={forbidden !== null}
          onClick={() => setEditing('new')}
        >
          {t('consoles:add')}
        </Button>
      </PageTitle>
      {forbidden !== null && (
        <Text size="sm" mb="sm">
          {t('consoles:forbidden', { by: forbidden })}
        </Text>
      )}
      <ViewStates loaded={listed}>
        {({ consoles }) => (
          <>
            <Table verticalSpacing={6} aria-label={t('pages.consoles')}>
              <Table.Tbody>
                <Row id={null} name={t('consoles:local')} about={t('consoles:localText')} />
                {consoles.map((each) => (
                  <Remote key={each.id} entry={each} onEdit={() => setEditing(each)} />
                ))}
              </Table.Tbody>
            </Table>
            {consoles.length === 0 && (
              <Text size="sm" c="dimmed" mt="md">
                <strong>{t('consoles:none')}</strong> {t('consoles:noneText')}
              </Text>
            )}
          </>
        )}
      </ViewStates>
      {editing !== null && (
        <ConsoleDialog
          entry={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function Remote({ entry, onEdit }: { entry: ConsoleEntry; onEdit: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { run } = useAction();
  const wordsOf = useStateWords();
  const undoable = useUndoable();
  const { id, name, state } = entry;
  const remove = (): void =>
    run(async () => {
      await client.call('consoles.remove', { id });
      undoable(t('consoles:removed'), name, () => client.call('consoles.restore', { id }));
    });
  return (
    <Row id={id} name={name} about={`${entry.sshDestination} · ${wordsOf(entry)}`}>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('consoles:editOne', { name })}
        onClick={onEdit}
      >
        {t('consoles:edit')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('consoles:removeOne', { name })}
        onClick={remove}
      >
        {t('consoles:remove')}
      </Button>
      {'error' in state && <ErrorPanel error={state.error} tone="yellow" />}
    </Row>
  );
}

function Row(props: {
  id: string | null;
  name: string;
  about: string;
  children?: React.ReactNode;
}) {
  const { id, name } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const { run } = useAction();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}
        <Text size="xs" c="dimmed">
          {props.about}
        </Text>
      </Table.Th>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          {shownConsole() === id ? (
            <Text size="sm">{t('consoles:shown')}</Text>
          ) : (
            <Button
              size="compact-xs"
              aria-label={t('consoles:showOne', { name })}
              onClick={() => showConsole(id)}
            >
              {t('consoles:show')}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('consoles:windowOne', { name })}
            onClick={() => run(() => openConsole(client, id))}
          >
            {t('consoles:window')}
          </Button>
          {props.children}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
