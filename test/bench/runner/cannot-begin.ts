/** What was asked for cannot be done, as is known before anything is measured; the message is for people. */
export class CannotBegin extends Error {}
