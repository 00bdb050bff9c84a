import type { PlanTexts } from '../command-line-texts.ts';

const shells = {
  desktop: 'desktop app',
  web: 'web',
  cli: 'command line',
  collect: 'collector',
} as const;

export const planTexts: PlanTexts = {
  columns: {
    id: 'id',
    plan: 'plan',
    made: 'made by',
    proxy: 'proxy',
    seen: 'in force when read',
    wanted: 'wanted',
    state: 'state',
  },
  states: {
    waiting: 'waiting',
    right: 'right already',
    running: 'under way',
    done: 'changed',
    reverted: 'taken back',
    conflict: 'conflict',
    left: 'left as it is',
    failed: 'failed',
    unreachable: 'not reachable',
    unknown: 'outcome unknown',
    gone: 'profile removed',
  },
  none: 'There is no plan.',
  noPassword: 'no password',
  noPasswordFor: (user, count) =>
    `No password for ${user}, which ${count === 1 ? 'one proxy needs' : `${count} proxies need`}.`,
  notRead: '(not read)',
  locked: 'locked until approved',
  folder: (path) => `all in ${path === '' ? 'every folder' : path} when made`,
  tag: (tag) => `all with the tag ${tag} when made`,
  search: (search) => `all that “${search}” found when made`,
  undoes: (id) => `takes back the plan ${id}`,
  approve: (approval, guarded) =>
    `${guarded === 1 ? 'One is' : `${guarded} are`} guarded. To approve, type ${approval}: `,
  goOn: (command) => `Not all of it is done. Go on with: ${command}`,
  onlyRead: (count, command) =>
    `Read, and not changed, as nobody had looked yet: ${count}. Look at what is in force, and then: ${command}`,
  nothingToDo: 'Nothing of it waits to be done; nothing was begun.',
  readOn: (command) => `Not all of it was read. Read on with: ${command}`,
  decideBy: (command) =>
    `The canary is not over. Decide with: ${command} go-on, revert, longer or leave`,
  noCanary: 'This plan had no canary.',
  stopping: (name) => `${name} stops when what is under way has ended.`,
  atRest: (name) => `Nothing of ${name} is under way.`,
  deeds: {
    applied: (by) => `applied by ${by}`,
    approved: (by) => `approved and applied by ${by}`,
    stopped: (by) => `stopped by ${by}`,
    over: () => 'ended by itself',
    closed: () => 'ended with its console, which was closed',
    canary: (by) => `begun with a canary by ${by}`,
    'canary-approved': (by) => `approved, and begun with a canary, by ${by}`,
    'go-on': (by) => `canary: gone on with by ${by}`,
    revert: (by) => `canary: taking back decided by ${by}`,
    longer: (by) => `canary: held longer by ${by}`,
    leave: (by) => `canary: left as it is by ${by}`,
  },
  doer: (actor, remote, shell) =>
    [
      remote === null ? actor : `${actor} from ${remote}`,
      ...(shell === null ? [] : [shells[shell]]),
    ].join(', '),
};
