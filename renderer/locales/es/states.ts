import { words } from '../../../shared/texts/es/words.ts';

export const states = {
  off: { name: words.states.off, text: 'Sin conectar; conéctelo cuando quiera verlo.' },
  connecting: { name: words.states.connecting, text: 'Se está estableciendo la asociación.' },
  authenticating: {
    name: words.states.authenticating,
    text: 'La asociación está establecida; se comprueban el usuario y la contraseña.',
  },
  ready: { name: words.states.ready, text: 'Conectado; se lee a su intervalo.' },
  waiting: {
    name: words.states.waiting,
    text: 'El último intento falló; se vuelve a intentar por sí solo.',
  },
  'needs-attention': {
    name: words.states['needs-attention'],
    text: 'No se vuelve a intentar hasta que usted corrija algo.',
  },
};
