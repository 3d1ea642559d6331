/**
 * What this browser keeps. In the tab (and gone with it): texts begun and not sent. In the browser: who was last here, and where.
 * A browser may refuse both; then nothing outlives a reload, and that is all.
 */
export interface Keeping {
  /** What was written under this key. What it holds is ours alone: nobody else writes there. */
  read(key: string): unknown;
  write(key: string, value: unknown): void;
  forget(key: string): void;
}

export const inTab = keepIn(() => sessionStorage);
export const inBrowser = keepIn(() => localStorage);

function keepIn(storage: () => Storage): Keeping {
  const tried = <Result>(act: () => Result): Result | undefined => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  return {
    read: (key) => tried((): unknown => JSON.parse(storage().getItem(`vises:${key}`) ?? 'null')) ?? undefined,
    write(key, value) {
      tried(() => storage().setItem(`vises:${key}`, JSON.stringify(value)));
    },
    forget(key) {
      tried(() => storage().removeItem(`vises:${key}`));
    },
  };
}
