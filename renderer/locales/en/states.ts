/** A proxy's states: their names, and what each means. */
export const states = {
  off: { name: 'Off', text: 'Not connected; connect it when you want to see it.' },
  connecting: { name: 'Connecting', text: 'The association is being set up.' },
  authenticating: {
    name: 'Logging in',
    text: 'The association is up; user and password are being checked.',
  },
  ready: { name: 'Ready', text: 'Connected and read at its interval.' },
  waiting: { name: 'Waiting', text: 'The last attempt failed; it is tried again by itself.' },
  'needs-attention': {
    name: 'Needs attention',
    text: 'It is not tried again before you have corrected something.',
  },
};
