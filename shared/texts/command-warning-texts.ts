import type { WarningCode } from '../shell/warnings.ts';

/** For each warning what is wrong, in few words, and what would happen; `{{what}}` is what is meant of the command. */
export type CommandWarningTexts = Readonly<
  Record<WarningCode, { readonly title: string; readonly text: string }>
>;
