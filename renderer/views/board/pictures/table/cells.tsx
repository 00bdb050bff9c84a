import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../../shared/assert.ts';
import { knownValue } from '../../../../../shared/fleet/insights/insight.ts';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import type { BoardColumn } from '../../../../../shared/model/preference-words.ts';
import { noData } from '../../../../../shared/texts/format.ts';
import { useApi } from '../../../../api/context.ts';
import { liveInsight } from '../../../../api/insights.ts';
import { useClassName } from '../../../../components/class-words.ts';
import { useAddress } from '../../../../fleet/rows/addresses.ts';
import { insightText } from '../../../../format/insight-format.ts';
import { formatOf } from '../../../../format/metric-format.ts';
import { useFormat } from '../../../../format/use-format.ts';
import type { Reading } from '../use-reading.ts';
import classes from './table.module.css';

/** What a cell says, in words. Null where it is drawn otherwise. */
export function useCellText(): (
  column: BoardColumn,
  profile: ProfileEntry,
  reading: Reading,
) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  const classNameOf = useClassName();
  const api = useApi();
  const { fleet } = api;
  return (column, profile, { snapshot, means }) => {
    const metrics = snapshot?.metrics ?? null;
    switch (column) {
      case 'state':
      case 'address':
        return null;
      case 'connections':
        if (metrics?.implausible === true) return t('board:card.implausible');
        if (means !== null) return format.number(means.connections);
        return metrics === null ? noData : format.shortCounter(metrics.connections);
      case 'bytesPerSecond':
      case 'accessesPerSecond':
      case 'roundTripMs':
        return formatOf(format, column)(means?.[column] ?? null);
      case 'transferredBytes':
        return metrics === null ? noData : format.byteCounter(metrics.transferredBytes);
      case 'accesses':
        return metrics === null ? noData : format.shortCounter(metrics.accesses);
      case 'missedPolls':
      case 'restarts':
        return snapshot === undefined ? noData : format.number(snapshot[column]);
      case 'meanDuration':
      case 'bytesPerAccess':
      case 'bytesPerConnection':
      case 'share':
        return insightText(format, column, knownValue(liveInsight(api, profile.id, column)));
      case 'transformation': {
        const known = snapshot?.settings.transformation ?? null;
        return known === null ? noData : (known.value ?? t('board:columns.noTransformation'));
      }
      case 'bufferSize': {
        const known = snapshot?.settings.bufferSize ?? null;
        return known === null ? noData : format.number(known.bytes);
      }
      case 'folder':
        return profile.folder === '' ? noData : profile.folder;
      case 'environment':
        return classNameOf(profile.environment);
      case 'readAt':
        return metrics === null
          ? noData
          : snapshot?.state.kind === 'ready'
            ? format.time(metrics.at)
            : format.moment(metrics.at, fleet.now());
      default:
        return assertNever(column);
    }
  };
}

export function AddressCell({ profile }: { profile: ProfileEntry }): ReactNode {
  const { host, way, whole } = useAddress(profile);
  return (
    <span className={classes.address} title={whole}>
      <span className={classes.host}>{host}</span>
      {way !== '' && <span>&nbsp;· {way}</span>}
    </span>
  );
}
