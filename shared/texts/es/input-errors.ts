import type { inputErrors as details } from '../../facts/input-errors.ts';
import type { ExportedEntry } from '../../model/export-fault.ts';
import type { ErrorTexts } from '../texts.ts';
import { usageErrors } from './usage-errors.ts';
import { words } from './words.ts';

const nothingChanged = 'Corríjalo y vuelva a intentarlo; no se cambió nada.';

const passwordProblems = {
  empty: 'no contiene nada; ha de ser la contraseña.',
  'byte-order-mark':
    'empieza por una marca de orden de bytes (U+FEFF), que algunos editores y PowerShell escriben y nadie ve.',
  'not-sendable':
    'no puede ser una contraseña de SPCP, que tiene de 1 a 255 caracteres ASCII imprimibles.',
} as const;

const passwordSources = {
  'standard-input': 'La primera línea de la entrada estándar',
  environment: 'SPCP_PASSWORD',
  prompt: 'Lo que se escribió',
} as const;

const requests = {
  call: (name: string) => `No hay ninguna llamada «${name}».`,
  topic: (name: string) => `No hay ningún tema «${name}».`,
  'call-id': (name: string) => `Ya hay una llamada ${name}.`,
  'subscription-id': (name: string) => `Ya hay una suscripción ${name}.`,
} as const;

function fieldName(path: string): string {
  const last = path.slice(path.lastIndexOf('.') + 1);
  return (words.fields as Readonly<Record<string, string>>)[last] ?? path;
}

