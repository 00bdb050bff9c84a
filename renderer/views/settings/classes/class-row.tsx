import { ActionIcon, Checkbox, Group, NativeSelect, Table } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassChange, ClassEntry } from '../../../../shared/ipc/calls/class.ts';
import { isUsualClass, mayHave, toothNames } from '../../../../shared/model/environment-class.ts';
import type { Tooth } from '../../../../shared/model/environment-class-schema.ts';
import { colours } from '../../../../shared/model/profile-words.ts';
import { useApi } from '../../../api/context.ts';
import { useClassName } from '../../../components/class-words.ts';
import { EnvironmentBadge } from '../../../components/environment-badge.tsx';
import { ManagedBadge } from '../../../components/managed/managed-badge.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { classFilter } from '../../../components/tree/folder-filter.ts';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { paths } from '../../../routes.ts';
import { RemoveClass } from './remove-class.tsx';
import { RenameClass } from './rename-class.tsx';

/** One class: its colour, what it asks for, how many profiles are of it, and what is done with one of the user's own. */
export function ClassRow({ entry, count }: { entry: ClassEntry; count: number }) {
  const { id, colour, teeth } = entry;
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null);
  const name = useClassName()(id);
  const managed = entry.managed === true;
  const own = !isUsualClass(id) && !managed;
  const save = (set: ClassChange): void =>
    run(async () => {
      const { undo } = await client.call('classes.save', { id, set });
      tell(t('settings:classes.saved', { name }), '', () => client.call('classes.undo', { undo }));
    });
  /** Production always asks for something: what nobody knows counts as production. */
  const isKept = (tooth: Tooth): boolean => !mayHave(id, { ...teeth, [tooth]: false });
  return (
    <Table.Tr>
      <Table.Td>
        <EnvironmentBadge environment={id} /> {managed && <ManagedBadge />}
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={t('settings:classes.colourOf', { name })}
          value={colour}
          disabled={managed || busy}
          data={colours.map((each) => ({ value: each, label: t(`profiles:colours.${each}`) }))}
          onChange={({ currentTarget }) => {
            const next = colours.find((each) => each === currentTarget.value);
            if (next !== undefined) save({ colour: next });
          }}
        />
      </Table.Td>
      {toothNames.map((tooth) => (
        <Table.Td key={tooth}>
          <Checkbox
            size="xs"
            aria-label={t('settings:classes.toothOf', {
              name,
              tooth: t(`settings:classes.teeth.${tooth}`),
            })}
            title={isKept(tooth) ? t('settings:classes.kept') : undefined}
            checked={teeth[tooth]}
            disabled={managed || busy || isKept(tooth)}
            onChange={({ currentTarget }) => save({ teeth: { [tooth]: currentTarget.checked } })}
          />
        </Table.Td>
      ))}
      <Table.Td>
        {count === 0 ? (
          count
        ) : (
          <RouteLink
            to={paths.profilesLike(classFilter(name))}
            size="sm"
            title={t('settings:classes.has', { count })}
          >
            {count}
          </RouteLink>
        )}
      </Table.Td>
      <Table.Td>
        {own && (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('settings:classes.rename', { name })}
              onClick={() => setAsking('rename')}
            >
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('settings:classes.remove', { name })}
              onClick={() => setAsking('remove')}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        )}
        {asking === 'rename' && (
          <RenameClass
            name={name}
            onRename={(next) => {
              setAsking(null);
              save({ name: next });
            }}
            onClose={() => setAsking(null)}
          />
        )}
        {asking === 'remove' && (
          <RemoveClass id={id} name={name} count={count} onClose={() => setAsking(null)} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
