import { words } from '../../../shared/texts/en/words.ts';

/** A proxy's states: their names, and what happens in those that pass by themselves. */
export const states = {
  off: { name: words.states.off },
  connecting: { name: words.states.connecting, text: 'The association is being set up.' },
  authenticating: {
    name: words.states.authenticating,
    text: 'The association is up; user and password are being checked.',
  },
  ready: { name: words.states.ready },
  waiting: { name: words.states.waiting },
  'vault-locked': {
    name: words.states['vault-locked'],
    text: 'It logs in by itself once the vault with its password is unlocked.',
  },
  'needs-attention': { name: words.states['needs-attention'] },
};
