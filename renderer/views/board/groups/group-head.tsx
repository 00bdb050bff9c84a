import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../shared/assert.ts';
import type { Classes } from '../../../../shared/model/environment-class.ts';
import { useClasses } from '../../../api/classes.ts';
import { className } from '../../../components/class-words.ts';
import { byUrgency } from '../../../fleet/arrangement/order-values.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTotals } from '../summary/use-totals.ts';
import { GroupBox } from './group-box.tsx';
import { foldKey } from './group-by.ts';
import classes from './groups.module.css';
import type { BoardGroup } from './groups.ts';
import { sumText } from './sum-text.ts';
import { useFolded } from './use-folded.ts';

/** The heading of a group: folds it, and says how many proxies it has, how many of them want a look, and what they do together. */
export const GroupHead = memo(function GroupHead(props: {
  group: BoardGroup;
  /** Whether the sums stand here: a table has them under its columns. */
  sums?: boolean;
}) {
  const { group, sums = true } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [, toggle] = useFolded();
  const title = groupTitle(group, t, useClasses());
  const Chevron = group.folded ? IconChevronRight : IconChevronDown;
  return (
    <div className={classes.head}>
      <GroupBox
        profiles={group.profiles}
        label={t('arrangement:selection.group', { group: title })}
      />
      <h2 className={classes.title}>
        <UnstyledButton
          className={classes.fold}
          aria-expanded={!group.folded}
          onClick={() => toggle(foldKey(group))}
        >
          <Chevron size={16} className={classes.chevron} aria-hidden />
          <span className={classes.name}>{title}</span>
          <span className={classes.count}>{format.number(group.profiles.length)}</span>
        </UnstyledButton>
      </h2>
      <GroupSums group={group} inFull={sums} />
    </div>
  );
});

function GroupSums({ group, inFull }: { group: BoardGroup; inFull: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const totals = useTotals(group.profiles);
  const { trouble } = totals;
  return (
    <>
      {trouble > 0 && group.by !== 'state' && (
        <span className={classes.trouble}>
          <IconAlertTriangle size={14} aria-hidden />
          {t('board:groups.trouble', { count: trouble })}
        </span>
      )}
      {inFull && (
        <dl className={classes.sums}>
          <Sum name={t('metrics.connections')} value={sumText('connections', totals, format)} />
          <Sum
            name={t('metrics.bytesPerSecond')}
            value={sumText('bytesPerSecond', totals, format)}
          />
          <Sum name={t('metrics.accesses')} value={sumText('accessesPerSecond', totals, format)} />
          {totals.balance.known && (
            <Sum name={t('insights:names.balance')} value={format.percent(totals.balance.value)} />
          )}
        </dl>
      )}
    </>
  );
}

function Sum({ name, value }: { name: string; value: string }) {
  return (
    <div className={classes.sum}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** What stands above a group. */
export function groupTitle(
  { by, key }: Pick<BoardGroup, 'by' | 'key'>,
  t: TFunction,
  classes: Classes,
): string {
  switch (by) {
    case null:
      return '';
    case 'folder':
      return key === '' ? t('board:groups.noFolder') : key;
    case 'tag':
      return key === '' ? t('board:groups.noTag') : key;
    case 'environment':
      return className(classes, key, t);
    case 'state': {
      const state = byUrgency.find((each) => each === key);
      return state === undefined ? key : t(`board:filter.${state}`);
    }
    default:
      return assertNever(by);
  }
}
