import type { Unusable } from '../../facts/storage-errors.ts';
import type { StorageTrouble } from '../../model/storage-trouble.ts';
import { shellWord } from '../shell-word.ts';
import type { ErrorText } from '../texts.ts';

const elsewhere = 'o elija otro directorio con --data-dir.';
const moveAway = `Quítelo de ahí y vuelva a arrancar, ${elsewhere}`;

const troubles: Readonly<Record<StorageTrouble, (path: string, cause: string) => ErrorText>> = {
  full: (path) => ({
    title: 'El disco está lleno',
    message: `El disco está lleno: no se pudo escribir ${path}, que sigue como estaba.`,
    remedy: 'Libere espacio y vuelva a intentarlo.',
  }),
  'no-inodes': (path) => ({
    title: 'El disco no admite más archivos',
    message: `El disco tiene espacio, pero no admite ni un archivo más (no quedan inodos): no se pudo escribir ${path}, que sigue como estaba.`,
    remedy: 'Borre archivos que nadie necesite y vuelva a intentarlo.',
  }),
  quota: (path) => ({
    title: 'Su cuota de disco está agotada',
    message: `Su cuota de disco está agotada: no se pudo escribir ${path}, que sigue como estaba.`,
    remedy: 'Libere parte de su espacio, o pida más cuota, y vuelva a intentarlo.',
  }),
  'read-only': (path) => ({
    title: 'El sistema de archivos es de solo lectura',
    message: `No se puede escribir en ${path}: su sistema de archivos está montado de solo lectura.`,
    remedy: `Móntelo con permiso de escritura, ${elsewhere}`,
  }),
  forbidden: (path) => ({
    title: 'Sin permiso de escritura',
    message: `No se puede usar ${path}: este usuario no puede escribir ahí.`,
    remedy: `Dé permiso de escritura en el directorio, ${elsewhere}`,
  }),
  foreign: (path) => ({
    title: 'El directorio de datos es de otro usuario',
    message: `${path} pertenece a otro usuario.`,
    remedy: `Arranque SPCP Console como ese usuario, quédese el directorio (sudo chown -R "$USER" ${shellWord(path)}), ${elsewhere}`,
  }),
  'open-to-others': (path) => ({
    title: 'El directorio de datos está abierto a otros',
    message: `Otros usuarios de este equipo pueden escribir en ${path}, y podrían desviar una contraseña.`,
    remedy: `Ciérrelo (chmod 700 ${shellWord(path)}) y mire si los perfiles que contiene son suyos, ${elsewhere}`,
  }),
  'no-home': (path) => ({
    title: 'No hay directorio personal',
    message: `No hay ningún directorio personal donde guardar perfiles (${path}).`,
    remedy: `Defina HOME, ${elsewhere}`,
  }),
  'not-a-directory': (path) => ({
    title: 'No es un directorio',
    message: `No se puede usar ${path}: es un archivo que no es un directorio, o está debajo de uno.`,
    remedy: 'Elija otro directorio con --data-dir.',
  }),
  'is-directory': (path) => ({
    title: 'Un directorio en lugar de un archivo',
    message: `${path} es un directorio, donde corresponde un archivo de SPCP Console.`,
    remedy: moveAway,
  }),
  'is-pipe': (path) => ({
    title: 'Una tubería en lugar de un archivo',
    message: `${path} es una tubería con nombre, donde corresponde un archivo de SPCP Console.`,
    remedy: moveAway,
  }),
  'is-socket': (path) => ({
    title: 'Un socket en lugar de un archivo',
    message: `${path} es un socket, donde corresponde un archivo de SPCP Console.`,
    remedy: moveAway,
  }),
  'is-device': (path) => ({
    title: 'Un dispositivo en lugar de un archivo',
    message: `${path} es un dispositivo, donde corresponde un archivo de SPCP Console.`,
    remedy: moveAway,
  }),
  'is-link': (path) => ({
    title: 'Un enlace en lugar de un archivo',
    message: `${path} es un enlace simbólico, y no puede serlo.`,
    remedy: 'Borre el enlace y vuelva a intentarlo.',
  }),
  'dangling-link': (path) => ({
    title: 'Un enlace que no lleva a ninguna parte',
    message: `${path} es un enlace simbólico a un archivo que no está.`,
    remedy: `Devuelva el archivo a su sitio o borre el enlace y vuelva a arrancar, ${elsewhere}`,
  }),
  gone: (path) => ({
    title: 'El directorio ya no está',
    message: `No se puede usar ${path}: el directorio que lo contiene ya no está.`,
    remedy: `Devuélvalo a su sitio, ${elsewhere}`,
  }),
  removed: (path) => ({
    title: 'Se quitó un archivo en uso',
    message: `${path} ya no está: se borró, se movió o se sustituyó mientras SPCP Console lo usaba. No se guarda nada más, y no se cambia ningún proxy.`,
    remedy: 'Si se movió, devuelva el mismo archivo a su sitio; si no, reinicie SPCP Console.',
  }),
  busy: (path) => ({
    title: 'Un archivo está en uso',
    message: `No se puede usar ${path}: otro proceso lo retiene desde hace demasiado tiempo.`,
    remedy: 'Cierre la otra SPCP Console y vuelva a intentarlo.',
  }),
  damaged: (path) => ({
    title: 'El archivo está dañado',
    message: `${path} está dañado.`,
    remedy: 'Reinicie SPCP Console: aparta el archivo y empieza uno nuevo.',
  }),
  'no-descriptors': (path, cause) => ({
    title: 'Hay demasiados archivos abiertos',
    message: `No se puede abrir ${path}: este proceso o este equipo tiene demasiados archivos abiertos (${cause}).`,
    remedy: 'Cierre programas, o suba el límite (ulimit -n), y vuelva a arrancar.',
  }),
  other: (path, cause) => ({
    title: 'No se puede usar un archivo',
    message: `No se puede usar ${path}: el sistema dice ${cause}.`,
    remedy: `Compruebe el disco, ${elsewhere}`,
  }),
};

export function unusable({ path, reason, cause }: Unusable): ErrorText {
  return troubles[reason](path, cause);
}

const inPlaceOfFile: Partial<Readonly<Record<StorageTrouble, string>>> = {
  'is-directory': 'es un directorio',
  'is-pipe': 'es una tubería con nombre',
  'is-socket': 'es un socket',
  'is-device': 'es un dispositivo',
};

export function chosenUnusable({ path, reason, cause }: Unusable): ErrorText {
  const { title, message } = troubles[reason](path, cause);
  const remedy = 'Indique otra ruta.';
  const kind = inPlaceOfFile[reason];
  if (kind !== undefined) return { title, message: `${path} ${kind} y no un archivo.`, remedy };
  if (reason === 'gone')
    return {
      title: 'No existe el directorio',
      message: `No se puede usar ${path}: el directorio que debe contenerlo no existe.`,
      remedy: 'Cree el directorio, o indique otra ruta.',
    };
  if (reason === 'damaged' || reason === 'removed')
    return { title, message: `No se puede usar ${path}.`, remedy };
  return { title, message, remedy };
}
