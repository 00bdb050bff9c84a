import { words } from '../../../shared/texts/en/words.ts';

/** The list of profiles, and the editor of one. */
export const profiles = {
  missing: 'There is no such profile',
  toList: 'Go to the profiles',
  udpPort: 'UDP port {{port}}',
  clear:
    'SPCP has no encryption: user, password and commands travel in the clear. Use it inside a VPN or through SSH.',
  columns: {
    name: 'Name',
    folder: 'Folder',
    host: 'Address',
    user: 'User',
    environment: 'Environment',
    password: 'Password',
    state: 'State',
    actions: 'Actions',
  },
  password: { here: 'saved', none: 'missing', elsewhere: 'needed again' },
  actions: {
    connect: 'Connect {{name}}',
    disconnect: 'Disconnect {{name}}',
    edit: 'Edit {{name}}',
    remove: 'Remove {{name}}',
  },
  removed: { title: '{{name}} was removed', text: 'Its history stays.' },
  restored: { title: '{{name}} is back', text: 'The removal was taken back.' },
  list: {
    paste: 'Paste a list',
    description: 'One profile for each proxy: where it is, who logs in, and how it is treated.',
    search: 'Search profiles',
    found_one: '{{count}} profile fits',
    found_other: '{{count}} profiles fit',
    noneFits: 'No profile fits “{{text}}”',
    noneFitsText: 'Searched are name, folder, host and user of all {{count}} profiles.',
    clearSearch: 'Clear the search',
    empty: 'No profile yet',
    emptyText:
      'Add your first proxy, or start three reference proxies on this machine to look around.',
  },
  editor: {
    title: 'Edit {{name}}',
    description: 'The proxy itself is not changed by this.',
    saved: '{{name}} was saved',
    savedText: 'The profile is kept on this machine.',
  },
  elsewhere: {
    changed: 'This profile was changed elsewhere meanwhile',
    takenOver: 'Taken over, since you had not changed it here: {{fields}}.',
    decide: 'Changed there and here, for you to decide: {{fields}}.',
    removed: 'This profile was removed elsewhere meanwhile',
    removedText:
      'What you typed is still here. Saving makes a new profile of it; its password has to be entered again.',
    saveNew: 'Save as a new profile',
    value: 'Changed elsewhere to: {{value}}',
    keep: 'Keep mine',
    keepField: 'Keep mine: {{field}}',
    take: 'Take theirs',
    takeField: 'Take theirs: {{field}}',
  },
  production: {
    remove: {
      title: 'Remove {{name}}?',
      text: 'This is a production proxy. Its profile can only be removed while it is unlocked, and with its name typed. The proxy itself runs on.',
      submit: 'Remove',
    },
    edit: {
      title: 'Take the production class away from {{name}}?',
      text: 'Changes on this proxy would then want neither an unlock nor its name. That is done only while it is unlocked, and with its name typed.',
      submit: 'Save',
    },
  },
  leave: {
    title: 'Leave without saving?',
    text: 'What you typed on this page has not been saved and would be lost.',
    stay: 'Stay here',
    leave: 'Leave without saving',
  },
  groups: {
    remarks: 'Tags and notes',
    identity: 'Name and folder',
    connection: 'Connection',
    access: 'Login',
    behaviour: 'Treatment',
  },
  paste: {
    description:
      'Adds many proxies at once from a list, a table or the command lines that you have.',
    list: 'Your list',
    forms:
      'One proxy a line: “host[:port] [name]”, an address such as spcp://user@host:port, or flags such as “-L host -o port”. A table with a header works too, with commas, semicolons or tabs between.',
    example: 'mail-01.example\nmail-02.example:9091 Second mail\nspcp://admin@[2001:db8::7]:9090',
    forAll: 'For all of them',
    forAllText: 'Holds where a line does not say it itself. What is left empty, their folder says.',
    asFolder: 'As the folder says',
    preview: 'What will be made',
    counts: '{{made}} to be added, {{faulty}} to be corrected, {{out}} left out.',
    most: 'Only the first {{count}} lines are read.',
    make: 'Add',
    makeLine: 'Add the proxy of line {{line}}',
    line: 'Line',
    outcome: 'Result',
    fieldOfLine: '{{field}} of line {{line}}',
    fault: '{{field}}: {{fault}}',
    there: 'There already: {{name}}',
    twice: 'The same as line {{line}}',
    new: 'New',
    add_one: 'Add {{count}} profile',
    add_other: 'Add {{count}} profiles',
    faulty_one: 'Correct {{count}} line, or leave it out.',
    faulty_other: 'Correct {{count}} lines, or leave them out.',
  },
  added: {
    title_one: '{{count}} profile added',
    title_other: '{{count}} profiles added',
    text: 'They connect now.',
  },
  source: {
    folder: 'Said by the folder “{{folder}}”.',
    own: 'Set here. The folder “{{folder}}” says {{value}}.',
    set: 'Set here',
    setField: 'Set {{field}} here, whatever the folder says',
    inherit: 'Inherit',
    inheritField: 'Inherit {{field}} from the folder',
  },
  colours: {
    none: 'None',
    red: 'Red',
    orange: 'Orange',
    yellow: 'Yellow',
    green: 'Green',
    teal: 'Teal',
    blue: 'Blue',
    violet: 'Violet',
    pink: 'Pink',
  },
  fields: {
    name: { label: words.fields.name },
    tags: {
      label: words.fields.tags,
      description: 'With commas between: what proxies have in common, such as “mail, eu”.',
    },
    notes: {
      label: words.fields.notes,
      description: 'For whoever reads this profile. Never a password: notes are not kept secret.',
    },
    colour: {
      label: words.fields.colour,
    },
    favourite: {
      label: words.fields.favourite,
      description: 'Comes first in lists and in the command palette.',
    },
    folder: {
      label: words.fields.folder,
      description: 'Optional. Parts are divided by “/”, such as Europe/Madrid.',
    },
    host: {
      label: words.fields.host,
      description: 'A name or an address; a port that is pasted with it finds its own field.',
      fromSsh: 'As the SSH server sees it: 127.0.0.1 where the proxy runs on that server.',
    },
    port: { label: words.fields.port, description: '9090 as a rule.' },
    transport: { label: words.fields.transport },
    udpPort: {
      label: words.fields.udpPort,
      description: 'The server’s net.sctp.udp_port, 9899 as a rule.',
    },
    sshDestination: {
      label: words.fields.sshDestination,
      description:
        'user@host, host:port, or a name of your SSH configuration. Your own keys, agent and known hosts are used.',
    },
    relayCommand: {
      label: words.fields.relayCommand,
      description:
        'Runs on the SSH server and joins its standard input and output with the proxy; {host} and {port} stand for the proxy’s.',
    },
    user: { label: words.fields.user },
    password: {
      label: words.fields.password,
      savedHere: 'saved',
      saved: {
        here: 'One is saved. Leave this empty to keep it.',
        none: 'None is saved yet.',
        elsewhere:
          'One is saved, but it was entered for another address, way or user. Enter it again: it is sent nowhere else.',
      },
      toggle: 'Show or hide the password',
    },
    environment: { label: words.fields.environment },
    pollSeconds: {
      label: words.fields.pollSeconds,
      description: 'Between two readings, 0.5 to 3600.',
    },
    autoConnect: {
      label: words.fields.autoConnect,
      description: 'Otherwise it stays off until you connect it.',
    },
  },
  faults: {
    required: 'Fill this in.',
    long: 'Too long.',
    hidden:
      'It holds the character {{character}}, which nobody sees. Delete it, or type the text anew.',
    host: 'Neither a host name nor an IPv4 or IPv6 address. Check for a password or a path in it, and a port above 65535.',
    port: 'A whole number from 1 to 65535.',
    ascii: 'Only printable ASCII characters, without accents.',
    interval: 'A number from 0.5 to 3600.',
    ssh: 'user@host, host:port or a name of your SSH configuration; no spaces and no options.',
    again:
      'The saved password was entered for another address, way or user. Enter the one for here.',
    taken: 'Another profile has this name already. Choose another one.',
    value: 'This value does not fit.',
  },
  transports: {
    auto: 'Kernel SCTP where this machine has it, else SCTP in UDP. What was taken is shown with the reason.',
    kernel:
      'Plain SCTP, IP protocol 132. Needs the sctp module on this machine, and a network that lets it through.',
    udp: 'SCTP packets inside UDP (RFC 6951). Works from everywhere; the server has to offer it.',
    ssh: 'Through your own ssh, for a proxy that listens on loopback only, as deployed servers do. Needs a relay such as socat there.',
    notHere: 'Not available on this machine.',
  },
  environments: {
    development: 'May be changed at any time.',
    staging: 'May be changed at any time; marked, so that it is not taken for the other two.',
    production: 'Read-only until unlocked for ten minutes, and each change wants its name typed.',
  },
  vault: {
    keychain: 'The password is kept in the keychain of the operating system',
    session: 'The password is kept in memory until the app ends.',
  },
  stock: {
    short: 'stock credentials',
    title: 'These are the stock credentials',
    text: 'Every deployed server comes with admin / admin. Whoever knows that can run programs on the proxy’s host: have them changed there.',
  },
};
