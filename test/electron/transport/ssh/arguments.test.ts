import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RelayTarget, sshArguments } from '../../../../electron/transport/ssh/arguments.ts';
import { AppError } from '../../../../shared/errors.ts';
import { profileDraftSchema } from '../../../../shared/model/profile.ts';
import { defaultRelayCommand } from '../../../../shared/model/profile-words.ts';

const target: RelayTarget = {
  sshDestination: 'ops@bastion.example',
  relayCommand: defaultRelayCommand,
  host: '127.0.0.1',
  port: 9090,
};

function argumentsOf(change: Partial<RelayTarget>): readonly string[] {
  return sshArguments({ ...target, ...change }, { connectTimeoutMs: 5000 });
}

/** The two words after the end of the options. */
function words(change: Partial<RelayTarget>): readonly string[] {
  const args = argumentsOf(change);
  return args.slice(args.indexOf('--') + 1);
}

describe('the arguments of ssh', () => {
  it('end the options before the destination, and give the command as one word', () => {
    expect(words({})).toEqual([
      'ops@bastion.example',
      'echo SPCP-RELAY-READY && socat -d -d - SCTP:127.0.0.1:9090',
    ]);
  });

  it('forbid questions, forwardings, local commands, a master that stays, and a session that is not ours', () => {
    const args = argumentsOf({});
    for (const option of [
      'BatchMode=yes',
      'ClearAllForwardings=yes',
      'ForwardAgent=no',
      'ForwardX11=no',
      'PermitLocalCommand=no',
      'ControlMaster=no',
      'ControlPersist=no',
      'RemoteCommand=none',
      'SessionType=default',
      'StdinNull=no',
      'ForkAfterAuthentication=no',
    ]) {
      expect(args[args.indexOf(option) - 1]).toBe('-o');
    }
    expect(args.slice(0, 5)).toEqual(['-T', '-a', '-x', '-e', 'none']);
  });

  it('leave out for an older ssh what it does not know', () => {
    const args = sshArguments(target, { connectTimeoutMs: 5000, older: true }).join(' ');
    expect(args).not.toMatch(/SessionType|StdinNull|ForkAfterAuthentication/);
    expect(args).toContain('RemoteCommand=none');
  });

  it('leave the check of host keys to the user’s configuration', () => {
    expect(argumentsOf({}).join(' ')).not.toMatch(/StrictHostKeyChecking|KnownHosts/i);
  });

  it('give a port of the destination on its own', () => {
    const args = argumentsOf({ sshDestination: 'ops@bastion:2222' });
    expect(args[args.indexOf('-p') + 1]).toBe('2222');
    expect(words({ sshDestination: 'ops@bastion:2222' })[0]).toBe('ops@bastion');
    expect(words({ sshDestination: 'ops@2001:db8::7' })[0]).toBe('ops@2001:db8::7');
    expect(argumentsOf({ sshDestination: '2001:db8::7' })).not.toContain('-p');
  });

  it('quote an address for the far side’s shell', () => {
    expect(words({ host: '::1' })[1]).toContain("SCTP:'[::1]':9090");
    expect(words({ relayCommand: 'relay {port} {host} {port}' })[1]).toMatch(
      / relay 9090 127\.0\.0\.1 9090$/,
    );
  });
});

describe('a profile that tries to become an option or a shell word', () => {
  const refusal = (change: Partial<RelayTarget>): unknown => {
    try {
      argumentsOf(change);
      return null;
    } catch (error) {
      if (!(error instanceof AppError) || !('field' in error.detail)) return error;
      return `${error.code} ${error.detail.field}`;
    }
  };

  it.each([
    '',
    '-oProxyCommand=touch /tmp/x',
    '-J',
    'ops@-oProxyCommand=x',
    'ops@',
    '@host',
    'a@b@c',
    'host name',
    'host;id',
    'host$(id)',
    'host`id`',
    'ops@%h',
    'host%n',
    'host\n-oX=y',
    'ssh://host',
    'host:0',
    'host:70000',
    ':0',
    'ops@:22',
    "o'ps@host",
  ])('is refused as destination: %j', (sshDestination) => {
    expect(refusal({ sshDestination })).toBe('invalid-input sshDestination');
    const draft = { name: 'x', host: 'x', user: 'x', sshDestination };
    // The profile takes none at all, for the other ways, and leaves the range of the port to the connection.
    const saved = sshDestination === '' || sshDestination === 'host:70000';
    expect(profileDraftSchema.safeParse(draft).success).toBe(saved);
  });

  it.each(['', 'a\nb', 'caf\u00e9', 'x'.repeat(501)])('is refused as command: %j', (command) => {
    expect(refusal({ relayCommand: command })).toBe('invalid-input relayCommand');
  });

  it.each(["1'; id; '", '$(id)', 'a b', '-x y', ''])('is refused as host: %j', (host) => {
    expect(refusal({ host })).toBe('invalid-input host');
  });

  it('never yields a word that begins with a hyphen after the options', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (sshDestination, relayCommand, host) => {
        try {
          const args = argumentsOf({ sshDestination, relayCommand, host });
          const [destination = '', command = '', ...more] = args.slice(args.indexOf('--') + 1);
          return (
            /^[^-\s%]\S*$/.test(destination) && command.startsWith('echo ') && more.length === 0
          );
        } catch (error) {
          return error instanceof AppError && error.code === 'invalid-input';
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a profile that was saved before there was the SSH way', () => {
  it('stays valid, with socat as relay', () => {
    const draft = profileDraftSchema.parse({
      name: 'Madrid',
      host: 'proxy.example',
      user: 'admin',
    });
    expect(draft).toMatchObject({ sshDestination: '', relayCommand: defaultRelayCommand });
  });
});
