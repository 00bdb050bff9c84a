/** Reports of a span. */
export const report = {
  description:
    'What proxies did over a day, a week or a month: availability, traffic, changes, alerts, and the odd ones out.',
  proxies: 'Proxies',
  by: { all: 'All', folder: 'Folder', tag: 'Tag', search: 'Search' },
  nothingFound: 'Nothing is called so',
  span: 'Span',
  spans: { day: 'Day', week: 'Week', month: 'Month', days: 'Days' },
  which: 'Which',
  last: { no: 'The current one', yes: 'The one before' },
  from: 'First day',
  to: 'Last day',
  make: 'Make the report',
  faults: {
    scope: 'Choose of which proxies the report is.',
    days: 'Choose the first and the last day, within one year; the first has to have begun.',
    live: 'A report cannot be of what a proxy does now, nor by “is:”: leave out state, via, unlike and is.',
    word: 'A word of the search means nothing here; without it the report would be of more than is meant.',
  },
  empty: 'No report yet',
  emptyText:
    'Choose proxies and a span, and make the report. It is made of what consoles recorded while they ran.',
  beginning: 'Reading what was recorded…',
  reading: '{{done}} of {{of}} proxies read',
  made: 'Report',
  done: 'The report is ready.',
  print: 'Print',
  html: 'Save as HTML',
  csv: 'Save as CSV',
  showAll_one: 'Show {{count}} row',
  showAll_other: 'Show all {{count}} rows',
};
