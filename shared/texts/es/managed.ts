import type {
  managedErrors as errors,
  ManagedFault,
  ManagedRefusal,
} from '../../facts/managed-errors.ts';
import type { Format } from '../format.ts';
import type { ErrorTexts, NoticeTexts } from '../texts.ts';
import { words } from './words.ts';

const askThem = (by: string): string => `Pida a ${by} que lo cambie allí.`;

export const managedErrors: ErrorTexts<keyof typeof errors> = {
  managed: {
    profile: ({ name, field, by }) => ({
      message: `${by} administra ${name}: «${words.fields[field]}» no se puede cambiar aquí. No se guardó nada.`,
      remedy: `Puede añadir una contraseña, notas, un color y una marca de favorito propios. ${askThem(by)}`,
    }),
    'profile-removed': ({ name, by }) => ({
      message: `${by} administra ${name}, y no se puede quitar aquí.`,
      remedy: askThem(by),
    }),
    folder: ({ name, by }) => ({
      message: `${by} administra la carpeta ${name}. No se guardó nada.`,
      remedy: askThem(by),
    }),
    tag: ({ name, by }) => ({
      message: `Lo previsto por la etiqueta ${name} lo administra ${by}. No se guardó nada.`,
      remedy: askThem(by),
    }),
    class: ({ name, by }) => ({
      message: `La clase de entorno ${name} la gestiona ${by}. No se guardó nada.`,
      remedy: askThem(by),
    }),
    preference: ({ by }) => ({
      message: `${by} administra este ajuste. No se guardó nada.`,
      remedy: askThem(by),
    }),
  },
};

const faults: Readonly<Record<ManagedFault, string>> = {
  missing: 'falta algo',
  value: 'el valor no es válido',
  unknown: 'nada se llama así',
  twice: 'otro ya lo tiene',
  circle: 'la carpeta está dentro de sí misma',
  'no-folder': 'no existe esa carpeta',
  'no-user': 'nadie dice quién inicia sesión',
};

const strict =
  'Hasta entonces las exportaciones no llevan contraseñas, y las contraseñas se guardan solo en memoria.';

/** Why nothing of a file is taken that says what holds on this machine. */
function refusals(
  path: string,
  cause: string,
  format: Format,
): Readonly<Record<ManagedRefusal, string>> {
  return {
    'open-to-others': `otros pueden escribir en ${path} (modo ${cause}), así que cualquiera pudo ponerlo ahí: haga que sea de root y ejecute «chmod go-w ${path}»`,
    foreign: `${path} es de otro usuario (${cause}): haga que sea de root`,
    long: `tiene más de ${format.number(10)} MB`,
    'no-json': 'no es JSON',
    other: 'no tiene el formato «spcp-console-managed»',
    newer: `es de la versión ${cause}, que solo lee una edición más nueva: actualice esta aplicación`,
    unreadable: `no se puede leer (${cause})`,
  };
}

export const managedNotices: Pick<
  NoticeTexts,
  'managed-refused' | 'managed-faults' | 'managed-names' | 'roles-refused'
> = {
  'managed-refused': ({ file, path, reason, cause, before }, format) => {
    const why = refusals(path, cause, format)[reason];
    return {
      title: 'No se pudo leer lo que se administra aquí',
      text: `${file}: ${why}. ${before ? 'Lo que decía antes sigue en vigor, y las exportaciones no llevan contraseñas.' : strict} Avise a quien administra este equipo.`,
    };
  },
  'managed-faults': ({ file, by, faults: found, others, policy }, format) => ({
    title: 'Parte de lo que se administra aquí está mal',
    text: `${file}: ${found.map(({ place, fault }) => `en ${place} ${faults[fault]}`).join('; ')}${others === 0 ? '' : `; otros errores: ${format.number(others)}`}. Lo que está bien en él vale.${policy ? ' Donde su directiva no se puede leer, vale lo más estricto: sin contraseñas en las exportaciones, o solo en memoria.' : ''} Avise a ${by}.`,
  }),
  'managed-names': ({ by, name, called, others }, format) => ({
    title: 'Dos perfiles tienen el mismo nombre',
    text: `${name} es un perfil suyo y también uno que administra ${by}, que aquí se llama ${called}${others === 0 ? '' : `; otros iguales: ${format.number(others)}`}. Cambie el nombre del suyo o quítelo para que el administrado tenga ese nombre.`,
  }),
  'roles-refused': ({ file, path, reason, cause }, format) => {
    const why =
      reason === 'wrong' ? `está mal en «${cause}»` : refusals(path, cause, format)[reason];
    return {
      title: 'No se pudo leer quién puede usar esta consola',
      text: `${file}: ${why}. Hasta que esté bien, nadie más que el dueño de la consola puede entrar.`,
    };
  },
};
