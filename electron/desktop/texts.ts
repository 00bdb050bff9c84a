/** What the desktop shell itself says: menu, dialogs, why no password is kept. All else is in the renderer's locales. */
const english = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  help: 'Help',
  about: 'About SPCP Console',
  openDataFolder: 'Open Data Folder',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  reload: 'Reload',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  minimize: 'Minimise',
  close: 'Close Window',
  quit: 'Quit',
  pageGone: 'The window stopped working.',
  pageGoneDetail:
    'The connections to your proxies go on. Load the window again, or quit the app. Reason: {reason}.',
  reloadWindow: 'Load Again',
  fault: 'SPCP Console must end',
  faultDetail: 'An unexpected error occurred. What is saved is safe. The details are in {file}.',
  cannotStart: 'SPCP Console cannot start',
  noSandbox:
    'It was started without the sandbox that holds its pages, as an AppImage is where the system allows no user namespaces. Install the package for this system (.deb), which needs none, or allow user namespaces.',
  plainTextKeychain:
    'The operating system offers only unprotected storage ({backend}). Install and unlock GNOME Keyring or KWallet to keep passwords.',
  exposedKeychain:
    'The keychain of this desktop ({backend}) does not answer, and passwords would be encrypted with a key that everybody knows. Install and unlock GNOME Keyring or KWallet, and start the app again to keep passwords.',
  noKeychain:
    'The keychain of the operating system cannot be used. Unlock it, or install one, and start the app again to keep passwords.',
} as const;

/** The desktop shell's texts in one language. */
export type Texts = Readonly<Record<keyof typeof english, string>>;

const spanish: Texts = {
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
  pageGoneDetail:
    'Las conexiones con los proxies continúan. Vuelva a cargar la ventana o salga de la aplicación. Motivo: {reason}.',
  reloadWindow: 'Volver a cargar',
  fault: 'SPCP Console debe cerrarse',
  faultDetail:
    'Se ha producido un error inesperado. Lo guardado está a salvo. Los detalles están en {file}.',
  cannotStart: 'SPCP Console no puede iniciarse',
  noSandbox:
    'Se inició sin el entorno aislado que contiene sus páginas, como ocurre con una AppImage donde el sistema no permite espacios de nombres de usuario. Instale el paquete para este sistema (.deb), que no los necesita, o permita los espacios de nombres de usuario.',
  plainTextKeychain:
    'El sistema operativo solo ofrece un almacenamiento sin protección ({backend}). Instale y desbloquee GNOME Keyring o KWallet para conservar las contraseñas.',
  exposedKeychain:
    'El llavero de este escritorio ({backend}) no responde y las contraseñas se cifrarían con una clave que todos conocen. Instale y desbloquee GNOME Keyring o KWallet y vuelva a iniciar la aplicación para conservar las contraseñas.',
  noKeychain:
    'No se puede usar el llavero del sistema operativo. Desbloquéelo o instale uno y vuelva a iniciar la aplicación para conservar las contraseñas.',
};

/** The texts for a locale such as `es-MX`; English where there is no other. */
export function textsFor(locale: string): Texts {
  return locale.toLowerCase().split(/[-_]/)[0] === 'es' ? spanish : english;
}

/** A text with its `{names}` filled in. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
