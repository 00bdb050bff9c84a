import type { vaultErrors as details } from '../../facts/vault-errors.ts';
import type { ErrorTexts } from '../texts.ts';

export const refusals = {
  'web-shell': 'la consola funciona sin la aplicación de escritorio, la única que puede usarlo',
  'plain-text': 'en este sistema guardaría las contraseñas sin cifrar',
  exposed: 'en este sistema las cifraría con una clave que todos conocen',
  'no-keychain': 'no se puede usar el llavero de este sistema',
  policy: 'los administradores de este equipo no lo permiten',
} as const;

const kinds = {
  keychain: 'el llavero',
  passphrase: 'la bóveda con frase de contraseña',
  session: 'guardar las contraseñas solo en esta sesión',
  command: 'un comando externo',
} as const;

const fields = { user: 'usuario', host: 'host', profile: 'nombre' } as const;

const problems = {
  control: 'tiene un carácter que ningún argumento puede llevar',
  option: 'empieza por un guion y el programa lo tomaría por una opción',
  path: 'lleva a un directorio superior y, con eso, a otra entrada del programa',
} as const;

const tryIt =
  'Ejecute el comando a mano con el usuario de la consola y, después, vuelva a intentarlo.';

function why(said: string, silent: boolean): string {
  if (silent) return '. No se muestra lo que dijo, porque puede repetir lo que había impreso';
  return said === '' ? ' y no dijo por qué' : `: ${said}`;
}

