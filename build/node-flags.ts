import { youngGeneration } from '../electron/desktop/engine-flags.ts';

/**
 * What Node is started with where it runs a shell. Its warnings on standard error tell of parts that it calls experimental, about which no user could do
 * anything. Of what is new on the heap it would keep up to 130 MB, in both halves of which all that lives is copied to and fro in one turn of the event
 * loop: with 8 MB for each half, a fleet that is connected takes 90 MB less, and stands still for a shorter time. Node takes this from its command line only.
 */
export const nodeFlags = ['--disable-warning=ExperimentalWarning', youngGeneration];
