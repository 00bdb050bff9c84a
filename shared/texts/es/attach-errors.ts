import type { attachErrors as details } from '../../facts/attach-errors.ts';
import type { ErrorTexts } from '../texts.ts';

const watchers = {
  desktop: 'La aplicación de escritorio',
  web: 'Una consola web',
  collect: 'Un recolector',
} as const;

export const attachErrors: ErrorTexts<keyof typeof details> = {
  'attach-refused': {
    token: () => ({
      message: 'La consola en marcha no aceptó la credencial de su propio arranque.',
      remedy: 'Puede que se reiniciara en ese momento: vuelva a intentarlo.',
    }),
    'caller-too-old': ({ caller, callerContract, console, consoleContract }) => ({
      title: 'Esta aplicación es demasiado antigua para esa consola',
      message: `La consola en marcha es la versión ${console} (contrato ${consoleContract}); esta es la versión ${caller} (contrato ${callerContract}).`,
      remedy: 'Actualice esta aplicación.',
    }),
    'console-too-old': ({ caller, callerContract, console, consoleContract }) => ({
      title: 'Esa consola es demasiado antigua para esta aplicación',
      message: `La consola en marcha es la versión ${console} (contrato ${consoleContract}); esta es la versión ${caller} (contrato ${callerContract}).`,
      remedy: 'Actualice la consola de allí, o termínela e inicie la más reciente.',
    }),
    'no-hello': () => ({
      message: 'La consola en marcha no recibió ningún saludo que entienda.',
      remedy: 'Compruebe que ambas son de la misma versión y vuelva a intentarlo.',
    }),
    'no-answer': () => ({
      message: 'La consola en marcha no respondió.',
      remedy:
        'Puede que esté arrancando o terminando: vuelva a intentarlo; si no reacciona, termínela.',
    }),
    'no-console': () => ({
      message: 'Lo que respondió allí no es SPCP Console.',
      remedy: 'Compruebe adónde llevan la dirección o el programa de allí.',
    }),
    watched: ({ directory, shell, pid }) => ({
      title: 'Otra consola vigila este directorio',
      message: `${shell === null ? 'Otra SPCP Console' : watchers[shell]}${pid === null ? '' : ` (proceso ${pid})`} vigila ${directory}.`,
      remedy: 'Termínela antes, o use otro directorio de datos.',
    }),
    other: ({ said }) => ({
      message: `La consola en marcha lo rechazó: «${said}».`,
      remedy: 'Compruebe que ambas son de la misma versión.',
    }),
  },
};
