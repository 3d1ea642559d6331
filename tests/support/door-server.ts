import { createServer, type Server } from 'node:http';
import type { Door, Platform } from '../../src/ports.ts';

export interface DoorServer {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  url: string;
  port: number;
  /** Breaks every connection, as a network does. */
  breakConnections(): void;
  close(): Promise<void>;
}

/** The doors of one platform on a free port of this machine. */
export async function openDoors(platform: Platform): Promise<DoorServer> {
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const door = findDoor(platform.doors, request.method, path);
    if (door) void door.handle(request, response);
    else response.writeHead(501).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  const { port } = address;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    breakConnections: () => server.closeAllConnections(),
    async close() {
      await platform.stop();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** The same path before the longest beginning. */
function findDoor(doors: Door[], method: string | undefined, path: string): Door | undefined {
  return doors
    .filter((door) => door.method === method && (door.path === path || (door.path.endsWith('/') && path.startsWith(door.path))))
    .sort((a, b) => Number(b.path === path) - Number(a.path === path) || b.path.length - a.path.length)[0];
}
