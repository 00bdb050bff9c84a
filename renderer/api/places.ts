/** Where the user was on an entry of the window's history when they left it. */
interface Place {
  readonly top: number;
  /** The link of the view that had the focus: its address, its words, and which of those with the same. */
  readonly link: { readonly href: string; readonly words: string; readonly index: number } | null;
}

/** What a view needs to grow to its height again; then the user is left where they are, milliseconds. */
const patienceMs = 2000;

const start: Place = { top: 0, link: null };

/**
 * Remembers for each entry of the history how far its view was scrolled and which of its links had the focus, since views come and go
 * with the path, and a browser restores neither. `content` is the id of what the views are in.
 */
export function rememberPlaces(content: string): void {
  window.history.scrollRestoration = 'manual';
  const note = (change: Partial<Place>): void => {
    // What happens while a view comes is not the user's doing.
    if (standing !== null && standing === entryId()) {
      places.set(standing, { ...(places.get(standing) ?? start), ...change });
    }
  };
  window.addEventListener('scroll', () => note({ top: window.scrollY }), { passive: true });
  window.addEventListener('focusin', ({ target }) => {
    const view = document.getElementById(content);
    if (!(target instanceof Element) || view?.contains(target) !== true) return;
    const href = target instanceof HTMLAnchorElement ? target.getAttribute('href') : null;
    if (href === null) return note({ link: null });
    const words = wordsOf(target);
    note({ link: { href, words, index: linksTo(view, href, words).indexOf(target) } });
  });
  view = () => document.getElementById(content);
}

/**
 * To be called when the heading of a view is there. A view that is come to begins at its top, with the focus on the heading; one that is
 * come back to is as it was left.
 */
export function arrive(heading: HTMLElement): void {
  const entry = entryId();
  const first = !begun;
  const stays = standing === entry;
  const left = places.get(entry);
  begun = true;
  standing = entry;
  // The page has just been opened: it is the browser's to say where the focus is.
  if (first) return;
  heading.focus({ preventScroll: true });
  if (stays) return;
  if (left === undefined) window.scrollTo(0, 0);
  else comeBack(left, entry, heading);
}

const places = new Map<string, Place>();
let begun = false;
/** The entry whose view is there as it should be; null while one is on its way there. */
let standing: string | null = null;
let view = (): HTMLElement | null => null;

/** Beside what the router keeps with an entry. The steps of one view, as over its filters, have it in common: it stays where it is. */
function entryId(): string {
  const state: unknown = window.history.state;
  if (state !== null && typeof state === 'object' && 'entry' in state) return String(state.entry);
  const entry = crypto.randomUUID();
  window.history.replaceState({ ...(state ?? {}), entry }, '');
  return entry;
}

/** Several parts of a view may lead to the same, and some of them come before the others: it is told from them by what it says. */
function linksTo(within: Element, href: string, words: string): Element[] {
  const all = within.querySelectorAll(`a[href="${CSS.escape(href)}"]`);
  return [...all].filter((link) => wordsOf(link) === words);
}

function wordsOf(link: Element): string {
  return link.getAttribute('aria-label') ?? link.textContent;
}

/** Tries with each picture, since a view gets its height, and the links in it, bit by bit. Ends when the user does something. */
function comeBack(left: Place, entry: string, heading: HTMLElement): void {
  const until = performance.now() + patienceMs;
  const ended = new AbortController();
  for (const event of ['wheel', 'pointerdown', 'keydown']) {
    window.addEventListener(event, () => ended.abort(), { signal: ended.signal });
  }
  standing = null;
  const attempt = (): void => {
    if (ended.signal.aborted || entryId() !== entry || performance.now() > until) {
      settle();
      return;
    }
    window.scrollTo(0, left.top);
    const within = view();
    const links =
      left.link === null || within === null ? [] : linksTo(within, left.link.href, left.link.words);
    const link = links[left.link?.index ?? 0];
    if (link instanceof HTMLElement && document.activeElement === heading) {
      link.focus({ preventScroll: true });
    }
    const whole = Math.abs(window.scrollY - left.top) <= 1;
    if (whole && (left.link === null || link !== undefined)) settle();
    else requestAnimationFrame(attempt);
  };
  const settle = (): void => {
    ended.abort();
    if (entryId() === entry) standing = entry;
  };
  attempt();
}
