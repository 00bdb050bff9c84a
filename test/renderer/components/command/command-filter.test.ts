import { describe, expect, it } from 'vitest';
import { filterCommands } from '../../../../renderer/components/command/library/command-filter.ts';
import type { SavedCommand } from '../../../../shared/model/saved-command.ts';

const saved = (name: string, text: string, note: string): SavedCommand => ({
  id: '7b1c7f4e-0f0f-4f64-9d2d-3f5a2b6f1c12',
  name,
  versions: [
    { at: 2, actor: 'ana', text, note },
    { at: 1, actor: 'ana', text: 'older', note: '' },
  ],
});

describe('the search of saved commands', () => {
  it('finds every word in the name, the command or the note of today, whatever its case', () => {
    const list = [saved('Capitals', 'tr a-z A-Z', 'Printers'), saved('Back', 'rev', 'printers')];
    const names = (search: string) => filterCommands(list, search).map(({ name }) => name);
    expect(names('')).toEqual(['Capitals', 'Back']);
    expect(names('printers  tr')).toEqual(['Capitals']);
    expect(names('BACK rev')).toEqual(['Back']);
    expect(names('older')).toEqual([]);
  });
});
