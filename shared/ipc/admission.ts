/** Where the page of the web shell keeps its key, in the `sessionStorage` of its origin. */
export const keyItem = 'spcp-console-key';

/** The first message of a page's WebSocket: without it, nothing else is heard. At most 64 characters of key. */
export interface KeyMessage {
  readonly type: 'key';
  readonly key: string;
}

/** The code with which a WebSocket is closed whose key is not, or is no longer, good. */
export const notAdmitted = 4401;

/** Where a page goes that has no key. */
export const doorPath = '/door';
