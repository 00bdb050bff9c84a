/** Who looks at proxies: windows at all of them, watchers without a window at those that they name. */
export interface Onlookers {
  /** Whether somebody looks at the proxy with this id. */
  lookAt(id: string): boolean;
  /** Whether a window can be seen; one can at first. */
  setVisible(visible: boolean): void;
  /** One more watcher. Answers what says at which it looks; at none at first. */
  addWatcher(): (ids: ReadonlySet<string>) => void;
}

/** `onChange`: somebody looks at others now. */
export function createOnlookers(onChange: () => void): Onlookers {
  let visible = true;
  const watchers: ReadonlySet<string>[] = [];
  return {
    lookAt: (id) => visible || watchers.some((ids) => ids.has(id)),
    setVisible(value) {
      visible = value;
      onChange();
    },
    addWatcher() {
      const index = watchers.push(new Set()) - 1;
      return (ids) => {
        watchers[index] = ids;
        onChange();
      };
    },
  };
}
