import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './paste.module.css';
import { previewColumns } from './preview-columns.ts';
import { PreviewRow } from './preview-row.tsx';
import type { usePaste } from './use-paste.ts';

/** Pixels, of one whose result is said in a line or two. */
const rowHeight = 36;

/** What would be made, line by line, each correctable in its place. Only the lines in view are rendered, between two rows that take the room of the others. */
export function Preview({ paste }: { paste: ReturnType<typeof usePaste> }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const { rows } = paste;
  const columns = useMemo(
    () => previewColumns(rows, (field) => t(`profiles:fields.${field}.label`)),
    [rows, t],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => rows[index]?.line ?? index,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div className={classes.frame} ref={frame}>
      <table
        className={classes.table}
        aria-label={t('profiles:paste.preview')}
        aria-rowcount={rows.length + 1}
      >
        <colgroup>
          <col style={{ width: 64 }} />
          <col style={{ width: 64 }} />
          {columns.map(({ field, width }) => (
            <col key={field} style={{ width: `calc(${width}ch + 30px)` }} />
          ))}
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('profiles:paste.make')}</th>
            <th scope="col">{t('profiles:paste.line')}</th>
            {columns.map(({ field }) => (
              <th scope="col" key={field}>
                {t(`profiles:fields.${field}.label`)}
              </th>
            ))}
            <th scope="col">{t('profiles:paste.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {items.map(({ index, key }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <PreviewRow
                key={key}
                columns={columns}
                row={row}
                index={index}
                wanted={paste.isWanted(row)}
                measure={virtual.measureElement}
                onTurn={paste.turn}
                onCorrect={paste.correct}
              />
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </div>
  );
}
