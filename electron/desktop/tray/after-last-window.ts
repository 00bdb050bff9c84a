/** What an app does of which the last window was closed. */
export function afterLastWindow(has: {
  readonly platform: NodeJS.Platform;
  /** What the user chose. */
  readonly closeToTray: boolean;
  /** Whether anybody sees the app's sign in the tray. */
  readonly tray: boolean;
}): 'stay' | 'quit' {
  // On a Mac an app lives on without a window, and so do the connections.
  if (has.platform === 'darwin') return 'stay';
  return has.closeToTray && has.tray ? 'stay' : 'quit';
}
