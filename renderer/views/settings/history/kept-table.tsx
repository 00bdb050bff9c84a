import { NativeSelect, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type HistoryKept,
  type HistoryLevel,
  keptChoices,
} from '../../../../shared/model/history-kept.ts';
import { noData } from '../../../../shared/texts/format.ts';
import { usePreferences } from '../../../api/context.ts';
import { useLockedBy } from '../../../api/managed.ts';
import { useFormat } from '../../../format/use-format.ts';

/** Each level of the history: since when it holds anything, how much, and for how long it is kept. `onChoose`: in the unit of the level. */
export function KeptTable(props: {
  kept: HistoryKept;
  onChoose: (level: HistoryLevel, chosen: number) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const preferences = usePreferences();
  const lockedBy = useLockedBy();
  return (
    <Table.ScrollContainer minWidth={480} type="native">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('settings:history.level')}</Table.Th>
            <Table.Th scope="col">{t('settings:history.since')}</Table.Th>
            <Table.Th scope="col">{t('settings:history.rows')}</Table.Th>
            <Table.Th scope="col">{t('settings:history.size')}</Table.Th>
            <Table.Th scope="col">{t('settings:history.kept')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.kept.levels.map(({ level, since, rows, bytes }) => {
            const { preference, unit, choices } = keptChoices[level];
            const by = lockedBy(preference);
            const name = t(`settings:history.levels.${level}`);
            return (
              <Table.Tr key={level}>
                <Table.Th scope="row" fw={500}>
                  {name}
                </Table.Th>
                <Table.Td>{since === null ? noData : format.dateTime(since)}</Table.Td>
                <Table.Td>{format.number(rows)}</Table.Td>
                <Table.Td>{t('settings:history.about', { size: format.bytes(bytes) })}</Table.Td>
                <Table.Td>
                  <NativeSelect
                    size="xs"
                    aria-label={t('settings:history.keptOf', { level: name })}
                    disabled={by !== null}
                    value={String(preferences[preference])}
                    onChange={({ currentTarget }) => {
                      const chosen = choices.find((each) => String(each) === currentTarget.value);
                      if (chosen !== undefined) props.onChoose(level, chosen);
                    }}
                    data={choices.map((value) => ({
                      value: String(value),
                      label: t(`settings:history.${unit}`, { count: value }),
                    }))}
                  />
                  {by !== null && (
                    <Text size="xs" c="dimmed">
                      {t('managed:locked', { by })}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
