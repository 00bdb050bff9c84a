import { Button, Group, Switch, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRule } from '../../../../shared/model/alert-rule.ts';
import { useAlertRules } from '../../../api/alerts.ts';
import { useApi } from '../../../api/context.ts';
import { May } from '../../../components/may/may.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { ViewStates } from '../../../components/view-states.tsx';
import { useAlertWords } from '../alert-words.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { timeOf } from './rule-form.ts';

/** What is told, of which proxies. */
export function RulesPanel() {
  const { t } = useTranslation();
  const rules = useAlertRules();
  const [editing, setEditing] = useState<AlertRule | 'new' | null>(null);
  return (
    <Panel
      title={t('alerts:rules.title')}
      description={t('alerts:rules.text')}
      aside={
        <May needs="administer">
          <Button
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {t('alerts:rules.add')}
          </Button>
        </May>
      }
    >
      <ViewStates
        loaded={rules}
        isEmpty={(list) => list.length === 0}
        empty={
          <Text size="sm" c="dimmed">
            {t('alerts:rules.none')}
          </Text>
        }
      >
        {(list) => (
          <Table.ScrollContainer minWidth={560} type="native">
            <Table verticalSpacing={6} aria-label={t('alerts:rules.title')}>
              <Table.Thead>
                <Table.Tr>
                  {(['enabled', 'what', 'scope', 'telling'] as const).map((column) => (
                    <Table.Th key={column} scope="col">
                      {t(`alerts:columns.${column}`)}
                    </Table.Th>
                  ))}
                  <Table.Th scope="col">
                    <span className="visually-hidden">{t('alerts:rules.edit')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.map((rule) => (
                  <RuleRow key={rule.id} rule={rule} onEdit={() => setEditing(rule)} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </ViewStates>
      {editing !== null && (
        <RuleDialog rule={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Panel>
  );
}

function RuleRow({ rule, onEdit }: { rule: AlertRule; onEdit: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const words = useAlertWords();
  const { quiet, againMinutes, enabled } = rule;
  const said = words.condition(rule.condition);
  const name = rule.name === '' ? said : rule.name;
  return (
    <Table.Tr>
      <Table.Td>
        <May needs="administer">
          <Switch
            size="sm"
            aria-label={t('alerts:rules.enabledOf', { name })}
            checked={enabled}
            disabled={busy}
            onChange={() =>
              run(() => client.call('alerts.saveRule', { ...rule, enabled: !enabled }))
            }
          />
        </May>
      </Table.Td>
      <Table.Th scope="row" fw={400}>
        {name}
        {rule.name !== '' && (
          <Text size="xs" c="dimmed">
            {said}
          </Text>
        )}
      </Table.Th>
      <Table.Td>{words.scope(rule.scope)}</Table.Td>
      <Table.Td>
        <Text size="sm">
          {againMinutes === 0
            ? t('alerts:rules.once')
            : t('alerts:rules.again', { count: againMinutes })}
        </Text>
        {quiet !== null && (
          <Text size="xs" c="dimmed">
            {t('alerts:rules.quietFrom', { from: timeOf(quiet.from), to: timeOf(quiet.to) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          <May needs="administer">
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('alerts:rules.editOf', { name })}
              onClick={onEdit}
            >
              {t('alerts:rules.edit')}
            </Button>
          </May>
          <May needs="administer">
            <Button
              size="compact-xs"
              variant="default"
              loading={busy}
              aria-label={t('alerts:rules.removeOf', { name })}
              onClick={() =>
                run(async () => {
                  await client.call('alerts.removeRule', { id: rule.id });
                  tell(t('alerts:rules.removed'), name, () => client.call('alerts.saveRule', rule));
                })
              }
            >
              {t('alerts:rules.remove')}
            </Button>
          </May>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
