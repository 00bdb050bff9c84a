import type { sessionErrors as details } from '../../facts/session-errors.ts';
import type { Format } from '../format.ts';
import { shellWord } from '../shell-word.ts';
import type { ErrorTexts } from '../texts.ts';
import { words } from './words.ts';

const { commands, statuses, rules, states } = words;

const managementPort = 'Compruebe que el puerto es el de administración del proxy.';

const quoted = (value: string | null): string => (value === null ? 'ninguna' : `«${value}»`);

/** Why it is not known how a change ended. */
const cutOff = {
  silent: 'no llegó respuesta a tiempo',
  lost: 'se perdió la conexión',
  answer: 'lo que llegó no dice qué está en vigor',
  console: 'la consola que iba a enviarlo se cerró sin responder',
} as const;

export const sessionErrors: ErrorTexts<keyof typeof details> = {
  'no-password': {
    profile: ({ name }) => ({
      message: `No se conoce ninguna contraseña para ${name}.`,
      remedy: 'Introdúzcala en el perfil.',
    }),
    'command-line': ({ user, name }) => ({
      message: `No se indicó ninguna contraseña para ${user} en ${name}.`,
      remedy:
        'Póngala en SPCP_PASSWORD, o en la primera línea de la entrada estándar con --password-stdin.',
    }),
  },
  'password-needed-again': () => ({
    message:
      'La contraseña guardada se introdujo para otra dirección, otro transporte u otro usuario y no se envía a ningún otro lugar.',
    remedy: 'Introdúzcala de nuevo en el perfil.',
  }),
  'login-refused': ({ where, step }) =>
    step === 'user'
      ? {
          title: 'Usuario desconocido',
          message: `${where} no conoce a este usuario.`,
          remedy: 'Corrija el usuario y vuelva a intentarlo.',
        }
      : {
          title: 'Contraseña rechazada',
          message: `${where} rechazó la contraseña.`,
          remedy: 'Corrija la contraseña y vuelva a intentarlo.',
        },
  'reply-timeout': {
    request: ({ where, command, timeoutMs, unacknowledged }, format) => ({
      message: `${where} no respondió a «${commands[command]}» en ${format.number(timeoutMs / 1000)} s, así que se cerró la sesión.`,
      remedy: unacknowledged
        ? 'La petición no llegó: compruebe la red, o la VPN.'
        : 'Compruebe que ahí escucha un servicio SPCP y vuelva a intentarlo.',
    }),
    quit: ({ where }) => ({
      message: `${where} ni respondió a QUIT ni terminó la asociación a tiempo, así que se terminó desde aquí.`,
      remedy: 'Compruebe que el proxy no se ha quedado parado.',
    }),
  },
  'protocol-error': ({ where, command, rule }) => {
    if (rule === 'echo')
      return {
        title: 'Esto es un eco',
        message: `${where} devuelve lo que se le envía. No es un servicio SPCP, así que se cerró la sesión.`,
        remedy: managementPort,
      };
    return {
      message:
        command === null
          ? `${where} envió algo que no es una respuesta SPCP (${rules[rule]}), así que se cerró la sesión.`
          : `${where} respondió a «${commands[command]}» con algo que no es una respuesta SPCP (${rules[rule]}), así que se cerró la sesión.`,
      remedy: managementPort,
    };
  },
  'server-error': ({ where, command, status }) => ({
    message: `${where} respondió a «${commands[command]}» con: ${statuses[status]}.`,
    remedy: 'Compruebe el valor que se envió; si es correcto, mire el registro del proxy.',
  }),
  'not-connected': {
    proxy: ({ name, state }) => ({
      message: `${name} no está conectado ahora (${states[state]}).`,
      remedy: 'Conéctelo y vuelva a intentarlo.',
    }),
    session: ({ where }) => ({
      message: `La sesión con ${where} ha terminado.`,
      remedy: 'Conéctelo y vuelva a intentarlo.',
    }),
    ended: ({ name }) => ({
      message: `Se terminó la sesión con ${name}.`,
      remedy: 'Se vuelve a abrir por sí sola.',
    }),
    console: () => ({
      title: 'No se puede llegar a la consola',
      message: 'Se ha perdido la conexión con la consola.',
      remedy:
        'Compruebe que la consola sigue en marcha; una ventana lo vuelve a intentar por sí sola.',
    }),
  },
  'not-as-expected': {
    seen: ({ expected, found, actor, own, changedAt }, format) => ({
      message: `Está en vigor ${quoted(found)} y no ${quoted(expected)}: ${setter(actor, own, changedAt, format)}. No se escribió nada.`,
      remedy: 'Mire el valor en vigor y decida de nuevo.',
    }),
    'read-back': ({ name, expected, found }) => ({
      title: 'Al releer, hay otro valor',
      message: `${name} aceptó ${quoted(expected)}, pero al releer se obtuvo ${quoted(found)}. Puede que otra persona lo esté cambiando, o que el proxy no lo tome tal como es.`,
      remedy: 'Vuelva a leerlo y decida después.',
    }),
  },
  'outcome-unknown': {
    transformation: ({ name, requested, accepted, why }) => ({
      message: `${why === 'console' ? 'Se pidió para' : 'Se envió a'} ${name} la transformación ${quoted(requested)}${accepted ? ' y la aceptó' : ''}; después ${cutOff[why]}. No se sabe si está en vigor.`,
      remedy: 'Lea qué está en vigor («transformation get») antes de volver a intentarlo.',
    }),
    'buffer-size': ({ name, requested, why }) => ({
      message: `${why === 'console' ? 'Se pidió para' : 'Se envió a'} ${name} un tamaño de búfer de ${requested}; después ${cutOff[why]}. No se sabe si está en vigor.`,
      remedy: 'SPCP no permite leer el tamaño: vuelva a fijarlo; no hace daño si ya está en vigor.',
    }),
  },
  'read-only': ({ name }) => ({
    message: `${name} es de solo lectura hasta que se desbloquee: lo pide la clase de su entorno.`,
    remedy: 'Desbloquéelo por un tiempo limitado y vuelva a intentarlo.',
  }),
  'confirmation-needed': {
    app: ({ name }) => ({
      message: `Para esto hay que escribir el nombre de ${name}: lo pide la clase de su entorno.`,
      remedy: 'Escriba el nombre tal como se muestra.',
    }),
    'command-line': ({ name, deed }) => ({
      message: `La clase de ${name} pide una confirmación. No se ${deed === 'change' ? 'cambió' : 'eliminó'} nada.`,
      remedy: `Añada --confirm ${shellWord(name)} para ${deed === 'change' ? 'cambiarlo' : 'eliminarlo'}.`,
    }),
    deed: ({ approval, count }) => ({
      message: `${count} de estos perfiles son de clases que piden una confirmación: no se ha cambiado nada.`,
      remedy: `Escriba «${approval}».`,
    }),
    plan: ({ approval, guarded }) => ({
      message: `${guarded === 1 ? 'Uno de los proxies' : `${guarded} de los proxies`} de este plan ${guarded === 1 ? 'es' : 'son'} de una clase que pide una confirmación: se ${guarded === 1 ? 'cambia' : 'cambian'} cuando se aprueba el plan.`,
      remedy: `Escriba «${approval}».`,
    }),
  },
  unsupported: {
    'nothing-to-undo': ({ name }) => ({
      message: `Este cambio de ${name} no llegó a tener efecto, así que no hay nada que deshacer.`,
      remedy: 'Fije en su lugar el valor que desee.',
    }),
    'plan-busy': ({ name }) => ({
      title: 'El plan está en marcha',
      message: `«${name}» se está leyendo o aplicando ahora.`,
      remedy: 'Deténgalo o espere a que termine.',
    }),
    'plan-not-undoable': ({ name }) => ({
      title: 'Nada que deshacer',
      message: `Nada de lo que cambió «${name}» se puede deshacer: nada tuvo efecto, o no se sabe qué había antes.`,
      remedy: 'Haga en su lugar un plan con los valores que desee.',
    }),
    'canary-needs-others': ({ name }) => ({
      title: 'Muy pocos destinos para un canario',
      message: `De «${name}» esperan menos de dos destinos: no quedaría ninguno con el que comparar un canario.`,
      remedy: 'Cámbielos sin canario.',
    }),
    'no-canary': ({ name }) => ({
      title: 'Nada que decidir',
      message: `«${name}» no tiene ningún canario que espere esta decisión.`,
      remedy: 'Mire el plan: quizá siguió adelante entretanto.',
    }),
    trial: ({ reason, by }) => ({
      title: 'Aquí no se prueba nada',
      ...trialRefusals(by)[reason],
    }),
    'remote-older': ({ name, version }) => ({
      title: 'La consola remota no puede hacerlo',
      message: `La consola de allí es la versión ${version}, que no conoce «${name}».`,
      remedy: 'Actualice SPCP Console en ese equipo.',
    }),
    superseded: ({ name }) => ({
      title: 'Después vino otra cosa',
      message: `Desde este cambio de ${name} se fijó o se vio otro valor, así que ya no se puede deshacer.`,
      remedy: 'Fije en su lugar el valor que desee.',
    }),
    'leads-elsewhere': ({ name }) => ({
      message: `${name} lleva a otro proxy que cuando el plan lo leyó. No se envió nada.`,
      remedy: 'Vuelve a leer el plan y mira qué está en vigor allí.',
    }),
    'size-not-known': ({ name }) => ({
      title: 'No se conoce el tamaño anterior',
      message: `No se conoce el tamaño del búfer de ${name} anterior a este cambio: SPCP no permite leerlo y no se fijó desde aquí.`,
      remedy: 'Fije el tamaño que desee.',
    }),
  },
};

function setter(actor: string | null, own: boolean, at: number | null, format: Format): string {
  if (actor === null || at === null) return 'lo fijó alguien, y no con esta consola';
  return `${own ? 'lo fijó usted' : `lo fijó ${actor}`}, ${format.dateTime(at)}`;
}

function trialRefusals(by: string) {
  return {
    windows: {
      message: 'Windows no tiene /bin/sh, con el que el host del proxy ejecuta una transformación.',
      remedy: 'Pruébela en un equipo que lo tenga.',
    },
    policy: {
      message: `${by} prohíbe probar transformaciones en este equipo.`,
      remedy: 'Consúltelo, o pruébela en otro equipo.',
    },
    off: {
      message: 'No se ha permitido probar transformaciones en este equipo.',
      remedy: 'Permítalo donde se prueba una transformación.',
    },
  };
}
