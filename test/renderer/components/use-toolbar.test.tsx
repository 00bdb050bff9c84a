// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useToolbar } from '../../../renderer/components/use-toolbar.ts';
import { renderWith } from '../hooks.tsx';

afterEach(cleanup);

function Bar({ names }: { names: readonly string[] }) {
  const toolbar = useToolbar<HTMLDivElement>();
  return (
    <div role="toolbar" aria-label="bar" {...toolbar}>
      {names.map((name) => (
        <button key={name} type="button">
          {name}
        </button>
      ))}
      <button type="button" disabled>
        never
      </button>
    </div>
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const tabStops = () =>
  screen
    .getAllByRole('button')
    .flatMap((each) =>
      each.tabIndex === 0 && !each.hasAttribute('disabled') ? [each.textContent] : [],
    );

it('is one stop of the Tab key, that which had the focus last, with arrows between its buttons', () => {
  const { rerender } = renderWith({}, <Bar names={['a', 'b', 'c']} />);
  expect(tabStops()).toEqual(['a']);
  button('a').focus();
  fireEvent.keyDown(button('a'), { key: 'ArrowRight' });
  expect(document.activeElement).toBe(button('b'));
  expect(tabStops()).toEqual(['b']);
  fireEvent.keyDown(button('b'), { key: 'End' });
  expect(document.activeElement).toBe(button('c'));
  fireEvent.keyDown(button('c'), { key: 'ArrowRight' });
  expect(document.activeElement).toBe(button('a'));
  fireEvent.keyDown(button('a'), { key: 'ArrowLeft' });
  expect(document.activeElement).toBe(button('c'));
  // The one that had the focus may be gone.
  rerender(<Bar names={['a', 'b']} />);
  expect(tabStops()).toEqual(['a']);
});
