/** Where passwords are kept: the choice of a vault, and what a locked one says. */
export const vault = {
  title: 'Passwords',
  never:
    'Passwords never reach this window, a log or an argument list, and an export only under a passphrase.',
  now: 'In use: {{name}}',
  nowLocked: 'locked',
  nowUnlocked: 'unlocked',
  kinds: 'Where they can be kept',
  inUse: 'in use',
  toChoice: 'Where passwords are kept',
  use: 'Use',
  useOne: 'Use: {{name}}',
  refused: 'Not possible here: {{why}}',
  onlyLeft:
    'Cannot be chosen here: {{why}} It is in use all the same, since nothing that is allowed works here by itself.',
  lockNow: 'Lock now',
  keychain: {
    name: 'Keychain of the operating system',
    means: 'Kept encrypted on disk, and open while you are logged in to this computer.',
    short: 'The password is kept in the keychain of the operating system.',
  },
  passphrase: {
    name: 'Passphrase vault',
    means:
      'Kept encrypted on disk under a passphrase that you enter once per run. Works without a desktop, too.',
    short: 'The password is kept in the passphrase vault.',
  },
  session: {
    name: 'This session only',
    means: 'Kept in memory and forgotten when the console ends.',
    short: 'The password is kept in memory until the console ends.',
  },
  command: {
    name: 'External command',
    asked: 'asked for',
    means:
      'Nothing is kept here: another program, such as pass or the 1Password CLI, is asked for each password.',
    label: 'Command',
    description:
      'In one line, as for a shell, or one argument in each line. It runs without a shell and prints the password as its only line.',
    insert: 'Insert {{field}}',
    split_one: 'Runs as {{count}} part:',
    split_other: 'Runs as {{count}} parts:',
    noShell:
      'No shell runs this: {{signs}} is passed on as it is. For a pipe or a variable, name a script of your own.',
    noHost:
      'The command does not hang on {host}: its answer goes wherever the profile leads, also after somebody changed that.',
    timeout: 'Time limit, seconds',
    timeoutText: 'It is ended after that, 1 to 300.',
    cache: 'Remember an answer, minutes',
    cacheText: 'In memory only, 0 to 1440. 0 asks for each login.',
    limit_one: 'Ended after {{count}} second.',
    limit_other: 'Ended after {{count}} seconds.',
    cached_one: 'An answer is remembered for {{count}} minute.',
    cached_other: 'An answer is remembered for {{count}} minutes.',
    noCache: 'It is asked for each login.',
    edit: 'Change the command',
    changed: {
      title: 'Another program changed this command',
      text: 'It is not run before you agree to it. If you do not know why it changed, change it here instead, and look who can write to the data directory.',
      agree: 'Agree to this command',
    },
    resting:
      'The passphrase vault of before rests meanwhile. To choose another place than it or a command, choose it first, with its passphrase; or, where that is lost, forget what is in it.',
    faults: {
      empty: 'An argument is empty.',
      quote: 'A quote is not closed.',
      field: 'There is no {{field}}: only {user}, {host} and {profile}.',
      long: 'At most 40 arguments of 1000 characters.',
      seconds: 'A whole number from 1 to 300.',
      minutes: 'A whole number from 0 to 1440.',
    },
  },
  why: {
    'web-shell': 'only the desktop app has the keychain of the operating system.',
    'plain-text':
      'the operating system offers only unprotected storage ({{backend}}). Install and unlock GNOME Keyring or KWallet.',
    exposed:
      'the keychain of this desktop ({{backend}}) does not answer, and passwords would be encrypted with a key that everybody knows. Install and unlock GNOME Keyring or KWallet, and start the app again.',
    'no-keychain':
      'the keychain of the operating system cannot be used. Unlock it, or install one, and start the app again.',
    policy: 'the administrators of this machine do not allow it.',
  },
  field: {
    label: 'Passphrase',
    new: 'New passphrase',
    again: 'The same once more',
    hint: 'At least {{least}} characters; four words that have nothing to do with each other are good.',
    toggle: 'Show or hide the passphrase',
    wrong: 'This is not the passphrase. Check the keyboard layout and capital letters.',
    differs: 'Not the same as above.',
    lostTitle: 'Nobody can recover this passphrase',
    lostText:
      'Whoever forgets it loses the saved passwords and has to enter each of them again. Write it down where only you find it.',
  },
  strength: {
    short: 'Too short.',
    weak: 'Too easy to guess. Make it longer, or add words.',
    fair: 'Good enough.',
    strong: 'Strong.',
  },
  idle: {
    label: 'Lock by itself when nobody uses the app',
    minutes_one: 'after {{count}} minute',
    minutes_other: 'after {{count}} minutes',
    never: 'never, only by hand',
  },
  choose: {
    title: 'Use: {{name}}',
    edit: 'Change: {{name}}',
    submit: 'Use from now on',
    done: 'In use: {{name}}',
    doneText: 'It holds for every password from now on.',
  },
  happens: {
    title: 'What becomes of the saved passwords',
    none: 'None is saved yet, so nothing is lost by this.',
    taken_one:
      'The saved password of {{count}} profile is taken along, or nothing changes. Nothing of it is left in: {{from}}.',
    taken_other:
      'The saved passwords of {{count}} profiles are taken along, all of them or none. Nothing of them is left in: {{from}}.',
    session: 'From then on, passwords are forgotten whenever the console ends.',
    toCommand_one:
      'The saved password of {{count}} profile is not used any more. It stays in “{{from}}” until you choose something else than a command.',
    toCommand_other:
      'The saved passwords of {{count}} profiles are not used any more. They stay in “{{from}}” until you choose something else than a command.',
    fromCommand:
      'What the command has is its own, and is not taken along. Profiles that have no password saved from before ask for one.',
    backToPassphrase:
      'Where a passphrase vault was in use before the command, enter the passphrase that it has.',
    locked: 'The vault is locked. Unlock it first, so that the saved passwords can be taken along.',
  },
  change: {
    open: 'Change the passphrase',
    title: 'Change the passphrase',
    old: 'Passphrase until now',
    submit: 'Change',
    done: 'The passphrase was changed',
    doneText: 'The saved passwords are the same.',
  },
  forget: {
    open: 'Passphrase lost…',
    title: 'Forget the passwords of the vault and begin anew?',
    text: 'Without the passphrase nobody can read the saved passwords. The file of the vault is set aside, in case the passphrase is found again; each profile then asks for its password, and you can choose another place for them.',
    sure: 'Type “{{word}}” to forget them',
    word: 'forget',
    submit: 'Forget them',
    done: 'The passwords are forgotten',
    doneText: 'Choose where passwords are kept from now on.',
    keptText:
      'The file of the vault is kept as {{file}}. Choose where passwords are kept from now on.',
  },
  try: {
    label: 'Try it with',
    run: 'Try',
    came: 'A password came for {{name}}. It was not kept.',
    nobody: 'No profile is called so. Type a part of its name.',
    noProfile: 'Add a profile to try the command with it.',
  },
  recipes: {
    title: 'Recipes for pass, 1Password, HashiCorp Vault and secret-tool',
    text: 'Each asks for the password of one profile. Adapt the paths to where yours lie.',
    pass: 'pass, the standard Unix password manager',
    op: '1Password (op)',
    vault: 'HashiCorp Vault (vault)',
    'secret-tool': 'GNOME Keyring and other secret services (secret-tool)',
    keep: 'Put a password there, for example:',
    useOne: 'Use the command of {{name}}',
    copy: 'Copy',
    copyOne: 'Copy the command of {{name}}',
    copied: 'Copied.',
    notCopied: 'The browser did not let it be copied.',
  },
  unlock: {
    title: 'Unlock the vault',
    text: 'Its saved passwords can be used again then.',
    waiting_one: '{{count}} login waits for it, and goes on by itself.',
    waiting_other: '{{count}} logins wait for it, and go on by themselves.',
    submit: 'Unlock',
    done: 'The vault is unlocked',
    doneText: 'Logins that waited go on.',
    toSettings: 'Go to the settings',
  },
  locked: {
    title: 'The vault is locked',
    text: 'Sessions that are up stay up; new logins wait until it is unlocked.',
    waiting_one: '{{count}} login waits for it. Sessions that are up stay up.',
    waiting_other: '{{count}} logins wait for it. Sessions that are up stay up.',
    told: 'The vault is locked.',
    toldWaiting: 'The vault is locked, and logins wait for it.',
    unlock: 'Unlock',
    sign: 'Unlock the vault',
    signOpen: 'Lock the vault',
    field: 'The vault is locked: a new password cannot be saved before it is unlocked.',
  },
  form: {
    refused: '{{name}} is not possible here: {{why}}',
    asks: 'Nothing is entered here: {{program}} is asked for the password at each login.',
    asksCached_one:
      'Nothing is entered here: {{program}} is asked for the password, and its answer remembered for {{count}} minute.',
    asksCached_other:
      'Nothing is entered here: {{program}} is asked for the password, and its answer remembered for {{count}} minutes.',
    choose: 'Choose where passwords are kept',
  },
};
