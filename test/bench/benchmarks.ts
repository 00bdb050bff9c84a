import type { Benchmark } from './support/benchmark.ts';

const polling = ({ count, isLong }: { count: number; isLong: boolean }): Benchmark => ({
  name: `polling-${count}`,
  isLong,
  about: `${count} ${count === 1 ? 'proxy' : 'proxies'} polled once a second`,
  run: async (report) => (await import('./polling.ts')).polling(count, report),
});

/** All benchmarks, in the order in which they run. */
export const benchmarks: readonly Benchmark[] = [
  {
    name: 'request-udp',
    about:
      'one SPCP request over SCTP in UDP, beside a bare UDP echo; each end on a core of its own',
    run: async (report) => (await import('./request-udp.ts')).requestUdp('two', report),
  },
  {
    name: 'request-udp-one-core',
    about: 'the same with both ends kept on one core, so that no idle core has to be woken',
    run: async (report) => (await import('./request-udp.ts')).requestUdp('one', report),
  },
  {
    name: 'poll-udp',
    about: 'a poll, three metrics together, beside one request; each end on a core of its own',
    run: async (report) => (await import('./request-udp.ts')).pollUdp('two', report),
  },
  {
    name: 'poll-udp-one-core',
    about: 'the same with both ends kept on one core',
    run: async (report) => (await import('./request-udp.ts')).pollUdp('one', report),
  },
  {
    name: 'request-kernel',
    about: 'one SPCP request over kernel SCTP in an emulated guest, beside a client in C there',
    run: async (report) => (await import('./kernel-round-trip.ts')).kernelRoundTrip(report),
  },
  {
    name: 'association',
    about: 'setting up an association and a session, beside a UDP socket with two echoes',
    run: async (report) => (await import('./association.ts')).association(report),
  },
  {
    name: 'throughput',
    about: 'requests of 64 sessions at once, beside as many UDP echoes',
    run: async (report) => (await import('./throughput.ts')).throughput(report),
  },
  ...[1, 100, 1000, 2000, 5000].map((count) =>
    polling({ count, isLong: count !== 1000 && count !== 5000 }),
  ),
  {
    name: 'polling-10000',
    isLong: true,
    about: '10,000 proxies polled once in five seconds',
    run: async (report) =>
      (await import('./polling.ts')).polling(10_000, report, { pollSeconds: 5 }),
  },
  {
    name: 'collect-shards',
    isLong: true,
    about: '10,000 proxies polled once in five seconds by five collectors, each with its share',
    run: async (report) => (await import('./collect-shards.ts')).collectShards(10_000, report),
  },
  {
    name: 'collect-restart',
    isLong: true,
    about: 'a collector that is killed and started again, until its proxies are polled again',
    run: async (report) => (await import('./collect-restart.ts')).collectRestart(report),
  },
  {
    name: 'query-beside-polls',
    isLong: true,
    about: 'polls of 200 proxies while 30 days of 50 proxies are read, beside polls alone',
    run: async (report) => (await import('./query-beside-polls.ts')).queryBesidePolls(report),
  },
  {
    name: 'hidden-window',
    about: 'the core while nobody looks, 50 proxies, half of them down',
    run: async (report) => (await import('./hidden-window.ts')).hiddenWindow(report),
  },
  {
    name: 'soak',
    isLong: true,
    about: 'the heap of the core at rest, 50 proxies polled once a second, for --soak minutes',
    run: async (report, options) => (await import('./soak.ts')).soak(report, options),
  },
  {
    name: 'history',
    about: 'history: 10,000 samples a second taken in; a day of one proxy read at 1,000 points',
    run: async (report) => (await import('./history.ts')).history(report),
  },
  {
    name: 'history-beside-writes',
    about: 'the first day read at 1,000 points while a thousand proxies are written',
    run: async (report) => (await import('./history-beside-writes.ts')).historyBesideWrites(report),
  },
  {
    name: 'history-year',
    isLong: true,
    about: 'a year of one proxy read at 1,000 points, and what a year of 200 takes of the disk',
    run: async (report) => (await import('./history-year.ts')).historyYear(report),
  },
  {
    name: 'alert-storm',
    isLong: true,
    about: '2,000 of 4,000 proxies lost at once: how long the event loop stands still',
    run: async (report) => (await import('./alert-storm.ts')).alertStorm(report),
  },
  {
    name: 'scrape',
    about: '2,000 proxies scraped by Prometheus, beside the text of prom-client alone',
    run: async (report) => (await import('./scrape.ts')).scrape(report),
  },
  {
    name: 'plan',
    about: 'a plan over 300 proxies, 16 at a time, beside its round trips alone',
    run: async (report) => (await import('./plan.ts')).plan(report),
  },
  {
    name: 'board',
    about:
      'cards, table and map of 1,000 proxies that are read once a second, in Chromium, beside an empty page',
    run: async (report) => (await import('./board.ts')).board(report),
  },
  {
    name: 'compare',
    isLong: true,
    about: 'a dozen proxies over a day on one chart in Chromium',
    run: async (report) => (await import('./compare.ts')).compare(report),
  },
  {
    name: 'rest',
    about: 'the list of profiles, the events and the menu with 200 proxies, beside a still view',
    run: async (report) => (await import('./rest.ts')).rest(report),
  },
  {
    name: 'profiles',
    about: '2,000 profiles in 100 folders: read at a start, imported, and one of them edited',
    run: async (report) => (await import('./profiles.ts')).profiles(report),
  },
  {
    name: 'profile-list',
    isLong: true,
    about:
      'a key in search and trees of 2,000 profiles in 100 folders, in Chromium, and their list at rest',
    run: async (report) => (await import('./profile-list.ts')).profileList(report),
  },
  {
    name: 'renderer-size',
    about: 'the user interface, compressed',
    run: async (report) => (await import('./renderer-size.ts')).rendererSize(report),
  },
  {
    name: 'command-start',
    about: 'the metrics of one proxy by the command line, beside a bare Node',
    run: async (report) => (await import('./command-start.ts')).commandStart(report),
  },
  {
    name: 'web-shell-start',
    about: 'the web shell from its start to a drawn board of 50 proxies, beside a bare Node',
    run: async (report) => (await import('./web-shell-start.ts')).webShellStart(report),
  },
];
