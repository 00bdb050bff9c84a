/** The fields of a profile's form, in its order. */
export const formFields = [
  'name',
  'folder',
  'host',
  'port',
  'transport',
  'udpPort',
  'sshDestination',
  'relayCommand',
  'user',
  'password',
  'environment',
  'pollSeconds',
  'autoConnect',
  'intendedTransformation',
  'intendedBufferSize',
  'tags',
  'colour',
  'favourite',
  'notes',
] as const;

export type FormField = (typeof formFields)[number];
