import type { managed as english } from '../en/managed.ts';
import type { Texts } from '../texts.ts';

/** Lo que disponen quienes administran este equipo. */
export const managed: Texts<typeof english> = {
  by: 'Administrado por {{by}}',
  where: 'Se lee de {{file}}, que solo escriben quienes administran este equipo.',
  why: {
    profile:
      '{{by}} proporciona este perfil en <file>{{file}}</file>, así que lo que dice no se puede cambiar aquí: pídaselo. Puede añadir una contraseña, notas, un color y una marca de favorito propios, que siguen siendo suyos.',
    folder:
      '{{by}} proporciona esta carpeta en <file>{{file}}</file>, así que no se puede cambiar aquí: pídaselo.',
  },
  notes: 'Notas de {{by}}',
  locked: 'Lo fija {{by}}; no se puede cambiar aquí.',
  leftOut_one: '{{by}} administra {{count}} de ellos, que queda fuera: {{names}}.',
  leftOut_many: '{{by}} administra {{count}} de ellos, que quedan fuera: {{names}}.',
  leftOut_other: '{{by}} administra {{count}} de ellos, que quedan fuera: {{names}}.',
  passwordToo: 'La contraseña sí se les da.',
  andMore_one: '{{count}} más',
  andMore_many: '{{count}} más',
  andMore_other: '{{count}} más',
  panel: {
    title: 'Administración',
    by: 'Por',
    file: 'Archivo',
    source: 'Lo indica',
    sources: {
      system: 'La configuración del sistema',
      environment: 'La variable de entorno SPCP_CONSOLE_MANAGED',
    },
    profiles: 'Perfiles',
    locked: 'Ajustes fijados',
    vaults: 'Las contraseñas se pueden guardar',
    vaultKinds: {
      keychain: 'en el llavero',
      passphrase: 'bajo una frase de contraseña',
      session: 'en memoria',
      command: 'en otro programa',
    },
    anyVault: 'como usted elija',
    exports: 'Exportaciones',
    noSecrets: 'Nunca con contraseñas',
    secrets: 'Con contraseñas, si usted lo elige',
    trials: 'Probar transformaciones en este equipo',
    webhook: 'Alertas a un webhook',
    historyFrom: 'Historial de Prometheus',
    metrics: 'Servir métricas para Prometheus',
    ordained: 'Como dice el archivo',
    remoteConsoles: 'Consolas de otros equipos',
    updates: 'Buscar actualizaciones',
    updateFeed: 'Origen de las actualizaciones',
    startAtLogin: 'Iniciar al entrar en la sesión',
    always: 'Siempre',
    never: 'Nunca',
    ifAllowed: 'Si usted lo permite',
    asChosen: 'Si usted lo elige',
    none: 'ninguno',
  },
};
