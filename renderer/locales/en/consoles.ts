/** Consoles on other machines, and the frame of a window that shows one. */
export const consoles = {
  description:
    'The console of this machine, and consoles of other machines that your own ssh reaches. Each window shows one of them.',
  forbidden: '{{by}} lets no remote console be opened from this machine.',
  add: 'Open a remote console…',
  edit: 'Edit',
  editOne: 'Edit {{name}}',
  remove: 'Remove',
  removeOne: 'Remove {{name}}',
  removed: 'Remote console removed',
  show: 'Show here',
  showOne: 'Show {{name}} here',
  window: 'New window',
  windowOne: 'Show {{name}} in a new window',
  shown: 'Shown here',
  local: 'This machine',
  localText: 'The console that runs here',
  none: 'No remote console yet',
  noneText:
    'SPCP Console has to run on the other machine, as with “spcp-console serve --no-open”. ssh runs “spcp-console attach --stdio” there; no port is opened.',
  asksNothing:
    'ssh asks no question here. A key with a passphrase has to be in the agent (ssh-add), and the key of a host that is new to you has to be accepted once in a terminal.',
  fields: {
    name: 'Name',
    destination: 'SSH destination',
    destinationText:
      'user@host, user@host:port, or a name of your ~/.ssh/config, which also says keys and jump hosts.',
    destinationFault: 'It is user@host, host:port or a name, and does not begin with a hyphen.',
    nameFault: 'It is 1 to 80 characters.',
    program: 'Command there',
    programText: 'Where spcp-console lies on that machine, if its shell does not find it.',
    programFault: 'It is one line, and does not begin with a hyphen.',
    directory: 'Data directory there',
    directoryText: 'Empty for the usual one of that user.',
    directoryFault: 'It is one line, and does not begin with a hyphen.',
  },
  state: {
    idle: 'Not open',
    connecting: 'Connecting…',
    open: 'Open',
    unreached: 'Not reached; tried again at {{time}}',
    waiting: 'Lost; tried again at {{time}}',
    refused: 'Could not be opened',
  },
  bar: {
    label: 'Remote console',
    where: 'Remote console: {{name}}',
    who: '{{user}} on {{machine}}',
    may: {
      view: 'may look',
      operate: 'may operate',
      administer: 'may administer',
    },
    version: 'version {{version}}',
    others: 'All consoles',
    home: 'Back to this machine',
    retry: 'Try now',
    unread: 'Part of this console is not read any more',
    unreadText:
      'What it says of {{topics}} is not as agreed, so this window shows that as it last was. It is of version {{version}}: bring it and this app to the same one, then load the window anew.',
    goesOn: 'What runs on that console goes on there meanwhile, plans among it.',
  },
};
