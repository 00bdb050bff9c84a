// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepFocus } from '../../../renderer/api/page.ts';

function element(name: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(name);
  if (found === null) throw new Error(`no ${name}`);
  return found;
}

/** What has the focus once nothing moves any more. */
async function focused(): Promise<string> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve));
  return document.activeElement?.tagName ?? '';
}

describe('the focus of who starts something', () => {
  beforeEach(() => {
    document.body.innerHTML =
      '<h1 tabindex="-1">Page</h1><p><button>Do it</button></p><a href="#x">x</a>';
    element('button').focus();
  });

  it('comes back to the button that lost it while it worked', async () => {
    const giveBack = keepFocus();
    element('button').blur();
    giveBack();
    expect(await focused()).toBe('BUTTON');
  });

  it('goes to the heading where the button is gone, or goes a moment later', async () => {
    const early = keepFocus();
    element('p').remove();
    early();
    expect(await focused()).toBe('H1');

    document.body.innerHTML += '<p><button>Do it</button></p>';
    element('button').focus();
    const late = keepFocus();
    element('button').blur();
    late();
    expect(await focused()).toBe('BUTTON');
    element('p').remove();
    expect(await focused()).toBe('H1');
  });

  it('goes to the button of the menu that what was chosen went with', async () => {
    document.body.innerHTML =
      '<h1 tabindex="-1">Page</h1><button id="m">More</button><div role="menu" aria-labelledby="m"><a href="#y">y</a></div>';
    element('a').focus();
    const giveBack = keepFocus();
    element('div').remove();
    giveBack();
    expect(await focused()).toBe('BUTTON');
  });

  it('is left to the dialog that is gone with the button', async () => {
    const ofDialog = keepFocus();
    document.body.insertAdjacentHTML('beforeend', '<form><input></form>');
    element('input').focus();
    const ofAction = keepFocus();
    element('form').remove();
    ofAction();
    ofDialog();
    expect(await focused()).toBe('BUTTON');
  });

  it('is left where the user took it', async () => {
    const giveBack = keepFocus();
    element('a').focus();
    giveBack();
    element('p').remove();
    expect(await focused()).toBe('A');
  });

  it('is nobody’s business any more once the button goes much later', async () => {
    vi.useFakeTimers();
    keepFocus()();
    vi.advanceTimersByTime(5000);
    vi.useRealTimers();
    element('p').remove();
    expect(await focused()).toBe('BODY');
  });
});
