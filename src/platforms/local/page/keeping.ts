/**
 * What this browser keeps. In the tab (and gone with it): texts begun and not sent. In the browser: who was last here, and where.
 * A browser may refuse both; then nothing outlives a reload, and that is all.
 */
export interface Keeping {
  read<T>(key: string): T | undefined;
  write(key: string, value: unknown): void;
  forget(key: string): void;
}

export const inTab = keepIn(() => sessionStorage);
export const inBrowser = keepIn(() => localStorage);

function keepIn(storage: () => Storage): Keeping {
  const tried = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  return {
    read: <T>(key: string) => tried(() => JSON.parse(storage().getItem(`vises:${key}`) ?? 'null') as T | null) ?? undefined,
    write: (key, value) => void tried(() => storage().setItem(`vises:${key}`, JSON.stringify(value))),
    forget: (key) => void tried(() => storage().removeItem(`vises:${key}`)),
  };
}
