import { connectionErrors } from './connection-errors.ts';
import { storageFull, storageTroubles } from './storage.ts';

/**
 * What each error says: a few words, what happened, what to do. Where a part is a list, the first sentence whose every placeholder has a
 * fact is shown (`format/sentence.ts`). A group within an error is its variant (`format/error-text.ts`).
 */
export const errors = {
  'invalid-input': {
    title: 'Not a valid value',
    message: [
      '{{command}} was not sent, since its value does not fit the protocol.',
      '“{{field}}” does not have a valid value.',
      'A value does not fit.',
    ],
    remedy: 'Correct it and try again; nothing was changed.',
    taken: {
      title: 'The name is taken',
      message: [
        'Another profile is called {{name}} already.',
        'Another profile has this name already.',
      ],
      remedy: 'Choose another name; nothing was saved.',
    },
  },
  'not-found': {
    title: 'Not found',
    message: 'What was asked for is not there; it may have been removed meanwhile.',
    remedy: 'Go back to the list and choose again.',
  },
  cancelled: {
    title: 'Cancelled',
    message: [
      'The work with {{where}} was cancelled.',
      'The work was cancelled before it was done.',
    ],
    remedy: 'Start it again when you want it.',
  },
  internal: {
    title: 'An unexpected error',
    message: 'The console met a fault of its own. Nothing that was saved is lost.',
    remedy: 'Try again; if it happens again, report it with the log of the application.',
  },
  unsupported: {
    title: 'Not possible',
    message: 'This change did not take effect, so there is nothing to take back.',
    remedy: 'Set the value that you want instead.',
    bufferSize: {
      title: 'The size before is not known',
      message:
        'The buffer size before this change is not known: SPCP cannot read it, and it was not set from here.',
      remedy: 'Set the size that you want.',
    },
    superseded: {
      title: 'Something else came after it',
      message: 'Since this change another value was set or seen, so it can no longer be undone.',
      remedy: 'Set the value that you want instead.',
    },
  },
  ...connectionErrors,
  'no-password': {
    title: 'No password',
    message: 'No password is known for this profile.',
    remedy: 'Enter it in the profile.',
  },
  'password-needed-again': {
    title: 'Password needed again',
    message:
      'The saved password was entered for another address, way or user, and is sent nowhere else.',
    remedy: 'Enter it again in the profile.',
  },
  'login-refused': {
    title: 'Login refused',
    message: ['{{where}} refused the login.', 'The proxy refused the login.'],
    remedy: 'Correct user and password in the profile.',
    user: {
      title: 'Unknown user',
      message: ['{{where}} does not know the user.', 'The proxy does not know the user.'],
      remedy: 'Correct the user in the profile.',
    },
    password: {
      title: 'Password refused',
      message: ['{{where}} refused the password.', 'The proxy refused the password.'],
      remedy: 'Correct the password in the profile.',
    },
  },
  'reply-timeout': {
    title: 'No reply',
    message: [
      '{{where}} did not answer “{{command}}” within {{seconds}} s, so the session was ended.',
      'The proxy did not answer in time, so the session was ended.',
    ],
    remedy: 'Check that an SPCP service listens there; then try again.',
  },
  'protocol-error': {
    title: 'This is no SPCP',
    message: [
      '{{where}} answered “{{command}}” with something that is no SPCP reply, so the session was ended.',
      '{{where}} sent something that is no SPCP reply, so the session was ended.',
      'What answered does not speak SPCP, so the session was ended.',
    ],
    remedy: 'Check that the port is the management port of the proxy.',
    echo: {
      title: 'This is an echo',
      message: [
        '{{where}} sends back what it is sent. It is no SPCP service, so the session was ended.',
        'What answered sends back what it is sent. It is no SPCP service, so the session was ended.',
      ],
    },
  },
  'server-error': {
    title: 'The proxy answered with an error',
    message: [
      '{{where}} answered “{{command}}” with: {{status}}.',
      'The proxy refused the request.',
    ],
    remedy: 'Check the value that was sent; if it is right, look into the log of the proxy.',
  },
  'not-connected': {
    title: 'Not connected',
    message: [
      '{{name}} is not connected now ({{state}}).',
      'The session with {{where}} is over.',
      'The proxy is not connected now.',
    ],
    remedy: 'Connect it; then try again.',
    console: {
      title: 'The console cannot be reached',
      message: 'This window has lost its connection to the console.',
      remedy: 'It is tried again by itself; check that the console is still running.',
    },
  },
  'not-as-expected': {
    title: 'Changed meanwhile',
    message: [
      'In force is “{{found}}”, not “{{expected}}”: {{actor}} set it. Nothing was written.',
      'In force is “{{found}}”, not “{{expected}}”. Nothing was written.',
      'In force is “{{found}}” and no longer none. Nothing was written.',
      'None is in force any more, not “{{expected}}”. Nothing was written.',
      'The value in force is not the one that was expected. Nothing was written.',
    ],
    remedy: 'Look at the value in force and decide again.',
  },
  'edited-elsewhere': {
    title: 'Changed elsewhere meanwhile',
    message: [
      '{{name}} was changed in another window or by another program. Nothing was saved.',
      'The profile was changed in another window or by another program. Nothing was saved.',
    ],
    remedy: 'Decide between both values, then save again.',
  },
  'read-only': {
    title: 'Locked',
    message: [
      '{{name}} is a production proxy and read-only until it is unlocked.',
      'A production proxy is read-only until it is unlocked.',
    ],
    remedy: 'Unlock it for a limited time; then try again.',
  },
  'confirmation-needed': {
    title: 'Confirmation needed',
    message: [
      '{{name}} is a production proxy: a change on it wants its name typed.',
      'A change on a production proxy wants its name typed.',
    ],
    remedy: 'Type the name exactly as it is shown.',
  },
  'secrets-unavailable': {
    title: 'The password cannot be kept',
    message: 'The keychain of the operating system cannot be used, so the password was not saved.',
    remedy: 'Unlock or set up the keychain, then save again. Nothing else was lost.',
    decrypt: {
      title: 'The saved password cannot be read',
      message: 'The keychain of the operating system did not give the saved password back.',
      remedy: 'Unlock the keychain, or enter the password again in the profile.',
    },
  },
  'storage-full': storageFull,
  'storage-failed': {
    ...storageTroubles,
    title: 'Could not be saved',
    message: [
      '{{path}} was written by a newer release (format {{version}}) and is left as it is.',
      'A file was written by a newer release (format {{version}}) and is left as it is.',
      '{{path}} could not be written. What was saved before is untouched.',
      'The data directory could not be written. What was saved before is untouched.',
    ],
    remedy: [
      'Use the release that wrote format {{version}}, or another data directory.',
      'Check that the data directory is there and that you may write to it; then try again.',
    ],
    audit: {
      title: 'The change was not recorded',
      message: 'The request reached the proxy, but it could not be written to the audit log.',
      remedy: 'Check that the disk has room, read the value in force, and note the change by hand.',
    },
  },
  'file-damaged': {
    title: 'A file is damaged',
    message: [
      '{{path}} cannot be read. It was set aside and not overwritten.',
      'A file of the console cannot be read. It was set aside and not overwritten.',
    ],
    remedy: 'Put back a copy of yours, or go on with what the console restored.',
  },
  commands: {
    user: 'USER',
    pass: 'PASS',
    concurrentConnections: 'concurrent connections',
    transferredBytes: 'transferred bytes',
    historicalAccesses: 'historical accesses',
    activeTransformation: 'active transformation',
    setBufferSize: 'set the buffer size',
    changeTransformation: 'change the transformation',
    quit: 'QUIT',
  },
  statuses: {
    ok: 'done',
    authenticationError: 'authentication error',
    invalidCommand: 'invalid command',
    invalidArguments: 'invalid arguments',
    generalError: 'general error',
  },
  fields: {
    name: 'Name',
    host: 'Host',
    port: 'SCTP port',
    transport: 'Transport',
    udpPort: 'UDP port',
    sshDestination: 'SSH destination',
    relayCommand: 'Relay command',
    user: 'User',
    password: 'Password',
    environment: 'Environment',
    folder: 'Folder',
    pollSeconds: 'Interval',
    autoConnect: 'Connect at the start',
    next: 'Transformation',
    bytes: 'Buffer size',
    confirmName: 'Name for confirmation',
  },
};
