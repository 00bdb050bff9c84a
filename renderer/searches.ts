import { changeOutcomes, shells } from '../shared/model/change-words.ts';
import {
  boardChartSpans,
  boardGroups,
  boardMetrics,
  boardPictures,
  boardScales,
  boardSorts,
  boardSpans,
  chartRanges,
  listSorts,
} from '../shared/model/preference-words.ts';
import { eventKinds, severities } from '../shared/model/severities.ts';
import { addressOf, choice, choices, identifier, moment, text, uuid } from './api/search-fields.ts';
import { formFields } from './views/profiles/editor/form-fields.ts';

/*
 * What the address of each view can say: names and values are those of the address, as in `#/?state=ready&sort=name`. A name is never given
 * another meaning: addresses are kept in notes and sent to others.
 */

/** The states that the board can be filtered by. */
export const boardStates = ['all', 'ready', 'waiting', 'needs-attention', 'off'] as const;

export const boardSearch = addressOf({
  /** The longest path of a folder, and the operator before it, fit. */
  text: text(300),
  state: choice(boardStates),
  sort: choice(boardSorts),
  direction: choice(['ascending', 'descending']),
  /** What the charts of the cards draw, and the map is coloured by. */
  metric: choice(boardMetrics),
  picture: choice(boardPictures),
  group: choice(boardGroups),
  /** What the numbers are means over, and what the charts reach back over. */
  span: choice(boardSpans),
  chart: choice(boardChartSpans),
  scale: choice(boardScales),
});

export const proxySearch = addressOf({
  range: choice(chartRanges),
  /** A span that stands still instead, epoch milliseconds. */
  from: moment(),
  to: moment(),
});

export const editorSearch = addressOf({
  /** The profile that a new one begins as. */
  from: identifier(),
  /** The field that wants to be filled in or put right. */
  field: choice(formFields),
});

export const listSearch = addressOf({
  text: text(300),
  /** The path of a folder. */
  folder: text(200),
  sort: choice(listSorts),
  direction: choice(['ascending', 'descending']),
});

export const newPlanSearch = addressOf({
  /** By what the targets are chosen; `proxy` is the one that is named. */
  by: choice(['folder', 'tag', 'search', 'proxy']),
  folder: text(200),
  tag: text(400),
  text: text(300),
  proxy: identifier(),
});

export const driftSearch = addressOf({
  text: text(300),
  show: choice(['deviating', 'all']),
});

/** How long before and after a change is looked at. */
export const lensSpans = ['5m', '15m', '1h', '6h', '24h'] as const;

export const lensSearch = addressOf({
  /** When the change was made, epoch milliseconds. */
  at: moment(),
  span: choice(lensSpans),
});

export const auditSearch = addressOf({
  proxy: identifier(),
  outcomes: choices(changeOutcomes),
  text: text(300),
  actor: text(300),
  plan: uuid(),
  /** The path of a folder. */
  folder: text(200),
  setting: choice(['transformation', 'bufferSize']),
  shell: choice(shells),
  /** Epoch milliseconds; `to` is the first that is not shown. */
  from: moment(),
  to: moment(),
});

/** The spans up to now that the events can be of. */
export const eventSpans = ['1h', '24h', '7d', '30d'] as const;

export const reportSearch = addressOf({
  /** By what its proxies are chosen. */
  by: choice(['all', 'folder', 'tag', 'search']),
  folder: text(200),
  tag: text(400),
  text: text(300),
  span: choice(['day', 'week', 'month', 'days']),
  /** Whether it is the one before, which is over. */
  last: choice(['yes', 'no']),
  /** The first and the last of the days, such as `2026-05-01`. */
  from: text(10),
  to: text(10),
});

export const eventsSearch = addressOf({
  proxy: identifier(),
  kinds: choices(eventKinds),
  text: text(300),
  severity: choice(severities),
  /** The path of a folder. */
  folder: text(200),
  tag: text(400),
  span: choice(eventSpans),
  /** Epoch milliseconds, instead of a span; `to` is the first that is not shown. */
  from: moment(),
  to: moment(),
});
