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
  desktop: {
    title: 'Desktop',
    tray: 'Live on in the tray when the last window is closed',
    trayText:
      'Proxies stay connected and alerts are told. The sign in the tray has the state of the fleet, and ends the app.',
    noTray:
      'Nothing on this desktop shows a tray, as on GNOME without an extension for it: an app that hid there could not be found again, so it ends with its last window.',
    login: 'Start when you log in',
    loginText: 'Without a window where it lives on in the tray.',
    notInstalled:
      'Only the installed app can be started by the system; this one was started from its sources.',
    notify: 'Tell of alerts by notifications of the system',
    notifyText:
      'Where no window of the app has the focus; the alerts themselves are told in the windows too.',
    noNotifications: 'This desktop shows no notifications.',
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
  history: {
    title: 'History',
    text: 'Readings are put together by minutes, hours and days: the coarser ones reach further back. Each is kept for as long as is chosen here.',
    level: 'Kept as',
    levels: { raw: 'Readings', minute: 'Minutes', hour: 'Hours', day: 'Days' },
    since: 'Reaches back to',
    rows: 'Rows',
    size: 'Size',
    about: 'about {{size}}',
    kept: 'Kept for',
    keptOf: '{{level}}: kept for',
    hours_one: '{{count}} hour',
    hours_other: '{{count}} hours',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    years_one: '{{count}} year',
    years_other: '{{count}} years',
    file: 'The database file with its journal takes {{size}} of the disk, {{free}} of it free: that is filled again before the file grows.',
    estimate_one:
      'Read all the time, {{count}} proxy comes to about {{size}} with what is chosen here.',
    estimate_other:
      'Read all the time, {{count}} proxies come to about {{size}} with what is chosen here.',
    counted: 'Counted of {{counted}} of {{proxies}} proxies, and taken to be alike of the others.',
    shorten: '{{level}}: keep for a shorter time',
    goes: '{{level}} of before {{time}} are dropped for good, from within a minute on.',
    stays: {
      raw: 'Their minutes, hours and days stay: charts of that time show no single readings any more.',
      minute: 'Their hours and days stay: charts of that time show no minutes any more.',
      hour: 'Their days stay: charts of that time show no hours any more.',
      day: 'Nothing is left of that time then, nor its restarts and totals.',
    },
    sure: 'Drop them',
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
      'None, since no webhook is set. The app opens no connection but to the proxies in your profiles, and to a Prometheus where one is set above: no telemetry, no fonts or pictures from elsewhere; and to its feed of updates, where you chose that in the desktop app.',
    webhook:
      'The webhook that was set: {{url}}. Beside it, the proxies in your profiles and a Prometheus where one is set above the app opens no connection: no telemetry, no fonts or pictures from elsewhere; and to its feed of updates, where you chose that in the desktop app.',
    toWebhook: 'To the webhook',
    sent: 'Sent there, signed, is each alert: the rule, the name of the proxy, the number that was read, the times, and who acknowledged it and why. No password, host or user.',
    unknown:
      'The proxies in your profiles, a Prometheus where one is set above, and a webhook where one is set; whether one is cannot be told now.',
  },
  updates: {
    title: 'Updates',
    choose: 'Look for updates',
    about:
      'Asks the feed of this app once a day, and tells it nothing of this installation. An update is fetched only once you say so, and takes the app’s place when you quit.',
    check: 'Look now',
    checking: 'Looking…',
    notAsked: 'Not looked for since the app started.',
    newest: 'There was nothing newer at {{at}}.',
    available: 'Version {{version}} is there.',
    download: 'Fetch {{version}}',
    downloading: 'Fetching version {{version}}…',
    cancel: 'Cancel',
    ready: 'Version {{version}} takes the app’s place when you quit.',
    failed: {
      unreachable: 'The feed or its file could not be fetched. The app stays as it is.',
      answer: 'The feed says nothing that this app can read. The app stays as it is.',
      signature:
        'The feed is not signed by who signs this app, so nothing of it is taken. Tell whoever runs it.',
      file: 'What was fetched is not what was signed, and was thrown away. Tell whoever runs the feed.',
      disk: 'It could not be written. See whether the disk has room, and look again.',
    },
    off: {
      'web-shell': 'The web shell is updated by whoever installed it.',
      policy: 'Administrators of this machine see to updates: the app looks for none.',
      'package-manager':
        'The app is updated the way it was installed: by the package manager, or by hand. It looks for no updates itself.',
      'no-feed': 'This build names no feed of updates, so none are looked for.',
    },
  },
  support: {
    title: 'Diagnostics',
    about:
      'What support will ask you for: versions, the ways to a proxy, counts, and the last faults. Read it here before you copy it; the app sends it nowhere. It holds no password.',
    named: 'With names',
    namedText:
      'The words of the faults, the names of all files in the data directory, its path and the command for passwords: they may name hosts, proxies and people.',
    show: 'Show diagnostics',
    again: 'Gather again',
    copy: 'Copy diagnostics',
    save: 'Save as a file',
    preview: 'Diagnostics, in English',
    copied: 'Copied.',
    notCopied: 'The browser did not let it be copied: save it as a file.',
  },
  about: {
    title: 'About',
    version: 'Version',
    shell: 'Runs as',
    shells: { desktop: 'Desktop app', web: 'Web shell, in your browser', collect: 'Collector' },
    licences: 'Licences of what is shipped',
    licencesAbout_one:
      '{{count}} package of others is a part of the app. Those of Chromium and Node, which are in the desktop packages, lie beside the program: LICENSES.chromium.html.',
    licencesAbout_other:
      '{{count}} packages of others are a part of the app. Those of Chromium and Node, which are in the desktop packages, lie beside the program: LICENSES.chromium.html.',
    licenceUnknown: 'not said',
    noText: 'The package comes without a text.',
  },
};
