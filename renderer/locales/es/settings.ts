export const settings = {
  appearance: 'Apariencia',
  reading: {
    title: 'Lectura',
    label: 'Leer la transformación en vigor',
    text: 'También otros pueden cambiarla: lo que se lee lo revela. Una petición más por proxy, detrás de sus lecturas; ninguna mientras está en pausa.',
    every: {
      0: 'Una vez, al conectar',
      15: 'Cada 15 segundos',
      30: 'Cada 30 segundos',
      60: 'Cada minuto',
      300: 'Cada 5 minutos',
      900: 'Cada 15 minutos',
      3600: 'Cada hora',
    },
  },
  data: {
    title: 'Datos',
    directory: 'Directorio de datos',
    holds:
      'Perfiles, historial, eventos y registro de auditoría. Para hacer una copia de seguridad, cópielo con la aplicación cerrada.',
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
