import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { hiddenIn } from '../../../../shared/model/hidden.ts';
import type { FieldFault } from '../editor/profile-form.ts';
import classes from './paste.module.css';
import type { PastedField } from './pasted-list.ts';
import type { PastedRow } from './pasted-rows.ts';
import { type PreviewColumn, shownOf } from './preview-columns.ts';

interface PreviewRowProps {
  readonly columns: readonly PreviewColumn[];
  readonly row: PastedRow;
  readonly index: number;
  readonly wanted: boolean;
  /** Hears of the row, whose height its result decides. */
  readonly measure: (row: HTMLTableRowElement | null) => void;
  readonly onTurn: (line: number) => void;
  readonly onCorrect: (line: number, field: PastedField, value: string) => void;
}

/** One line of a pasted list: what would be made of it, and what is wrong. */
export const PreviewRow = memo(function PreviewRow(props: PreviewRowProps) {
  const { row, wanted } = props;
  const { t } = useTranslation();
  const outcome = useId();
  return (
    <tr
      ref={props.measure}
      data-index={props.index}
      aria-rowindex={props.index + 2}
      data-faulty={row.edit === null || undefined}
    >
      <td>
        <input
          type="checkbox"
          checked={wanted}
          onChange={() => props.onTurn(row.line)}
          aria-label={t('profiles:paste.makeLine', { line: row.line })}
        />
      </td>
      <td className={classes.line}>{row.line}</td>
      {props.columns.map(({ field }) => (
        <td key={field}>
          <input
            className={classes.input}
            value={shownOf(row, field)}
            aria-label={t('profiles:paste.fieldOfLine', {
              field: t(`profiles:fields.${field}.label`),
              line: row.line,
            })}
            aria-invalid={row.faults[field] !== undefined || undefined}
            aria-describedby={outcome}
            onChange={(event) => props.onCorrect(row.line, field, event.currentTarget.value)}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        </td>
      ))}
      <td className={classes.outcome} id={outcome} title={row.text}>
        <span>
          <Outcome row={row} />
          {row.unread.length > 0 && (
            <b>{t('profiles:paste.unread', { flags: row.unread.join(' ') })}</b>
          )}
        </span>
      </td>
    </tr>
  );
});

function Outcome({ row }: { row: PastedRow }) {
  const { t } = useTranslation();
  const faults = Object.entries(row.faults) as [PastedField, FieldFault][];
  if (faults.length > 0) {
    const said = faults.map(([field, kind]) =>
      t('profiles:paste.fault', {
        field: t(`profiles:fields.${field}.label`),
        fault: t(`profiles:faults.${kind}`, { character: hiddenIn(row.values[field] ?? '') ?? '' }),
      }),
    );
    return (
      <>
        <IconAlertTriangle size={15} aria-hidden />
        {said.join(' ')}
      </>
    );
  }
  if (row.same !== null) {
    return (
      <>
        <IconCopy size={15} aria-hidden />
        {'profile' in row.same
          ? t(row.edit?.id === undefined ? 'profiles:paste.there' : 'profiles:paste.updates', {
              name: row.same.profile.name,
            })
          : t('profiles:paste.twice', { line: row.same.line })}
      </>
    );
  }
  return (
    <>
      <IconCheck size={15} aria-hidden />
      {t('profiles:paste.new')}
    </>
  );
}
