/**
 * The connection test. `findings` says what a stage found, `remedies` what to do where it failed (without one, the error's own remedy is
 * shown), `advice` what to know although it went well. Lists go from the sentence that says most to one that needs least.
 */
export const doctor = {
  title: 'Connection test',
  description:
    'Tries what you typed, stage by stage, in one session that is ended in order. Nothing is saved or changed.',
  start: 'Test connection',
  again: 'Test again',
  stop: 'Stop waiting',
  outdated: {
    title: 'Of what the form held before',
    text: 'This is what was found for {{user}} at {{host}}, SCTP port {{port}}. The form has been changed since: test again.',
  },
  running: 'Running for {{time}} …',
  ok: 'It works ({{time}}).',
  failed: 'Failed at: {{stage}}',
  stages: {
    resolve: 'Find the host',
    support: 'Transport on this machine',
    reach: 'Reach the host',
    handshake: 'SCTP handshake',
    login: 'Log in',
    read: 'First reading',
    quit: 'Log out',
  },
  about: {
    resolve: 'Looks the name up.',
    support: 'Sees whether this machine has the way that the profile asks for.',
    reach: 'Sees whether anything of SCTP answers there.',
    handshake: 'Opens the association.',
    login: 'Sends user and password.',
    read: 'Reads the three metrics.',
    quit: 'Ends the session in order.',
  },
  outcomes: {
    ok: 'ok',
    failed: 'failed',
    skipped: 'skipped',
    pending: 'not run yet',
    running: 'running',
  },
  findings: {
    'address-given': '{{address}} is an address; there is nothing to look up.',
    'addresses-found': [
      '{{host}} is {{address}} (IPv{{family}}). Further addresses: {{others}}.',
      '{{host}} is {{address}} (IPv{{family}}).',
    ],
    'host-unknown': 'There is no host called {{host}}.',
    'name-server-silent': 'No name server answered for {{host}}.',
    'resolved-there': 'The address is looked up on the side of {{sshDestination}}.',
    'kernel-sctp': 'This machine has kernel SCTP.',
    'no-kernel-sctp': 'This machine has no usable kernel SCTP.',
    'sctp-in-udp': 'SCTP in UDP is used; it needs nothing on this machine.',
    'ssh-found': 'ssh is there: {{version}}.',
    'ssh-missing': 'There is no ssh program on this machine.',
    'route-found': 'There is a route to {{address}}, from {{from}}.',
    'no-route': 'There is no way to {{address}} from here.',
    'sctp-answers': 'An SCTP stack answers at {{address}}, UDP port {{udpPort}}.',
    'probe-unanswered':
      'An SCTP stack is at {{address}}, UDP port {{udpPort}}: it answered the handshake, though not the probe before it.',
    'udp-port-closed': 'UDP port {{udpPort}} of {{address}} is closed.',
    'not-sctp': 'Something answers at {{address}}, UDP port {{udpPort}}, but it is not SCTP.',
    silent: 'Nothing answers at {{address}}, UDP port {{udpPort}}.',
    'ssh-connected': 'ssh logged in at {{sshDestination}}.',
    'ssh-unreachable': 'ssh cannot reach {{sshDestination}}.',
    'ssh-host-key': 'ssh does not trust the host key of {{sshDestination}}.',
    'ssh-login-refused': '{{sshDestination}} refused the SSH login.',
    established: 'The association with {{where}} is up.',
    refused: '{{host}} refused an association on SCTP port {{port}} (ABORT).',
    'init-dropped':
      'An SCTP stack answers there, but the request for an association (INIT) to port {{port}} of {{host}} was dropped.',
    'init-unanswered': 'Nobody answered at {{host}}, SCTP port {{port}}.',
    'handshake-incomplete':
      '{{host}} answered the first step of the handshake on SCTP port {{port}}, and then no more.',
    'relay-missing': 'The relay program is not there on {{sshDestination}}.',
    'no-sctp-there': '{{sshDestination}} has no SCTP.',
    'relay-failed': 'The relay on {{sshDestination}} failed.',
    'relay-started':
      'The relay on {{sshDestination}} runs, but does not tell whether it has reached the proxy: the login shows it.',
    'logged-in': 'Logged in as {{user}}.',
    'logged-in-stock': 'Logged in as {{user}}, with the stock password.',
    'no-password': 'No password is given, so the login was not tried.',
    'user-unknown': 'The proxy does not know the user {{user}}.',
    'password-wrong': 'The proxy knows the user {{user}} and refused the password.',
    'not-spcp': [
      'The peer speaks SCTP, but not SPCP ({{rule}}).',
      'The peer speaks SCTP, but not SPCP.',
    ],
    'no-reply': 'No answer to “{{command}}” within {{seconds}} s.',
    'answered-error': 'The proxy answered “{{command}}” with: {{status}}.',
    'not-sendable': '“{{command}}” cannot be sent: its value does not fit the protocol.',
    'association-ended': 'The association ended in the middle.',
    'metrics-read':
      '{{connections}} connections, {{transferredBytes}} bytes, {{accesses}} accesses; {{roundTrip}} for a request.',
    'metrics-implausible':
      'The metrics came, but {{connections}} cannot be a count of connections ({{transferredBytes}} bytes, {{accesses}} accesses; {{roundTrip}} for a request).',
    'reply-invalid': 'The answer to “{{command}}” is no valid SPCP reply.',
    'quit-answered': 'QUIT was answered, and the association ended in order.',
    'quit-shutdown': 'The proxy took QUIT and ended the association in order.',
    shutdown: 'The association was ended in order.',
    'quit-aborted': 'The proxy took QUIT and ended the association by ABORT.',
    'quit-unanswered': 'The proxy neither answered QUIT nor ended the association.',
    'already-ended': 'The association had ended already.',
    cancelled: 'Cancelled.',
  },
  remedies: {
    'name-server-silent':
      'Check the network and the VPN, or enter the address in place of the name.',
    'not-sctp': 'Correct the UDP port: it is the server’s net.sctp.udp_port, 9899 as a rule.',
    silent:
      'Check the address, that firewalls let UDP port {{udpPort}} through both ways, and that the server has net.sctp.udp_port={{udpPort}}.',
    'ssh-missing': 'Install an SSH client on this machine.',
    'ssh-unreachable': 'Check the SSH destination and the network.',
    'ssh-host-key': 'Connect once by hand with ssh and check the key.',
    'ssh-login-refused': 'Check user, keys and agent of ssh.',
    'init-dropped':
      'A packet filter on the server or on the way drops it: look for rules on SCTP port {{port}}. Or the server is overloaded.',
    'init-unanswered': 'Many networks drop SCTP: try SCTP in UDP, and check the host.',
    'handshake-incomplete':
      'A packet filter on the way drops the later steps, or the server is overloaded: check both.',
    'relay-missing': 'Install it there, or name another one.',
    'no-sctp-there': 'Load the sctp module there.',
    'no-password': 'Enter the password and test again.',
    'user-unknown': 'Correct the user.',
    'password-wrong': 'Correct the password.',
    'not-spcp':
      'Correct the SCTP port: it is that of the proxy’s management service, 9090 as a rule.',
    'quit-unanswered': 'Nothing to do: the association was ended from here.',
  },
  advice: {
    'logged-in-stock':
      'Every deployed server comes with it, and whoever knows that can run programs on the proxy’s host: have it changed there.',
    'metrics-implausible': 'The proxy has miscounted; a restart of the proxy corrects it.',
  },
};
