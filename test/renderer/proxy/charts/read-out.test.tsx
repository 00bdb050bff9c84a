// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { createRef } from 'react';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../../../../renderer/api/feed.ts';
import { createFleetStore } from '../../../../renderer/api/fleet-store.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import type { ChartPicture } from '../../../../renderer/charts/time-chart-series.ts';
import { createAxisTime } from '../../../../renderer/charts/time-chart-time.ts';
import { formatOf } from '../../../../renderer/format/metric-format.ts';
import { newestReading } from '../../../../renderer/views/proxy/charts/newest-reading.ts';
import { ReadOut, type ReadOutHandle } from '../../../../renderer/views/proxy/charts/read-out.tsx';
import type { ChartWords } from '../../../../renderer/views/proxy/charts/use-chart-words.ts';
import { MetricTiles } from '../../../../renderer/views/proxy/reading/metric-tiles.tsx';
import { preferencesSchema } from '../../../../shared/model/app-info.ts';
import { createFormat } from '../../../../shared/texts/format.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith } from '../../hooks.tsx';
import { profileOf, snapshotOf } from '../../snapshots.ts';

const minute = 60_000;
const from = 100 * minute;
/** The chart was drawn a while ago, and its points are of several readings. */
const picture: ChartPicture = {
  from,
  to: from + 60 * minute,
  at: [from + 58 * minute, from + 59 * minute],
  mean: [3, 4],
  min: [2, 3],
  max: [4, 5],
  marks: [],
  since: from,
  asked: '1h',
};
const words: ChartWords = {
  time: createAxisTime('en', 'h23'),
  point: (at) => `at ${(at - from) / minute}`,
  saySince: String,
  sayMark: ({ kind }) => kind,
  sayMoreMarks: String,
};

interface Read {
  readonly at: number;
  readonly connections: string;
  readonly bytesPerSecond?: number | null;
  readonly implausible?: boolean;
}

/** The tiles, and the head of a chart beside them. */
function open(series: 'connections' | 'bytesPerSecond' | 'missed', follows = true) {
  let now = from + 60 * minute;
  const fleet = createFleetStore(() => now);
  const read = ({ at, ...values }: Read): void => {
    now = at;
    const snapshot = snapshotOf('Alfa', 'ready', values);
    const metrics = snapshot.metrics === null ? null : { ...snapshot.metrics, at };
    const proxies = [{ ...snapshot, metrics }];
    act(() => fleet.apply({ at, full: false, proxies, points: [], readings: null, removed: [] }));
  };
  read({ at: from + 60 * minute, connections: '7', bytesPerSecond: 2048 });
  const handle = createRef<ReadOutHandle>();
  const format = createFormat('en');
  const { container } = renderWith(
    {
      fleet,
      client: createFakeClient(),
      feed: createStore<Feed>({ kind: 'fed' }),
      preferences: createStore(preferencesSchema.parse({})),
    },
    <>
      <MetricTiles profile={profileOf('Alfa')} />
      <ReadOut
        handle={handle}
        newest={follows ? newestReading(fleet, 'Alfa', series) : null}
        words={words}
        formatValue={series === 'missed' ? format.number : formatOf(format, series)}
        hidden={false}
      />
    </>,
  );
  const tile = (name: string) => screen.getByText(name).nextElementSibling?.textContent;
  const head = () => container.querySelector('strong')?.textContent;
  const whole = () => container.querySelector('strong')?.parentElement?.textContent;
  return { read, show: handle.current?.show ?? expect.fail('no handle'), tile, head, whole };
}

describe('the head of a chart that follows the clock', () => {
  it('says what the tile says, of the same reading, though the chart was drawn before', () => {
    const { read, show, tile, head, whole } = open('connections');
    show(picture, 1, false, false);
    expect(whole()).toBe('7');
    expect(head()).toBe(tile('Connections'));
    read({ at: from + 60 * minute + 1000, connections: '9' });
    expect(head()).toBe('9');
    expect(head()).toBe(tile('Connections'));
  });

  it('says the rate of the tile, and that there is none where it says so', () => {
    const { read, show, tile, head } = open('bytesPerSecond');
    show(picture, 1, false, false);
    expect(head()).toBe(tile('Throughput'));
    read({ at: from + 61 * minute, connections: '9', bytesPerSecond: null });
    expect(tile('Throughput')).toBe('–');
    expect(head()).toBe('no data');
  });

  it('says the point under the cursor for as long as it is pointed at', () => {
    const { read, show, whole } = open('connections');
    show(picture, 0, true, false);
    read({ at: from + 61 * minute, connections: '9' });
    expect(whole()).toContain('at 583');
    show(picture, 1, false, false);
    expect(whole()).toBe('9');
  });

  it('says when it was read where that is long ago', () => {
    const { read, show, whole } = open('connections');
    read({ at: from + 30 * minute, connections: '9' });
    show(picture, 1, false, false);
    expect(whole()).toBe('at 309');
  });

  it('is of the chart where a reading does not say it', () => {
    const { show, head } = open('missed');
    show(picture, 1, false, false);
    expect(head()).toBe('4');
  });
});

it('is of the chart where that stands still', () => {
  const { show, head } = open('connections', false);
  show(picture, 1, false, false);
  expect(head()).toBe('4');
});
