import { Box, Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TagEntry } from '../../../shared/ipc/calls/drift.ts';
import { nameKey, tagsIn } from '../../../shared/model/name.ts';
import { intentsByTag } from '../../../shared/model/tag-intents.ts';
import { fieldValue } from '../../../shared/texts/field-value.ts';
import { useTagIntents } from '../../api/drift.ts';
import { useProfiles } from '../../api/profiles.ts';
import { May } from '../../components/may/may.tsx';
import { Panel } from '../../components/panel.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useSpeaker } from '../../format/use-speaker.ts';
import { paths } from '../../routes.ts';
import { TagDialog } from './tag-dialog.tsx';

/** What is intended of proxies by their tags, and where it is said. */
export function TagIntents() {
  const { t } = useTranslation();
  const { words } = useSpeaker();
  const profiles = useProfiles().value ?? [];
  const intents = useTagIntents().value ?? [];
  const [editing, setEditing] = useState<TagEntry | null>(null);
  const said = intentsByTag(intents);
  const tags = new Map<string, string>();
  for (const each of profiles) for (const tag of tagsIn(each.tags)) tags.set(nameKey(tag), tag);
  for (const { tag } of intents) tags.set(nameKey(tag), tag);
  const entries = [...tags.values()]
    .toSorted((a, b) => a.localeCompare(b))
    .map((tag): TagEntry => said.get(nameKey(tag)) ?? { tag, settings: {} });
  return (
    <Box mt="md">
      <Panel title={t('drift:tags.title')} description={t('drift:tags.text')}>
        {entries.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('drift:tags.none')}{' '}
            <RouteLink to={paths.profiles} inherit underline="always">
              {t('pages.profiles')}
            </RouteLink>
          </Text>
        ) : (
          <Table verticalSpacing={6} aria-label={t('drift:tags.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('drift:tags.tag')}</Table.Th>
                <Table.Th scope="col">{t('profiles:fields.intendedTransformation.label')}</Table.Th>
                <Table.Th scope="col">{t('profiles:fields.intendedBufferSize.label')}</Table.Th>
                <Table.Th scope="col">
                  <span className="visually-hidden">{t('drift:tags.edit')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry) => {
                const { intendedTransformation = '', intendedBufferSize = 0 } = entry.settings;
                return (
                  <Table.Tr key={nameKey(entry.tag)}>
                    <Table.Th scope="row" fw={400}>
                      {entry.tag}
                    </Table.Th>
                    <Table.Td>
                      {fieldValue(words, 'intendedTransformation', intendedTransformation)}
                    </Table.Td>
                    <Table.Td>
                      {fieldValue(words, 'intendedBufferSize', intendedBufferSize)}
                    </Table.Td>
                    <Table.Td>
                      {entry.managed !== true && (
                        <May needs="administer">
                          <Button
                            size="compact-xs"
                            variant="default"
                            aria-label={t('drift:tags.editOf', { tag: entry.tag })}
                            onClick={() => setEditing(entry)}
                          >
                            {t('drift:tags.edit')}
                          </Button>
                        </May>
                      )}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        )}
        {editing !== null && <TagDialog entry={editing} onClose={() => setEditing(null)} />}
      </Panel>
    </Box>
  );
}
