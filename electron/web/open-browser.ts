import { spawn } from 'node:child_process';

/** The program that opens an address on this system, and its arguments. Never through a shell. */
export function browserCommand(
  address: string,
  platform: NodeJS.Platform,
): readonly [program: string, args: readonly string[]] {
  switch (platform) {
    case 'darwin':
      return ['open', [address]];
    case 'win32':
      // `start` is a word of cmd.exe; this does the same without a shell, which would take an `&` of the address for its own.
      return ['rundll32.exe', ['url.dll,FileProtocolHandler', address]];
    default:
      return ['xdg-open', [address]];
  }
}

/** Opens the address in the user's browser. Resolves with null, or with why that could not be done; never rejects. */
export function openBrowser(address: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const { platform } = process;
  const hasDisplay = platform === 'darwin' || platform === 'win32';
  if (!hasDisplay && !env.DISPLAY && !env.WAYLAND_DISPLAY)
    return Promise.resolve('there is no display');
  const [program, args] = browserCommand(address, platform);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true, env });
    child.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'ENOENT' ? `${program} is not installed` : `${program}: ${error.code}`,
      ),
    );
    child.once('exit', (code) =>
      resolve(code === 0 ? null : `${program} ended with ${code ?? 'a signal'}`),
    );
    // Some openers stay for as long as the browser does.
    child.unref();
  });
}
