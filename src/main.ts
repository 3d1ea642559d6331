import { readConfig, readEnvironment } from './config.ts';
import { createLog } from './log.ts';
import { openServer } from './store/server.ts';

/** `npm start`: the companion, until a signal ends it. */
try {
  const config = readConfig(readEnvironment());
  const log = createLog(config.logLevel);
  for (const notice of config.notices) log.warn({}, notice);
  // The database wakes while the rest is loaded. Whoever waits for it hears of its failure.
  const opening = openServer(config, log);
  opening.catch(() => {});
  const { startApp } = await import('./app.ts');
  const app = await startApp(config, log, opening);
  log.info(
    { address: app.address },
    config.local ? `The companion is ready: open ${config.publicUrl}` : 'The companion is ready',
  );

  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'Stopping: what is under way is finished first');
    app.stop().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'The companion did not stop cleanly; nothing that was confirmed is lost');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
