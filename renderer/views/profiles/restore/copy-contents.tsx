import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CopyContent } from '../../../../shared/model/copies.ts';
import { searcher } from '../../../../shared/model/search.ts';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useFieldValue } from '../../../components/use-field-value.ts';
import { useFormat } from '../../../format/use-format.ts';
import { ChoiceGroup, type ChoiceItem } from './choice-group.tsx';
import classes from './restore.module.css';
import { useRestore } from './use-restore.ts';
import { useSaid } from './use-said.ts';

/** What a copy would bring back, of which the user chooses. */
export function CopyContents({ content }: { content: CopyContent }) {
  const { savedAt, newer } = content;
  const { t } = useTranslation();
  const format = useFormat();
  const items = useItems(content);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [removeNewer, setRemoveNewer] = useState(false);
  const [typed, setTyped] = useState('');
  const restore = useRestore(savedAt);
  const all = [...items.missing, ...items.different];
  const ids = all.map(({ id }) => id).filter((id) => !left.has(id));
  const whole = ids.length === all.length;
  const said = useSaid(content);
  const going = whole && removeNewer;
  const count = ids.length + (going ? newer.length : 0);
  const isSaid = whole && said.length > 0;
  const isWanted = searcher(typed);
  const shown = (list: readonly ChoiceItem[]) =>
    list.filter(({ name, facts }) => isWanted([name, ...facts]));
  const choose = (id: string, chosen: boolean): void => {
    const next = new Set(left);
    if (chosen) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  return (
    <Panel
      title={t('copies:of', { at: format.dateTime(savedAt) })}
      description={t('copies:passwords')}
    >
      <form
        className={classes.contents}
        onSubmit={(event) => {
          event.preventDefault();
          if (count > 0 || isSaid) restore.run({ ids: whole ? 'all' : ids, removeNewer: going });
        }}
      >
        <Group gap="xs">
          <TextInput
            type="search"
            size="xs"
            aria-label={t('copies:search')}
            placeholder={t('copies:search')}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button size="xs" variant="default" onClick={() => setLeft(new Set())}>
            {t('copies:all')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => setLeft(new Set(all.map(({ id }) => id)))}
          >
            {t('copies:nothing')}
          </Button>
        </Group>
        <ChoiceGroup
          title={t('copies:groups.missing')}
          items={shown(items.missing)}
          left={left}
          onChoose={choose}
        />
        <ChoiceGroup
          title={t('copies:groups.different')}
          items={shown(items.different)}
          left={left}
          onChoose={choose}
        />
        <ChoiceGroup
          title={t(going ? 'copies:groups.newerGo' : 'copies:groups.newer')}
          items={shown(newer.map(({ id, name }) => ({ id, name, facts: [] })))}
        />
        <ChoiceGroup
          title={t(whole ? 'copies:groups.said' : 'copies:groups.saidStays')}
          items={shown(said)}
        />
        {newer.length > 0 && (
          <Switch
            label={t('copies:removeNewer')}
            description={whole ? undefined : t('copies:removeNewerText')}
            checked={going}
            disabled={!whole}
            onChange={({ currentTarget }) => setRemoveNewer(currentTarget.checked)}
          />
        )}
        {restore.error !== null && <ErrorPanel error={restore.error} />}
        <Group gap="xs">
          <Button type="submit" loading={restore.busy} disabled={count === 0 && !isSaid}>
            {count > 0
              ? t('copies:restore', { count })
              : t(isSaid ? 'copies:restoreSaid' : 'copies:restoreNone')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}

/** What is said of each profile. */
function useItems({ missing, different }: CopyContent): {
  readonly missing: readonly ChoiceItem[];
  readonly different: readonly ChoiceItem[];
} {
  const { t } = useTranslation();
  const said = useFieldValue();
  return useMemo(
    () => ({
      missing: missing.map(({ id, name, host, folder }) => ({
        id,
        name,
        facts: [folder, host].filter(Boolean),
      })),
      different: different.map(({ id, name, fields }) => ({
        id,
        name,
        facts: fields.map(({ field, now, copy }) =>
          t('copies:change', {
            field: t(`profiles:fields.${field}.label`),
            now: said(field, now),
            copied: said(field, copy),
          }),
        ),
      })),
    }),
    [missing, different, t, said],
  );
}
