import type { CommandLineTexts } from '../command-line-texts.ts';
import { consoleTexts } from './command-line-console.ts';
import { planTexts } from './command-line-plan.ts';
import { refusals } from './vault-errors.ts';

export const commandLine: CommandLineTexts = {
  headings: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Global Options:': 'Global Options:',
    'Commands:': 'Commands:',
  },
  choices: (list) => `choices: ${list}`,
  byDefault: (value) => `default: ${value}`,
  help: {
    option: 'display help for command',
    command: 'display help for command',
    password: `The password comes from --password-stdin, from SPCP_PASSWORD, for a saved profile from the vault that was chosen in
the app (a passphrase vault takes its passphrase from SPCP_VAULT_PASSPHRASE or at a terminal, an external command is
run, the keychain only the desktop app can use), or is asked for at a terminal.`,
    exitCodes: `Exit codes:
  0  done
  1  trouble on this machine: a file cannot be read or written, or an unexpected error.
     A change that was made but not recorded in the audit log ends so too; its result is printed all the same
  2  usage: an option, a value, or a confirmation that is missing
  3  cannot connect, also where nobody answers in the time to connect; or the connection was lost
  4  login refused
  5  the server answered with an error, or with something that is no SPCP
  6  timeout: connected, but a request was not answered in the time of --timeout
  7  not as expected: another value in force than --expect, or than a plan has read, or another read back than was set
  8  unknown: a change was sent, and the connection or the answer failed before its outcome was known.
     Read the value in force (transformation get) before you try again
  9  some targets of a plan failed, or still wait; or its canary waits for a decision
  10  the canary of a plan was worse: it was taken back, and nothing else was changed
  130  interrupted (watch ends with 0)`,
  },
  commands: {
    program: 'Reads the metrics of proxies over SPCP, and changes their settings.',
    metrics: 'print the three metrics once',
    watch: 'print the metrics and their rates again and again, until Ctrl+C',
    watchMore:
      'A session that is lost is opened again, after a while that grows with each failure, and at once\nwhere SCTP in UDP answers again; standard error tells of it.\nThe first connection has to succeed, and a refused login always ends it.',
    transformation: 'read or change the command that the proxy runs on each mail',
    transformationGet: 'print the transformation in force; nothing to a script where there is none',
    transformationSet: 'set the transformation, read it back, and record the change',
    transformationSetMore:
      'What may be wrong with the command is told on standard error, each with what would happen; it is set all the same.',
    transformationClear: 'switch the transformation off, read it back, and record the change',
    bufferSize: "change the size of the buffers of the proxy's connections",
    bufferSizeSet: 'set the size for connections opened from now on, and record the change',
    bufferSizeMore: 'SPCP cannot read the size back: the proxy can only say that it took it.',
    profiles: 'the saved profiles of proxies',
    profilesList: 'print all profiles',
    profilesClasses: 'print the environment classes, and what each asks for',
    profilesAdd: 'save a profile; --host, --user and the options beside them say where it is',
    profilesRemove: 'remove a profile',
    profilesRestore: 'list the good copies of the profiles, or bring back what is in one',
    profilesEdit: 'change one profile or many: --set, --user, --folder, --tag, --inherit',
    profilesMove: 'move profiles to a folder; / is the top',
    profilesExport:
      'print profiles and folders for “profiles import”; without passwords unless asked for',
    profilesImport: 'add the profiles of a file that “profiles export” wrote',
    plan: 'changes of many proxies, each read first and changed only if it is as it was read',
    planCreate: 'make a plan: read what is in force on each proxy, and print what would change',
    planMore:
      'The proxies are named, or chosen in one way: --folder, --tag or --search, as they are now.\nNothing is changed before “plan apply”. Consoles on the same data directory show the plan and may work on it. One that has sessions\nwith all of the proxies does, and no others are opened; --alone opens them.',
    planList: 'print all plans, newest first',
    planShow: 'print a plan with each of its targets',
    planApply:
      'change what waits; Ctrl+C ends what is under way and leaves the rest. The exit code is that of the worst target',
    planCanary: 'print how far the canary of a plan is, or decide about it',
    planCanaryMore:
      'Decisions: go-on with the others, revert the canaries, hold longer (--hold), or leave those that cannot be taken back just now.\nA console on the same data directory that watches the canary does what is decided.',
    planResume: 'go on: change what waits, and try again what failed or was not reachable',
    planUndo: 'make a plan that takes back what a plan changed',
    planStop: 'let no further target be changed, whichever process applies the plan',
    planRemove: 'forget a plan; what it changed stays changed',
    drift:
      'ask the saved proxies of which something is intended whether it is so; ends with 7 where one deviates, with 3 where one is not reached, with 2 where a password is missing',
    alerts: 'what the rules of alerts fire while a console runs',
    alertsList: 'print what fires now',
    alertsAck: 'acknowledge what fires: it is told no more until it is over',
    alertsRules: 'print the rules',
    alertsTest: 'print what a rule would have fired in the last day',
    report:
      'what a folder did over a day, a week or a month: availability, traffic, changes, alerts, the odd ones out',
    reportMore:
      'It reads what consoles recorded in the data directory, also while one runs, and connects to nothing. Days are those of this\nmachine’s time zone; a week begins on Monday. For cron, each Monday at 6, of the week before:\n  0 6 * * 1  … report --folder Spain --span week --last --output report.html --replace',
    audit: 'the record of every change',
    auditList: 'print the newest changes, of all proxies or of one profile',
    auditVerify: 'check that no entry was altered or taken away; prints the hash of the last one',
    auditExport: 'print all changes, oldest first',
    events: 'what happened: connections, restarts, changes, alerts, edits of profiles',
    eventsList: 'print the newest events that fit',
    eventsExport: 'print all events that fit, newest first',
    vault: 'where passwords are kept',
    vaultMore:
      'Nothing here locks or unlocks: each command opens the vault for itself (SPCP_VAULT_PASSPHRASE, or a prompt), and has\nno way to a console that runs. Lock that one in its window, or by the time after which it locks.',
    vaultStatus:
      'print which vault is in use, whether it is locked, and why another cannot be; tries SPCP_VAULT_PASSPHRASE where it is set',
    vaultForget:
      'the passphrase is lost: forget the passwords under it and begin anew; the file of the vault is set aside',
    backup: 'copies of all that the data directory keeps, and the way back',
    backupMore:
      'Passwords go along as they lie there: those of the keychain can be read again only by the same user of the same machine,\nthose of the passphrase vault wherever its passphrase is known.',
    backupCreate:
      'copy profiles, settings, passwords, history, events and audit log, also while consoles run',
    backupCheck: 'read all of a backup, and say whether it is as it was written',
    backupRestore:
      'put a backup in the place of the data directory, which no console may have open; what was there is kept beside it',
    doctor: 'test the way to a proxy stage by stage, and say what to do where it ends',
    doctorMore:
      'The exit code is that of the stage that failed. Without a password the login is not tried, which is no failure.',
  },
  console: consoleTexts,
  arguments: {
    command: 'what to run, in quotes where it has spaces',
    bytes: 'the size in bytes, or with k (1024 bytes) or M (1024 times that): 65536, 64k, 1M',
    profileName: 'its name',
    copy: 'the time of a copy as the list has it; without it the list is printed',
    profileNames: 'their names',
    namesAndFolder: 'their names, and the folder last, with / between its parts',
    plan: 'its name, or how its id begins',
    canaryDecision: 'go-on, revert, longer or leave; without one nothing is decided',
    alert: 'how its id begins, or all',
    alertRule: 'its name, what it is about, or how its id begins',
    newPlan: 'how the plan is called',
    backupDirectory: 'the directory of the backup; a new one is not there yet',
    exportFile: 'a file that “profiles export” wrote',
  },
  options: {
    profile: 'the saved profile of a proxy',
    host: 'or: host name or address of a proxy, or its URL: spcp://user@host:port',
    port: 'its SCTP port (default: 9090)',
    transport: 'how it is reached (default: auto)',
    udpPort: 'its UDP port, for SCTP in UDP (default: 9899)',
    sshDestination: 'for ssh: [user@]host[:port] from which --host is reached',
    relayCommand:
      'for ssh: what joins that server with the proxy; {host} and {port} stand for those of the proxy (default: socat)',
    user: 'user to log in as',
    passwordStdin: 'read the password from the first line of standard input',
    timeout:
      'for the connection, and for each answer: 500ms, 5s, 2m (default: 5s; by ssh 15s to connect)',
    alone: 'open sessions of its own, though a console runs that has them',
    dataDir: 'where profiles and the audit log are kept (also SPCP_CONSOLE_HOME)',
    json: 'print JSON; counters are decimal strings, an error is {"error":{…}}',
    confirm: "on a profile whose class asks for it: the profile's name",
    expect: 'change only if this is in force now; "" is none (exit code 7 otherwise)',
    interval: 'time between two readings',
    count: 'end after so many readings',
    name: 'how it is called',
    class:
      'environment class: development (default), staging, production, or one of your own; “profiles classes” prints them',
    folder: 'folder, with / between its parts',
    pollSeconds: 'seconds between two polls (default: 1)',
    alertsPast: 'those that are over instead',
    alertsReason: 'why',
    reportFolder: 'the proxies of this folder and of those beneath it (default: all)',
    reportTag: 'the proxies with this tag',
    reportSearch: 'the proxies that fit this search, as in the profile list',
    reportSpan: 'day (default), week or month',
    reportLast: 'the one before, which is over',
    reportFrom: 'from this day on instead, such as 2026-05-01',
    reportTo: 'up to the end of this day (default: today)',
    reportFormat: 'text, html, csv or json (default: by the ending of the file, else text)',
    reportOutput: 'write to this file, which only you can read',
    reportReplace: 'replace the file where it is there already',
    auditCount: 'so many (default: 50)',
    auditFormat: 'csv (default), or json: one object for each line',
    auditText: 'only entries in which all of these words stand',
    auditBy: 'only what this user of the operating system changed',
    auditSetting: 'only transformation, or bufferSize',
    auditShell: 'only what was changed by desktop, web or cli',
    eventsSince: 'from then on: 2026-05-01, 2026-05-01T08:30, or so long ago, as 90m, 24h or 7d',
    eventsUntil: 'before then, likewise',
    eventsKind: 'only of this kind; may be given several times',
    eventsSeverity: 'only problems, notices, or what is routine',
    eventsSearch: 'only events in which all of these words stand: name, kind, values',
    eventsLimit: 'so many at most (list: 50 by default)',
    eventsFormat: 'csv (default), or json: one array',
    exportFolder: 'only what is in this folder',
    confirmRestore: 'the word “restore”: what the data directory keeps now is put aside',
    confirmForget: 'the word “forget”: the passwords cannot be read again without the passphrase',
    removeNewer: 'remove profiles that came after the copy, too',
    withSecrets: 'with the passwords of the vault, under a passphrase',
    withTags: 'take along what tags of the file intend, for profiles that are here as well',
    withoutSecrets: 'leave the passwords of the file out',
    passphraseStdin:
      'read the passphrase of the file from the first line of standard input (also SPCP_EXPORT_PASSPHRASE)',
    dryRun: 'only print what would be done',
    set: 'what a field is set to, such as pollSeconds=30; may be given again',
    inherit: 'a field that the folder is to say; may be given again',
    tag: 'a tag that is added; may be given again',
    planFolder: 'all in this folder and beneath it',
    planTag: 'all with this tag',
    planSearch: 'all that this search of the profile list finds, such as “env:staging -tag:old”',
    planTransformation: 'the transformation that they are to have',
    planNoTransformation: 'they are to have no transformation',
    planBufferSize: 'the buffer size that they are to have, in bytes',
    planRead: 'read again first what is in force',
    canary:
      'change some first, compare them with the others, and take them back by itself where they are worse: how many, a share such as 10%, or the name of a profile',
    hold: 'how long the others wait: a time such as 5m, or readings of each canary such as 20polls',
    whenFine: 'what becomes of a canary that is fine: go-on with the others, or ask',
    approve: "where some are guarded: the plan's name and the number of its targets",
    concurrency: 'so many at a time (default: 16)',
    conflicts:
      'where another value is in force than was read: leave it, or take it as read and change it',
    onExisting: 'what becomes of a profile that is there already: skip (default), replace or add',
  },
  prefixes: { error: 'error', warning: 'warning' },
  metrics: {
    connections: 'connections',
    transferredBytes: 'transferred bytes',
    accesses: 'accesses',
    roundTrip: 'round trip',
    reached: 'reached',
    implausible: 'implausible',
  },
  reached: (description, by, why) => `${description} by ${by}${why === null ? '' : ` (${why})`}`,
  watch: {
    time: 'time',
    connections: 'connections',
    bytes: 'bytes',
    bytesPerSecond: 'bytes/s',
    accesses: 'accesses',
    accessesPerSecond: 'accesses/s',
    note: 'note',
    restarted: 'restarted',
    implausible: 'implausible',
    connectedAgain: 'Connected again.',
  },
  nextAttempt: (seconds) => `Next attempt in ${seconds} s.`,
  profileColumns: {
    name: 'name',
    host: 'host',
    port: 'port',
    transport: 'transport',
    udpPort: 'udp port',
    user: 'user',
    environment: 'environment',
    folder: 'folder',
    managedBy: 'managed by',
  },
  auditColumns: {
    id: 'no.',
    at: 'time',
    actor: 'who',
    profileName: 'profile',
    setting: 'setting',
    change: 'from → to',
    outcome: 'outcome',
    shell: 'shell',
    plan: 'plan',
  },
  eventsColumns: { at: 'time', profileName: 'profile', kind: 'kind', detail: 'details' },
  eventsEmpty: 'No event fits.',
  auditEmpty: 'Nothing was changed yet.',
  auditWhole: (records, head) =>
    records === 0
      ? 'The audit log is empty.'
      : `All ${records} entries are as they were written. The last one has the hash ${head}.`,
  copyColumns: {
    copy: 'copy',
    profiles: 'profiles',
    missing: 'brings back',
    different: 'makes as before',
    newer: 'came later',
  },
  vaultColumns: { vault: 'Vault', state: 'State' },
  vaultKinds: {
    keychain: 'keychain',
    passphrase: 'passphrase vault',
    session: 'this session only',
    command: 'external command',
  },
  vaultStates: {
    inUse: 'in use',
    locked: 'in use, locked',
    opened: 'in use, the passphrase is right',
    notAgreed: 'in use; another program changed the command, and nobody in the app agreed to it',
    resting: 'rests while the external command is in use',
    offered: 'can be chosen in the app',
  },
  vaultRefused: (refusal) => `not possible: ${refusals[refusal]}`,
  vaultForgotten: (kept) =>
    kept === null
      ? 'There was nothing to forget. Choose in the app where passwords are kept from now on.'
      : `The passwords are forgotten; the file of the vault is kept as ${kept}. Choose in the app where passwords are kept from now on.`,
  backupCreated: (files, bytes, path) =>
    `${files} ${files === 1 ? 'file' : 'files'}, ${bytes}, are backed up in ${path}.`,
  backupWhole: (files, bytes, savedAt) =>
    `The backup of ${savedAt} is whole: ${files} ${files === 1 ? 'file' : 'files'}, ${bytes}.`,
  backupRestored: (savedAt, kept) =>
    kept === null
      ? `The backup of ${savedAt} is in place.`
      : `The backup of ${savedAt} is in place. What was there is kept as ${kept}.`,
  noCopy: 'The profiles are as in every copy that is kept.',
  restored: (count) => `Restored ${count} ${count === 1 ? 'profile' : 'profiles'}.`,
  classColumns: { name: 'class', teeth: 'asks for', colour: 'colour', profiles: 'profiles' },
  teeth: { readOnly: 'unlock', typed: 'name', marked: 'mark' },
  unknownClass: 'unknown (as production)',
  unknownClasses: (names) =>
    `Of a class that is not known here, and so as of production until they are given another: ${names}.`,
  noProfile: 'No profile is saved.',
  added: (name) => `Added ${name}.`,
  removed: (name) => `Removed ${name}.`,
  replaced: (name) => `Replaced ${name}.`,
  skipped: (name) => `Skipped ${name}: it is there already.`,
  nothingImported: 'The file has no profile.',
  unchanged: (name) => `${name}: nothing to be changed`,
  tagTaken: (tag) => `What the tag “${tag}” intends was taken over.`,
  passwordsTaken: (count) => `Passwords taken along: ${count}.`,
  passwordsLeftOut: (count) =>
    `Passwords left out, since they were entered for another address, transport or user: ${count}.`,
  none: '(none)',
  change: {
    before: 'before',
    inForce: 'in force',
    lastSet: 'last set from here',
    accepted: 'accepted',
    unknown: 'not known',
    notVerified: 'SPCP cannot read the size back, so it is not verified.',
  },
  bytes: (count) => `${count} bytes`,
  forNewConnections: (bytes) => `${bytes}, for connections opened from now on`,
  stages: {
    resolve: 'resolve',
    support: 'support',
    reach: 'reach',
    handshake: 'handshake',
    login: 'login',
    read: 'read',
    quit: 'quit',
  },
  outcomes: { ok: 'ok', failed: 'failed', skipped: 'skipped' },
  stockCredentials: (name) =>
    `${name} is used with the stock credentials, which everybody knows (deployed behaviour 16). Change them on the proxy.`,
  passphrasePrompt: 'Passphrase of the vault: ',
  exportPassphrasePrompt: 'Passphrase of the file: ',
  exportPassphraseAgain: 'The passphrase again: ',
  inKeychain: (name) =>
    `The password of ${name} lies in the keychain of the operating system, which only the desktop app can use.`,
  passwordPrompt: (user, name) => `Password of ${user} at ${name}: `,
  drift: {
    nothing: 'Nothing is intended of any profile.',
    states: {
      deviates: 'deviates',
      disagree: 'tags disagree',
      unknown: 'not known',
      unreachable: 'not reached',
      'in-line': 'as intended',
    },
    intended: (value) => `intended: ${value}`,
    found: (value) => `in force: ${value}`,
    here: (who, time) => `set from here by ${who}, ${time}`,
    elsewhere: (since, until) => `set by somebody else, between ${since} and ${until}`,
    disagree: (tags) => `${tags} intend different things`,
  },
  alerts: {
    none: 'Nothing.',
    states: { firing: 'firing', acknowledged: 'acknowledged', over: 'over' },
    ownNetwork: 'the network of this machine',
    acknowledged: (count) => `Acknowledged: ${count}`,
    wouldFireNothing: 'It would have fired nothing in the last day.',
    notKept: 'What this rule is about is not kept: nobody knows what it would have fired.',
  },
  reportWritten: (path) => `Written to ${path}`,
  plan: planTexts,
  ending: 'Waiting for the proxy, to end in order. Once more ends at once.',
};
