// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { ChangedBy } from '../../../renderer/components/changed-by.tsx';
import { withChosen } from '../../../renderer/components/log-filters/one-of.tsx';
import { renderWith } from '../hooks.tsx';

/** Written when a name was kept as it came: it turns around what follows it. */
const turned = 'ana\u202egro.elpmaxe';

function shown(entry: Parameters<typeof ChangedBy>[0]['entry']) {
  const { container } = renderWith(
    {},
    <output>
      <ChangedBy entry={entry} />
    </output>,
  );
  return container.querySelector('output')?.textContent;
}

it('shows what nobody would see in names of old entries', () => {
  expect(shown({ actor: turned, remote: 'b\u0007\u2066en\n', shell: null })).toBe(
    'ana<U+202E>gro.elpmaxe from b<U+0007><U+2066>en<U+000A>',
  );
});

it('leaves a name as it is where all of it is seen', () => {
  expect(shown({ actor: 'José 🧑🏽‍🚒', remote: null, shell: null })).toBe('José 🧑🏽‍🚒');
});

it('offers such a name to search for by itself, and shows it so too', () => {
  expect(withChosen([turned], undefined)).toEqual([
    { value: turned, label: 'ana<U+202E>gro.elpmaxe' },
  ]);
});
