import { youngGeneration } from '../electron/desktop/engine-flags.ts';

/**
 * What Node is started with where it runs a shell. Its warnings on standard error tell of parts that it calls experimental, about which no user could do
 * anything. Of what is new on the heap it would keep up to 130 MB, in both halves of which all that lives is copied to and fro in one turn of the event
 * loop. With 24 MB for each half 5,000 proxies that are polled each second take 534 MB and 55 % of a core; with 8 MB 395 MB, but 88 % of a core, since
 * most readings outlive so small a half. Node takes this from its command line only.
 */
export const nodeFlags = ['--disable-warning=ExperimentalWarning', youngGeneration];
