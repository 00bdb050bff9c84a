import { constants } from 'node:os';
import type { KernelSctpReason } from '../../../shared/model/kernel-sctp.ts';
import { noKernelSctp } from '../doctor/errors.ts';
import { type Libc, loadLibc } from './libc.ts';
import { family, protocolSctp, socketType } from './linux.ts';

/** Whether this machine's kernel has SCTP, and if not, why. Asked afresh each time: the module may be loaded while the app runs. */
export function kernelSctpSupport(): { available: boolean; reason: KernelSctpReason } {
  const libc = loadLibc();
  if (typeof libc === 'string') return { available: false, reason: libc };
  const fd = libc.socket(family.inet, socketType.stream | socketType.closeOnExec, protocolSctp);
  if (fd < 0) return { available: false, reason: unsupported(libc.errno()) };
  libc.close(fd);
  return { available: true, reason: 'here' };
}

/** Why a socket was refused. */
export function unsupported(errno: number): KernelSctpReason {
  return errno === constants.errno.EPROTONOSUPPORT ? 'none' : 'refused';
}

/** The C library of a machine whose kernel has SCTP. Throws `no-kernel-sctp`. */
export function requireLibc(): Libc {
  const libc = loadLibc();
  const support = kernelSctpSupport();
  if (typeof libc !== 'string' && support.available) return libc;
  throw noKernelSctp(support.reason);
}
