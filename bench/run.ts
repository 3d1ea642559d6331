import { aDatabaseOn, anEmbeddedServer, aWorldOn, type World } from './world.ts';
import { closedLoop, type Measured, median, rawTurn, teams, turn } from './turns.ts';
import { fillWithAnswers } from './fill.ts';
import { measureCorpora } from './grounding.ts';

/** What a turn costs, beside a raw transaction of the same writes, taken in turns within one run. Read the ratios first. */
const { BENCH_DATABASE_URL } = process.env;
const [count = '400', rounds = '3', answers = '1000000'] = process.argv.slice(2);
const width = 8;

const show = (name: string, figures: Record<string, string | number>): void =>
  console.log(JSON.stringify({ bench: name, ...figures }));
const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

function report(name: string, runs: Measured[]): void {
  show(name, {
    width,
    perSecond: round(median(runs.map((run) => run.perSecond)), 0),
    p50ms: round(median(runs.map((run) => run.p50))),
    p99ms: round(median(runs.map((run) => run.p99))),
    cpuMsEach: round(median(runs.map((run) => run.cpuMs)), 2),
    rounds: runs.map((run) => round(run.perSecond, 0)).join(' '),
  });
}

async function besideRaw(where: string, world: World): Promise<void> {
  const turns: Measured[] = [];
  const raws: Measured[] = [];
  const warm = await teams(world, `${where}-warm`, width);
  await closedLoop(width * 6, width, turn(world, warm));
  await closedLoop(width * 6, width, rawTurn(world, warm));
  for (let i = 0; i < Number(rounds); i++) {
    const channels = await teams(world, `${where}-${i}`, 40);
    turns.push(await closedLoop(Number(count), width, turn(world, channels)));
    raws.push(await closedLoop(Number(count), width, rawTurn(world, channels)));
  }
  report(`${where}/turn`, turns);
  report(`${where}/raw transaction of the same writes`, raws);
  show(`${where}/turn over raw`, {
    ratioOfRates: round(median(turns.map((run, i) => run.perSecond / (raws[i]?.perSecond ?? 1))), 2),
  });
}

/** A turn among few and among many stored answers, alone on the machine: the cost that grows if an index is missing. */
async function amongMany(where: string, world: World): Promise<void> {
  const alone = async (prefix: string): Promise<Measured[]> => {
    const runs: Measured[] = [];
    for (let i = 0; i < Number(rounds); i++)
      runs.push(await closedLoop(120, 1, turn(world, await teams(world, `${where}-${prefix}-${i}`, 20))));
    return runs;
  };
  await fillWithAnswers(world, 1000);
  const few = await alone('few');
  await fillWithAnswers(world, Number(answers));
  const many = await alone('many');
  show(`${where}/turn among 1,000 answers`, { p50ms: round(median(few.map((run) => run.p50)), 2) });
  show(`${where}/turn among ${Number(answers).toLocaleString('en')} answers`, {
    p50ms: round(median(many.map((run) => run.p50)), 2),
  });
  show(`${where}/many over few`, { ratio: round(median(many.map((run) => run.p50)) / median(few.map((run) => run.p50)), 2) });
}

async function on(where: string, url: string): Promise<void> {
  const world = await aWorldOn(url, width);
  try {
    await besideRaw(where, world);
    if (Number(answers) > 0) await amongMany(where, world);
  } finally {
    await world.close();
  }
}

measureCorpora();

const embedded = await anEmbeddedServer();
try {
  await on('embedded', embedded.url);
} finally {
  await embedded.stop();
}
if (BENCH_DATABASE_URL) {
  const database = await aDatabaseOn(BENCH_DATABASE_URL);
  try {
    await on('server', database.url);
  } finally {
    await database.drop();
  }
} else console.error('BENCH_DATABASE_URL is not set: only the embedded database was measured.');
