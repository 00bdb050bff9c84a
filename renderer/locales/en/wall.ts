/** The board for a screen on the wall. */
export const wall = {
  enter: 'Show on a wall screen',
  trouble_one: '{{count}} needs a look',
  trouble_other: '{{count}} need a look',
  ready: '{{ready}} of {{all}} ready',
  troubles: 'Need a look',
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
  full: 'Use the whole screen',
  leave: 'Back to the fleet',
  page: 'Page {{page}} of {{count}}',
  before: 'The page before',
  next: 'The next page',
  hold: 'Stay on this page',
  goOn: 'Go on turning the pages',
};