export const inputErrors: ErrorTexts<keyof typeof details> = {
  'invalid-input': {
    argument: ({ command, reason }) => ({
      message: `No se envió «${words.commands[command]}» porque su valor no se ajusta al protocolo: ${words.rules[reason]}.`,
      remedy: nothingChanged,
    }),
    field: ({ field }) => ({
      message:
        field === ''
          ? 'La petición no es válida.'
          : `«${fieldName(field)}» no tiene un valor válido.`,
      remedy: nothingChanged,
    }),
    taken: ({ name }) => ({
      title: 'El nombre ya está en uso',
      message: `Ya hay otro perfil que se llama ${name}.`,
      remedy: 'Elija otro nombre; no se guardó nada.',
    }),
    request: ({ kind, name }) => ({
      title: 'Petición no válida',
      message: requests[kind](name),
      remedy: 'Vuelva a cargar la ventana: puede que sea más antigua que la consola.',
    }),
    limit: ({ kind, limit }, format) => ({
      title: 'Demasiado a la vez',
      message: `Una ventana puede tener ${format.number(limit)} ${kind === 'calls' ? 'llamadas' : 'suscripciones'} en curso a la vez.`,
      remedy: 'Espere a que terminen algunas.',
    }),
    'alerts-named': ({ given, count }, format) => ({
      title: 'Puede ser más de uno',
      message: `«${given}» se refiere a ${format.number(count)}.`,
      remedy: 'Escriba más del identificador, o todo.',
    }),
    'alert-rules': ({ limit }, format) => ({
      title: 'Demasiadas reglas',
      message: `Hay ${format.number(limit)} reglas guardadas y no caben más.`,
      remedy: 'Quite alguna que nadie necesite.',
    }),
    maintenance: ({ limit }, format) => ({
      title: 'Demasiados mantenimientos',
      message: `Hay ${format.number(limit)} mantenimientos guardados y no caben más.`,
      remedy: 'Quite lo que ya terminó.',
    }),
    consoles: ({ limit }, format) => ({
      title: 'Demasiadas consolas remotas',
      message: `Hay ${format.number(limit)} consolas remotas guardadas y no caben más.`,
      remedy: 'Quite alguna que ya no haga falta.',
    }),
    commands: ({ limit }, format) => ({
      title: 'Demasiados comandos guardados',
      message: `Hay ${format.number(limit)} comandos guardados y no caben más.`,
      remedy: 'Quite alguno que ya no haga falta.',
    }),
    password: ({ source, problem }) => ({
      title: 'Contraseña no válida',
      message: `${passwordSources[source]} ${passwordProblems[problem]}`,
      remedy:
        problem === 'byte-order-mark'
          ? 'Guarde el archivo como ASCII o como UTF-8 sin esa marca.'
          : 'Corríjala y vuelva a intentarlo.',
    }),
    'passphrase-at-terminal': () => ({
      message:
        'Con --vault-passphrase-stdin la entrada estándar es un terminal, que mostraría lo que se escribe.',
      remedy:
        'Pase la frase por una tubería; o quite la opción y desbloquee la bóveda en el navegador.',
    }),
    'data-directory': () => ({
      title: 'Falta el directorio',
      message: '--data-dir no indica ningún directorio.',
      remedy: 'Indique el directorio detrás de --data-dir.',
    }),
    port: ({ field, host, port, cause }) => ({
      title: 'No se puede ocupar el puerto',
      message:
        cause === 'EADDRINUSE'
          ? `Otro programa tiene ocupado el puerto ${port} de ${host}.`
          : `No se puede ocupar el puerto ${port} de ${host} (${cause}).`,
      remedy:
        cause === 'EADDRNOTAVAIL'
          ? 'Indique una dirección de este equipo.'
          : field === 'metrics-port'
            ? 'Elija otro en Ajustes, en Métricas para Prometheus.'
            : `Elija otro con --${field}, o --${field} 0 para cualquiera que esté libre.`,
    }),
    'ports-end': ({ first, count }) => ({
      title: 'Faltan puertos',
      message: `${count} puertos desde el ${first} pasarían del 65535.`,
      remedy: `Empiece en el ${65_536 - count} o antes.`,
    }),
    windows: ({ limit }, format) => ({
      title: 'Demasiadas ventanas',
      message: `Hay ${format.number(limit)} ventanas abiertas y no puede haber más.`,
      remedy: 'Cierre antes alguna.',
    }),
    'metrics-open': ({ host }) => ({
      title: 'Métricas para cualquiera',
      message: `Otros equipos llegan a ${host}: ahí solo se sirven métricas con certificado y token.`,
      remedy: 'Dé --metrics-cert, --metrics-key y --metrics-token-file, o sírvalas en 127.0.0.1.',
    }),
    'metrics-token': () => ({
      title: 'Falta el token',
      message: 'Las métricas han de leerse con un token, y no se guarda ninguno.',
      remedy: 'Indique uno en Ajustes, en Métricas para Prometheus.',
    }),
    'metrics-half': ({ field }) => ({
      title: 'Falta el certificado o la clave',
      message: 'Un certificado solo sirve con su clave.',
      remedy: `Dé también --${field}.`,
    }),
    'metrics-file': ({ path, problem, mode }) =>
      problem === 'open-to-others'
        ? {
            title: 'Otros pueden leerlo',
            message: `Otros usuarios de este equipo pueden leer ${path} (modo ${mode}).`,
            remedy: 'Quíteles el permiso (chmod 600) y escriba en él un secreto nuevo.',
          }
        : {
            title: 'No es un archivo así',
            message:
              problem === 'long'
                ? `${path} es demasiado largo para un token, una clave o un certificado.`
                : `${path} no contiene un token: al menos 16 letras, cifras o -._~+/, en una línea.`,
            remedy: 'Indique otro archivo, o escriba en él un token nuevo (openssl rand -hex 32).',
          },
    'metrics-certificate': ({ cert, key, cause }) => ({
      title: 'El certificado y la clave no sirven',
      message: `${cert} y ${key} no son certificado y clave el uno de la otra, en PEM (${cause}).`,
      remedy: 'Mírelos con: openssl x509 -in …, openssl pkey -in …',
    }),
    'not-loopback': ({ host }) => ({
      title: 'No es una dirección de bucle local',
      message: `${host} no es una dirección de bucle local; un proxy de referencia solo escucha en una de ellas.`,
      remedy: 'Use por ejemplo 127.0.0.1.',
    }),
    ...usageErrors,
  },
  'edited-elsewhere': ({ name, conflicts }) => ({
    message: `${name} se ha cambiado en otra ventana o desde otro programa (${conflicts.map(({ field }) => words.fields[field]).join(', ')}). No se ha guardado nada.`,
    remedy: 'Elija entre los dos valores y guarde de nuevo.',
  }),
  'folder-edited-elsewhere': ({ name }) => ({
    message: `La carpeta ${name} se ha cambiado en otra ventana o desde otro programa. No se ha guardado nada.`,
    remedy: 'Elija entre los dos valores y guarde de nuevo.',
  }),
  'not-an-export': {
    long: () => ({
      message:
        'El archivo es mayor que cualquier exportación de esta aplicación. No se ha cambiado nada.',
      remedy: 'Elija el archivo que escribió «Exportar» o «profiles export».',
    }),
    other: () => ({
      message: 'El archivo no es una exportación de perfiles. No se ha cambiado nada.',
      remedy:
        'Elija el archivo que escribió «Exportar» o «profiles export». También puede pegar una lista de proxies.',
    }),
    newer: ({ version }) => ({
      title: 'De una versión más nueva',
      message: `El archivo es de la versión ${version}, que escribió una edición más reciente. No se ha cambiado nada.`,
      remedy: 'Actualice esta aplicación o exporte de nuevo con la edición que se usa aquí.',
    }),
    damaged: ({ place }) => ({
      title: 'Una exportación dañada',
      message: `El archivo está dañado en ${place}. No se ha cambiado nada.`,
      remedy: 'Exporte de nuevo o corrija el archivo en ese lugar.',
    }),
    missing: ({ key, ...entry }) => ({
      title: 'Una exportación dañada',
      message: `En el archivo, ${exportedEntry(entry)} no tiene ${key}. No se ha cambiado nada.`,
      remedy: `Exporte de nuevo o añada ${key} en ese lugar del archivo.`,
    }),
    wrong: ({ key, ...entry }) => ({
      title: 'Una exportación dañada',
      message: `En el archivo, ${exportedEntry(entry)} no puede tener el valor que tiene en ${key}. No se ha cambiado nada.`,
      remedy: `Exporte de nuevo o corrija ${key} en ese lugar del archivo.`,
    }),
    twice: ({ name, other }) => ({
      title: 'Una exportación dañada',
      message: `En el archivo, ${name} y ${other} tienen el mismo identificador. No se ha cambiado nada.`,
      remedy: 'Exporte de nuevo o dé otro identificador a uno de los dos en el archivo.',
    }),
    circle: ({ name }) => ({
      title: 'Una exportación dañada',
      message: `En el archivo, la carpeta ${name} está dentro de sí misma. No se ha cambiado nada.`,
      remedy: 'Exporte de nuevo o corrija el parentId de la carpeta en el archivo.',
    }),
    'no-folder': ({ name }) => ({
      title: 'Una exportación dañada',
      message: `En el archivo, ${name} está en una carpeta que no existe. No se ha cambiado nada.`,
      remedy: 'Exporte de nuevo o corrija su carpeta en el archivo.',
    }),
    nobody: ({ name }) => ({
      title: 'Una exportación dañada',
      message: `En el archivo, ni ${name} ni su carpeta dicen qué usuario inicia sesión. No se ha cambiado nada.`,
      remedy: 'Exporte de nuevo o añada el usuario en el archivo.',
    }),
    secrets: () => ({
      title: 'Las contraseñas están dañadas',
      message:
        'Las contraseñas del archivo están dañadas o alguien las ha cambiado. No se ha cambiado nada.',
      remedy: 'Exporte de nuevo o importe el archivo sin sus contraseñas.',
    }),
    costly: ({ bytes }, format) => ({
      title: 'El archivo pide demasiado',
      message: `Para comprobar una frase de contraseña, el archivo pide ${format.number(Math.ceil(bytes / 2 ** 20))} MB de memoria o un tiempo equivalente. No se ha cambiado nada.`,
      remedy: 'Exporte de nuevo con esta aplicación: lo que escribe pide menos.',
    }),
  },
  'export-passphrase': {
    'command-line': () => ({
      title: 'Hace falta una frase de contraseña',
      message: 'Las contraseñas del archivo van con una frase de contraseña.',
      remedy:
        'Indíquela en SPCP_EXPORT_PASSPHRASE o con --passphrase-stdin; o deje fuera las contraseñas (--without-secrets).',
    }),
    short: ({ least }) => ({
      title: 'Una frase demasiado corta',
      message: `La frase de contraseña de una exportación tiene al menos ${least} caracteres.`,
      remedy: 'Elija una más larga.',
    }),
    differs: () => ({
      title: 'No son iguales',
      message: 'Las dos frases no son iguales. No se ha exportado nada.',
      remedy: 'Escríbala de nuevo.',
    }),
    wrong: () => ({
      title: 'Otra frase de contraseña',
      message:
        'No es la frase de contraseña con la que se exportó el archivo. El archivo está íntegro.',
      remedy: 'Inténtelo de nuevo; cuentan las mayúsculas y la distribución del teclado.',
    }),
  },
  'export-forbidden': {
    policy: ({ by }) => ({
      message: `${by} no permite exportar contraseñas desde este equipo.`,
      remedy: 'Exporte sin contraseñas o pregunte a quien administra este equipo.',
    }),
    'kept-elsewhere': () => ({
      message: 'Otro programa guarda las contraseñas, así que aquí no hay ninguna que exportar.',
      remedy: 'Exporte sin contraseñas y tómelas de ese programa.',
    }),
  },
  'import-expired': () => ({
    message: 'Ya no se guarda lo que se leyó del archivo. No se ha cambiado nada.',
    remedy: 'Elija el archivo de nuevo.',
  }),
  'not-found': {
    profile: () => ({
      message: 'Ese perfil no existe. Puede que se haya eliminado.',
      remedy: 'Vuelva a la lista y elija de nuevo.',
    }),
    folder: () => ({
      message: 'No existe esa carpeta. Puede que se haya eliminado.',
      remedy: 'Vuelva a la lista y elija de nuevo.',
    }),
    file: ({ path }) => ({
      message: `No hay ningún archivo ${path}.`,
      remedy: 'Compruebe su nombre y el directorio en el que está.',
    }),
    class: () => ({
      message: 'No existe esa clase de entorno. Puede que se haya eliminado.',
      remedy: 'Elija otra.',
    }),
    'class-named': ({ name, known }) => ({
      message: `No hay ninguna clase de entorno llamada «${name}».`,
      remedy: `Las que hay: ${known}.`,
    }),
    'folder-named': ({ name, nearest }) => ({
      message: `No hay ninguna carpeta «${name}».`,
      remedy:
        nearest === ''
          ? 'Vea los nombres de carpetas y etiquetas con «profiles list».'
          : `Quizá: ${nearest}.`,
    }),
    'tag-named': ({ name, nearest }) => ({
      message: `Ningún perfil tiene la etiqueta «${name}».`,
      remedy:
        nearest === ''
          ? 'Vea los nombres de carpetas y etiquetas con «profiles list».'
          : `Quizá: ${nearest}.`,
    }),
    'profile-named': ({ name, nearest, saved }) => ({
      message: `No hay ningún perfil llamado «${name}».`,
      remedy:
        saved === 0
          ? 'Todavía no hay ninguno guardado; «profiles add» guarda uno.'
          : `${nearest === '' ? '' : `Los más parecidos: ${nearest}. `}«profiles list» los muestra todos.`,
    }),
    console: () => ({
      title: 'La consola no existe',
      message: 'Esta consola remota ya no está en la lista.',
      remedy: 'Vaya a la consola de este equipo y elija otra, o añádala de nuevo.',
    }),
    'audit-entry': () => ({
      message: 'El registro de auditoría no tiene esa entrada.',
      remedy: 'Vuelva a la lista y elija de nuevo.',
    }),
    plan: () => ({
      message: 'Ese plan ya no existe.',
      remedy: 'Vuelva a la lista de planes.',
    }),
    alert: ({ id }) => ({
      message: `Ninguna alerta activa tiene un identificador que empiece por «${id}».`,
      remedy: 'alerts list muestra las activas.',
    }),
    'alert-rule': ({ name }) => ({
      message: `Ninguna regla se llama «${name}».`,
      remedy: 'alerts rules muestra las reglas.',
    }),
    webhook: () => ({
      message: 'No hay ninguna dirección a la que enviar alertas.',
      remedy: 'Indique una en la página Alertas.',
    }),
    'history-source': () => ({
      message: 'Ese Prometheus ya no está indicado.',
      remedy: 'Mire de nuevo la lista en la página Ajustes.',
    }),
    'plan-named': ({ name }) => ({
      message: `No hay ningún plan «${name}».`,
      remedy: '«plan list» los muestra todos.',
    }),
    copy: () => ({
      message: 'Esa copia ya no existe: cambios posteriores han ocupado su lugar.',
      remedy: 'Vuelva a mirar la lista de copias.',
    }),
    undo: () => ({
      message:
        'Eso ya no se puede deshacer: ya se deshizo, o desde entonces se ha editado demasiado.',
      remedy: 'Edítelo a mano.',
    }),
    'browser-session': () => ({
      message: 'Esa sesión ya ha terminado.',
      remedy: 'Vuelva a la lista.',
    }),
    desktop: () => ({
      title: 'Aquí no',
      message: 'La consola no tiene escritorio para eso.',
      remedy: 'Use la aplicación de escritorio instalada.',
    }),
    pages: () => ({
      title: 'Sin compilar',
      message: 'La interfaz de usuario todavía no está compilada.',
      remedy: '«npm run serve» la compila y la sirve.',
    }),
  },
};

function exportedEntry({ list, number, name }: Omit<ExportedEntry, 'key'>): string {
  const kinds = {
    profiles: 'el perfil',
    folders: 'la carpeta',
    tags: 'la etiqueta',
    classes: 'la clase',
  };
  return `${kinds[list]} ${number}${name === '' ? '' : ` (${name})`}`;
}
