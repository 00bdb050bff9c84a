import { Button, Group, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isKnownClass, toothNames } from '../../../../shared/model/environment-class.ts';
import { useClasses, useClassList } from '../../../api/classes.ts';
import { useApi } from '../../../api/context.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { Callout } from '../../../components/callout.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { ViewStates } from '../../../components/view-states.tsx';
import { ClassRow } from './class-row.tsx';

/** The environment classes, what each asks for, and the user's own to add, rename and remove. Each change is saved at once and can be taken back. */
export function ClassesPanel() {
  const { t } = useTranslation();
  const profiles = useProfiles().value ?? [];
  const known = useClasses();
  const unknown = profiles.filter(({ environment }) => !isKnownClass(known, environment));
  return (
    <Panel title={t('settings:classes.title')} description={t('settings:classes.text')}>
      {unknown.length > 0 && (
        <Callout tone="warning" title={t('settings:classes.unknown', { count: unknown.length })}>
          {unknown
            .slice(0, 8)
            .map(({ name }) => name)
            .join(', ')}
        </Callout>
      )}
      <ViewStates loaded={useClassList()}>
        {(list) => (
          <Table.ScrollContainer minWidth={560} type="native">
            <Table aria-label={t('settings:classes.title')} verticalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('settings:classes.name')}</Table.Th>
                  <Table.Th scope="col">{t('settings:classes.colour')}</Table.Th>
                  {toothNames.map((tooth) => (
                    <Table.Th scope="col" key={tooth}>
                      {t(`settings:classes.teeth.${tooth}`)}
                    </Table.Th>
                  ))}
                  <Table.Th scope="col">{t('pages.profiles')}</Table.Th>
                  <Table.Th scope="col">
                    <span className="visually-hidden">{t('settings:classes.actions')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.map((each) => (
                  <ClassRow
                    key={each.id}
                    entry={each}
                    count={profiles.filter(({ environment }) => environment === each.id).length}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </ViewStates>
      <NewClass />
    </Panel>
  );
}

function NewClass() {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const [name, setName] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        run(async () => {
          const added = await client.call('classes.save', { set: { name } });
          setName('');
          tell(t('settings:classes.added', { name: added.name }), '', () =>
            client.call('classes.undo', { undo: added.undo }),
          );
        });
      }}
    >
      <Group gap="xs" align="flex-end" mt="sm">
        <TextInput
          size="xs"
          label={t('settings:classes.new')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          maxLength={80}
          autoComplete="off"
        />
        <Button size="xs" variant="default" type="submit" loading={busy}>
          {t('settings:classes.add')}
        </Button>
      </Group>
    </form>
  );
}
