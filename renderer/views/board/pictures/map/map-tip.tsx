import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import { useDifferences, useIsOld, useMeans } from '../../../../api/context.ts';
import type { SeriesName } from '../../../../api/point-ring.ts';
import { differenceWords } from '../../../../fleet/differences/difference-words.ts';
import { useAddress } from '../../../../fleet/rows/addresses.ts';
import { StateLine } from '../../../../fleet/rows/state-line.tsx';
import { formatOf } from '../../../../format/metric-format.ts';
import { useFormat } from '../../../../format/use-format.ts';
import classes from './map.module.css';
import { mapTipId } from './use-map-tip.ts';

/** Which proxy a cell is, how it is, and the value that it is coloured by. `at` is where it may stand, pixels of the map. */
export function MapTip(props: {
  profile: ProfileEntry;
  series: SeriesName;
  at: { readonly left: number; readonly top: number; readonly above: boolean };
}) {
  const { profile, series, at } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const say = formatOf(format, series);
  const differences = useDifferences(profile.id).map(
    (each) => differenceWords(each, t, format).whole,
  );
  const means = useMeans(profile.id);
  const old = useIsOld();
  const address = useAddress(profile);
  return (
    <div
      id={mapTipId}
      role="tooltip"
      className={classes.tip}
      data-above={at.above || undefined}
      style={{ left: at.left, top: at.top }}
    >
      <strong>{profile.name}</strong>
      <StateLine id={profile.id} old={old} />
      <span>
        {t(`metrics.${series}`)} <b>{say(means?.[series] ?? null)}</b>
      </span>
      {differences.map((each) => (
        <span key={each} className={classes.differs}>
          {each}
        </span>
      ))}
      <span className={classes.where}>
        {[profile.folder, address.whole].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}
