import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { parseTargets } from '../../../../electron/export/endpoint/discovery.ts';
import { declareMetrics, metricsAddress } from '../../../../electron/export/endpoint/options.ts';

function read(...args: string[]) {
  const command = declareMetrics(new Command())
    .exitOverride()
    .configureOutput({
      writeErr: () => undefined,
    });
  return command.parse(args, { from: 'user' }).opts();
}

describe('the options of metrics', () => {
  it('say where they are served: nowhere, on loopback, or where they are told', () => {
    expect(metricsAddress(read())).toBeNull();
    expect(metricsAddress(read('--metrics'))).toEqual({ host: '127.0.0.1', port: 9460 });
    expect(metricsAddress(read('--metrics', '9999'))).toEqual({ host: '127.0.0.1', port: 9999 });
    expect(metricsAddress(read('--metrics', '[::]:1'))).toEqual({ host: '::', port: 1 });
  });

  it.each([
    ['--metrics', 'example.com:1'],
    ['--metrics', '127.0.0.1'],
    ['--metrics-token-file', ''],
    ['--metrics-targets', 'a.example'],
    ['--metrics-targets', ''],
  ])('refuse what means nothing: %s %s', (...args) => {
    expect(() => read(...args)).toThrow();
  });
});

describe('the consoles that are to be found', () => {
  it('are read with their schemes', () => {
    expect(parseTargets('a:1, https://b.example:65535,[::1]:2')).toEqual([
      { scheme: 'http', address: 'a:1' },
      { scheme: 'https', address: 'b.example:65535' },
      { scheme: 'http', address: '[::1]:2' },
    ]);
  });

  it.each(['a:0', 'a:65536', 'a', ':1', 'a:1,,b:1', 'a:1/x', 'u@a:1', 'ftp://a:1'])(
    'are refused where one is none: %s',
    (text) => {
      expect(parseTargets(text)).toBeNull();
    },
  );
});
