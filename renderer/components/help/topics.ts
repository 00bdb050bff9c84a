/** What is explained where it is used. */
export const helpTopics = [
  'plans',
  'canary',
  'drift',
  'lens',
  'audit',
  'alerts',
  'report',
  'transformation',
  'bufferSize',
  'consoles',
  'metrics',
  'prometheus',
] as const;
export type HelpTopic = (typeof helpTopics)[number];

/** A few sentences of each, in the order in which they are read. */
export type HelpTexts = Readonly<Record<HelpTopic, readonly string[]>>;
