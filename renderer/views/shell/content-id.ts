/** The id of what the views are in. */
export const contentId = 'content';
