import { words } from '../../../shared/texts/es/words.ts';

export const states = {
  off: { name: words.states.off },
  connecting: { name: words.states.connecting, text: 'Se está estableciendo la asociación.' },
  authenticating: {
    name: words.states.authenticating,
    text: 'La asociación está establecida; se comprueban el usuario y la contraseña.',
  },
  ready: { name: words.states.ready },
  waiting: { name: words.states.waiting },
  'vault-locked': {
    name: words.states['vault-locked'],
    text: 'Iniciará sesión por sí solo cuando se desbloquee la bóveda que tiene su contraseña.',
  },
  'needs-attention': { name: words.states['needs-attention'] },
};
