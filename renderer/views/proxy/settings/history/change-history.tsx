import { Group, Table, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import type { AuditRow } from '../../../../../shared/model/change.ts';
import { tookEffect } from '../../../../../shared/model/change-effect.ts';
import { useApi } from '../../../../api/context.ts';
import type { Log } from '../../../../api/logs.ts';
import { ChangedBy } from '../../../../components/changed-by.tsx';
import { OlderButton } from '../../../../components/older-button.tsx';
import { Panel } from '../../../../components/panel.tsx';
import { notifyDone } from '../../../../components/toast.tsx';
import { useAction } from '../../../../components/use-action.tsx';
import { useNow } from '../../../../components/use-now.ts';
import { ValueText } from '../../../../components/value-text.tsx';
import { Empty, ViewStates } from '../../../../components/view-states.tsx';
import { useFormat } from '../../../../format/use-format.ts';
import { OutcomeLabel } from '../outcome/outcome.tsx';
import { ValueChange } from '../value-change.tsx';
import classes from './change-history.module.css';
import { LensLink } from './lens-link.tsx';
import { UndoButton } from './undo-button.tsx';

/** Who changed what of this proxy, from what, to what, and what was read back. */
export function ChangeHistory(props: {
  profile: ProfileEntry;
  list: Log<AuditRow>;
  blocked: boolean;
}) {
  const { list } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [undoing, setUndoing] = useState<number | null>(null);
  const region = useRef<HTMLDivElement>(null);

  const undo = (entry: AuditRow, confirmName: string | undefined): void => {
    setUndoing(entry.id);
    run(async () => {
      try {
        const done = await client.call('change.undo', { auditId: entry.id, confirmName });
        // The button that has the focus goes, since its change is undone.
        region.current?.focus();
        notifyDone(
          t(`changes:outcomes.${done.outcome}.title`),
          t(`changes:outcomes.${done.outcome}.${done.setting}`),
        );
      } finally {
        setUndoing(null);
      }
    });
  };

  return (
    <div className={classes.history} ref={region} tabIndex={-1}>
      <Panel title={t('changes:history.title')}>
        <ViewStates
          loaded={list}
          isEmpty={({ rows }) => rows.length === 0}
          empty={<Empty title={t('changes:history.empty')} text={t('changes:history.emptyText')} />}
        >
          {({ rows, more }) => (
            <>
              <Table.ScrollContainer minWidth={440} type="native">
                <Table className={classes.table} verticalSpacing={6}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th scope="col">{t('changes:history.when')}</Table.Th>
                      <Table.Th scope="col">{t('changes:history.what')}</Table.Th>
                      <Table.Th scope="col">{t('changes:history.change')}</Table.Th>
                      <Table.Th scope="col">{t('changes:history.outcome')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {rows.map((entry) => (
                      <EntryRow
                        key={entry.id}
                        profile={props.profile}
                        entry={entry}
                        disabled={props.blocked || busy}
                        undoing={undoing === entry.id}
                        onUndo={(confirmName) => undo(entry, confirmName)}
                      />
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
              {more && <OlderButton label={t('changes:history.older')} load={list.loadOlder} />}
            </>
          )}
        </ViewStates>
      </Panel>
    </div>
  );
}

function EntryRow(props: {
  profile: ProfileEntry;
  entry: AuditRow;
  disabled: boolean;
  undoing: boolean;
  onUndo: (confirmName: string | undefined) => void;
}) {
  const { entry } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { setting } = entry;
  return (
    <Table.Tr>
      <Table.Td className={classes.when}>
        <Text size="sm">{format.relative(entry.at, Math.max(now, entry.at + 1))}</Text>
        <Text size="xs" c="dimmed">
          {format.dateTime(entry.at)} · <ChangedBy entry={entry} />
        </Text>
      </Table.Td>
      <Table.Td>
        {t(`changes:settings.${setting}`)}
        {entry.undoes !== null && (
          <Text size="xs" c="dimmed">
            {t('changes:history.isUndo')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <ValueChange setting={setting} from={entry.before} to={entry.requested} />
        {entry.outcome === 'mismatch' && (
          <Group gap={6} mt={2}>
            <Text span size="xs" c="dimmed">
              {t('changes:history.readBack')}
            </Text>
            <ValueText setting={setting} value={entry.after} />
          </Group>
        )}
      </Table.Td>
      <Table.Td>
        {/* One cell, which breaks where there is little room, so that the button is never beyond the edge. */}
        <Group gap="4px 12px" justify="space-between">
          <OutcomeLabel outcome={entry.outcome} />
          <LensLink entry={entry} known />
          {setting === 'bufferSize' && entry.before === null && tookEffect(entry) && (
            <Text size="xs" c="dimmed">
              {t('changes:history.noUndo')}
            </Text>
          )}
          {entry.undoable && (
            <UndoButton
              profile={props.profile}
              entry={entry}
              when={format.dateTime(entry.at)}
              disabled={props.disabled}
              loading={props.undoing}
              onUndo={props.onUndo}
            />
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
