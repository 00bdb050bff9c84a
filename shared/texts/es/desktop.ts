import type { DesktopTexts } from '../desktop-texts.ts';
import { words } from './words.ts';

export const desktop: DesktopTexts = {
  file: 'Archivo',
  edit: 'Edición',
  view: 'Ver',
  window: 'Ventana',
  help: 'Ayuda',
  about: 'Acerca de SPCP Console',
  openDataFolder: 'Abrir la carpeta de datos',
  undo: 'Deshacer',
  redo: 'Rehacer',
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  selectAll: 'Seleccionar todo',
  reload: 'Volver a cargar',
  actualSize: 'Tamaño real',
  zoomIn: 'Ampliar',
  zoomOut: 'Reducir',
  fullScreen: 'Pantalla completa',
  minimize: 'Minimizar',
  close: 'Cerrar la ventana',
  quit: 'Salir',
  pageGone: 'La ventana ha dejado de funcionar.',
  pageGoneDetail: (reason) =>
    `Las conexiones con los proxies continúan. Vuelva a cargar la ventana o salga de la aplicación. Motivo: ${reason}.`,
  reloadWindow: 'Volver a cargar',
  fault: 'SPCP Console debe cerrarse',
  faultDetail: (file) =>
    `Se ha producido un error inesperado. Lo guardado está a salvo. Los detalles están en ${file}.`,
  cannotStart: 'SPCP Console no puede iniciarse',
  noSandbox:
    'Se inició sin el entorno aislado que contiene sus páginas, como ocurre con una AppImage donde el sistema no permite espacios de nombres de usuario. Instale el paquete para este sistema (.deb), que no los necesita, o permita los espacios de nombres de usuario.',
  cancel: 'Cancelar',
  exportPasswords: (passwords) =>
    passwords === 1
      ? '¿Exportar una contraseña guardada?'
      : `¿Exportar ${passwords.toLocaleString('es')} contraseñas guardadas?`,
  exportPasswordsDetail:
    'La ventana pide un archivo con ellas. Quien tenga el archivo y su frase de contraseña tendrá las contraseñas. Cancele si no lo ha pedido usted ahora mismo.',
  exportNow: 'Exportar',
  runProgram: '¿Ejecutar este programa una vez para obtener una contraseña?',
  runProgramDetail: (line) =>
    `Se ejecuta en nombre de usted, en este equipo. Cancele si no lo ha pedido ahora mismo.\n\n${line}`,
  runNow: 'Ejecutar',
  tryTransformation: '¿Ejecutar esta transformación aquí, sobre un correo de muestra?',
  takeProgram: '¿Ejecutar este programa para cada contraseña a partir de ahora?',
  takeProgramDetail: (line) =>
    `Se ejecuta en nombre de usted, en este equipo, cada vez que un proxy requiere iniciar sesión. Cancele si no lo ha pedido ahora mismo.\n\n${line}`,
  takeNow: 'Usar el programa',
  alertNews: { fired: 'Alerta', again: 'Alerta: sigue activa', over: 'Alerta terminada' },
  alerts: words.alerts,
  ownNetwork: 'Falla la red de este equipo, o por ella no se alcanza ninguno de los proxies.',
  leave: '¿Salir de esta página?',
  leaveDetail: 'Lo que se ha introducido en ella no está guardado.',
  stay: 'Quedarse',
  leaveNow: 'Salir de la página',
  badLink: 'Este enlace no lleva a ninguna parte.',
  badLinkDetail:
    'No tiene ninguna de las formas que SPCP Console conoce. No se ha abierto ni hecho nada. Pida otro a quien lo envió.',
  notOpened: 'No se ha abierto ninguna ventana.',
  ok: 'Aceptar',
  newWindow: 'Ventana nueva',
  wall: 'La flota en la pared',
  wallText: 'Abre el panel para una pantalla que nadie atiende',
  fleet: 'Flota',
  compare: 'Comparar',
  alertsPage: 'Alertas',
  alertsText: 'Abre lo que está activo ahora',
  settings: 'Ajustes…',
  go: 'Ir',
  showWindows: 'Mostrar SPCP Console',
  pauseAll: 'Pausar todos: leerlos una vez por minuto',
  acknowledge: 'Atender',
  show: 'Mostrar',
  acknowledgedBySystem: 'desde la notificación',
  fleetReady: (ready, all) =>
    all === 0
      ? 'Ningún proxy'
      : `${ready.toLocaleString('es')} de ${all.toLocaleString('es')} listos`,
  fleetTrouble: (count) =>
    count === 1
      ? '1 proxy requiere atención'
      : `${count.toLocaleString('es')} proxies requieren atención`,
  fleetAlerts: (count) => (count === 1 ? '1 alerta' : `${count.toLocaleString('es')} alertas`),
  moreInTrouble: (count) => `Y ${count.toLocaleString('es')} más`,
};
