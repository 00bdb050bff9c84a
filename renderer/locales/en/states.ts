import { words } from '../../../shared/texts/en/words.ts';

/** A proxy's states: their names, and what each means. */
export const states = {
  off: { name: words.states.off, text: 'Not connected; connect it when you want to see it.' },
  connecting: { name: words.states.connecting, text: 'The association is being set up.' },
  authenticating: {
    name: words.states.authenticating,
    text: 'The association is up; user and password are being checked.',
  },
  ready: { name: words.states.ready, text: 'Connected and read at its interval.' },
  waiting: {
    name: words.states.waiting,
    text: 'The last attempt failed; it is tried again by itself.',
  },
  'needs-attention': {
    name: words.states['needs-attention'],
    text: 'It is not tried again before you have corrected something.',
  },
};
