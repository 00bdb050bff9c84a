import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './program.ts';

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'spcp-console-language-'));
});
afterAll(() => rm(home, { recursive: true }));

const inSpanish = (...args: string[]) =>
  run([...args, '--data-dir', home], { env: { LC_ALL: 'es_ES.UTF-8' } });

describe.concurrent('the command line in Spanish', () => {
  it.each([
    [['--help']],
    [['transformation', '--help']],
    [['transformation', 'set', '--help']],
    [['help', 'watch']],
    [['profiles', 'add', '--help']],
  ])('has help without a word of English: %j', async (args) => {
    const { code, out } = await run(args, { env: { LC_ALL: '', LANG: 'es_MX.UTF-8' } });
    expect(code).toBe(0);
    expect(out).toMatch(/^Uso: /);
    expect(out).toContain('Opciones:');
    expect(out).not.toMatch(/Usage|Options:|Commands:|Arguments:|display help|default:|choices:/);
    expect(out).not.toMatch(/\b(the|of|and|for|with|its|print|read)\b/);
  });

  it.each([
    [['metircs'], 'No hay ningún comando «metircs». Quizá: metrics. Véase: '],
    [['metrics', '--hots', 'x'], 'No hay ninguna opción --hots. Quizá: --host'],
    [['metrics', '--port', '0'], '--port <n> no puede ser «0». Es un número entero de 1 a 65535.'],
    [['watch', '--interval', '5'], 'entre 100ms y 1h.'],
    [['metrics', '--transport', 'tcp'], 'Es una de estas palabras: auto, kernel, udp, ssh.'],
    [['transformation', 'set'], 'Falta el argumento <command>.'],
    [['metrics', '--profile', 'a', '--host', 'b'], 'no pueden ir juntas.'],
    [['metrics', 'a'], 'Sobran argumentos.'],
    [['profiles'], 'Falta un comando.'],
    [['metrics', '--profile', 'Madrid'], 'No hay ningún perfil llamado «Madrid».'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, out, err } = await inSpanish(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^error: [^\n]*\n$/);
    expect(err).toContain(message);
  });

  it('says that an option has no value', async () => {
    const { code, err } = await run(['metrics', '--port'], { env: { LC_ALL: 'es' } });
    expect(code).toBe(2);
    expect(err).toContain('--port <n> no tiene ningún valor.');
  });

  it('has the same JSON as in English: codes, fields, and a message for logs', async () => {
    const args = ['metrics', '--json', '--host', 'a b', '--user', 'u', '--data-dir', home];
    const [spanish, english] = await Promise.all([
      run(args, { env: { LC_ALL: 'es_ES.UTF-8' } }),
      run(args, { env: { LC_ALL: 'C' } }),
    ]);
    expect(spanish.out).toBe(english.out);
    expect(spanish.err).toContain('--host no es válido');
    expect(english.err).toContain('--host is wrong');
  });

  it('tells of results too', async () => {
    const added = await inSpanish(
      ...['profiles', 'add', '--name', 'Madrid', '--host', 'proxy.example', '--user', 'ana'],
    );
    expect(added.out).toBe('Se añadió Madrid.\n');
    const { out } = await inSpanish('profiles', 'list');
    expect(out).toMatch(
      /^nombre +host +puerto +transporte +puerto udp +usuario +entorno +carpeta\n/,
    );
  });
});
