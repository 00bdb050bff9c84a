import { NativeSelect } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow as Row } from '../../../../shared/ipc/calls/export.ts';
import { type OnExisting, onExisting } from '../../../../shared/model/profile-import.ts';
import classes from './import.module.css';
import { chooseForAll, rowFilters, shownRows } from './import-choices.ts';
import { ImportRow } from './import-row.tsx';
import type { ImportControl } from './use-import.ts';

/** Pixels, before a row is measured. */
const rowHeight = 46;

/** The profiles of a file, each with what it would be and what is to be done. Only the rows in view are rendered, between two that take the room of the others. */
export function ImportTable({ rows, control }: { rows: readonly Row[]; control: ImportControl }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLElement>(null);
  const [filter, setFilter] = useState<(typeof rowFilters)[number]>('all');
  const shown = useMemo(() => shownRows(rows, filter), [rows, filter]);
  const { chosen, setChoices } = control;
  const choose = useCallback(
    (index: number, choice: OnExisting) =>
      setChoices((before) => new Map(before).set(index, choice)),
    [setChoices],
  );
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (place) => shown[place] ?? place,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      <div className={classes.tools}>
        <NativeSelect
          size="xs"
          label={t('transfer:filter.label')}
          value={filter}
          data={rowFilters.map((each) => ({
            value: each,
            label: t(`transfer:filter.${each}`, { count: shownRows(rows, each).length }),
          }))}
          onChange={({ currentTarget }) =>
            setFilter(rowFilters.find((each) => each === currentTarget.value) ?? 'all')
          }
        />
        <NativeSelect
          size="xs"
          label={t('transfer:forAll.label')}
          value=""
          data={[
            { value: '', label: t('transfer:forAll.none') },
            ...onExisting.map((each) => ({ value: each, label: t(`transfer:choice.${each}`) })),
          ]}
          onChange={({ currentTarget }) => {
            const choice = onExisting.find((each) => each === currentTarget.value);
            if (choice !== undefined) {
              setChoices((before) => chooseForAll(rows, shown, choice, before));
            }
          }}
        />
      </div>
      {/* A region that scrolls is reached by the keyboard, since rows without a choice have nothing to focus. */}
      <section
        className={classes.frame}
        ref={frame}
        aria-label={t('transfer:import.rows')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        tabIndex={0}
      >
        <table
          className={classes.table}
          aria-label={t('transfer:import.preview')}
          aria-rowcount={shown.length + 1}
        >
          <thead>
            <tr>
              <th scope="col">{t('transfer:columns.profile')}</th>
              <th scope="col">{t('transfer:columns.address')}</th>
              <th scope="col">{t('transfer:columns.folder')}</th>
              <th scope="col">{t('transfer:columns.result')}</th>
              <th scope="col">{t('transfer:columns.choice')}</th>
            </tr>
          </thead>
          <tbody>
            {above > 0 && <tr aria-hidden style={{ height: above }} />}
            {items.map(({ index: place, key }) => {
              const index = shown[place];
              const row = index === undefined ? undefined : rows[index];
              if (index === undefined || row === undefined) return null;
              return (
                <ImportRow
                  key={key}
                  row={row}
                  index={index}
                  place={place}
                  measure={virtual.measureElement}
                  choice={chosen[index] ?? 'skip'}
                  onChoose={choose}
                />
              );
            })}
            {below > 0 && <tr aria-hidden style={{ height: below }} />}
          </tbody>
        </table>
      </section>
    </>
  );
}
