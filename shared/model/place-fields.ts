/** The fields of a profile that say where a proxy is, which way leads there, and who logs in. The only list of them. */
export const placeFields = [
  'host',
  'port',
  'transport',
  'udpPort',
  'sshDestination',
  'relayCommand',
  'user',
] as const;
export type PlaceField = (typeof placeFields)[number];
