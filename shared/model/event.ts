export {
  type EventDetail,
  eventKinds,
  type NewEvent,
  type ProxyEvent,
  type ProxyEventKind,
  proxyEventSchema,
} from '../facts/events.ts';

/** Events that are kept, the newest. */
export const keptEvents = 500_000;
