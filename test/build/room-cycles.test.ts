import { describe, expect, it } from 'vitest';
import { cyclicImports, type Source } from '../../build/room-cycles.ts';

const source = (from: string, ...imports: readonly string[]): Source => ({ source: from, imports });

describe('cycles between rooms', () => {
  it('are found where no file leads back to itself, over whichever rooms, and nothing beside them', () => {
    const sources = [
      source(
        'renderer/views/board/a.tsx',
        'renderer/views/plans/b.tsx',
        'renderer/views/lens/x.ts',
      ),
      source('renderer/views/plans/c.tsx', 'renderer/views/drift/deep/d.ts'),
      source('renderer/views/drift/e.ts', 'renderer/views/board/card/f.tsx'),
      source('renderer/views/lens/x.ts', 'renderer/views/events/y.ts'),
    ];
    expect(cyclicImports('renderer/views', sources)).toEqual([
      { from: 'renderer/views/board/a.tsx', to: 'renderer/views/plans/b.tsx' },
      { from: 'renderer/views/plans/c.tsx', to: 'renderer/views/drift/deep/d.ts' },
      { from: 'renderer/views/drift/e.ts', to: 'renderer/views/board/card/f.tsx' },
    ]);
    expect(cyclicImports('renderer', sources)).toEqual([]);
  });

  it('are none where files lie beside the rooms, in the same one, or in another house', () => {
    const sources = [
      source('electron/console.ts', 'electron/core/a.ts', 'shared/model/b.ts'),
      source('electron/core/a.ts', 'electron/console.ts', 'electron/core/deep/c.ts'),
      source('electron/core/deep/c.ts', 'electron/core/a.ts'),
      source('shared/model/b.ts', 'electron/core/a.ts'),
    ];
    expect(cyclicImports('electron', sources)).toEqual([]);
  });

  it('may be between the facts and the model, and between nothing else', () => {
    const both = [
      source('shared/facts/a.ts', 'shared/model/b.ts'),
      source('shared/model/c.ts', 'shared/facts/d.ts'),
    ];
    expect(cyclicImports('shared', both)).toEqual([]);
    const third = [...both, source('shared/model/e.ts', 'shared/ipc/f.ts')];
    const back = [...third, source('shared/ipc/g.ts', 'shared/model/h.ts')];
    expect(cyclicImports('shared', third)).toEqual([]);
    expect(cyclicImports('shared', back)).toHaveLength(2);
  });
});
