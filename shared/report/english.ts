import type { ReportTexts } from './report-texts.ts';

const levels = {
  raw: 'readings',
  minute: 'means of a minute or more',
  hour: 'means of an hour or more',
  day: 'means of a day or more',
};

export const report: ReportTexts = {
  title: 'Report',
  scope: (scope) => {
    switch (scope.kind) {
      case 'all':
        return 'The whole fleet';
      case 'folder':
        return `Folder ${scope.folder}`;
      case 'tag':
        return `Tag ${scope.tag}`;
      case 'search':
        return `Search “${scope.search}”`;
    }
  },
  days: (first, last) => (first === last ? first : `${first} to ${last}`),
  made: (time) => `Made on ${time}`,
  until: (time) => `The span is not over: what is told goes up to ${time}.`,
  outagesSince: (time) =>
    `Outages, availability and changes made elsewhere are known from ${time} on: events of before are no longer kept.`,
  alertsSince: (time) =>
    `Alerts are known from ${time} on: those that were over before are no longer kept.`,
  facts: {
    title: 'Summary',
    proxies: 'Proxies',
    availability: 'Availability',
    unwatched: 'Not watched',
    outages: 'Outages',
    restarts: 'Restarts',
    bytes: 'Bytes moved',
    accesses: 'Accesses',
    balance: 'Balance of the accesses',
    changes: 'Changes',
    alerts: 'Alerts',
    open: (alerts, open) => `${alerts}, one for each proxy; still open ${open}`,
  },
  proxies: {
    title: 'Proxies, the worst availability first',
    empty: 'There is no proxy in it.',
    heads: {
      name: 'Proxy',
      folder: 'Folder',
      availability: 'Availability',
      down: 'Down',
      outages: 'Outages',
      unwatched: 'Not watched',
      restarts: 'Restarts',
      bytes: 'Bytes',
      accesses: 'Accesses',
      connections: 'Connections, mean / most',
      roundTrip: 'Round trip, p50 / p95',
      answered: 'Polls in time',
      changes: 'Changes',
      alerts: 'Alerts',
    },
  },
  odd: {
    title: 'The odd ones out',
    empty: 'No proxy was far from the others.',
    heads: { name: 'Proxy', trait: 'In', value: 'Mean', usual: 'Usual', score: 'Score' },
    traits: {
      connections: 'Open connections',
      bytesPerSecond: 'Bytes per second',
      accessesPerSecond: 'Accesses per second',
      roundTripMs: 'Round trip',
    },
  },
  changes: {
    title: 'Changes',
    empty: 'No setting was changed.',
    heads: {
      at: 'When',
      name: 'Proxy',
      setting: 'Setting',
      from: 'From',
      to: 'To',
      who: 'Who',
      outcome: 'Outcome',
    },
    elsewhere: 'somebody else, not from this console',
  },
  alerts: {
    title: 'Alerts',
    empty: 'No alert.',
    heads: {
      at: 'Fired',
      name: 'Proxy',
      what: 'What',
      lasted: 'For',
      acknowledged: 'Acknowledged',
    },
    ownNetwork: 'The network of this machine',
    stillOpen: 'still open',
  },
  none: 'none',
  unknown: 'not known',
  removed: 'removed',
  onlyNewest: (listed, count) => `The newest ${listed} of ${count}.`,
  notes: (level) => [
    'Availability is the part of the watched time in which the proxy was reached; that of all is weighed by the watched time of each.',
    'Not watched: no console ran, the proxy was told to disconnect, or nobody tried to reach it, as where it refused the login or no password was to be had. That is never counted as down.',
    'Bytes and accesses go on over restarts. What was moved between the last reading before a restart and the restart is lost.',
    ...(level === null
      ? []
      : [`Connections and round trips are told by ${levels[level]}; p50 and p95 are of those.`]),
    'Usual is the middle of the folder, or of all where the folder has fewer than four. A score beyond 3.5 is far from it.',
  ],
};
