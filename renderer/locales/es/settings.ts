export const settings = {
  appearance: 'Apariencia',
  classes: {
    title: 'Clases de entorno',
    text: 'Para qué se usa un proxy y qué se pide antes de cambiarlo, llevarlo a otro lugar o eliminarlo. Una clase que aquí no se conoce cuenta como producción.',
    name: 'Clase',
    colour: 'Color',
    colourOf: 'Color de {{name}}',
    toothOf: '{{name}}: {{tooth}}',
    teeth: {
      readOnly: 'Solo lectura hasta desbloquear',
      typed: 'Nombre escrito',
      marked: 'Señalada dondequiera que se nombre',
    },
    kept: 'Producción siempre pide algo, porque lo que no se conoce cuenta como producción.',
    actions: 'Acciones',
    rename: 'Cambiar el nombre de {{name}}',
    remove: 'Eliminar {{name}}',
    removeIt: 'Eliminar',
    removed: 'Se eliminó {{name}}',
    has_one: '{{count}} perfil es de esta clase.',
    has_many: '{{count}} de perfiles son de esta clase.',
    has_other: '{{count}} perfiles son de esta clase.',
    to: 'Lo que es de ella pasa a ser de la clase',
    new: 'Una clase propia',
    add: 'Añadir',
    added: 'Se añadió {{name}}',
    saved: 'Se guardó {{name}}',
    unknown_one: '{{count}} perfil es de una clase que aquí no se conoce y cuenta como producción:',
    unknown_many:
      '{{count}} de perfiles son de clases que aquí no se conocen y cuentan como producción:',
    unknown_other:
      '{{count}} perfiles son de clases que aquí no se conocen y cuentan como producción:',
  },
  desktop: {
    title: 'Escritorio',
    tray: 'Seguir en la bandeja al cerrar la última ventana',
    trayText:
      'Los proxies siguen conectados y las alertas se anuncian. El icono de la bandeja muestra el estado de la flota y cierra la aplicación.',
    noTray:
      'Nada en este escritorio muestra una bandeja, como en GNOME sin una extensión para ello: una aplicación oculta en ella no se podría volver a encontrar, así que termina con su última ventana.',
    login: 'Iniciar al entrar en la sesión',
    loginText: 'Sin ventana cuando sigue en la bandeja.',
    notInstalled:
      'El sistema solo puede iniciar la aplicación instalada; esta se inició desde su código fuente.',
    notify: 'Anunciar las alertas con notificaciones del sistema',
    notifyText:
      'Cuando ninguna ventana de la aplicación tiene el foco; las alertas se anuncian también en las ventanas.',
    noNotifications: 'Este escritorio no muestra notificaciones.',
  },
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
  history: {
    title: 'Historial',
    text: 'Las lecturas se agrupan por minutos, horas y días: los grupos mayores llegan más atrás. Cada uno se conserva el tiempo que se elija aquí.',
    level: 'Se guarda por',
    levels: { raw: 'Lecturas', minute: 'Minutos', hour: 'Horas', day: 'Días' },
    since: 'Llega hasta',
    rows: 'Filas',
    size: 'Tamaño',
    about: 'unos {{size}}',
    kept: 'Se conserva',
    keptOf: '{{level}}: se conserva',
    hours_one: '{{count}} hora',
    hours_many: '{{count}} horas',
    hours_other: '{{count}} horas',
    days_one: '{{count}} día',
    days_many: '{{count}} días',
    days_other: '{{count}} días',
    years_one: '{{count}} año',
    years_many: '{{count}} años',
    years_other: '{{count}} años',
    file: 'El archivo de la base de datos ocupa {{size}} con su diario, de los que {{free}} están libres: se llenan antes de que el archivo crezca.',
    estimate_one:
      'Leído todo el tiempo, {{count}} proxy llega a unos {{size}} con lo que se ha elegido aquí.',
    estimate_many:
      'Leídos todo el tiempo, {{count}} proxies llegan a unos {{size}} con lo que se ha elegido aquí.',
    estimate_other:
      'Leídos todo el tiempo, {{count}} proxies llegan a unos {{size}} con lo que se ha elegido aquí.',
    counted: 'Contado en {{counted}} de {{proxies}} proxies; los demás se dan por iguales.',
    shorten: '{{level}}: conservar menos tiempo',
    goes: '{{level}} de antes de {{time}}: se eliminan para siempre, a partir de dentro de un minuto.',
    stays: {
      raw: 'Quedan sus minutos, horas y días: los gráficos de ese tiempo ya no muestran lecturas sueltas.',
      minute: 'Quedan sus horas y días: los gráficos de ese tiempo ya no muestran minutos.',
      hour: 'Quedan sus días: los gráficos de ese tiempo ya no muestran horas.',
      day: 'De ese tiempo no queda nada, ni sus reinicios y totales.',
    },
    sure: 'Eliminar',
  },
  data: {
    title: 'Datos',
    directory: 'Directorio de datos',
    holds:
      'Perfiles, historial, eventos y registro de auditoría. La línea de órdenes hace una copia de seguridad con la aplicación abierta: `backup create`.',
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
      'Ninguna, porque no hay ningún webhook. La aplicación no abre más conexiones que las de los proxies de sus perfiles y la de un Prometheus si está indicado arriba: sin telemetría, sin fuentes ni imágenes ajenas; y la de su canal de actualizaciones, si usted lo eligió en la aplicación de escritorio.',
    webhook:
      'El webhook indicado: {{url}}. Aparte de él, de los proxies de sus perfiles y de un Prometheus si está indicado arriba, la aplicación no abre ninguna conexión: sin telemetría, sin fuentes ni imágenes ajenas; y la de su canal de actualizaciones, si usted lo eligió en la aplicación de escritorio.',
    toWebhook: 'Ir al webhook',
    sent: 'Allí se envía, firmada, cada alerta: la regla, el nombre del proxy, el número leído, las horas, y quién la atendió y por qué. Ninguna contraseña, ningún host ni usuario.',
    unknown:
      'Los proxies de sus perfiles, un Prometheus si está indicado arriba, y un webhook si está indicado; ahora no se puede saber si lo está.',
  },
  updates: {
    title: 'Actualizaciones',
    choose: 'Buscar actualizaciones',
    about:
      'Pregunta una vez al día al canal de esta aplicación y no le dice nada de esta instalación. Una actualización se descarga solo cuando usted lo dice y sustituye a la aplicación cuando usted sale.',
    check: 'Buscar ahora',
    checking: 'Buscando…',
    notAsked: 'No se ha buscado desde que se abrió la aplicación.',
    newest: 'No había nada más nuevo a las {{at}}.',
    available: 'Hay una versión {{version}}.',
    download: 'Descargar {{version}}',
    downloading: 'Descargando la versión {{version}}…',
    cancel: 'Cancelar',
    ready: 'La versión {{version}} sustituirá a la aplicación cuando usted salga.',
    failed: {
      unreachable: 'No se pudo obtener el canal o su archivo. La aplicación queda como está.',
      answer:
        'El canal no dice nada que esta aplicación pueda leer. La aplicación queda como está.',
      signature:
        'El canal no está firmado por quien firma esta aplicación, así que no se toma nada de él. Avise a quien lo administra.',
      file: 'Lo descargado no es lo que se firmó y se ha descartado. Avise a quien administra el canal.',
      disk: 'No se pudo escribir. Compruebe si queda espacio en el disco y busque de nuevo.',
    },
    off: {
      'web-shell': 'La interfaz web la actualiza quien la instaló.',
      policy:
        'Los administradores de este equipo se ocupan de las actualizaciones: la aplicación no busca ninguna.',
      'package-manager':
        'La aplicación se actualiza como se instaló: con el gestor de paquetes o a mano. Ella misma no busca actualizaciones.',
      'no-feed':
        'Esta versión no indica ningún canal de actualizaciones, así que no se busca ninguna.',
    },
  },
  support: {
    title: 'Diagnóstico',
    about:
      'Lo que le pedirá el servicio de asistencia: versiones, las vías hacia un proxy, recuentos y los últimos fallos. Léalo aquí antes de copiarlo; la aplicación no lo envía a ninguna parte. No contiene ninguna contraseña.',
    named: 'Con nombres',
    namedText:
      'El texto de los fallos, los nombres de todos los archivos del directorio de datos, su ruta y la orden para contraseñas: pueden nombrar hosts, proxies y personas.',
    show: 'Mostrar el diagnóstico',
    again: 'Reunir de nuevo',
    copy: 'Copiar el diagnóstico',
    save: 'Guardar como archivo',
    preview: 'Diagnóstico, en inglés',
    copied: 'Copiado.',
    notCopied: 'El navegador no dejó copiarlo: guárdelo como archivo.',
  },
  about: {
    title: 'Acerca de',
    version: 'Versión',
    shell: 'Se ejecuta como',
    shells: {
      desktop: 'Aplicación de escritorio',
      web: 'Interfaz web, en su navegador',
      collect: 'Recolector',
    },
    licences: 'Licencias de lo que se distribuye',
    licencesAbout_one:
      '{{count}} paquete de otros forma parte de la aplicación. Las licencias de Chromium y Node, que van en los paquetes de escritorio, están junto al programa: LICENSES.chromium.html.',
    licencesAbout_many:
      '{{count}} paquetes de otros forman parte de la aplicación. Las licencias de Chromium y Node, que van en los paquetes de escritorio, están junto al programa: LICENSES.chromium.html.',
    licencesAbout_other:
      '{{count}} paquetes de otros forman parte de la aplicación. Las licencias de Chromium y Node, que van en los paquetes de escritorio, están junto al programa: LICENSES.chromium.html.',
    licenceUnknown: 'no indicada',
    noText: 'El paquete viene sin texto.',
  },
};
