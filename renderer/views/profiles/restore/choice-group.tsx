import { Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './restore.module.css';

/** A profile, and what is said of it. */
export interface ChoiceItem {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly string[];
}

/** So many are drawn: who wants another one searches for it. */
const mostShown = 200;

/** Profiles with a box each; without `onChoose` they are only named. Plain elements: there may be thousands. */
export function ChoiceGroup(props: {
  title: string;
  items: readonly ChoiceItem[];
  left?: ReadonlySet<string>;
  onChoose?: (id: string, chosen: boolean) => void;
}) {
  const { items, left, onChoose } = props;
  const { t } = useTranslation();
  const title = useId();
  if (items.length === 0) return null;
  const more = items.length - mostShown;
  return (
    <section aria-labelledby={title}>
      <Text fw={600} size="sm" id={title}>
        {props.title}
      </Text>
      <ul className={classes.items}>
        {items.slice(0, mostShown).map(({ id, name, facts }) => (
          <li key={id}>
            {onChoose === undefined ? (
              <span>
                {name}
                {facts.length > 0 && <span className={classes.facts}>{facts.join(' · ')}</span>}
              </span>
            ) : (
              <label>
                <input
                  type="checkbox"
                  checked={left?.has(id) !== true}
                  onChange={({ currentTarget }) => onChoose(id, currentTarget.checked)}
                />
                <span>
                  {name}
                  {facts.length > 0 && <span className={classes.facts}>{facts.join(' · ')}</span>}
                </span>
              </label>
            )}
          </li>
        ))}
        {more > 0 && <li>{t('copies:more', { count: more })}</li>}
      </ul>
    </section>
  );
}
