/** Whether the machine of the console has SCTP in its kernel, and if not, why: `here`, or what is in the way. */
export const kernelSctpReasons = ['here', 'none', 'refused', 'not-linux', 'no-libc'] as const;
export type KernelSctpReason = (typeof kernelSctpReasons)[number];

/** As the command line and English messages say it, after "because". */
export const kernelSctpText: Readonly<Record<KernelSctpReason, string>> = {
  here: 'this machine has kernel SCTP',
  none: "this machine's kernel has no SCTP",
  refused: "this machine's kernel refuses an SCTP socket",
  'not-linux': 'only Linux has kernel SCTP',
  'no-libc': 'the C library of this machine cannot be called',
};
