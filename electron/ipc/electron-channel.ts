/** The one channel between the preload and the main process, both ways. */
export const channel = 'spcp-console';

/**
 * The preload's first message, and the answer to it. What a page sends after the one and receives after the other is its own: ids start
 * anew with every page, and what was under way for the page before it would be taken for its answers.
 */
export const hello = 'hello';
export const welcome = 'welcome';
