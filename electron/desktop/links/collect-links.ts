import { app } from 'electron';

/** The links that the app is given, kept until it can follow them. */
export interface CollectedLinks {
  add(link: string): void;
  /** Follows those that are waiting, and from now on each at once. */
  follow(open: (link: string) => void): void;
}

/** Collects the links of this start. macOS hands them over by an event, which comes before the app is ready; to be called before that. */
export function collectLinks(): CollectedLinks {
  let waiting: string[] = [];
  let follow: ((link: string) => void) | null = null;
  const add = (link: string): void => {
    if (follow === null) waiting.push(link);
    else follow(link);
  };
  app.on('open-url', (event, link) => {
    event.preventDefault();
    add(link);
  });
  return {
    add,
    follow(open) {
      follow = open;
      const links = waiting;
      waiting = [];
      for (const link of links) open(link);
    },
  };
}
