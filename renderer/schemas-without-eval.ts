/*
 * The content security policy forbids compiled validators, and asking whether they work is reported as a violation. What `config` of zod sets
 * is set in its place, where every copy of zod looks for it: zod itself comes with the first page that has a form, and not before the board.
 */
const shared = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
shared.__zod_globalConfig ??= {};
shared.__zod_globalConfig.jitless = true;

export {};
