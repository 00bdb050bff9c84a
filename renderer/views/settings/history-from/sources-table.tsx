import { Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HistorySourceEntry } from '../../../../shared/ipc/calls/history-from.ts';
import { useFaultWords } from '../../../components/elsewhere/fault-words.ts';
import { useFolderPaths, useWhereWords } from '../../../components/elsewhere/where-words.ts';
import { unbroken } from '../../../components/unbroken.ts';
import { TestButton } from './test-button.tsx';

/** For whom history comes from where, one row each. */
export function SourcesTable(props: {
  readonly entries: readonly HistorySourceEntry[];
  /** Administrators say what they are; a token can be entered all the same. */
  readonly locked: boolean;
  readonly onChange: (entry: HistorySourceEntry) => void;
  readonly onRemove: (entry: HistorySourceEntry) => void;
  readonly onTested: () => void;
}) {
  const { t } = useTranslation();
  const paths = useFolderPaths();
  const whereOf = useWhereWords();
  return (
    <Table.ScrollContainer minWidth={480} type="native">
      <Table>
        <caption className="visually-hidden">{t('elsewhere:panel.caption')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('elsewhere:panel.for')}</Table.Th>
            <Table.Th scope="col">{t('elsewhere:panel.address')}</Table.Th>
            <Table.Th scope="col">{t('elsewhere:panel.what')}</Table.Th>
            <Table.Th scope="col">{t('elsewhere:panel.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.entries.map((entry) => {
            const { id, folderId, url, reach } = entry.source;
            const where = whereOf(folderId);
            return (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={500}>
                  {folderId === null
                    ? t('elsewhere:panel.whole')
                    : (paths.get(folderId) ?? t('elsewhere:panel.goneFolder'))}
                </Table.Th>
                <Table.Td>
                  <span style={unbroken(url ?? '')}>{url ?? t('elsewhere:panel.nowhere')}</span>
                  <Trouble entry={entry} />
                </Table.Td>
                <Table.Td>{url !== null && t(`elsewhere:panel.reaches.${reach}`)}</Table.Td>
                <Table.Td>
                  <Group gap="xs">
                    {url !== null && (
                      <TestButton
                        id={id}
                        label={t('elsewhere:panel.testOf', { where })}
                        onTested={props.onTested}
                      />
                    )}
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('elsewhere:panel.changeOf', { where })}
                      onClick={() => props.onChange(entry)}
                    >
                      {t('elsewhere:panel.change')}
                    </Button>
                    {!props.locked && (
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={t('elsewhere:panel.removeOf', { where })}
                        onClick={() => props.onRemove(entry)}
                      >
                        {t('elsewhere:panel.remove')}
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** What keeps it from being read. */
function Trouble({ entry }: { entry: HistorySourceEntry }) {
  const { t } = useTranslation();
  const say = useFaultWords();
  const { source, secret, fault } = entry;
  const lacks = source.url !== null && source.signIn !== 'none' && secret !== 'here';
  return (
    <Text size="xs" role="status" data-fault={fault?.kind}>
      {lacks && `${t(`elsewhere:panel.secrets.${secret}`)} `}
      {fault !== null && say(fault)}
    </Text>
  );
}
