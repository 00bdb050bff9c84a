import { describe, expect, it } from 'vitest';
import { run } from '../program.ts';

describe('the help', () => {
  it('goes to standard output, names the commands, the global options and the exit codes, and ends with 0', async () => {
    const { code, out, err } = await run(['--help']);
    // What a relay command may name.
    expect(out.replaceAll(/\s+/g, ' ')).toContain('{host} and {port} stand for those of the proxy');
    expect(code).toBe(0);
    expect(err).toBe('');
    for (const text of [
      'Usage: npm run --silent cli -- [options]',
      'metrics',
      'watch',
      'transformation',
      'buffer-size',
      'profiles',
      'doctor',
      '--profile <name>',
      '--password-stdin',
      '7  not as expected',
    ])
      expect(out).toContain(text);
  });

  it('of a command has the global options too', async () => {
    const { code, out } = await run(['transformation', 'set', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('--expect <current>');
    expect(out).toContain('--timeout <time>');
  });
});

describe('the help of a command', () => {
  it('shows no options of the program that mean nothing to it', async () => {
    for (const command of ['vault', 'audit', 'plan']) {
      const { out } = await run([command, '--help']);
      expect(out).toContain('--data-dir');
      expect(out).not.toContain('--relay-command');
    }
    const { out } = await run(['vault', 'forget', '--help']);
    expect(out).not.toContain('--timeout');
  });

  it('is none of a command that is not there', async () => {
    for (const args of [
      ['plan', 'drift', '--help'],
      ['nosuch', '--help'],
    ])
      expect(await run(args)).toMatchObject({ code: 2, out: '' });
    expect((await run(['drift', '--help'])).out).toContain('drift [options]');
  });

  it('is offered once for an option that is mistyped', async () => {
    const { err } = await run(['plan', 'list', '--helr']);
    // Once for the option, and once for where its help is.
    expect(err.match(/--help/g)).toHaveLength(2);
  });
});

describe('wrong arguments', () => {
  it.each([
    [[], 'A command is missing. See: npm run --silent cli -- --help'],
    [
      ['transformation'],
      'A command is missing. See: npm run --silent cli -- transformation --help',
    ],
    [['mertics'], 'There is no command “mertics”. Perhaps: metrics.'],
    [['metrics', '--hots', 'x'], 'There is no option --hots. Perhaps: --host'],
    [['metrics', '--passwd=hunter2'], 'There is no option --passwd.'],
    [['metrics', '-phunter2'], 'There is no option -p. See: '],
    [['metrics', '-L', 'x', '-o', '0'], '--port <n> cannot be “0”.'],
    [['metrics', '-P', 'a', '-u', 'b'], '--profile <name> and --user <name> do not go together.'],
    [['watch', '-i', '5ms'], 'between 100ms and 1h.'],
    [['watch', '-c', '0'], 'It is a whole number from 1'],
    [['metrics', '-t', '5'], '--timeout <time> cannot be “5”.'],
    [['metrics'], 'Say which proxy: --profile NAME, or --host HOST --user USER.'],
    [['metrics', '--host', 'x'], '--user is missing'],
    [['metrics', '--host', 'x:0', '--user', 'u'], '--host is wrong: a host name, an IPv4'],
    [
      ['metrics', '--host', 'spcp://x:9091', '--port', '9090', '--user', 'u'],
      '--host names the port 9091, and --port another. Give one of them.',
    ],
    [
      ['metrics', '--host', 'ops@x', '--user', 'u'],
      '--host names the user ops, and --user another. Give one of them.',
    ],
    [
      ['profiles', 'add', '--name', 'a\u202eb', '--host', 'x', '--user', 'u'],
      '--name holds U+202E, a character that nobody sees: a name of 1 to 80 characters',
    ],
    [
      ['profiles', 'add', '--name', 'a', '--folder', 'x/\u200by', '--host', 'x', '--user', 'u'],
      '--folder holds U+200B, a character that nobody sees',
    ],
    [['metrics', '--host', 'x', '--user', 'ñ'], '--user is wrong'],
    [
      ['metrics', '--host', 'x', '--port', '0'],
      '--port <n> cannot be “0”. It is a whole number from 1 to 65535.',
    ],
    [['metrics', '--host', 'x', '--transport', 'tcp'], 'It is one of auto, kernel, udp, ssh.'],
    [
      ['metrics', '--host', 'x', '--user', 'u', '--transport', 'ssh'],
      '--ssh-destination is missing',
    ],
    [
      ['metrics', '--host', 'x', '--user', 'u', '--ssh-destination', '-oProxyCommand=x'],
      '--ssh-destination is wrong',
    ],
    [
      ['metrics', '--host', 'x', '--user', 'u', '--transport', 'udp', '--ssh-destination', 'y'],
      'go with --transport ssh only',
    ],
    [
      ['metrics', '--timeout', '5'],
      'It is a number with its unit, such as 500ms, 5s, 2m or 1h, between 1ms and 10m.',
    ],
    [
      ['metrics', '--profile', 'a', '--host', 'b'],
      '--profile <name> and --host <host> do not go together.',
    ],
    [['watch', '--interval', '5ms'], 'between 100ms and 1h.'],
    [['watch', '--count', '0'], 'It is a whole number from 1'],
    [['transformation', 'set'], 'The argument <command> is missing.'],
    [['transformation', 'set', ''], 'It is empty; “transformation clear” switches it off.'],
    [['transformation', 'set', 'tr', 'a', 'b'], 'Put a value that has spaces in quotes.'],
    [['transformation', 'set', 'ñ'], 'It is 1 to 255 printable ASCII characters.'],
    [['buffer-size', 'set', '9'], 'two digits at least, or one with k (KiB, 1024 bytes)'],
  ])('%j are refused with exit code 2 and one line', async (args, message) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^error: [^\n]*\n$/);
    expect(err).toContain(message);
    expect(err).not.toContain('hunter2');
  });

  it('are one JSON object on standard output with --json, and still one line on standard error', async () => {
    for (const json of ['--json', '-j']) {
      const { code, out, err } = await run(['metrics', json, '--host', 'a b', '--user', 'u']);
      expect(code).toBe(2);
      expect(JSON.parse(out)).toEqual({
        error: {
          code: 'invalid-input',
          message: expect.stringContaining('--host is wrong'),
          detail: {
            case: 'fields',
            missing: [],
            wrong: ['host'],
            hidden: [],
            help: expect.any(String),
          },
        },
      });
      expect(err).toMatch(/^error: [^\n]*\n$/);
    }
  });

  it.each([
    [['metrics', '--host', 'x', '--user', 'u', '--password', 'hunter2']],
    [['--password=hunter2', 'metrics']],
  ])('have no password: it says why and what to use instead', async (args) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain('every user of this machine can read the arguments');
    expect(err).toContain('--password-stdin or SPCP_PASSWORD');
    expect(out + err).not.toContain('hunter2');
  });
});
