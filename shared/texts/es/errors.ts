import type { ErrorTexts } from '../texts.ts';
import { attachErrors } from './attach-errors.ts';
import { connectionErrors } from './connection-errors.ts';
import { inputErrors } from './input-errors.ts';
import { managedErrors } from './managed.ts';
import { remoteErrors } from './remote-errors.ts';
import { sessionErrors } from './session-errors.ts';
import { storageErrors } from './storage-errors.ts';
import { vaultErrors } from './vault-errors.ts';
import { words } from './words.ts';

const again = 'Vuelva a iniciarlo cuando quiera.';

export const errors: ErrorTexts = {
  ...inputErrors,
  cancelled: {
    session: ({ where }) => cancelled(`Se canceló el trabajo con ${where}.`),
    connection: ({ where }) => cancelled(`Se canceló la conexión con ${where}.`),
    test: () => cancelled('Se canceló la prueba.'),
    prompt: () => cancelled('Interrumpido mientras se esperaba la contraseña.'),
    'taken-back': () => cancelled('La ventana que lo pidió ya no necesita la respuesta.'),
    window: () => cancelled('Se cerró la ventana que lo pidió.'),
    declined: () => ({
      message: 'No se aceptó en el diálogo que lo preguntaba. No se hizo nada.',
      remedy: again,
    }),
    command: ({ name }) => cancelled(`Interrumpido; la sesión con ${name} se terminó en orden.`),
    output: () => cancelled('Interrumpido: lo escrito no está completo.'),
  },
  internal: ({ log }) => ({
    message: 'Se produjo un error inesperado. No se ha perdido nada de lo guardado.',
    remedy:
      log === 'debug'
        ? 'Ponga NODE_DEBUG=spcp-console y vuelva a intentarlo para ver los detalles.'
        : 'Vuelva a intentarlo; si se repite, notifíquelo con el registro de la aplicación, que tiene los detalles.',
  }),
  'not-allowed': {
    role: ({ wanted, held }) => ({
      message: `Para esto hace falta el rol «${words.roles[wanted]}»; en esta consola usted tiene el rol «${words.roles[held]}». No se ha hecho nada.`,
      remedy: 'Pida a quien administra esta consola que lo haga, o que le dé ese rol.',
    }),
    nobody: ({ user }) => ({
      message: `${user} no tiene ningún rol en esta consola.`,
      remedy:
        'Pida a quien la administra que le incluya, o a un grupo suyo, en su archivo de roles.',
    }),
  },
  'no-kernel-sctp': ({ reason }) => ({
    message: `Aquí no se puede usar el SCTP del núcleo: ${words.kernelSctp[reason]}.`,
    remedy: 'En Linux ejecute «sudo modprobe sctp», o elija SCTP sobre UDP.',
  }),
  ...attachErrors,
  ...connectionErrors,
  ...sessionErrors,
  ...remoteErrors,
  ...managedErrors,
  ...storageErrors,
  ...vaultErrors,
  'secrets-unavailable': ({ backend, step }) =>
    step === 'encrypt'
      ? {
          title: 'No se puede guardar la contraseña',
          message: `El llavero (${backend}) no pudo cifrar la contraseña, así que no se guardó.`,
          remedy:
            'Desbloquee o configure el llavero y vuelva a guardar. No se ha perdido nada más.',
        }
      : {
          title: 'No se puede leer la contraseña guardada',
          message: `El llavero (${backend}) no pudo descifrar la contraseña guardada.`,
          remedy: 'Desbloquee el llavero, o vuelva a introducir la contraseña en el perfil.',
        },
  'ssh-missing': () => ({
    message: 'En este equipo no hay ningún programa ssh, o no se puede iniciar.',
    remedy: 'Instale el cliente OpenSSH, o elija otro transporte.',
  }),
};

function cancelled(message: string) {
  return { message, remedy: again };
}
