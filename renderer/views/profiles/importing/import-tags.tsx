import { Switch, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../../shared/ipc/calls/export.ts';
import { nameKey } from '../../../../shared/model/name.ts';
import { fieldValue } from '../../../../shared/texts/field-value.ts';
import { Panel } from '../../../components/panel.tsx';
import { useSpeaker } from '../../../format/use-speaker.ts';
import classes from './import.module.css';
import type { ImportControl } from './use-import.ts';

/** What tags of a file intend, for how many profiles that are here; taken where somebody says so. */
export function ImportTags(props: { tags: ImportPreview['tags']; control: ImportControl }) {
  const { tags, control } = props;
  const { t } = useTranslation();
  const { words } = useSpeaker();
  return (
    <Panel
      title={t('transfer:tags.title', { count: tags.length })}
      description={t('transfer:tags.text')}
    >
      <div className={classes.passwords}>
        {/* A region that scrolls is reached by the keyboard. */}
        <section
          className={classes.frame}
          aria-label={t('transfer:tags.title', { count: tags.length })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
          tabIndex={0}
        >
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('transfer:tags.tag')}</Table.Th>
                <Table.Th scope="col">{words.fields.intendedTransformation}</Table.Th>
                <Table.Th scope="col">{words.fields.intendedBufferSize}</Table.Th>
                <Table.Th scope="col">{t('transfer:tags.here')}</Table.Th>
                <Table.Th scope="col">{t('transfer:tags.carriers')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tags.map(({ tag, settings, kind, carriers }) => (
                <Table.Tr key={nameKey(tag)}>
                  <Table.Th scope="row" fw={400}>
                    {tag}
                  </Table.Th>
                  <Table.Td>
                    {fieldValue(words, 'intendedTransformation', settings.intendedTransformation)}
                  </Table.Td>
                  <Table.Td>
                    {fieldValue(words, 'intendedBufferSize', settings.intendedBufferSize)}
                  </Table.Td>
                  <Table.Td>{t(`transfer:tags.${kind}`)}</Table.Td>
                  <Table.Td>{carriers}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
        <Switch
          label={t('transfer:tags.take')}
          checked={control.withTags}
          onChange={({ currentTarget }) => control.setWithTags(currentTarget.checked)}
        />
      </div>
    </Panel>
  );
}
