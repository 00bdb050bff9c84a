import type { CommandWarningTexts } from '../command-warning-texts.ts';

export const commandWarnings: CommandWarningTexts = {
  'open-single': {
    title: 'Una comilla simple no está cerrada',
    text: 'El shell buscaría su final, no lo encontraría y no ejecutaría nada: los mensajes saldrían vacíos.',
  },
  'open-double': {
    title: 'Una comilla doble no está cerrada',
    text: 'El shell buscaría su final, no lo encontraría y no ejecutaría nada: los mensajes saldrían vacíos.',
  },
  'open-backquote': {
    title: 'Un acento grave no está cerrado',
    text: 'El shell buscaría el final del comando que abre, no lo encontraría y no ejecutaría nada: los mensajes saldrían vacíos.',
  },
  'open-parenthesis': {
    title: 'Un paréntesis no está cerrado',
    text: 'El shell daría un error de sintaxis y no ejecutaría nada: los mensajes saldrían vacíos.',
  },
  'open-brace': {
    title: 'Una llave no está cerrada',
    text: 'El shell buscaría su final, no lo encontraría y no ejecutaría nada: los mensajes saldrían vacíos.',
  },
  'open-backslash': {
    title: 'El último carácter es una barra invertida',
    text: 'No tiene nada detrás: cada shell hace con ella algo distinto.',
  },
  stray: {
    title: '«{{what}}» no tiene con qué trabajar',
    text: 'Falta algo delante o detrás: el shell daría un error de sintaxis y no ejecutaría nada, así que los mensajes saldrían vacíos.',
  },
  background: {
    title: '«&» deja un comando en segundo plano',
    text: 'El shell no le da el mensaje ni lo espera: su salida puede faltar, y puede seguir en marcha en el host del proxy cuando el mensaje ya ha salido.',
  },
  'writes-file': {
    title: 'Escribe en el archivo {{what}}',
    text: 'Lo que va ahí no llega al cliente de correo. Se queda en el host del proxy, mensaje tras mensaje, y el archivo puede llenar el disco.',
  },
  'reads-file': {
    title: 'Lee {{what}} y no el mensaje',
    text: 'La entrada estándar está redirigida: el comando recibe ese archivo del host del proxy en lugar del mensaje.',
  },
  'input-unread': {
    title: '«{{what}}» no lee el mensaje',
    text: 'Nada aquí lee la entrada estándar: todos los mensajes saldrían con la misma salida y su texto se perdería.',
  },
  'pipe-unread': {
    title: '«{{what}}» no lee de la tubería',
    text: 'Lo que escribe el comando de delante se descartaría.',
  },
  'output-none': {
    title: '«{{what}}» no escribe ningún resultado',
    text: 'Al final no llegaría nada a la salida estándar: los mensajes saldrían vacíos.',
  },
  'program-unusual': {
    title: 'Puede que «{{what}}» no esté',
    text: 'No es una de las herramientas que tiene todo host. Donde el PATH del servidor no lleva a él, el shell no puede ejecutarlo y los mensajes salen vacíos; una ruta completa, como /usr/local/bin/{{what}}, no depende de PATH.',
  },
  'program-relative': {
    title: '«{{what}}» no es una ruta completa',
    text: 'Se busca en el directorio en el que el servidor esté funcionando. Empiece con / para decir dónde está.',
  },
  comment: {
    title: 'El final es un comentario',
    text: 'A partir de «#» el shell no hace caso de nada: {{what}}',
  },
};
