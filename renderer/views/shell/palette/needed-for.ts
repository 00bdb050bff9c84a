import type { Needed } from '../../../components/may/may.tsx';

/** What is done to proxies by its verb, and to the fleet or the app by its whole id. */
const needed: Readonly<Record<string, Needed>> = {
  connect: 'operate',
  retry: 'operate',
  disconnect: 'operate',
  pause: 'operate',
  resume: 'operate',
  plan: 'operate',
  unlock: 'operate',
  lock: 'operate',
  undo: 'operate',
  probe: 'operate',
  favour: 'administer',
  unfavour: 'administer',
  add: 'administer',
  paste: 'administer',
  restore: 'administer',
  import: 'administer',
  export: 'administer',
  'new folder': 'administer',
  vault: 'administer',
  demo: 'administer',
};

/** The least role of who does what the palette offers under this id; null where everybody may. */
export function neededFor(id: string): Needed | null {
  const [verb = ''] = id.split(' ');
  return needed[id] ?? needed[verb] ?? null;
}
