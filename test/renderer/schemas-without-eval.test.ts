import { expect, it } from 'vitest';

it('validators are not compiled in a window, whenever they come', async () => {
  await import('../../renderer/schemas-without-eval.ts');
  const { config, z } = await import('zod');
  expect(config().jitless).toBe(true);
  const { Function: compile } = globalThis;
  const asked: unknown[] = [];
  globalThis.Function = new Proxy(compile, {
    construct(target, args) {
      asked.push(args);
      return Reflect.construct(target, args) as object;
    },
  });
  try {
    expect(z.object({ a: z.string() }).parse({ a: 'b' })).toEqual({ a: 'b' });
  } finally {
    globalThis.Function = compile;
  }
  expect(asked).toEqual([]);
});
