import type { storageErrors as details } from '../../facts/storage-errors.ts';
import type { ErrorTexts } from '../texts.ts';
import { chosenUnusable, unusable } from './storage-troubles.ts';
import { words } from './words.ts';

export const storageErrors: ErrorTexts<keyof typeof details> = {
  'storage-full': {
    file: unusable,
    output: () => ({
      message: 'No se puede escribir el resultado: el disco está lleno.',
      remedy: 'Libere espacio y vuelva a intentarlo.',
    }),
  },
  'storage-failed': {
    file: unusable,
    chosen: chosenUnusable,
    newer: ({ path, version }, format) => ({
      title: 'Un archivo es de una versión más reciente',
      message: `${path} es de una versión más reciente de SPCP Console (formato ${format.number(version)}) y se deja como está. No se cambió nada.`,
      remedy: 'Use esa versión, u otro directorio con --data-dir.',
    }),
    output: ({ cause }) => ({
      title: 'No se pudo mostrar',
      message: `No se puede escribir el resultado en la salida estándar (${cause}).`,
      remedy: 'Compruebe adónde va la salida estándar.',
    }),
    audit: ({ name, outcome }) => ({
      title: 'El cambio no quedó registrado',
      message: `La petición llegó a ${name} (${words.outcomes[outcome]}), pero no se pudo anotar en el registro de auditoría.`,
      remedy:
        'Compruebe que queda espacio en el disco, lea el valor en vigor y anote el cambio a mano.',
    }),
    'not-kept': () => ({
      title: 'No se puede conservar el registro de auditoría',
      message:
        'No se puede conservar el registro de auditoría porque la base de datos del directorio de datos no se puede usar.',
      remedy:
        'Libere espacio en el disco o dé permiso de escritura en el directorio, y reinicie SPCP Console.',
    }),
  },
  'audit-altered': {
    record: ({ seq, entry }, format) => ({
      message: `La entrada ${format.number(seq)} del registro de auditoría, del cambio ${format.number(entry)}, no es como se escribió, o está en lugar de otra.`,
      remedy: 'Compare con una copia del directorio de datos; lo anterior está como se escribió.',
    }),
    entry: ({ entry }, format) => ({
      message: `El cambio ${format.number(entry)} del registro de auditoría no es lo que dicen sus entradas.`,
      remedy: 'Las entradas están como se escribieron: dicen lo que hubo.',
    }),
    missing: ({ after }, format) => ({
      message: `Faltan entradas del registro de auditoría tras la número ${format.number(after)}.`,
      remedy: 'Compare con una copia del directorio de datos; lo anterior está como se escribió.',
    }),
  },
  'backup-refused': {
    exists: ({ path }) => ({
      message: `Ya hay algo en ${path}, y no se sobrescribe nada.`,
      remedy: 'Indique un directorio que aún no exista.',
    }),
    inside: ({ path }) => ({
      message: `${path} está dentro del propio directorio de datos.`,
      remedy: 'Indique un directorio fuera de él, mejor en otro disco.',
    }),
    nothing: ({ path }) => ({
      message: `En ${path} aún no hay nada.`,
      remedy: 'Indique el directorio de datos con --data-dir.',
    }),
    'source-damaged': ({ path, file }) => ({
      message: `${file} de ${path} está dañado, así que no se puede hacer de él una copia completa.`,
      remedy:
        'Inicie SPCP Console: aparta el archivo y conserva lo que se pueda leer. Haga después la copia.',
    }),
    none: ({ path }) => ({
      message: `En ${path} no hay ninguna copia de seguridad completa.`,
      remedy: 'Indique el directorio que escribió «backup create».',
    }),
    newer: ({ path, version }, format) => ({
      message: `La copia de seguridad de ${path} la escribió una versión más reciente de SPCP Console (formato ${format.number(version)}).`,
      remedy: 'Recupérela con esa versión.',
    }),
    damaged: ({ path, file }) => ({
      message: `${file} en ${path} no está como se guardó. No se cambió nada.`,
      remedy: 'Use otra copia de seguridad.',
    }),
    'in-use': ({ path }) => ({
      message: `Una consola tiene abierto ${path}. No se cambió nada.`,
      remedy: 'Cierre SPCP Console, su versión web y sus comandos, y recupere después la copia.',
    }),
  },
  'file-damaged': ({ path }) => ({
    message: `No se puede leer ${path}. Se apartó sin sobrescribirlo.`,
    remedy: 'Reponga una copia suya, o continúe con lo que la consola restauró.',
  }),
};
