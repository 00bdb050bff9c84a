/** The connection test; what its stages find is said in `shared/texts`. */
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
  running: 'Running for {{time}}…',
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
    support: 'Sees whether this machine has the transport that the profile asks for.',
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
};
