/** The page with the app's own settings and facts. */
export const settings = {
  appearance: 'Appearance',
  classes: {
    title: 'Environment classes',
    text: 'What a proxy is used for, and what is asked before it is changed, led elsewhere or removed. A class that is not known here counts as production.',
    name: 'Class',
    colour: 'Colour',
    colourOf: 'Colour of {{name}}',
    toothOf: '{{name}}: {{tooth}}',
    teeth: {
      readOnly: 'Read-only until unlocked',
      typed: 'Name typed',
      marked: 'Marked wherever it is named',
    },
    kept: 'Production always asks for something, since what is not known counts as production.',
    actions: 'Actions',
    rename: 'Rename {{name}}',
    remove: 'Remove {{name}}',
    removeIt: 'Remove',
    removed: '{{name}} was removed',
    has_one: '{{count}} profile is of this class.',
    has_other: '{{count}} profiles are of this class.',
    to: 'What is of it is from then on of the class',
    new: 'A class of your own',
    add: 'Add',
    added: '{{name}} was added',
    saved: '{{name}} was saved',
    unknown_one:
      '{{count}} profile is of a class that is not known here, and counts as production:',
    unknown_other:
      '{{count}} profiles are of classes that are not known here, and count as production:',
  },
  reading: {
    title: 'Reading',
    label: 'Read the transformation in force',
    text: 'Others may change it too: what is read tells of that. One request more for each proxy, behind its polls; none while it is paused.',
    every: {
      0: 'Once, when it connects',
      15: 'Every 15 seconds',
      30: 'Every 30 seconds',
      60: 'Every minute',
      300: 'Every 5 minutes',
      900: 'Every 15 minutes',
      3600: 'Every hour',
    },
  },
  data: {
    title: 'Data',
    directory: 'Data directory',
    holds:
      'Profiles, history, events and the audit log. The command line backs it up while the app runs: `backup create`.',
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
      'None, since no webhook is set. The app opens no connection but to the proxies in your profiles: no updates, no telemetry, no fonts or pictures from elsewhere.',
    webhook:
      'The webhook that was set: {{url}}. Beside it and the proxies in your profiles the app opens no connection: no updates, no telemetry, no fonts or pictures from elsewhere.',
    toWebhook: 'To the webhook',
    sent: 'Sent there, signed, is each alert: the rule, the name of the proxy, the number that was read, the times, and who acknowledged it and why. No password, host or user.',
    unknown:
      'The proxies in your profiles, and a webhook where one is set; whether one is cannot be told now.',
  },
  about: {
    title: 'About',
    version: 'Version',
    shell: 'Runs as',
    shells: { desktop: 'Desktop app', web: 'Web shell, in your browser' },
  },
};
