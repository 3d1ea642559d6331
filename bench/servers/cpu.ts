/** Tells the process that measures how much processor time was used here so far. */
export function tellCpu(): void {
  process.on('message', (asked) => {
    if (asked !== 'cpu') return;
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000 });
  });
}
