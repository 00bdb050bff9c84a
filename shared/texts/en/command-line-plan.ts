import type { PlanTexts } from '../command-line-texts.ts';

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
  backName: (name) => `Take back: ${name}`,
  approve: (approval, guarded) =>
    `${guarded === 1 ? 'One is' : `${guarded} are`} guarded. To approve, type ${approval}: `,
  goOn: (command) => `Not all of it is done. Go on with: ${command}`,
  decideBy: (command) =>
    `The canary is not over. Decide with: ${command} go-on, revert, longer or leave`,
  noCanary: 'This plan had no canary.',
  stopping: (name) => `${name} stops when what is under way has ended.`,
  atRest: (name) => `Nothing of ${name} is under way.`,
};
