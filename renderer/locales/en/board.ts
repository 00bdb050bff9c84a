/** The fleet board. */
export const board = {
  firstRun: {
    title: 'Welcome to SPCP Console',
    text: 'SPCP Console shows the metrics of all your proxies on one screen, live and side by side, and changes their settings with a check before, a read-back after, and an undo. It talks to nothing but the proxies that you add.',
    addTitle: 'Add a proxy',
    addText:
      'You need its host, and the user and password of its management service. The connection can be tested before it is saved.',
    demoTitle: 'Look around with a demo fleet',
    demoText:
      'Starts three real proxies on this machine, with mail passing through them. They listen on this machine only and go when you stop them.',
  },
  demoRunning:
    'The demo fleet is running: real proxies on this machine, with mail passing through them.',
  demoStoppedTitle: 'Demo stopped',
  demoStopped: 'The demo fleet has ended and its profiles are gone.',
  list: 'Proxies',
  totals: {
    ready: 'Ready',
    readyOf: '{{ready}} of {{all}}',
    hint: 'Sum over the proxies that are ready',
  },
  filter: {
    text: 'Filter by name, host or folder',
    clear: 'Clear the filter text',
    state: 'State',
    all: 'All',
    ready: 'Ready',
    waiting: 'Not ready yet',
    'needs-attention': 'Needs attention',
    off: 'Off',
    shown: '{{shown}} of {{all}} proxies shown',
  },
  sort: {
    label: 'Sort by',
    ascending: 'Ascending; switch to descending',
    descending: 'Descending; switch to ascending',
  },
  groups: {
    noFolder: 'Without a folder',
    trouble_one: '{{count}} needs a look',
    trouble_other: '{{count}} need a look',
  },
  select: 'Select {{name}}',
  unreachableSince: 'Unreachable since {{time}}',
  card: {
    accesses: 'Accesses',
    now: 'now {{value}}',
    total: '{{value}} since the proxy was started',
    menu: 'Commands for {{name}}',
    chartLabel: '{{metric}} of {{name}} in the last five minutes',
    peak: 'max {{value}}',
    staleSince: 'last read {{ago}}',
    neverRead: 'never read',
    implausible: 'implausible',
    implausibleHint:
      'The proxy reported {{value}} connections, which cannot be. Known servers do this after an error; restart the proxy to correct it.',
    restarts_one: '{{count}} restart seen',
    restarts_other: '{{count}} restarts seen',
    missed_one: '{{count}} poll missed',
    missed_other: '{{count}} polls missed',
    next: 'Next try in {{time}}',
    nextNow: 'Trying now …',
    attempt_one: 'Attempt {{count}}',
    attempt_other: 'Attempt {{count}}',
    stock: 'Stock credentials',
    stockHint:
      'This profile uses the credentials that deployed servers come with. Anybody knows them: change them on the server.',
  },
};
