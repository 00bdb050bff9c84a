import type { remoteErrors as details } from '../../facts/remote-errors.ts';
import type { ErrorTexts } from '../texts.ts';

const quote = (said: string): string => (said === '' ? '' : ` Dijo: «${said}».`);

export const remoteErrors: ErrorTexts<keyof typeof details> = {
  'remote-console': {
    missing: ({ sshDestination, program, said }) => ({
      title: 'Allí no hay SPCP Console',
      message: `«${program}» no se puede ejecutar en ${sshDestination}.${quote(said)}`,
      remedy:
        'Instale allí spcp-console, o diga dónde está: un shell que no es un terminal puede tener otro PATH.',
    }),
    ended: ({ sshDestination, exitCode, said }) => ({
      title: 'Se cortó el camino a la consola remota',
      message: `La conexión con la consola de ${sshDestination} terminó (código de salida ${exitCode ?? 'ninguno'}).${quote(said)}`,
      remedy:
        'Se intenta de nuevo. La consola de allí sigue por su cuenta, también con sus planes.',
    }),
    noise: ({ sshDestination }) => ({
      title: 'Esto no es SPCP Console',
      message: `${sshDestination} imprimió texto sin fin, y no respondió ninguna consola.`,
      remedy: 'Revise los archivos de inicio del shell de allí y la orden de esta consola.',
    }),
    silent: ({ sshDestination }) => ({
      title: 'La consola remota calla',
      message: `No se oye nada más de la consola de ${sshDestination}.`,
      remedy: 'Se intenta de nuevo; revise la red y la carga de ese equipo.',
    }),
    'not-running': ({ directory }) => ({
      title: 'Allí no funciona ninguna consola',
      message: `No funciona ninguna SPCP Console sobre ${directory} de ese equipo.`,
      remedy:
        'Inicie allí una que siga: «spcp-console serve --no-open» o «spcp-console collect», mejor como servicio.',
    }),
    neither: ({ directory, own, socket, team }) => ({
      title: 'Allí ninguna consola le deja entrar',
      message: `De las suyas, ${own === null ? `no funciona ninguna SPCP Console sobre ${directory} de ese equipo` : `la SPCP Console sobre ${directory} de ese equipo dice: «${own}»`}; ${team === null ? `ninguna escucha en ${socket}` : `la de ${socket} dice: «${team}»`}.`,
      remedy: 'Inicie allí una, o pida a quien lleva la de ese socket un rol en su roles.json.',
    }),
    answer: ({ name }) => ({
      title: 'Una respuesta que no se puede leer',
      message: `La consola remota respondió a ${name} de otro modo del que esta versión entiende.`,
      remedy: 'Use la misma versión de SPCP Console en los dos equipos.',
    }),
    unknown: ({ code, said }) => ({
      title: 'La consola remota se negó',
      message: `La consola remota dice (${code}): «${said}».`,
      remedy: 'Use la misma versión de SPCP Console en los dos equipos para ver más.',
    }),
  },
};
