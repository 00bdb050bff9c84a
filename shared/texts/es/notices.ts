import type { NoticeDetail } from '../../facts/notices.ts';
import type { Format } from '../format.ts';
import { shellWord } from '../shell-word.ts';
import { inOneLine, type NoticeText, type NoticeTexts } from '../texts.ts';
import { managedNotices } from './managed.ts';
import { chosenUnusable, unusable } from './storage-troubles.ts';

const asKept = (kept: string | null): string =>
  kept === null ? '' : ` El archivo dañado se conserva como ${kept}.`;

const nothingOverwritten = (kept: string | null): string =>
  kept === null
    ? ' No se sobrescribió nada de él.'
    : ` Se conserva como ${kept}; no se sobrescribió nada de él.`;

export const notices: NoticeTexts = {
  'profiles-restored': (detail, format) =>
    restored('Los perfiles se restauraron de una copia', detail, format),
  'profiles-damaged': {
    entries: (detail, format) => entries('No se pudieron leer algunos perfiles', detail, format),
    whole: ({ file, kept }) => ({
      title: 'No se pudieron leer los perfiles',
      text: `${file} está dañado y no hay ninguna copia buena.${nothingOverwritten(kept)}`,
    }),
  },
  'history-damaged': ({ file, kept, auditEntries }, format) => ({
    title: 'El historial empieza de nuevo',
    text: `${file} estaba dañado y se conserva como ${kept}. ${anew(auditEntries, format)}`,
  }),
  'history-emptied': ({ file, kept, auditEntries }, format) => ({
    title: 'El historial empieza de nuevo',
    text: `${file} ya no contenía ningún historial, aunque lo hubo; se conserva como ${kept}. ${anew(auditEntries, format)}`,
  }),
  'history-foreign': ({ file, kept }) => ({
    title: 'Había una base de datos de otro programa',
    text: `${file} no es de SPCP Console y se conserva como ${kept}. El historial empieza de nuevo. Mire de quién es y devuélvalo a su sitio.`,
  }),
  'history-in-memory': (detail) => ({
    title: 'El historial no se conserva',
    text: `${inOneLine(unusable(detail))} Hasta que reinicie SPCP Console después de eso, el historial y los eventos están solo en memoria, y el registro de auditoría rechaza lo que no puede conservar.`,
  }),
  'file-restored': (detail, format) =>
    restored('Un archivo se restauró de una copia', detail, format),
  'file-damaged': {
    entries: (detail, format) => entries('No se pudo leer un archivo', detail, format),
    whole: ({ file, kept }) => ({
      title: 'No se pudo leer un archivo',
      text: `${file} está dañado y no hay ninguna copia buena.${nothingOverwritten(kept)}`,
    }),
  },
  'file-newer': ({ file, version }, format) => ({
    title: 'Un archivo es de una versión más reciente',
    text: `${file} es de una versión más reciente de SPCP Console (formato ${format.number(version)}) y se deja como está. Lo que cambie ahora no se guarda en él: use esa versión, u otro directorio con --data-dir.`,
  }),
  'vault-command-changed': ({ program }) => ({
    title: 'Otro programa cambió el comando de las contraseñas',
    text: `Ejecutaría ${program}, en nombre del usuario de la consola, y no se ejecuta hasta que alguien la acepte. Véala en los ajustes, en Contraseñas.`,
  }),
  'storage-failed': {
    file: (detail) => {
      const text = unusable(detail);
      return { title: text.title, text: inOneLine(text) };
    },
    internal: ({ what }) => ({
      title: 'Algo no se pudo guardar',
      text: `No se pudieron guardar ${what === 'events' ? 'los eventos' : 'las lecturas'} por un fallo de la propia consola. Los detalles están en el registro de la aplicación.`,
    }),
  },
  'passwords-exposed': ({ file, sealed, removed }, format) => ({
    title: 'Las contraseñas guardadas no estaban protegidas',
    text: `Las contraseñas de ${file} estaban cifradas con una clave que todos conocen, porque ningún llavero respondió al guardarlas. Cifradas de nuevo con la clave del llavero: ${format.number(sealed)}; eliminadas, que hay que introducir otra vez: ${format.number(removed)}. Cámbielas en los proxies si otros podían leer ese archivo.`,
  }),
  ...managedNotices,
  'team-socket': {
    taken: ({ path }) =>
      unheard(
        `Otro proceso escucha en ${path}; puede ser una consola cuyo roles.json nombra el mismo socket. Termínelo, o nombre otro socket.`,
      ),
    'in-the-way': ({ path }) =>
      unheard(
        `${path} no es un socket y se deja como está. Muévalo a otro sitio, o nombre otro socket en roles.json.`,
      ),
    foreign: ({ path }) =>
      unheard(
        `${path} es de otro usuario, que podría escuchar allí en lugar de esta consola. El directorio del socket tiene que ser de root o de este usuario.`,
      ),
    'open-to-others': ({ path }) =>
      unheard(
        `Otros pueden escribir en ${path} y podrían escuchar allí en lugar de esta consola. Ciérrelo (chmod go-w ${shellWord(path)}), o nombre un socket de otro sitio en roles.json.`,
      ),
    file: (detail) => unheard(inOneLine(chosenUnusable(detail))),
  },
  'own-socket': (detail) => ({
    title: 'Nada más puede conectarse a esta consola',
    text: `${inOneLine(unusable(detail))} Hasta entonces ninguna otra ventana y ninguna orden de este usuario encuentran esta consola. Lo intenta de nuevo por sí sola; este aviso desaparece entonces.`,
  }),
  'polls-missed': ({ missed, due, since, until }, format) => ({
    title: 'Se omitieron lecturas',
    text: `Entre las ${format.time(since)} y las ${format.time(until)} se omitieron ${format.number(missed)} de ${format.number(due)} lecturas: este equipo, o los proxies, no dieron abasto. Elija intervalos más largos en los perfiles. Este aviso desaparece cuando las lecturas vuelven a su ritmo.`,
  }),
};

/** Other users of the machine do not get in, and why. */
function unheard(why: string): NoticeText {
  return {
    title: 'Otros usuarios no pueden conectarse a esta consola',
    text: `${why} La consola lo intenta de nuevo por sí sola; este aviso desaparece entonces.`,
  };
}

function anew(auditEntries: number, format: Format): string {
  return `El historial empieza de nuevo; entradas del registro de auditoría que se pudieron recuperar: ${format.number(auditEntries)}. Los perfiles no se ven afectados.`;
}

function restored(
  title: string,
  { file, kept, restoredFrom }: NoticeDetail<'file-restored'>,
  format: Format,
): NoticeText {
  const what = kept === null ? `${file} no estaba.` : `${file} estaba dañado.`;
  return {
    title,
    text: `${what} Rige la copia del ${format.dateTime(restoredFrom)}; mire si falta el último cambio.${asKept(kept)}`,
  };
}

function entries(
  title: string,
  { file, kept, lost, mended }: Extract<NoticeDetail<'file-damaged'>, { case: 'entries' }>,
  format: Format,
): NoticeText {
  return {
    title,
    text: `Entradas dañadas en ${file}: ${format.number(lost)}; recuperadas de una copia: ${format.number(mended)}. Mire qué falta y vuelva a introducirlo.${asKept(kept)}`,
  };
}
