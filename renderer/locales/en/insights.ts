/** What follows from the three numbers, and why nothing does. */
export const insights = {
  label: 'Insights, {{span}}',
  what: 'What',
  value: 'Value',
  explain: 'Explain: {{name}}',
  formula: 'Formula',
  conditions: 'Shown where',
  names: {
    meanDuration: 'Mean duration (estimate)',
    bytesPerAccess: 'Bytes per access',
    bytesPerConnection: 'Throughput per connection',
    share: 'Share of the fleet, now',
    balance: 'Balance',
    moved: 'Moved in all',
    accesses: 'Accesses in all',
    runs: 'Runs at least',
  },
  help: {
    meanDuration: {
      what: 'How long a connection is open, by Little’s law. SPCP does not say it, so it is an estimate.',
      formula: 'mean of open connections ÷ accesses per second, in seconds',
      conditions:
        'at least {{accesses}} accesses and {{readings}} readings were seen in the span, more than half of it was watched, the proxy did not restart in it, as many connections are open at its end as at its beginning, or nearly, it is twice as long as a connection, and the count of open connections is counted out.',
    },
    bytesPerAccess: {
      what: 'How much is moved for each connection that is accepted.',
      formula: 'bytes per second ÷ accesses per second, in bytes',
      conditions:
        'at least {{accesses}} accesses and {{readings}} readings were seen in the span, and more than half of it was watched. A restart takes nothing away: both counters begin anew.',
    },
    bytesPerConnection: {
      what: 'How fast a connection moves bytes while it is open.',
      formula: 'bytes per second ÷ mean of open connections, in bytes per second',
      conditions:
        'at least {{readings}} readings were seen in the span, more than half of it was watched, the proxy did not restart in it, connections were open, and their count is counted out.',
    },
    share: {
      what: 'Its part of the bytes that all connected proxies move now, as a mean over the span of the board.',
      formula: 'its bytes per second ÷ the sum of those of all that are connected',
      conditions: 'it is connected, so is another proxy, and one of them moves bytes.',
    },
    balance: {
      what: 'How evenly the accesses lie on the proxies of the group: Jain’s index, from 100 % where all have as many down to one part where one proxy has all.',
      formula: '(sum of accesses)² ÷ (number of proxies × sum of squared accesses)',
      conditions:
        'at least two of them are connected, with {{least}} accesses for each on average in the span: of fewer, chance alone makes them unlike.',
    },
    moved: {
      what: 'What the counter of bytes rose by, every byte, spliced over restarts.',
      formula: 'sum of all rises; after a restart, what the counter says',
      conditions:
        'there are two readings in the span. What was moved in gaps is counted, but for what was moved between the last reading and a restart. The times are those of the readings that lie nearest to the ends of the span: of the last two weeks there is one for each minute, before that for each hour.',
    },
    accesses: {
      what: 'What the counter of accesses rose by, spliced over restarts.',
      formula: 'sum of all rises; after a restart, what the counter says',
      conditions: 'as for the bytes.',
    },
    runs: {
      what: 'SPCP does not say since when a proxy runs. No counter of it has fallen since then.',
      formula:
        'last reading − first reading after the last fall of a counter, else first reading of all',
      conditions:
        'it was ever read. A restart within a gap shows only where a counter is lower after it than before.',
    },
  },
  why: {
    'no-data': 'Nothing was read.',
    'few-readings': 'Too few readings: {{readings}} of {{least}}.',
    'few-accesses': 'Too few accesses: {{accesses}} of {{least}}.',
    gaps: 'Only {{watched}} of the span was watched.',
    restart_one: 'The proxy restarted in the span.',
    restart_other: 'The proxy restarted {{count}} times in the span.',
    unproven:
      'Not known yet whether connections are counted out again: {{accesses}} accesses of {{least}} were watched.',
    rising:
      'After {{accesses}} accesses {{rise}} more connections are counted open: there may be more, or they are not counted out.',
    'only-rises':
      'The count of open connections only rises, by {{rise}} in {{accesses}} accesses. It cannot be believed.',
    'below-zero':
      'The count of open connections was below zero. It cannot be believed until the proxy restarts.',
    'none-open': 'No connection was open.',
    'short-span': 'The span is too short: a connection would be open for {{duration}}.',
    unsteady: 'The open connections changed too much: by {{change}} in {{accesses}} accesses.',
    'no-traffic': 'Nothing is moved.',
    alone: 'There is no other to compare with.',
  },
  readings: '{{from}} to {{to}}',
  gap: '{{gap}} of it not watched, what was moved then is counted',
  spliced_one: 'at least: {{count}} restart',
  spliced_other: 'at least: {{count}} restarts',
  since: {
    restart: 'restart seen {{time}}',
    'first-contact': 'first read {{time}}',
  },
  shareOfThese: 'Share of these',
  balanceOfThese: 'Balance of their accesses: {{value}}',
  onlyRises: 'only rises: cannot be believed',
};
