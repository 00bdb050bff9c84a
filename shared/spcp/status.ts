/** STATUS of a reply (report 1.1.4). */
export const status = {
  ok: 0x00,
  authenticationError: 0x01,
  invalidCommand: 0x02,
  invalidArguments: 0x03,
  generalError: 0x04,
} as const;

export type StatusName = keyof typeof status;
export type StatusCode = (typeof status)[StatusName];

/** The five STATUS bytes that exist. */
export function isStatusCode(byte: number): byte is StatusCode {
  return byte <= status.generalError;
}

const names: Readonly<Record<StatusCode, StatusName>> = {
  0: 'ok',
  1: 'authenticationError',
  2: 'invalidCommand',
  3: 'invalidArguments',
  4: 'generalError',
};

/** The name of a STATUS byte. */
export function statusName(code: StatusCode): StatusName {
  return names[code];
}
