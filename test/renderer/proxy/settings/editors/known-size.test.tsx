// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createFleetStore } from '../../../../../renderer/api/fleet-store.ts';
import { KnownSize } from '../../../../../renderer/views/proxy/settings/editors/known-size.tsx';
import type { KnownSizes } from '../../../../../renderer/views/proxy/settings/use-control.ts';
import { renderWith } from '../../../hooks.tsx';

/** What the view says, without the styles that Mantine puts beside it; a unit keeps to its number. */
function said(sizes: KnownSizes): string {
  const { container } = renderWith(
    { fleet: createFleetStore() },
    <div data-testid="said">
      <KnownSize {...sizes} />
    </div>,
  );
  return (container.querySelector('[data-testid]')?.textContent ?? '').replaceAll('\u00a0', ' ');
}

const set = { bytes: 65_536, at: Date.now() - 120_000, actor: 'ana' };

describe('what is known of a buffer size', () => {
  it('is what was last set from here, when, and by whom', () => {
    const text = said({ bufferSize: set, bufferSizeInDoubt: null });
    expect(text).toMatch(/^65,536 bytes64\.0 KiB2 minutes ago, by ana$/);
  });

  it('says no name where only the size is remembered', () => {
    const size = { ...set, actor: null };
    const text = said({ bufferSize: size, bufferSizeInDoubt: null });
    expect(text).toMatch(/2 minutes ago$/);
  });

  it('is nothing after an error, since it may have been applied all the same', () => {
    const doubt = { bytes: 8192, at: Date.now(), actor: 'luis' };
    const text = said({ bufferSize: set, bufferSizeInDoubt: doubt });
    expect(text).toMatch(/^not knownluis asked for 8,192 bytes/);
    expect(text).toContain('apply it all the same');
    expect(text).toContain('The one before was 65,536 bytes.');
  });

  it('is nothing where nothing was set from here', () => {
    const text = said({ bufferSize: null, bufferSizeInDoubt: null });
    expect(text).toBe('not known');
  });
});
