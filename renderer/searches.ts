import { z } from 'zod';
import { preferencesSchema } from '../shared/model/app-info.ts';
import { changeOutcomes, shells } from '../shared/model/change.ts';
import { eventKinds } from '../shared/model/event.ts';
import { severities } from '../shared/model/event-filter.ts';
import { choice, choices, identifier, moment, text } from './api/search-fields.ts';
import { formFields } from './views/profiles/editor/form-fields.ts';

/*
 * What the address of each view can say: names and values are those of the address, as in `#/?state=ready&sort=name`. A name is never given
 * another meaning: addresses are kept in notes and sent to others.
 */

/** The words that a preference knows. */
const of = preferencesSchema.def.shape;

/** The states that the board can be filtered by. */
export const boardStates = ['all', 'ready', 'waiting', 'needs-attention', 'off'] as const;

export const boardSearch = z.object({
  /** The longest path of a folder, and the operator before it, fit. */
  text: text(300),
  state: choice(boardStates),
  sort: choice(of.boardSort.unwrap().options),
  direction: choice(['ascending', 'descending']),
  /** What the charts of the cards draw, and the map is coloured by. */
  metric: choice(of.boardMetric.unwrap().options),
  picture: choice(of.boardPicture.unwrap().options),
  group: choice(of.boardGroup.unwrap().options),
  /** What the numbers are means over, and what the charts reach back over. */
  span: choice(of.boardSpan.unwrap().options),
  chart: choice(of.boardChartSpan.unwrap().options),
  scale: choice(of.boardScale.unwrap().options),
});

export const proxySearch = z.object({
  range: choice(of.chartRange.unwrap().options),
  /** A span that stands still instead, epoch milliseconds. */
  from: moment(),
  to: moment(),
});

export const editorSearch = z.object({
  /** The profile that a new one begins as. */
  from: identifier(),
  /** The field that wants to be filled in or put right. */
  field: choice(formFields),
});

export const listSearch = z.object({
  text: text(300),
  /** The path of a folder. */
  folder: text(200),
  sort: choice(of.listSort.unwrap().options),
  direction: choice(['ascending', 'descending']),
});

export const newPlanSearch = z.object({
  /** By what the targets are chosen; `proxy` is the one that is named. */
  by: choice(['folder', 'tag', 'search', 'proxy']),
  folder: text(200),
  tag: text(400),
  text: text(300),
  proxy: identifier(),
});

export const driftSearch = z.object({
  text: text(300),
  show: choice(['deviating', 'all']),
});

/** How long before and after a change is looked at. */
export const lensSpans = ['5m', '15m', '1h', '6h', '24h'] as const;

export const lensSearch = z.object({
  /** When the change was made, epoch milliseconds. */
  at: moment(),
  span: choice(lensSpans),
});

export const auditSearch = z.object({
  proxy: identifier(),
  outcomes: choices(changeOutcomes),
  text: text(300),
  actor: text(300),
  plan: z.uuid().optional().catch(undefined),
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

export const reportSearch = z.object({
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

export const eventsSearch = z.object({
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
