/** The page with the app's own settings and facts. */
export const settings = {
  appearance: 'Appearance',
  data: {
    title: 'Data',
    directory: 'Data directory',
    holds:
      'Profiles, history, events and the audit log. Back it up by copying it while the app is closed.',
    passwords: 'Passwords',
  },
  vault: {
    keychain: 'In the keychain of the operating system',
    session: 'In memory, until the app ends',
    passphrase: 'In a file under a passphrase',
    command: 'By an external command',
    why: {
      'web-shell':
        'The web shell keeps no password on disk; the desktop app has a keychain for that.',
      policy: 'The administrators of this machine do not allow the keychain.',
      'plain-text':
        'The operating system offers only unprotected storage ({{backend}}). Install and unlock GNOME Keyring or KWallet to keep passwords.',
      exposed:
        'The keychain of this desktop ({{backend}}) does not answer, and passwords would be encrypted with a key that everybody knows. Install and unlock GNOME Keyring or KWallet, and start the app again to keep passwords.',
      'no-keychain':
        'The keychain of the operating system cannot be used. Unlock it, or install one, and start the app again to keep passwords.',
    },
    never: 'They never reach this window, a log, an export or an argument list.',
  },
  sessions: {
    title: 'Browsers that were let in',
    about:
      'Each came in by an address with a one-time token, and stays until it is ended here or the console ends.',
    own: 'this browser',
    unknown: 'A browser that does not say which',
    begun: 'Since {{at}}',
    windows_one: '{{count}} window open',
    windows_other: '{{count}} windows open',
    seen: 'no window open, last seen {{ago}}',
    end: 'End',
    endOne: 'End the session of {{name}}, since {{at}}',
    endOthers: 'End all others',
  },
  network: {
    title: 'Network',
    kernel: 'Available on the machine that the console runs on',
    noKernel: 'Not available on the machine that the console runs on',
    udp: 'Always available; the server has to offer it',
    elsewhere: 'Other connections',
    statement:
      'None. The app opens no connection but to the proxies in your profiles: no updates, no telemetry, no fonts or pictures from elsewhere.',
  },
  about: {
    title: 'About',
    version: 'Version',
    shell: 'Runs as',
    shells: { desktop: 'Desktop app', web: 'Web shell, in your browser' },
  },
};
