type Close = () => Promise<void>;

const open: Close[] = [];

/** Closes something that several tests of a file share, once the file is done. */
export function closeAfterFile(close: Close): void {
  open.push(close);
}

/** Closes all of it, the last first. Test files share one process, so nothing may be left for the next one. */
export async function closeAll(): Promise<void> {
  for (const close of open.splice(0).toReversed()) await close();
}
