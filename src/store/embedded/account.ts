import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';

/** The user the server runs under when we are root, which Postgres refuses to be. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

export interface Outcome {
  /** The exit code, or the system's error code when the program did not start (`EACCES`, `ENOENT`). */
  code: number | string;
  output: string;
}

const candidates = ['postgres', 'nobody', 'daemon', 'www-data'];

/**
 * As root: the owner of the data that is there, else an unprivileged user this machine already has; none is ever added.
 * As anybody else: nothing, the server runs under the same user as we do.
 */
export async function chooseAccount(cluster: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = await readUsers();
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) {
    return users.find((user) => user.uid === owner.uid) ?? { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` };
  }
  for (const name of candidates) {
    const user = users.find((user) => user.name === name && user.uid !== 0);
    if (user) return user;
  }
  throw new Error(
    `Postgres does not run as root, and this machine has none of the users ${candidates.join(', ')}: ` +
      'start as another user, or set DATABASE_URL to a Postgres server.',
  );
}

/** Runs a program to its end, under the account when there is one. What it writes is kept short. */
export function run(program: string, args: string[], account: Account | undefined): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...standing(account), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error: NodeJS.ErrnoException) => resolve({ code: error.code ?? error.message, output }));
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? 'ended', output }));
  });
}

/** Where and as whom a child stands. It gets none of our settings, which hold secrets. */
export function standing(account: Account | undefined): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].map((name) => [name, process.env[name]] as const);
  const env = Object.fromEntries(kept.filter(([, value]) => value !== undefined));
  return {
    // A folder everybody may enter: a child cannot stand in a home that is closed to its user.
    cwd: process.platform === 'win32' ? process.cwd() : '/',
    env: { ...env, LC_ALL: 'C' },
    ...(account && { uid: account.uid, gid: account.gid }),
  };
}

/** Whether the account can enter this folder and write in it: asked of the system itself, which knows more than mode bits. */
export async function canUse(account: Account | undefined, folder: string): Promise<boolean> {
  if (!account) return true;
  const { code } = await run('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], account);
  return code === 0;
}

async function readUsers(): Promise<Account[]> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
