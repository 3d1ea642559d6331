import { connect, createServer, type Socket } from 'node:net';
import { createHttp } from '../../src/http.ts';
import type { Platform } from '../../src/ports.ts';
import { aLog } from './log.ts';

export interface DoorServer {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** The doors of one platform, on the product's own server and a port of this machine, a free one unless it is named. */
export async function openDoors(platform: Platform, port = 0): Promise<DoorServer> {
  const figures = { request: () => {}, render: () => Promise.resolve({ type: 'text/plain', text: '' }) };
  const http = createHttp({
    doors: platform.doors,
    host: '127.0.0.1',
    port,
    log: aLog(),
    figures,
    ready: () => Promise.resolve(),
  });
  const url = await http.listen();
  return {
    url,
    port: Number(new URL(url).port),
    async close() {
      await http.stop();
      await platform.stop();
    },
  };
}

/** A line to a server of this machine, which can break as networks do. */
export async function aLineTo(port: number) {
  const sockets = new Set<Socket>();
  const server = createServer((caller) => {
    const server = connect(port, '127.0.0.1');
    for (const socket of [caller, server]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        caller.destroy();
        server.destroy();
      });
    }
    caller.pipe(server).pipe(caller);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The line has no port.');
  const breakOff = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    breakOff,
    async close() {
      breakOff();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
