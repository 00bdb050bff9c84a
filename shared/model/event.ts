export {
  type EventDetail,
  type NewEvent,
  type ProxyEvent,
  type ProxyEventKind,
  proxyEventSchema,
} from '../facts/events.ts';

/** Of whom an event is that is of no proxy, but of the console itself; no profile has this id. */
export const consoleId = '00000000-0000-0000-0000-000000000000';
/** What it is called in stored events; views say it in their language. */
export const consoleName = 'SPCP Console';

/** Events that are kept, the newest. */
export const keptEvents = 500_000;
