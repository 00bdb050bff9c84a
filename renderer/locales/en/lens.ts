/** What one change made of a proxy. */
export const lens = {
  description:
    'Means over equal spans before and after the change, beside the untouched proxies of the same folder.',
  of: '{{name}}, {{time}}',
  span: 'Span before and after',
  spans: { '5m': '5 min', '15m': '15 min', '1h': '1 hour', '6h': '6 hours', '24h': '24 hours' },
  open: 'Before and after',
  nothing: 'Nothing was recorded of it then',
  careful: 'To be read with care',
  conditions: {
    'not-over': 'The span after the change is not over yet.',
    few: 'There are too few readings on one side.',
    gaps: 'Not all of the span was watched: {{before}} of it before the change, {{after}} after.',
    restart: 'The proxy restarted within the span.',
    'other-change': 'Something else was changed within the span.',
  },
  columns: {
    measure: 'Metric',
    before: 'Before',
    after: 'After',
    change: 'After / before',
    others: 'The untouched',
    finding: 'Compared',
  },
  measures: {
    accessesPerSecond: 'Accesses per second',
    bytesPerSecond: 'Bytes per second',
    bytesPerAccess: 'Bytes per access',
    connections: 'Open connections',
    roundTripMs: 'Round trip, ms',
    missed: 'Polls missed per reading',
  },
  times: '× {{factor}}',
  untouched_one: '{{count}} proxy',
  untouched_other: '{{count}} proxies',
  findings: {
    unlike: 'Unlike the others',
    alike: 'Like the others',
    'no-control': 'No control group',
    unknown: 'Cannot be said',
  },
  score: '{{score}} spreads of {{spread}} from the usual',
  arithmetic:
    'The usual change is the median of the untouched proxies’ factors; the spread is 1.4826 times the median absolute deviation of their logarithms, at least 0.02. A factor is unlike theirs from 3.5 spreads and a fifth on. Fewer than three are no control group; those that were changed in the span are none of them.',
};
