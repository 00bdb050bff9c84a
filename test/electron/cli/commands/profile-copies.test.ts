import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { run } from '../program.ts';

describe('profiles restore', () => {
  it('lists what each copy would bring back, and brings it back, as production wants it', async () => {
    const home = temporaryDirectory();
    const cli = (...args: string[]) => run(args, { env: { SPCP_CONSOLE_HOME: home } });
    const place = ['--host', 'o.example', '--user', 'eva'];
    expect((await cli('profiles', 'restore')).out).toBe(
      'The profiles are as in every copy that is kept.\n',
    );
    await cli('profiles', 'add', ...place, '--name', 'Madrid');
    await cli('profiles', 'remove', 'Madrid');
    await cli('profiles', 'add', ...place, '--name', 'Paris', '--environment', 'production');
    const listed = JSON.parse((await cli('profiles', 'restore', '--json')).out).copies;
    expect(listed.at(-1)).toMatchObject({ profiles: 1, missing: 1, different: 0, newer: 1 });
    const { copy } = listed.at(-1);
    expect((await cli('profiles', 'restore')).out).toContain(copy);
    const refused = await cli('profiles', 'restore', copy, '--remove-newer');
    expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Paris') });
    expect(await cli('profiles', 'restore', copy)).toMatchObject({
      code: 0,
      out: 'Restored 1 profile.\n',
    });
    const names = (text: string) =>
      JSON.parse(text).profiles.map(({ name }: { name: string }) => name);
    expect(names((await cli('profiles', 'list', '--json')).out)).toEqual(['Madrid', 'Paris']);
    expect(await cli('profiles', 'restore', 'yesterday-ish')).toMatchObject({ code: 2 });
  });
});
