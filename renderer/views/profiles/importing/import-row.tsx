import { IconAlertTriangle, IconCheck, IconEqual, IconKey, IconPencil } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow as Row } from '../../../../shared/ipc/calls/export.ts';
import { hostAndPort } from '../../../../shared/model/host.ts';
import type { OnExisting } from '../../../../shared/model/profile-import.ts';
import { EnvironmentBadge } from '../../../components/environment-badge.tsx';
import { useFieldValue } from '../../../components/use-field-value.ts';
import { useSpeaker } from '../../../format/use-speaker.ts';
import classes from './import.module.css';
import { choicesFor, kindOf } from './import-choices.ts';

const signs = { new: IconCheck, same: IconEqual, differs: IconPencil } as const;

/** One profile of a file: what it would be here, what has to be thought of, and what is to be done with it. */
export const ImportRow = memo(function ImportRow(props: {
  row: Row;
  /** Of the file; `place` is that among the rows that are shown. */
  index: number;
  place: number;
  /** Hears of the row, whose height what it says decides. */
  measure: (row: HTMLTableRowElement | null) => void;
  choice: OnExisting;
  onChoose: (index: number, choice: OnExisting) => void;
}) {
  const { row, index, choice, onChoose } = props;
  const { t } = useTranslation();
  const { words } = useSpeaker();
  const said = useFieldValue();
  const kind = kindOf(row);
  const address = hostAndPort(row.host, row.port);
  const Sign = signs[kind];
  const differences = row.differs.map(({ field, here, file }) =>
    t('transfer:row.difference', {
      field: words.fields[field],
      here: said(field, here),
      file: said(field, file),
    }),
  );
  return (
    <tr
      ref={props.measure}
      data-index={props.place}
      aria-rowindex={props.place + 2}
      data-kind={kind}
      data-choice={choice}
    >
      <th scope="row">
        <span className={classes.name}>
          <span title={row.name}>{row.name}</span>
          {row.environment !== 'development' && (
            <EnvironmentBadge environment={row.environment} fallback={row.className} />
          )}
          {row.hasPassword && (
            <IconKey size={14} role="img" aria-label={t('transfer:row.password')} />
          )}
        </span>
      </th>
      <td className={classes.address} title={address}>
        {address}
        {row.udpPort !== null && (
          <small>
            {words.fields.udpPort} {row.udpPort}
          </small>
        )}
      </td>
      <td title={row.folder}>{row.folder}</td>
      <td className={classes.result}>
        <span>
          <Sign size={15} aria-hidden />
          {t(`transfer:row.${kind}`, { name: row.there?.name ?? '' })}
        </span>
        {differences.length > 0 && (
          <span className={classes.differences} title={differences.join('\n')}>
            {differences.join(' · ')}
          </span>
        )}
        {row.problems.map((problem) => (
          <span key={problem} className={classes.problem}>
            <IconAlertTriangle size={14} aria-hidden />
            {t(`transfer:problem.${problem}`)}
          </span>
        ))}
      </td>
      <td>
        <select
          className={classes.choice}
          aria-label={t('transfer:row.choice', { name: row.name })}
          value={choice}
          onChange={({ currentTarget }) => {
            const next = choicesFor(row).find((each) => each === currentTarget.value);
            if (next !== undefined) onChoose(index, next);
          }}
        >
          {choicesFor(row).map((each) => (
            <option key={each} value={each}>
              {t(`transfer:choice.${each}`)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
});
