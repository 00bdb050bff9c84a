import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { run } from '../program.ts';

describe('backup', () => {
  it('is made, checked, and put back with its word, and says where what was there is kept', async () => {
    const home = temporaryDirectory();
    const directory = join(home, 'data');
    const target = join(home, 'backup');
    const cli = (args: string) => run(args.split(' '), { env: { SPCP_CONSOLE_HOME: directory } });
    await cli('profiles add --name first --host 127.0.0.1 --user admin');
    const made = await cli(`backup create ${target} --json`);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(made.out)).toMatchObject({ path: target });
    await cli('profiles add --name second --host 127.0.0.2 --user admin');
    expect((await cli(`backup check ${target}`)).out).toMatch(/ is whole: \d+ files, /);
    expect(await cli(`backup restore ${target}`)).toMatchObject({ code: 2 });
    const back = await cli(`backup restore ${target} --confirm restore`);
    expect(back.out).toContain(`What was there is kept as ${directory}.`);
    const { out } = await cli('profiles list');
    expect(out).toContain('first');
    expect(out).not.toContain('second');
  });
  it('names in its help what it takes, and refuses the rest', async () => {
    const help = async (command: string) => (await run(['backup', command, '--help'])).out;
    expect(await help('create')).toContain('--data-dir');
    expect(await help('check')).toContain('--json');
    expect(await help('check')).not.toContain('--data-dir');
    const { code, err } = await run(['backup', 'check', 'there', '--data-dir', 'here']);
    expect(code).toBe(2);
    expect(err).toContain('--data-dir');
  });
});
