/** Consolas de otros equipos, y el marco de una ventana que muestra una. */
export const consoles = {
  description:
    'La consola de este equipo y las de otros a los que llega su propio ssh. Cada ventana muestra una de ellas.',
  forbidden: '{{by}} no deja abrir consolas remotas desde este equipo.',
  add: 'Abrir una consola remota…',
  edit: 'Editar',
  editOne: 'Editar {{name}}',
  remove: 'Quitar',
  removeOne: 'Quitar {{name}}',
  removed: 'Consola remota quitada',
  show: 'Mostrar aquí',
  showOne: 'Mostrar {{name}} aquí',
  window: 'Ventana nueva',
  windowOne: 'Mostrar {{name}} en una ventana nueva',
  shown: 'Se muestra aquí',
  local: 'Este equipo',
  localText: 'La consola que funciona aquí',
  none: 'Todavía no hay consolas remotas',
  noneText:
    'SPCP Console tiene que funcionar en el otro equipo, como con «spcp-console serve --no-open». ssh ejecuta allí «spcp-console attach --stdio»; no se abre ningún puerto.',
  asksNothing:
    'ssh no hace preguntas aquí. Una clave con frase de contraseña tiene que estar en el agente (ssh-add), y la clave de un host nuevo para usted se acepta una vez en un terminal.',
  fields: {
    name: 'Nombre',
    destination: 'Destino SSH',
    destinationText:
      'usuario@host, usuario@host:puerto o un nombre de su ~/.ssh/config, que también dice claves y hosts de salto.',
    destinationFault: 'Es usuario@host, host:puerto o un nombre, y no empieza por un guion.',
    nameFault: 'Tiene de 1 a 80 caracteres.',
    program: 'Orden allí',
    programText: 'Dónde está spcp-console en ese equipo, si su shell no lo encuentra.',
    programFault: 'Es una línea y no empieza por un guion.',
    directory: 'Directorio de datos allí',
    directoryText: 'Vacío para el habitual de ese usuario.',
    directoryFault: 'Es una línea y no empieza por un guion.',
  },
  state: {
    idle: 'Sin abrir',
    connecting: 'Conectando…',
    open: 'Abierta',
    unreached: 'No se llega a ella; se intenta de nuevo a las {{time}}',
    waiting: 'Perdida; se intenta de nuevo a las {{time}}',
    refused: 'No se pudo abrir',
  },
  bar: {
    label: 'Consola remota',
    where: 'Consola remota: {{name}}',
    who: '{{user}} en {{machine}}',
    may: {
      view: 'puede mirar',
      operate: 'puede operar',
      administer: 'puede administrar',
    },
    version: 'versión {{version}}',
    others: 'Todas las consolas',
    home: 'Volver a este equipo',
    retry: 'Intentar ahora',
    unread: 'Parte de esta consola ya no se lee',
    unreadText:
      'Lo que dice de {{topics}} no es como está acordado, y esta ventana lo muestra como estaba la última vez. Es de la versión {{version}}: ponga esa consola y esta aplicación en la misma versión y vuelva a cargar la ventana.',
    goesOn: 'Lo que funciona en esa consola sigue allí mientras tanto, también los planes.',
  },
};
