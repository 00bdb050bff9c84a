/** What errors say that come before the session: of names, networks, SCTP and SSH. */
export const connectionErrors = {
  'host-not-found': {
    title: 'No such host',
    message: [
      '{{sshDestination}} or, seen from there, {{host}} was not found.',
      'There is no host called {{host}}.',
      'There is no host of this name.',
    ],
    remedy: 'Check the name in the profile, and that the VPN with its name server is up.',
    'no-host-name': {
      title: 'This is no host name',
      message: [
        '{{host}} is neither a host name nor an address.',
        'The host is neither a host name nor an address.',
      ],
      remedy: 'Correct it in the profile: a name has letters, digits and hyphens between its dots.',
    },
  },
  'no-kernel-sctp': {
    title: 'No kernel SCTP here',
    message: 'The machine that the console runs on has no usable SCTP in its kernel.',
    remedy: 'On Linux run “sudo modprobe sctp”; or choose SCTP in UDP in the profile.',
  },
  'udp-port-closed': {
    title: 'UDP port closed',
    message: [
      '{{host}} is there, but nothing listens on its UDP port {{udpPort}}.',
      'The host is there, but nothing listens on the UDP port for SCTP.',
    ],
    remedy: [
      'On the server run “sudo sysctl net.sctp.encap_port={{udpPort}} net.sctp.udp_port={{udpPort}}”, or correct the UDP port in the profile.',
      'Turn SCTP in UDP on at the server, or correct the UDP port in the profile.',
    ],
  },
  'not-sctp': {
    title: 'This is no SCTP',
    message: [
      'Something answers at {{host}}, UDP port {{udpPort}}, but it is not SCTP.',
      'Something answers at the UDP port, but it is not SCTP.',
    ],
    remedy: 'Correct the UDP port in the profile; SCTP in UDP is usually at 9899.',
  },
  unreachable: {
    title: 'Host out of reach',
    message: [
      'There is no way to {{sshDestination}}, or none from there to {{host}}.',
      'There is no way to {{host}} from here.',
      'There is no way to the host from here.',
    ],
    remedy: 'Check the network and the VPN, and the host in the profile.',
  },
  'connect-timeout': {
    title: 'Nobody answers',
    message: [
      'By way of {{sshDestination}}, nobody answered at {{host}}, SCTP port {{port}}, in time.',
      'Nobody answered at {{host}}, UDP port {{udpPort}}, in time.',
      'Nobody answered at {{host}}, SCTP port {{port}}, in time.',
      'Nobody answered in time.',
    ],
    remedy: [
      'Check that “ssh {{sshDestination}} true” works in a terminal, and host and port, which are seen from there.',
      'Check the host, that its SCTP in UDP is on, and that firewalls let UDP port {{udpPort}} through.',
      'Check the host and port. Networks often drop SCTP: try SCTP in UDP.',
    ],
  },
  refused: {
    title: 'Association refused',
    message: [
      'Seen from {{sshDestination}}, {{host}} refused an association on SCTP port {{port}}. The relay said: {{said}}',
      'Seen from {{sshDestination}}, {{host}} refused an association on SCTP port {{port}}.',
      '{{host}} refused an association on SCTP port {{port}}.',
      'The host refused the association.',
    ],
    remedy:
      'Check the SCTP port in the profile, and that the proxy runs and has room for one more session.',
  },
  'association-lost': {
    title: 'Connection lost',
    message: [
      'The association with {{where}} ended. The relay said: {{said}}',
      'The association with {{where}} ended.',
      'The relay through {{sshDestination}} ended.',
      'The association with the proxy ended.',
    ],
    remedy: 'Check that the proxy runs and can be reached.',
  },
  'ssh-missing': {
    title: 'There is no ssh here',
    message: 'There is no ssh program on the machine of the console, or it cannot be started.',
    remedy: 'Install the OpenSSH client, or choose another transport in the profile.',
  },
  'ssh-host-key': {
    title: 'The SSH host key is not trusted',
    message: [
      'ssh does not know the host key of {{sshDestination}}, and the console cannot ask.',
      'ssh does not know the host key, and the console cannot ask.',
    ],
    remedy: [
      'Run “ssh {{sshDestination}}” once in a terminal, compare the key, and accept it.',
      'Connect once with ssh in a terminal, compare the key, and accept it.',
    ],
    changed: {
      title: 'The SSH host key has changed',
      message: [
        'The host key of {{sshDestination}} is not the one that ssh knows. That may be an attack.',
        'The host key is not the one that ssh knows. That may be an attack.',
      ],
      remedy: 'Find out why it changed before you remove the old key from known_hosts.',
    },
  },
  'ssh-login-refused': {
    title: 'The SSH login was refused',
    message: [
      '{{sshDestination}} refused the SSH login. The console cannot ask for a password or a passphrase.',
      'The SSH login was refused. The console cannot ask for a password or a passphrase.',
    ],
    remedy: [
      'Use a key that the agent holds (ssh-add), and try “ssh -o BatchMode=yes {{sshDestination}} true” in a terminal.',
      'Use a key that the agent holds (ssh-add).',
    ],
  },
  'relay-missing': {
    title: 'The relay program is missing',
    message: [
      'There is no {{program}} on {{sshDestination}}.',
      'The program of the relay command is not there on the SSH server.',
    ],
    remedy: 'Install it there (Debian: “sudo apt install socat”), or set another relay command.',
  },
  'relay-failed': {
    title: 'The relay failed',
    message: [
      'The relay through {{sshDestination}} failed. It said: {{said}}',
      'The relay through {{sshDestination}} failed.',
      'The relay could not be started.',
    ],
    remedy: 'Try the relay command of the profile by hand on the SSH server.',
  },
  'no-sctp-there': {
    title: 'No SCTP on the SSH server',
    message: [
      '{{sshDestination}} has no SCTP, or its socat has none.',
      'The SSH server has no SCTP, or its socat has none.',
    ],
    remedy: 'Run “sudo modprobe sctp” there, and install a socat that knows SCTP.',
  },
};
