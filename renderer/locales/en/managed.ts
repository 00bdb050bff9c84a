/** What the administrators of this machine ordain. */
export const managed = {
  by: 'Managed by {{by}}',
  where: 'Read from {{file}}, which only administrators of this machine write.',
  why: {
    profile:
      '{{by}} supplies this profile in <file>{{file}}</file>, so what it says cannot be changed here: ask them. A password, notes, colour and favourite of your own can be added, and stay yours.',
    folder:
      '{{by}} supplies this folder in <file>{{file}}</file>, so it cannot be changed here: ask them.',
  },
  notes: 'Notes of {{by}}',
  locked: 'Set by {{by}}; it cannot be changed here.',
  leftOut_one: '{{count}} of them is managed by {{by}} and is left out: {{names}}.',
  leftOut_other: '{{count}} of them are managed by {{by}} and are left out: {{names}}.',
  passwordToo: 'A password is given to them, too.',
  andMore_one: '{{count}} more',
  andMore_other: '{{count}} more',
  panel: {
    title: 'Managed',
    by: 'By',
    file: 'File',
    source: 'Named by',
    sources: {
      system: 'The configuration of the system',
      environment: 'The environment variable SPCP_CONSOLE_MANAGED',
    },
    profiles: 'Profiles',
    locked: 'Locked settings',
    vaults: 'Passwords may be kept',
    vaultKinds: {
      keychain: 'in the keychain',
      passphrase: 'under a passphrase',
      session: 'in memory',
      command: 'by another program',
    },
    anyVault: 'as you choose',
    exports: 'Exports',
    noSecrets: 'Never with passwords',
    secrets: 'With passwords, if you choose so',
    trials: 'Trying transformations on this machine',
    webhook: 'Alerts to a webhook',
    updates: 'Looking for updates',
    noTrials: 'Never',
    tryHere: 'If you allow it',
    none: 'none',
  },
};
