import type { SavedCommand } from '../../../../shared/model/saved-command.ts';

/** The commands in whose name, text or note every word of this search is. */
export function filterCommands(
  commands: readonly SavedCommand[],
  search: string,
): readonly SavedCommand[] {
  const words = search.toLowerCase().split(' ').filter(Boolean);
  return commands.filter(({ name, versions: [newest] }) => {
    const text = `${name} ${newest?.text ?? ''} ${newest?.note ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
