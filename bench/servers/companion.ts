import { pino } from 'pino';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { tellCpu } from './cpu.ts';

/** The product as it runs, with the settings it finds, on a free port. */
const app = await startApp(readConfig({ ...process.env, PORT: '0' }), pino({ level: 'error' }));
tellCpu();
process.send?.({ port: Number(new URL(app.address).port) });
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
