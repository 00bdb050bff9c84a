export {
  type EventDetail,
  eventKinds,
  type NewEvent,
  type ProxyEvent,
  type ProxyEventKind,
  proxyEventSchema,
} from '../facts/events.ts';
