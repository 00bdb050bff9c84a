export const settings = {
  appearance: 'Apariencia',
  data: {
    title: 'Datos',
    directory: 'Directorio de datos',
    holds:
      'Perfiles, historial, eventos y registro de auditoría. Para hacer una copia de seguridad, cópielo con la aplicación cerrada.',
    passwords: 'Contraseñas',
  },
  vault: {
    keychain: 'En el llavero del sistema operativo',
    session: 'En memoria, hasta que se cierre la aplicación',
    passphrase: 'En un archivo con frase de contraseña',
    command: 'Mediante una orden externa',
    why: {
      'web-shell':
        'La interfaz web no guarda contraseñas en disco; para eso, la aplicación de escritorio usa el llavero.',
      policy: 'Los administradores de este equipo no permiten el llavero.',
      'plain-text':
        'El sistema operativo solo ofrece un almacenamiento sin protección ({{backend}}). Instale y desbloquee GNOME Keyring o KWallet para conservar las contraseñas.',
      exposed:
        'El llavero de este escritorio ({{backend}}) no responde y las contraseñas se cifrarían con una clave que todos conocen. Instale y desbloquee GNOME Keyring o KWallet y vuelva a iniciar la aplicación para conservar las contraseñas.',
      'no-keychain':
        'No se puede usar el llavero del sistema operativo. Desbloquéelo o instale uno y vuelva a iniciar la aplicación para conservar las contraseñas.',
    },
    never:
      'Nunca llegan a esta ventana, a un registro, a una exportación ni a una lista de argumentos.',
  },
  sessions: {
    title: 'Navegadores admitidos',
    about:
      'Cada uno entró por una dirección con un token de un solo uso y permanece hasta que se termine aquí o se cierre la consola.',
    own: 'este navegador',
    unknown: 'Un navegador que no dice cuál es',
    begun: 'Desde {{at}}',
    windows_one: '{{count}} ventana abierta',
    windows_many: '{{count}} ventanas abiertas',
    windows_other: '{{count}} ventanas abiertas',
    seen: 'sin ventanas abiertas, visto por última vez {{ago}}',
    end: 'Terminar',
    endOne: 'Terminar la sesión de {{name}}, desde {{at}}',
    endOthers: 'Terminar todas las demás',
  },
  network: {
    title: 'Red',
    kernel: 'Disponible en el equipo en el que se ejecuta la consola',
    noKernel: 'No disponible en el equipo en el que se ejecuta la consola',
    udp: 'Siempre disponible; el servidor tiene que ofrecerlo',
    elsewhere: 'Otras conexiones',
    statement:
      'Ninguna. La aplicación no abre más conexiones que las de los proxies de sus perfiles: sin actualizaciones, sin telemetría, sin fuentes ni imágenes ajenas.',
  },
  about: {
    title: 'Acerca de',
    version: 'Versión',
    shell: 'Se ejecuta como',
    shells: { desktop: 'Aplicación de escritorio', web: 'Interfaz web, en su navegador' },
  },
};
