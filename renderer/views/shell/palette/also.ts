/** What has other words by which it is looked for. */
const alsos = [
  'board',
  'compare',
  'profiles',
  'plans',
  'drift',
  'alerts',
  'audit',
  'report',
  'events',
  'settings',
  'consoles',
  'add',
  'paste',
  'restore',
  'folders',
  'newFolder',
  'export',
  'importing',
  'switcher',
  'wall',
  'newWindow',
  'vault',
  'passwords',
  'shortcuts',
  'probe',
  'connectAll',
  'unlike',
  'theme',
  'english',
  'spanish',
  'demo',
] as const;
export type Also = (typeof alsos)[number];

export function isAlso(key: string): key is Also {
  return alsos.some((also) => also === key);
}
