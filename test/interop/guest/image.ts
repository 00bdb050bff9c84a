import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../../build/tool.ts';

/** A kernel with its modules, and the programs that boot it; or what is missing. */
export type GuestTools =
  | { readonly kernel: string; readonly modules: string }
  | { readonly missing: string };

/** In the order in which they must be loaded: the network card, then the shared folder. */
const modules = [
  'virtio_ring',
  'virtio',
  'virtio_pci_modern_dev',
  'virtio_pci_legacy_dev',
  'virtio_pci',
  'failover',
  'net_failover',
  'virtio_net',
  'netfs',
  'fscache',
  '9pnet',
  '9pnet_virtio',
  '9p',
];

const busybox = '/bin/busybox';

/** Programs of this machine that the guest is made with or runs, and Debian's packages with them. */
const programs = {
  'qemu-system-x86_64': 'qemu-system-x86',
  cpio: 'cpio',
  cc: 'gcc and libc6-dev',
  ssh: 'openssh-client',
  '/usr/sbin/sshd': 'openssh-server',
  socat: 'socat',
} as const;

/** What is here of a guest with a real SCTP stack. */
export function findGuestTools(): GuestTools {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { missing: 'the guest needs Linux on x86-64' };
  for (const [program, debian] of Object.entries(programs)) {
    if (spawnSync('which', [program]).status !== 0)
      return { missing: `${program} is not installed (Debian: ${debian})` };
  }
  const busyboxPath = [busybox, '/usr/bin/busybox'].find((path) => existsSync(path));
  if (busyboxPath === undefined) return { missing: 'busybox is not installed' };
  for (const release of existsSync('/lib/modules')
    ? readdirSync('/lib/modules').sort().reverse()
    : []) {
    const folder = join('/lib/modules', release);
    const kernel = `/boot/vmlinuz-${release}`;
    if (
      existsSync(kernel) &&
      existsSync(join(folder, 'kernel/net/sctp/sctp.ko')) &&
      existsSync(join(folder, 'kernel/fs/9p/9p.ko'))
    ) {
      return { kernel, modules: folder };
    }
  }
  return {
    missing:
      'no kernel image with the sctp and 9p modules is installed (Debian: linux-image-amd64)',
  };
}

function findModule(folder: string, name: string): string {
  const found = execFileSync('find', [folder, '-name', `${name}.ko`], { encoding: 'utf8' }).split(
    '\n',
  )[0];
  if (!found) throw new Error(`the kernel has no module ${name}`);
  return found;
}

/** Packs an initial file system into `folder`; answers its path. It runs the agent from this checkout, which the guest sees read-only. */
export function packImage(tools: { readonly modules: string }, folder: string): string {
  const tree = join(folder, 'tree');
  mkdirSync(join(tree, 'bin'), { recursive: true });
  mkdirSync(join(tree, 'modules'));
  copyFileSync(existsSync(busybox) ? busybox : '/usr/bin/busybox', join(tree, 'bin/busybox'));
  for (const name of modules) {
    const path = findModule(tools.modules, name);
    copyFileSync(path, join(tree, 'modules', basename(path)));
  }
  writeFileSync(join(tree, 'modules/order'), modules.map((name) => `${name}.ko`).join('\n'));
  const agent = join(root, 'test/interop/guest/agent.ts');
  writeFileSync(
    join(tree, 'command'),
    `directory='${root}'\nnode='${process.execPath}'\nagent='${agent}'\n`,
  );
  copyFileSync(fileURLToPath(new URL('init', import.meta.url)), join(tree, 'init'));
  chmodSync(join(tree, 'init'), 0o755);
  const image = join(folder, 'image.cpio');
  execFileSync('sh', ['-c', 'find . | cpio -o -H newc --quiet > "$0"', image], { cwd: tree });
  return image;
}
