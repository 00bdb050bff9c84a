/**
 * Whether what a window asks under this name is answered by the shell that it belongs to, whichever console it shows: the list of consoles, and the
 * windows of its own desktop.
 */
export function isAnsweredHere(name: string): boolean {
  return name.startsWith('consoles.') || name === 'desktop.openWindow';
}
