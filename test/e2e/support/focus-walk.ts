import type { Page } from '@playwright/test';

/** More stops than any view has. */
const mostStops = 250;

interface Stop {
  /** What has the focus, in words for a report. */
  readonly name: string;
  /** Why somebody who looks at the screen does not see it; null where they do. */
  readonly fault: string | null;
}

/** Presses Tab from the top of the page until the focus has left it, and answers what could not be seen, and how many stops there were. */
export async function walkByTab(page: Page): Promise<{ faults: string[]; stops: number }> {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('.skip-link')?.focus();
  });
  const faults: string[] = [];
  let stops = 0;
  for (; stops < mostStops; stops++) {
    await page.keyboard.press('Tab');
    const stop = await lookAtFocus(page);
    if (stop === null) break;
    if (stop.fault !== null) faults.push(`${stop.name}: ${stop.fault}`);
  }
  return { faults, stops };
}

/** The stop where the focus is; null where it is outside of the page or back at its first. */
function lookAtFocus(page: Page): Promise<Stop | null> {
  return page.evaluate(async () => {
    // A browser scrolls to what gets the focus before it draws the next picture.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const name = `<${element.tagName.toLowerCase()}> ${(element.getAttribute('aria-label') ?? element.innerText ?? '').slice(0, 60)} ${element.id}`;
    if (element.matches('.skip-link')) return null;
    const own = element.getBoundingClientRect();
    // Some inputs are drawn by what stands beside them in their label or wrapper.
    const hidden = own.width < 8 || own.height < 8 || getComputedStyle(element).opacity === '0';
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const shown = hidden ? (labels.at(-1) ?? element.parentElement ?? element) : element;
    if (!shown.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      return { name, fault: 'is not visible' };
    // A link that is broken has a box for each line.
    const box = shown.getClientRects()[0] ?? shown.getBoundingClientRect();
    const wrapper = element.closest('[class*="Input-wrapper"]');
    const high = Math.min(box.height, window.innerHeight * 0.6);
    const wide = Math.min(box.width, window.innerWidth * 0.6);
    const left = Math.max(0, box.left);
    const right = Math.min(window.innerWidth, box.right);
    const top = Math.max(0, box.top);
    const bottom = Math.min(window.innerHeight, box.bottom);
    if (right - left < wide - 1 || bottom - top < high - 1) {
      return { name, fault: `is outside of the window: ${JSON.stringify(box)}` };
    }
    const belongs = (hit: Element | null): boolean =>
      hit !== null &&
      (shown.contains(hit) ||
        element.contains(hit) ||
        wrapper?.contains(hit) === true ||
        (hit instanceof HTMLLabelElement && hit.control === element));
    for (const [x, y] of [
      [(left + right) / 2, (top + bottom) / 2],
      [left + Math.min(6, (right - left) / 2), top + Math.min(6, (bottom - top) / 2)],
      [right - Math.min(6, (right - left) / 2), bottom - Math.min(6, (bottom - top) / 2)],
    ] as const) {
      const hit = document.elementFromPoint(x, y);
      if (belongs(hit)) continue;
      const over =
        hit === null ? 'nothing' : `<${hit.tagName.toLowerCase()} class="${hit.className}">`;
      return { name, fault: `is covered by ${over} at ${Math.round(x)}, ${Math.round(y)}` };
    }
    return { name, fault: null };
  });
}

/** What of the page's content lies beyond an edge: without scrolling sideways nobody sees it. Text that is cut with dots has its title. */
export function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(
      '#content :is(a, button, input, select, td, th, h1, h2, p, dd)',
    )) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest('.visually-hidden, [title]') !== null) continue;
      const box = element.getBoundingClientRect();
      const name = `<${element.tagName.toLowerCase()}> ${element.innerText.slice(0, 40)}`;
      if (box.left < -1 || box.right > window.innerWidth + 1)
        found.push(`${name}: beyond the window`);
      for (let around = element.parentElement; around !== null; around = around.parentElement) {
        if (getComputedStyle(around).overflowX === 'visible') continue;
        const frame = around.getBoundingClientRect();
        if (box.right > frame.right + 1) found.push(`${name}: cut off at the right`);
        break;
      }
    }
    return found;
  });
}
