import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClasses } from '../../../../api/classes.ts';
import { onWindowResize, topInPage, viewHeight } from '../../../../api/page.ts';
import type { SeriesName } from '../../../../api/point-ring.ts';
import { PictureFrame } from '../../../../fleet/rows/picture-frame.tsx';
import { rowsOf } from '../../../../fleet/rows/rows.ts';
import { GroupHead, groupTitle } from '../../groups/group-head.tsx';
import type { PictureProps } from '../grid-picture.tsx';
import { cellColumns, cellGap, cellSizeFor } from './cell-size.ts';
import classes from './map.module.css';
import { MapCell } from './map-cell.tsx';
import { MapLegend } from './map-legend.tsx';
import { MapTip } from './map-tip.tsx';
import { useMapTip } from './use-map-tip.ts';
import { usePaintedCells } from './use-painted-cells.ts';

/** Pixels above the cells of a group: its heading. */
const headHeight = 40;
/** Pixels below the map that the page has to spare. */
const below = 34;

/** One cell for each proxy, coloured by a metric; as large as they can be on one screen. */
export function MapPicture(props: PictureProps & { series: SeriesName }) {
  const { groups, shown, hold, series } = props;
  const { t } = useTranslation();
  const known = useClasses();
  const { ref: sized, width } = useElementSize<HTMLDivElement>();
  const map = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sized, map);
  const room = useRoomBelow(map);
  const grouped = groups.some(({ by }) => by !== null);
  const counts = useMemo(
    () => groups.map(({ folded, profiles }) => (folded ? 0 : profiles.length)),
    [groups],
  );
  const size = cellSizeFor(counts, { width, height: room }, grouped ? headHeight : 0);
  const columns = cellColumns(size, width);
  const rows = useMemo(() => rowsOf(counts, columns), [counts, columns]);
  const scale = usePaintedCells(
    map,
    series,
    `${width > 0} ${size.shows} ${shown.map(({ id }) => id).join()}`,
  );
  const { tip, handlers } = useMapTip();
  const said = tip === null ? undefined : shown[tip.place];
  let first = 0;
  return (
    <div className={classes.map} {...handlers}>
      <MapLegend series={series} scale={scale} />
      <PictureFrame
        ref={ref}
        shown={shown}
        rows={rows}
        rowHeight={size.height + cellGap}
        hold={hold}
      >
        {width > 0 &&
          groups.map((group) => {
            const from = first;
            if (!group.folded) first += group.profiles.length;
            return (
              <div key={group.key}>
                {group.by !== null && <GroupHead group={group} />}
                {!group.folded && (
                  <ul
                    className={classes.cells}
                    data-shows={size.shows}
                    aria-label={group.by === null ? t('board:list') : groupTitle(group, t, known)}
                    style={{
                      gap: cellGap,
                      gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
                      gridAutoRows: size.height,
                    }}
                  >
                    {group.profiles.map((profile, index) => (
                      <MapCell
                        key={profile.id}
                        profile={profile}
                        place={from + index}
                        shows={size.shows}
                      />
                    ))}
                  </ul>
                )}
              </div>
            );
          })}
      </PictureFrame>
      {tip !== null && said !== undefined && <MapTip profile={said} series={series} at={tip} />}
    </div>
  );
}

/** Pixels from the element's top to the end of the window while the page is at its top. */
function useRoomBelow(element: React.RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      if (element.current !== null) setRoom(viewHeight() - topInPage(element.current) - below);
    };
    measure();
    return onWindowResize(measure);
  }, [element]);
  return room;
}
