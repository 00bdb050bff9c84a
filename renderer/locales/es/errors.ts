import { connectionErrors } from './connection-errors.ts';
import { storageFull, storageTroubles } from './storage.ts';

export const errors = {
  'invalid-input': {
    title: 'Valor no válido',
    message: [
      'No se envió «{{command}}» porque su valor no se ajusta al protocolo.',
      '«{{field}}» no tiene un valor válido.',
      'Hay un valor que no es válido.',
    ],
    remedy: 'Corríjalo y vuelva a intentarlo; no se cambió nada.',
    taken: {
      title: 'El nombre ya está en uso',
      message: ['Ya hay otro perfil que se llama {{name}}.', 'Ya hay otro perfil con ese nombre.'],
      remedy: 'Elija otro nombre; no se guardó nada.',
    },
  },
  'not-found': {
    title: 'No encontrado',
    message: 'Lo que se pidió ya no está; puede que se haya eliminado entretanto.',
    remedy: 'Vuelva a la lista y elija de nuevo.',
  },
  cancelled: {
    title: 'Cancelado',
    message: [
      'Se canceló el trabajo con {{where}}.',
      'El trabajo se canceló antes de que terminara.',
    ],
    remedy: 'Vuelva a iniciarlo cuando quiera.',
  },
  internal: {
    title: 'Error inesperado',
    message: 'La consola tuvo un fallo propio. No se ha perdido nada de lo guardado.',
    remedy:
      'Vuelva a intentarlo; si se repite, notifíquelo junto con el registro de la aplicación.',
  },
  unsupported: {
    title: 'No es posible',
    message: 'Este cambio no llegó a tener efecto, así que no hay nada que deshacer.',
    remedy: 'Fije en su lugar el valor que desee.',
    bufferSize: {
      title: 'No se conoce el tamaño anterior',
      message:
        'No se conoce el tamaño del búfer anterior a este cambio: SPCP no permite leerlo y no se fijó desde aquí.',
      remedy: 'Fije el tamaño que desee.',
    },
    superseded: {
      title: 'Después vino otra cosa',
      message: 'Desde este cambio se fijó o se vio otro valor, así que ya no se puede deshacer.',
      remedy: 'Fije en su lugar el valor que desee.',
    },
  },
  ...connectionErrors,
  'no-password': {
    title: 'Falta la contraseña',
    message: 'No se conoce ninguna contraseña para este perfil.',
    remedy: 'Introdúzcala en el perfil.',
  },
  'password-needed-again': {
    title: 'Falta de nuevo la contraseña',
    message:
      'La contraseña guardada se introdujo para otra dirección, otra vía u otro usuario y no se envía a ningún otro lugar.',
    remedy: 'Introdúzcala de nuevo en el perfil.',
  },
  'login-refused': {
    title: 'Acceso rechazado',
    message: ['{{where}} rechazó el inicio de sesión.', 'El proxy rechazó el inicio de sesión.'],
    remedy: 'Corrija el usuario y la contraseña en el perfil.',
    user: {
      title: 'Usuario desconocido',
      message: ['{{where}} no conoce a este usuario.', 'El proxy no conoce a este usuario.'],
      remedy: 'Corrija el usuario en el perfil.',
    },
    password: {
      title: 'Contraseña rechazada',
      message: ['{{where}} rechazó la contraseña.', 'El proxy rechazó la contraseña.'],
      remedy: 'Corrija la contraseña en el perfil.',
    },
  },
  'reply-timeout': {
    title: 'Sin respuesta',
    message: [
      '{{where}} no respondió a «{{command}}» en {{seconds}} s, así que se cerró la sesión.',
      'El proxy no respondió a tiempo, así que se cerró la sesión.',
    ],
    remedy: 'Compruebe que ahí escucha un servicio SPCP y vuelva a intentarlo.',
  },
  'protocol-error': {
    title: 'Esto no es SPCP',
    message: [
      '{{where}} respondió a «{{command}}» con algo que no es una respuesta SPCP, así que se cerró la sesión.',
      '{{where}} envió algo que no es una respuesta SPCP, así que se cerró la sesión.',
      'Lo que respondió no habla SPCP, así que se cerró la sesión.',
    ],
    remedy: 'Compruebe que el puerto es el de administración del proxy.',
    echo: {
      title: 'Esto es un eco',
      message: [
        '{{where}} devuelve lo que se le envía. No es un servicio SPCP, así que se cerró la sesión.',
        'Lo que respondió devuelve lo que se le envía. No es un servicio SPCP, así que se cerró la sesión.',
      ],
    },
  },
  'server-error': {
    title: 'El proxy respondió con un error',
    message: [
      '{{where}} respondió a «{{command}}» con: {{status}}.',
      'El proxy rechazó la petición.',
    ],
    remedy: 'Compruebe el valor que se envió; si es correcto, mire el registro del proxy.',
  },
  'not-connected': {
    title: 'Sin conexión',
    message: [
      '{{name}} no está conectado ahora ({{state}}).',
      'La sesión con {{where}} ha terminado.',
      'El proxy no está conectado ahora.',
    ],
    remedy: 'Conéctelo y vuelva a intentarlo.',
    console: {
      title: 'No se puede llegar a la consola',
      message: 'Esta ventana ha perdido la conexión con la consola.',
      remedy: 'Se vuelve a intentar por sí solo; compruebe que la consola sigue en marcha.',
    },
  },
  'not-as-expected': {
    title: 'Cambió entretanto',
    message: [
      'Está en vigor «{{found}}» y no «{{expected}}»: lo fijó {{actor}}. No se escribió nada.',
      'Está en vigor «{{found}}» y no «{{expected}}». No se escribió nada.',
      'Está en vigor «{{found}}» y antes no había ninguna. No se escribió nada.',
      'Ya no hay ninguna en vigor en lugar de «{{expected}}». No se escribió nada.',
      'El valor en vigor no es el que se esperaba. No se escribió nada.',
    ],
    remedy: 'Mire el valor en vigor y decida de nuevo.',
  },
  'edited-elsewhere': {
    title: 'Se ha cambiado mientras tanto',
    message: [
      '{{name}} se ha cambiado en otra ventana o desde otro programa. No se ha guardado nada.',
      'El perfil se ha cambiado en otra ventana o desde otro programa. No se ha guardado nada.',
    ],
    remedy: 'Elija entre los dos valores y guarde de nuevo.',
  },
  'read-only': {
    title: 'Bloqueado',
    message: [
      '{{name}} es un proxy de producción y es de solo lectura hasta que se desbloquee.',
      'Un proxy de producción es de solo lectura hasta que se desbloquee.',
    ],
    remedy: 'Desbloquéelo por un tiempo limitado y vuelva a intentarlo.',
  },
  'confirmation-needed': {
    title: 'Hace falta confirmar',
    message: [
      '{{name}} es un proxy de producción: para cambiarlo hay que escribir su nombre.',
      'Para cambiar un proxy de producción hay que escribir su nombre.',
    ],
    remedy: 'Escriba el nombre tal como se muestra.',
  },
  'secrets-unavailable': {
    title: 'No se puede guardar la contraseña',
    message:
      'No se puede usar el llavero del sistema operativo, así que la contraseña no se guardó.',
    remedy: 'Desbloquee o configure el llavero y vuelva a guardar. No se ha perdido nada más.',
    decrypt: {
      title: 'No se puede leer la contraseña guardada',
      message: 'El llavero del sistema operativo no devolvió la contraseña guardada.',
      remedy: 'Desbloquee el llavero, o vuelva a introducir la contraseña en el perfil.',
    },
  },
  'storage-full': storageFull,
  'storage-failed': {
    ...storageTroubles,
    title: 'No se pudo guardar',
    message: [
      '{{path}} es de una versión más reciente (formato {{version}}) y se deja como está.',
      'Un archivo es de una versión más reciente (formato {{version}}) y se deja como está.',
      'No se pudo escribir en {{path}}. Lo guardado antes sigue intacto.',
      'No se pudo escribir en el directorio de datos. Lo guardado antes sigue intacto.',
    ],
    remedy: [
      'Use la versión que escribió el formato {{version}}, u otro directorio de datos.',
      'Compruebe que el directorio de datos existe y que usted puede escribir en él; después vuelva a intentarlo.',
    ],
    audit: {
      title: 'El cambio no quedó registrado',
      message: 'La petición llegó al proxy, pero no se pudo anotar en el registro de auditoría.',
      remedy:
        'Compruebe que queda espacio en el disco, lea el valor vigente y anote el cambio a mano.',
    },
  },
  'file-damaged': {
    title: 'Hay un archivo dañado',
    message: [
      'No se puede leer {{path}}. Se apartó sin sobrescribirlo.',
      'No se puede leer un archivo de la consola. Se apartó sin sobrescribirlo.',
    ],
    remedy: 'Reponga una copia suya, o continúe con lo que la consola restauró.',
  },
  commands: {
    user: 'USER',
    pass: 'PASS',
    concurrentConnections: 'conexiones concurrentes',
    transferredBytes: 'bytes transferidos',
    historicalAccesses: 'accesos históricos',
    activeTransformation: 'transformación activa',
    setBufferSize: 'fijar el tamaño del búfer',
    changeTransformation: 'cambiar la transformación',
    quit: 'QUIT',
  },
  statuses: {
    ok: 'hecho',
    authenticationError: 'error de autenticación',
    invalidCommand: 'comando no válido',
    invalidArguments: 'argumentos no válidos',
    generalError: 'error general',
  },
  fields: {
    name: 'Nombre',
    host: 'Host',
    port: 'Puerto SCTP',
    transport: 'Transporte',
    udpPort: 'Puerto UDP',
    sshDestination: 'Destino SSH',
    relayCommand: 'Orden de retransmisión',
    user: 'Usuario',
    password: 'Contraseña',
    environment: 'Entorno',
    folder: 'Carpeta',
    pollSeconds: 'Intervalo',
    autoConnect: 'Conectar al iniciar',
    next: 'Transformación',
    bytes: 'Tamaño del búfer',
    confirmName: 'Nombre para confirmar',
  },
};
