import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { noData } from '../../../shared/texts/format.ts';
import type { SeriesName } from '../../api/point-ring.ts';
import { type Store, useIsValue } from '../../api/store.ts';
import type { ChartCursor } from '../../charts/chart-cursor.ts';
import { multiplesOf, type SmallPicture, valueNear } from '../../charts/multiples-series.ts';
import { type History, marksOf } from '../../charts/overlay-series.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';
import type { Steer } from '../../charts/steer.ts';
import type { AxisTime } from '../../charts/time-chart-time.ts';
import { useSpanWheel } from '../../charts/use-span-wheel.ts';
import { RouteLink } from '../../components/route-link.tsx';
import { formatOf } from '../../format/metric-format.ts';
import { useFormat } from '../../format/use-format.ts';
import type { LensLinks } from './lens-links.ts';
import classes from './multiples.module.css';
import { sayBetween } from './say-between.ts';
import { SmallCanvas } from './small-picture.tsx';
import { useSayMark } from './use-say-mark.ts';

/** So many have a row or two, and room to be higher. */
const fewest = 8;

interface Props {
  readonly histories: readonly History[];
  /** The same at another time. */
  readonly pale: readonly History[];
  readonly metric: SeriesName;
  readonly span: TimeSpan;
  readonly cursor: ChartCursor;
  readonly highlight: Store<string | null>;
  readonly steer: Steer;
  readonly time: AxisTime;
  readonly lens: LensLinks;
  readonly pathOf: (id: string) => string;
}

/** A small picture of each proxy, all on one scale and with one cursor. */
export function Multiples(props: Props) {
  const { histories, pale, metric, span, steer } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const formatValue = formatOf(format, metric);
  const list = useRef<HTMLUListElement>(null);
  useSpanWheel(list, span, steer.onMove);
  const { top, pictures } = useMemo(
    () => multiplesOf(histories, pale, metric, span),
    [histories, pale, metric, span],
  );
  return (
    <>
      <div className={classes.foot}>
        <span>
          {t('compare:multiples.scale', { top: top === null ? noData : formatValue(top) })}
        </span>
        <SpanText
          cursor={props.cursor}
          between={sayBetween(t, format, span)}
          sayTime={format.dateTime}
        />
      </div>
      <ul ref={list} className={classes.list} data-few={pictures.length <= fewest}>
        {pictures.map((picture, place) => {
          const history = histories[place];
          return (
            history !== undefined && (
              <One key={picture.id} {...props} picture={picture} history={history} />
            )
          );
        })}
      </ul>
    </>
  );
}

/** The span of all, or the time that is pointed at; written outside of React. */
function SpanText(props: {
  readonly cursor: ChartCursor;
  readonly between: string;
  readonly sayTime: (at: number) => string;
}) {
  const { cursor, between, sayTime } = props;
  const said = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const tell = (): void => {
      const at = cursor.get();
      if (said.current !== null) said.current.textContent = at === null ? between : sayTime(at);
    };
    tell();
    return cursor.subscribe(tell);
  }, [cursor, between, sayTime]);
  return <span ref={said} />;
}

function One(props: Props & { readonly picture: SmallPicture; readonly history: History }) {
  const { picture, history, metric, span, cursor, highlight, time, lens } = props;
  const { id, name, last, peak } = picture;
  const { t } = useTranslation();
  const formatValue = formatOf(useFormat(), metric);
  const near = useIsValue(highlight, id);
  const sayMark = useSayMark((at) => time.point(at, span));
  const said = useRef<HTMLSpanElement>(null);
  const highest =
    peak === null ? t('noData') : t('compare:multiples.highest', { peak: formatValue(peak) });
  // The read-out follows the pointer, outside of React.
  useEffect(() => {
    const tell = (): void => {
      if (said.current === null) return;
      const at = cursor.get();
      said.current.textContent =
        at === null ? highest : formatValue(valueNear(history, metric, at));
    };
    tell();
    return cursor.subscribe(tell);
  }, [cursor, history, metric, highest, formatValue]);
  return (
    <li
      data-near={near}
      onPointerEnter={() => highlight.set(id)}
      onPointerLeave={() => highlight.set(null)}
    >
      <div className={classes.name}>
        <RouteLink to={props.pathOf(id)} size="xs" title={name}>
          {name}
        </RouteLink>
        <span ref={said} />
      </div>
      <SmallCanvas
        picture={picture}
        span={span}
        cursor={cursor}
        label={t('compare:multiples.label', {
          name,
          last: formatValue(last),
          peak: formatValue(peak),
        })}
        marks={{
          marks: marksOf(history, span),
          label: t('compare:marksOf', { metric: name }),
          sayMark,
          sayMore: (count) => t('compare:moreMarks', { count }),
          ...lens,
        }}
      />
    </li>
  );
}
