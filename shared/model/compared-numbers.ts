/** Numbers that the proxies of a group are compared by. */
export const comparedNumbers = [
  'connections',
  'bytesPerSecond',
  'accessesPerSecond',
  'roundTripMs',
] as const;
export type ComparedNumber = (typeof comparedNumbers)[number];
