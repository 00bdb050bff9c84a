/** What the desktops of Linux start at login is a file of this name in the user's `autostart` directory. */
export const autostartName = 'spcp-console.desktop';

/** The file: the app, by its program and arguments, as the Desktop Entry Specification writes them. */
export function autostartEntry(name: string, command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${command.map(quoted).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Whether a file that is there starts something: desktops switch an entry off by writing so into it. */
export function isStarting(entry: string): boolean {
  const off = /^(?:Hidden=true|X-GNOME-Autostart-enabled=false)$/m;
  return !off.test(entry);
}

/** Within double quotes, where the shell's own signs are escaped; a backslash is escaped once more as in every text of such a file. */
function quoted(argument: string): string {
  const inQuotes = argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%');
  return `"${inQuotes.replaceAll('\\', '\\\\')}"`;
}
