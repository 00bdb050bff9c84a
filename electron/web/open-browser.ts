import { spawn } from 'node:child_process';

/** The program that opens a file in the browser on this system, and its arguments. Never through a shell. */
export function browserCommand(
  file: string,
  platform: NodeJS.Platform,
): readonly [program: string, args: readonly string[]] {
  switch (platform) {
    case 'darwin':
      return ['open', [file]];
    case 'win32':
      // `start` is a word of cmd.exe; this does the same without a shell, which would take an `&` of the path for its own.
      return ['rundll32.exe', ['url.dll,FileProtocolHandler', file]];
    default:
      return ['xdg-open', [file]];
  }
}

/** Opens a page, a file, in the user's browser. Resolves with null, or with why that could not be done; never rejects. */
export function openBrowser(file: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const { platform } = process;
  const hasDisplay = platform === 'darwin' || platform === 'win32';
  if (!hasDisplay && !env.DISPLAY && !env.WAYLAND_DISPLAY)
    return Promise.resolve('there is no display');
  const [program, args] = browserCommand(file, platform);
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
