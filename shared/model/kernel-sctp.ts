/** Whether the machine of the console has SCTP in its kernel, and if not, why: `here`, or what is in the way. */
export const kernelSctpReasons = ['here', 'none', 'refused', 'not-linux', 'no-libc'] as const;
export type KernelSctpReason = (typeof kernelSctpReasons)[number];