export const vaultErrors: ErrorTexts<keyof typeof details> = {
  'vault-locked': {
    app: () => ({
      message:
        'La bóveda con frase de contraseña está bloqueada. Las sesiones abiertas siguen abiertas; las nuevas esperan.',
      remedy: 'Desbloquéela con su frase; lo que espera continuará por sí solo.',
    }),
    'command-line': () => ({
      message: 'La contraseña está en la bóveda con frase de contraseña, que está bloqueada.',
      remedy:
        'Indique la frase en SPCP_VAULT_PASSPHRASE, o ejecute esto en un terminal para que se le pregunte.',
    }),
    collector: () => ({
      message:
        'Las contraseñas están en la bóveda con frase de contraseña, que está bloqueada, y no hay nadie que la desbloquee.',
      remedy:
        'Indique la frase en SPCP_VAULT_PASSPHRASE, o pásela por la entrada estándar con --vault-passphrase-stdin.',
    }),
  },
  'wrong-passphrase': () => ({
    message: 'Esta no es la frase de contraseña de la bóveda. No se cambió nada.',
    remedy: 'Compruebe la distribución del teclado y las mayúsculas, y vuelva a intentarlo.',
  }),
  'vault-damaged': {
    file: ({ file }) => ({
      message: `${file} está dañado: lo que contiene no se puede leer, sea cual sea la frase.`,
      remedy:
        'Reponga una copia suya; o elija de nuevo la bóveda en los ajustes y vuelva a escribir las contraseñas.',
    }),
    entry: ({ file, entry }) => ({
      message: `La contraseña de ${entry} en ${file} está dañada y no se puede leer. No se cambió nada.`,
      remedy: 'Vuelva a escribir esa contraseña, o quítela, y vuelva a intentarlo.',
    }),
  },
  'vault-refused': {
    kind: ({ kind, refusal }) => ({
      message: `Aquí no se puede usar ${kinds[kind]}: ${refusals[refusal]}.`,
      remedy: 'Elija en los ajustes otro lugar para las contraseñas.',
    }),
    'no-passphrase': () => ({
      message:
        'Aquí no se usa ninguna bóveda con frase de contraseña, así que no hay nada que bloquear, desbloquear ni olvidar.',
      remedy: 'Elija primero una en los ajustes.',
    }),
    'nobody-there': () => ({
      message:
        'Aquí las contraseñas se guardan en memoria, y no hay nadie que las introduzca tras un arranque.',
      remedy:
        'Elija la bóveda con frase de contraseña o un comando externo en los ajustes de una consola sobre este directorio de datos, y arranque otra vez el recolector.',
    }),
    'managed-wrong': ({ file, place }) => ({
      message: `Lo que ordenan los administradores en ${file} no se puede aceptar tal como está (${place}), así que las contraseñas solo se pueden guardar en memoria, y no hay nadie que las introduzca tras un arranque.`,
      remedy:
        'Corrija ese archivo y arranque otra vez el recolector. El registro dice antes de esta línea qué le pasa.',
    }),
    'kept-in-desktop': () => ({
      message:
        'Hay contraseñas en el llavero, que solo la aplicación de escritorio puede leer, así que no se podrían llevar. No se cambió nada.',
      remedy:
        'Elija la bóveda en la aplicación de escritorio con el mismo directorio de datos; o, si esas contraseñas ya no sirven, saque antes de él secrets.json.',
    }),
    'command-holds': () => ({
      title: 'La contraseña no se guarda aquí',
      message:
        'Un comando externo proporciona las contraseñas, así que en la aplicación no se puede guardar ninguna.',
      remedy: 'Cambie la contraseña en el origen del comando, o elija otra bóveda.',
    }),
    'not-agreed': ({ program }) => ({
      title: 'El comando no está aceptado',
      message: `Otro programa cambió el comando de las contraseñas: ejecutaría ${program}. No se ejecutó.`,
      remedy: 'Véalo en los ajustes de la aplicación y acéptelo, o elija otra bóveda.',
    }),
    'other-command': () => ({
      message: 'El comando de las contraseñas ya es otro. No se aceptó nada.',
      remedy: 'Véala de nuevo en los ajustes.',
    }),
    'command-line': ({ kind }) => ({
      message: `La línea de comandos no tiene aquí ninguna bóveda que guarde contraseñas: se usa ${kinds[kind]}.`,
      remedy:
        'Elija la bóveda con frase de contraseña en los ajustes de la aplicación; o deje fuera las contraseñas (--without-secrets).',
    }),
  },
  'vault-command-failed': {
    'not-found': ({ program }) => ({
      message: `No se encontró el programa de contraseñas ${program}.`,
      remedy: 'Instálelo, o indique su ruta completa en los ajustes.',
    }),
    'not-executable': ({ program, cause }) => ({
      message: `No se puede ejecutar el programa de contraseñas ${program} (${cause}).`,
      remedy: 'Dé permiso de ejecución al usuario de la consola, o indique otro programa.',
    }),
    timeout: ({ program, seconds }, format) => ({
      message: `${program} no respondió en ${format.number(seconds)} s y se terminó.`,
      remedy:
        'Compruebe si espera que se escriba o se desbloquee algo; o dele más tiempo en los ajustes.',
    }),
    empty: ({ program }) => ({
      message: `${program} terminó sin error y no imprimió ninguna contraseña.`,
      remedy: tryIt,
    }),
    'two-lines': ({ program }) => ({
      message: `${program} imprimió más de una línea, y no es seguro cuál es la contraseña.`,
      remedy: 'Haga que imprima solo la contraseña, en una línea.',
    }),
    long: ({ program }) => ({
      message: `${program} imprimió mucho más que una contraseña y se terminó.`,
      remedy: 'Haga que imprima solo la contraseña, en una línea.',
    }),
    'not-sendable': ({ program }) => ({
      message: `Lo que imprimió ${program} no puede ser la contraseña de un proxy: SPCP solo lleva ASCII imprimible, y no sin límite.`,
      remedy: tryIt,
    }),
    exit: ({ program, exitCode, said, silent }, format) => ({
      message: `${program} ${exitCode === null ? 'terminó por una señal' : `terminó con un error (${format.number(exitCode)})`}${why(said, silent)}.`,
      remedy: tryIt,
    }),
    field: ({ field, problem }) => ({
      message: `No se ejecutó el comando de contraseñas: el ${fields[field]} de este perfil ${problems[problem]}.`,
      remedy: 'Cámbielo en el perfil.',
    }),
    ended: ({ program }) => ({
      message: `${program} se terminó antes de que respondiera, porque la bóveda ya no está en uso.`,
      remedy: 'Vuelva a intentarlo.',
    }),
  },
};
