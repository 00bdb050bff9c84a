import { words } from '../../../shared/texts/en/words.ts';

/** The settings of a proxy: editors, lock, results, and who changed what. */
export const changes = {
  title: 'Settings of the proxy',
  readAgain: 'Read again',
  inForce: 'In force',
  lastRead: 'In force when last read',
  readAgo: 'read {{ago}}',
  to: 'to',
  busy: 'Checking, writing, reading back…',
  noTransformation: 'none',
  sizeUnknown: 'not known',
  bytes_one: '{{value}} byte',
  bytes_other: '{{value}} bytes',
  undoOf: 'Undo: {{setting}}, {{when}}',
  settings: words.settings,
  lock: {
    locked: '{{name}}: locked',
    unlocked: '{{name}}: unlocked',
    left: '{{time}} left',
    lockedText: 'Nothing can be changed until you unlock it.',
    unlockedText: 'It locks itself when the time is up.',
    unlock: 'Unlock for 10 minutes',
    lockNow: 'Lock now',
  },
  confirm: {
    title: 'Change a guarded proxy',
    label: 'Type its name to confirm: {{name}}',
    submit: 'Change it',
  },
  deed: {
    one: {
      title: 'Confirm for {{name}}',
      text: 'The class of this proxy is guarded: where it leads, who logs in there, its class and its profile are changed or removed only so. The proxy itself runs on.',
    },
    many: {
      title_one: '{{count}} guarded profile',
      title_other: '{{count}} guarded profiles',
      text_one: '{{count}} of the profiles that this touches is of a guarded class.',
      text_other:
        '{{count}} of the profiles that this touches are of guarded classes. What you type stands for their unlocks and names.',
    },
    label: 'Type to confirm: {{text}}',
    submit: 'Do it',
  },
  blocked: {
    notReady: 'The proxy is not connected ({{state}}), so nothing can be changed now.',
    lost: 'The console cannot be reached, so nothing can be changed now.',
    locked: 'Locked: unlock it above first.',
    notRead: 'What is in force has not been read yet.',
  },
  transformation: {
    what: 'A shell command that the proxy’s host runs on each mail.',
    label: 'New transformation',
    rule: 'Printable ASCII; mail in, result out.',
    length: '{{used}} of {{max}} bytes',
    same: 'This is in force already.',
    set: 'Set the transformation',
    clear: 'Switch it off',
    edit: 'Edit this',
    notRead: 'not read yet',
    faults: {
      empty: 'Say what it is to be.',
      character: 'Character {{position}} ({{character}}) is not printable ASCII.',
      long: 'Too long by {{over}} bytes.',
    },
  },
  command: {
    next: 'New',
    warnings: 'What may be wrong with it',
  },
  bufferSize: {
    what: 'Bytes buffered for each connection opened later.',
    lastSet: 'Last set from here',
    label: 'New buffer size',
    units: 'In bytes, or with k (KiB) or M (MiB), such as 64k.',
    presets: 'Usual sizes',
    setBy: '{{ago}}, by {{actor}}',
    inDoubt:
      '{{actor}} asked for {{size}} ({{when}}), and the proxy did not say OK. Some servers refuse a size and apply it all the same, so nobody knows which one holds: set the size that you want again.',
    before: 'The one before was {{size}}.',
    set: 'Set the buffer size',
    faults: {
      empty: 'Say what it is to be.',
      number: 'A whole number, alone with at least two digits, or with k or M: 4096, 64k, 1M.',
      ambiguous:
        'kB and MB are 1000 to some and 1024 to others. Write k (1024 bytes), M, or the number of bytes.',
      range: 'Between {{min}} and {{max}} bytes.',
    },
  },
  outcomes: {
    begun: {
      name: words.outcomes.begun,
      title: 'Under way',
      transformation: 'Recorded, and not concluded yet.',
      bufferSize: 'Recorded, and not concluded yet.',
    },
    verified: {
      name: words.outcomes.verified,
      title: 'Changed and verified',
      transformation: 'The proxy took it, and it was read back as asked.',
      bufferSize: 'The proxy took it, and it was read back as asked.',
    },
    unverified: {
      name: words.outcomes.unverified,
      title: 'Accepted by the proxy',
      transformation: 'The proxy said OK; it could not be read back.',
      bufferSize:
        'The proxy said OK. SPCP cannot read the size back; it holds for connections opened from now on.',
    },
    mismatch: {
      name: words.outcomes.mismatch,
      title: 'Read back as something else',
      transformation:
        'The proxy said OK, but another value is in force now. Somebody else may have changed it in the same moment.',
      bufferSize: 'The proxy said OK, but another value is in force now.',
    },
    conflict: {
      name: words.outcomes.conflict,
      title: 'Not written: something else was in force',
      transformation:
        'Another transformation was in force than the one seen, so nothing was written.',
      bufferSize: 'Another size was in force than the one seen, so nothing was written.',
    },
    refused: {
      name: words.outcomes.refused,
      title: 'Refused',
      transformation: 'What was in force still is.',
      bufferSize: 'What was in force still is.',
    },
    failed: {
      name: words.outcomes.failed,
      title: 'The outcome is not known',
      transformation:
        'The connection failed in the middle. Read the value in force before you try again.',
      bufferSize:
        'The proxy answered with an error or not at all, and may have applied it all the same. Set the size that you want again.',
    },
    'not-applied': {
      name: words.outcomes['not-applied'],
      title: 'Not applied',
      transformation: 'It was never sent, or the proxy was found with another one in force later.',
      bufferSize: 'It was never sent.',
    },
  },
  conflict: {
    title: 'Changed meanwhile',
    own: 'You set another one yourself, {{when}}: in another window, on the command line, or by a change whose outcome was not known.',
    other: '{{actor}} set another one, {{when}}.',
    unknown: 'Somebody set another one, and not with this console.',
    text: 'Nothing was written, and your text is still in the field.',
    expected: 'You saw',
    found: 'In force now',
    goOn: 'Go on from there',
  },
  shells: words.shells,
  history: {
    remote: '{{actor}} from {{remote}}',
    title: 'Changes',
    empty: 'Nothing was changed from this console yet',
    emptyText:
      'Each change from this console is kept here: who, when, from what, to what, and what was read back. Changes by others are marked on the charts.',
    when: 'When, by whom',
    what: 'Setting',
    change: 'Change',
    outcome: 'Outcome',
    isUndo: 'undo',
    noUndo: 'No undo: the size before is not known, and SPCP cannot read it.',
    readBack: 'read back:',
    older: 'Load older changes',
  },
};
