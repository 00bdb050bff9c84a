import type { PlanTexts } from '../command-line-texts.ts';

const shells = {
  desktop: 'app de escritorio',
  web: 'web',
  cli: 'línea de comandos',
  collect: 'recolector',
} as const;

export const planTexts: PlanTexts = {
  columns: {
    id: 'id',
    plan: 'plan',
    made: 'hecho por',
    proxy: 'proxy',
    seen: 'en vigor al leer',
    wanted: 'deseado',
    state: 'estado',
  },
  states: {
    waiting: 'en espera',
    right: 'ya es así',
    running: 'en curso',
    done: 'cambiado',
    reverted: 'revertido',
    conflict: 'conflicto',
    left: 'queda como está',
    failed: 'fallido',
    unreachable: 'inaccesible',
    unknown: 'resultado desconocido',
    gone: 'perfil eliminado',
  },
  none: 'No hay ningún plan.',
  noPassword: 'sin contraseña',
  noPasswordFor: (user, count) =>
    `No hay contraseña de ${user}, que ${count === 1 ? 'un proxy necesita' : `${count} proxies necesitan`}.`,
  notRead: '(sin leer)',
  locked: 'bloqueado hasta aprobarse',
  folder: (path) => `todos los de ${path === '' ? 'todas las carpetas' : path} al hacerlo`,
  tag: (tag) => `todos los de la etiqueta ${tag} al hacerlo`,
  search: (search) => `todos los que «${search}» encontró al hacerlo`,
  undoes: (id) => `deshace el plan ${id}`,
  approve: (approval, guarded) =>
    `${guarded === 1 ? 'Uno está protegido' : `${guarded} están protegidos`}. Para aprobarlo, escriba ${approval}: `,
  goOn: (command) => `No está todo hecho. Continúe con: ${command}`,
  onlyRead: (count, command) =>
    `Leído y sin cambiar, porque nadie lo había mirado aún: ${count}. Mire lo que está en vigor y después: ${command}`,
  nothingToDo: 'Nada de él espera a hacerse; no se empezó nada.',
  readOn: (command) => `No se leyó todo. Siga leyendo con: ${command}`,
  decideBy: (command) =>
    `El canario no ha terminado. Decida con: ${command} go-on, revert, longer o leave`,
  noCanary: 'Este plan no tuvo ningún canario.',
  stopping: (name) => `${name} se detiene cuando acabe lo que está en curso.`,
  atRest: (name) => `No hay nada de ${name} en curso.`,
  deeds: {
    applied: (by) => `aplicado por ${by}`,
    approved: (by) => `aprobado y aplicado por ${by}`,
    stopped: (by) => `detenido por ${by}`,
    over: () => 'terminó por sí solo',
    closed: () => 'terminó con su consola, que se cerró',
    canary: (by) => `empezado con un canario por ${by}`,
    'canary-approved': (by) => `aprobado, y empezado con un canario, por ${by}`,
    'go-on': (by) => `canario: continuado por ${by}`,
    revert: (by) => `canario: revertirlo lo decidió ${by}`,
    longer: (by) => `canario: prolongado por ${by}`,
    leave: (by) => `canario: dejado como está por ${by}`,
  },
  doer: (actor, remote, shell) =>
    [
      remote === null ? actor : `${actor} desde ${remote}`,
      ...(shell === null ? [] : [shells[shell]]),
    ].join(', '),
};
