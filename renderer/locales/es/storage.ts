const elsewhere = 'o arranque con otro directorio de datos.';
const moveAway = 'Quítelo de ahí y vuelva a arrancar.';

/** Not every error knows the path. */
function withOrWithoutPath(sentence: string): readonly string[] {
  const nameless = sentence.replace(/^\{\{path\}\}/, 'Un archivo de la consola');
  return [sentence, nameless.replace('{{path}}', 'un archivo de la consola')];
}

/** Lo que dicen los errores de un disco o una cuota sin espacio. */
export const storageFull = {
  title: 'El disco está lleno',
  message: [
    'No se pudo guardar {{path}} porque el disco está lleno. Lo guardado antes sigue intacto.',
    'No se pudo guardar porque el disco está lleno. Lo guardado antes sigue intacto.',
  ],
  remedy: 'Libere espacio y vuelva a intentarlo.',
  'no-inodes': {
    title: 'El disco no admite más archivos',
    message: withOrWithoutPath(
      'No se pudo guardar {{path}}: el disco tiene espacio, pero no admite ni un archivo más (no quedan inodos). Lo guardado antes sigue intacto.',
    ),
    remedy: 'Borre archivos que nadie necesite y vuelva a intentarlo.',
  },
  quota: {
    title: 'Su cuota de disco está agotada',
    message: withOrWithoutPath(
      'No se pudo guardar {{path}} porque su cuota de disco está agotada. Lo guardado antes sigue intacto.',
    ),
    remedy: 'Libere parte de su espacio, o pida más cuota, y vuelva a intentarlo.',
  },
} as const;

/** Lo que dicen los errores de un archivo o directorio que no se puede usar, según la causa. */
export const storageTroubles = {
  'read-only': {
    title: 'El sistema de archivos es de solo lectura',
    message: withOrWithoutPath(
      'No se puede escribir en {{path}}: su sistema de archivos está montado de solo lectura.',
    ),
    remedy: `Móntelo con permiso de escritura, ${elsewhere}`,
  },
  forbidden: {
    title: 'Sin permiso de escritura',
    message: withOrWithoutPath('No se puede usar {{path}}: este usuario no puede escribir ahí.'),
    remedy: `Dé permiso de escritura en el directorio, ${elsewhere}`,
  },
  foreign: {
    title: 'El directorio de datos es de otro usuario',
    message: withOrWithoutPath('{{path}} pertenece a otro usuario.'),
    remedy: `Arranque SPCP Console como ese usuario, ${elsewhere}`,
  },
  'open-to-others': {
    title: 'El directorio de datos está abierto a otros',
    message: withOrWithoutPath('Otros usuarios de este equipo pueden escribir en {{path}}.'),
    remedy: `Ciérrelo con «chmod 700» y mire si los perfiles que contiene son suyos, ${elsewhere}`,
  },
  'no-home': {
    title: 'No hay directorio personal',
    message: 'No hay ningún directorio personal donde guardar perfiles.',
    remedy: `Defina HOME, ${elsewhere}`,
  },
  'not-a-directory': {
    title: 'No es un directorio',
    message: withOrWithoutPath(
      '{{path}} es un archivo que no es un directorio, o está debajo de uno.',
    ),
    remedy: 'Arranque con otro directorio de datos.',
  },
  'is-directory': {
    title: 'Un directorio en lugar de un archivo',
    message: withOrWithoutPath(
      '{{path}} es un directorio, donde corresponde un archivo de SPCP Console.',
    ),
    remedy: moveAway,
  },
  'is-pipe': {
    title: 'Una tubería en lugar de un archivo',
    message: withOrWithoutPath(
      '{{path}} es una tubería con nombre, donde corresponde un archivo de SPCP Console.',
    ),
    remedy: moveAway,
  },
  'is-socket': {
    title: 'Un socket en lugar de un archivo',
    message: withOrWithoutPath(
      '{{path}} es un socket, donde corresponde un archivo de SPCP Console.',
    ),
    remedy: moveAway,
  },
  'is-device': {
    title: 'Un dispositivo en lugar de un archivo',
    message: withOrWithoutPath(
      '{{path}} es un dispositivo, donde corresponde un archivo de SPCP Console.',
    ),
    remedy: moveAway,
  },
  'is-link': {
    title: 'Un enlace en lugar de un archivo',
    message: withOrWithoutPath('{{path}} es un enlace simbólico, y no puede serlo.'),
    remedy: 'Borre el enlace y vuelva a intentarlo.',
  },
  'dangling-link': {
    title: 'Un enlace que no lleva a ninguna parte',
    message: withOrWithoutPath('{{path}} es un enlace simbólico a un archivo que no está.'),
    remedy: 'Devuelva el archivo a su sitio o borre el enlace, y vuelva a arrancar.',
  },
  gone: {
    title: 'El directorio ya no está',
    message: withOrWithoutPath(
      'No se puede usar {{path}}: el directorio que lo contiene ya no está.',
    ),
    remedy: `Devuélvalo a su sitio, ${elsewhere}`,
  },
  busy: {
    title: 'Un archivo está en uso',
    message: withOrWithoutPath(
      'No se puede usar {{path}}: otro proceso lo retiene desde hace demasiado tiempo.',
    ),
    remedy: 'Cierre la otra SPCP Console y vuelva a intentarlo.',
  },
  damaged: {
    title: 'El archivo está dañado',
    message: withOrWithoutPath('{{path}} está dañado.'),
    remedy: 'Reinicie SPCP Console: aparta el archivo y empieza uno nuevo.',
  },
  'no-descriptors': {
    title: 'Hay demasiados archivos abiertos',
    message: withOrWithoutPath(
      'No se puede abrir {{path}}: este proceso o este equipo tiene demasiados archivos abiertos.',
    ),
    remedy: 'Cierre programas, o suba el límite (ulimit -n), y vuelva a arrancar.',
  },
} as const;
