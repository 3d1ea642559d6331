import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccess } from '../../src/store/database.ts';
import { openJobs } from '../../src/store/jobs.ts';
import { asOwner } from '../support/database.ts';
import { aLog } from '../support/log.ts';
import { until } from '../support/until.ts';
import { createEndpoint } from '../../src/agents/endpoint.ts';
import { writeText } from '../../src/flows/writing/write-text.ts';
import { endLateWritings } from '../../src/flows/writing/end-late-writings.ts';
import { plainText } from '../../src/core/message.ts';
import { languages } from '../../src/core/language.ts';
import { faithful } from '../support/faithful-writer.ts';
import { aModelEndpoint, aRoughEndpoint, type ModelEndpoint } from '../support/model-endpoint.ts';
import { demo, method } from '../support/texts.ts';
import { aWritingRoom, model, prompts, type WritingRoom } from '../support/writing-room.ts';

let room: WritingRoom;
let endpoint: ModelEndpoint;
beforeAll(async () => {
  [room, endpoint] = await Promise.all([aWritingRoom(), aModelEndpoint()]);
});
afterAll(async () => {
  await Promise.all([room.stop(), endpoint.stop()]);
});

/** From one language into all; the long runs go from all of them. */
const fromFrench = languages.map((to) => ['fr', to] as const);
const fromOthers = [
  ['nl', 'nl'],
  ['en', 'en'],
  ['nl', 'fr'],
] as const;
const pairs = process.env['TORTURE'] ? [...fromFrench, ...fromOthers] : fromFrench;

describe('Les Ateliers du Canal, with a model that writes what the sources say', () => {
  it.each(pairs)(
    'gets all eight texts reviewed and approved, answers in %s, texts in %s',
    async (from, to) => {
      const team = await room.team(demo[from]);
      const writer = room.openWriter({ baseUrl: endpoint.url });
      endpoint.answers(faithful);
      for (const { id } of method.outputs) {
        await room.wants(team, id, to);
        await room.press(team, 'text-write', { kind: 'text-claims' });
        expect(newest(team, 'writing')).toContain(model.name);
        await room.work(writer);
        await room.press(team, 'text-approve');
      }
      const drafts = await room.drafts(team);
      const sentences = await room.sentences(team);
      // Nothing but the places that a person fills: a request, a contact.
      const flagged = sentences.filter(({ verdict }) => verdict !== 'green');
      expect(flagged.filter(({ text }) => !/^\[.+\]$/u.test(text))).toEqual([]);
      expect(new Set(drafts.map(({ state, made, output_id: id }) => `${id} ${state} ${made}`))).toEqual(
        new Set(method.outputs.map(({ id }) => `${id} approved written`)),
      );
      expect(sentences.length).toBeGreaterThan(40);
    },
    60_000,
  );
});

/** A team with a text that was asked of the model, and not yet begun. */
async function aTeamThatAsked(lets = true) {
  const team = await room.team(demo.fr, lets);
  await room.wants(team, 'annual-report', 'fr');
  await room.press(team, 'text-write', { kind: 'text-claims' });
  return team;
}
const newest = (team: Awaited<ReturnType<typeof aTeamThatAsked>>, kind: string): string =>
  plainText(room.said(team, kind).at(-1)?.message ?? { kind, language: 'fr', blocks: [], actions: [], forms: [] });

describe('what goes out', () => {
  it('is what the text may use, without names, without what is private or has no consent, and without the words that repeat it', async () => {
    const { answers } = demo.fr;
    const private_ = method.stages
      .flatMap(({ steps }) => steps.flatMap(({ questions }) => questions))
      .filter((each) => each.private);
    expect(private_.length).toBeGreaterThan(0);
    const secret = "Nous craignons que le banquier coupe la ligne de crédit avant l'été.";
    const material = {
      ...demo.fr,
      answers: {
        ...answers,
        ...Object.fromEntries(private_.map(({ id }) => [id, { type: 'long-text' as const, text: secret }])),
        'how-it-works': {
          type: 'long-text' as const,
          text: `Amina Benali a demandé à Samira de l'appeler au 06 12 34 56 78. ${secret} Elle disait : « La première fois que j'ai parlé un lundi, j'ai cru que j'allais tomber. »`,
        },
      },
    };
    const team = await room.team(material);
    endpoint.answers(faithful);
    endpoint.asked.length = 0;
    await room.wants(team, 'annual-report', 'fr');
    await room.press(team, 'text-write', { kind: 'text-claims' });
    await room.work(room.openWriter({ baseUrl: endpoint.url }));
    const wire = endpoint.asked.map(({ body }) => JSON.stringify(body)).join('\n');
    expect(wire).toContain('Les Ateliers du Canal');
    expect(wire).toContain('[P1]');
    for (const kept of ['Amina', 'Benali', 'Samira', '06 12 34', 'banquier', "j'allais tomber", 'sk-secret'])
      expect(wire).not.toContain(kept);
    expect(endpoint.asked[0]?.body['tools']).toBeUndefined();
    // The names come back, and are flagged as names of people are.
    const sentences = await room.sentences(team);
    expect(sentences.map(({ text }) => text).join(' ')).not.toContain('[P');
    expect(JSON.stringify(room.world.lines)).not.toMatch(/Amina|courrier|sk-secret/u);
    const [made] = await room.rows<{ made_with: Record<string, unknown> }>(
      `select v.made_with from draft_versions v join drafts d on d.id = v.draft_id where d.structure_id = '${team.structure}'`,
    );
    expect(made?.made_with).toMatchObject({
      model: model.name,
      host: model.host,
      instructions: prompts.version,
      calls: expect.any(Number),
      tokensIn: expect.any(Number),
    });
    expect(Object.keys(made?.made_with['sources'] ?? {}).length).toBeGreaterThan(5);
  });
});

describe('the team', () => {
  it('is told it is being written, and can take the assembled text instead: one text, and the model is not heard any more', async () => {
    const team = await aTeamThatAsked();
    expect(newest(team, 'writing')).toContain("J'écris");
    expect(newest(team, 'text-claims')).toContain("en cours d'écriture");
    await room.press(team, 'text-write', { kind: 'text-claims', value: 'written', by: 'Luc' });
    expect(newest(team, 'writing-waits')).toContain('déjà');
    await room.press(team, 'text-write', { kind: 'text-claims', value: 'assembled' });
    expect(await room.drafts(team)).toMatchObject([{ state: 'in-review', made: 'assembled', version: 1 }]);
    const before = endpoint.asked.length;
    await room.work(room.openWriter({ baseUrl: endpoint.url }));
    expect(endpoint.asked.length).toBe(before);
    expect(await room.drafts(team)).toMatchObject([{ version: 1 }]);
  });

  it("without the carrier's yes, or after a change of model, never meets the model", async () => {
    const team = await aTeamThatAsked(false);
    expect(room.queued).toEqual([]);
    expect(await room.drafts(team)).toMatchObject([{ made: 'assembled', state: 'in-review' }]);
    expect(room.said(team, 'writing')).toEqual([]);
    const agreedElsewhere = await room.team(demo.fr);
    await asOwner(
      room.world.url,
      `update evaluations set model_agreed = 'other · elsewhere.example' where id = '${agreedElsewhere.evaluation}'`,
    );
    await room.wants(agreedElsewhere, 'annual-report', 'fr');
    await room.press(agreedElsewhere, 'text-write', { kind: 'text-claims' });
    expect(room.queued).toEqual([]);
  });

  it('turns the assistant on and off by its carrier alone, by words and button; the notice says which model and what is sent', async () => {
    const team = await room.team(demo.fr, false);
    const says = async (name: string, words: string) => {
      await room.world.receive(room.world.aText(team.channel, `${name} ${team.channel}`, words));
      await room.world.drain();
    };
    const agreed = async () =>
      (
        await room.rows<{ on: boolean; what: string | null }>(
          `select model_on as on, model_agreed as what from evaluations where id = '${team.evaluation}'`,
        )
      )[0];
    expect(newest(team, 'notice')).toContain('éteint');
    await says('Luc', "allumez l'assistant d'écriture");
    expect(await agreed()).toEqual({ on: false, what: null });
    expect(newest(team, 'not-yours')).toContain('Samira');
    await says('Samira', "allumez l'assistant d'écriture");
    expect(await agreed()).toEqual({ on: true, what: 'small-writer · models.example.org' });
    expect(newest(team, 'notice')).toContain('small-writer');
    expect(newest(team, 'notice')).toContain('models.example.org');
    await room.press(team, 'model', { kind: 'set', value: 'off' });
    expect(await agreed()).toEqual({ on: false, what: null });
    expect(newest(team, 'notice')).toContain('éteint');
  });
});

describe('while it is written', () => {
  const meanwhile = async (what: (team: Awaited<ReturnType<typeof aTeamThatAsked>>) => Promise<unknown>, times = 1) => {
    const team = await aTeamThatAsked();
    endpoint.answers(faithful);
    const writer = room.openWriter({ baseUrl: endpoint.url });
    let done = 0;
    await room.work({
      instructions: writer.instructions,
      write: async (task, options) => {
        const written = await writer.write(task, options);
        if (done++ < times) await what(team);
        return written;
      },
    });
    return team;
  };
  it('an answer is corrected: it is written anew, of the new answer', async () => {
    const team = await meanwhile((at) => setReached(at, 91));
    const text = (await room.sentences(team)).map((each) => each.text).join(' ');
    expect(text).toContain('91');
    expect(text).not.toContain('84');
    expect(await room.drafts(team)).toMatchObject([{ version: 1, made: 'written', state: 'in-review' }]);
  });

  it('answers change each time: nothing is kept, and the team hears it once', async () => {
    let figure = 100;
    const team = await meanwhile((at) => setReached(at, ++figure), 9);
    expect(newest(team, 'writing-failed')).toContain('ont changé');
    expect(await room.drafts(team)).toMatchObject([{ version: 0, state: 'claims' }]);
    expect(room.said(team, 'writing-failed')).toHaveLength(1);
  });

  it('a claim is struck: the text does not say it', async () => {
    const team = await meanwhile(async (at) => {
      const [row] = await room.rows<{ position: number }>(
        `select c.position from claims c join drafts d on d.id = c.draft_id where d.structure_id = '${at.structure}' and c.text like '%courrier%'`,
      );
      await asOwner(
        room.world.url,
        `update claims set struck_by = '${at.person}', struck_at = now() where position = ${row?.position} and structure_id = '${at.structure}'`,
      );
    });
    const text = (await room.sentences(team)).map((each) => each.text).join(' ');
    expect(text).not.toContain('courrier');
    expect(await room.drafts(team)).toMatchObject([{ version: 1 }]);
  });

  it('the text is dropped: it stays dropped, and the next one can be asked for', async () => {
    const team = await meanwhile((at) => room.press(at, 'text-recall', { kind: 'text-claims', value: 'yes' }));
    expect(await room.drafts(team)).toMatchObject([{ state: 'recalled', version: 0 }]);
    await room.wants(team, 'social-post', 'fr');
    await room.press(team, 'text-write', { kind: 'text-claims' });
    await room.work(room.openWriter({ baseUrl: endpoint.url }));
    expect((await room.drafts(team)).find((each) => each.output_id === 'social-post')).toMatchObject({ version: 1 });
  });

  it('the carrier turns the assistant off: what was written is thrown away', async () => {
    const team = await meanwhile((at) =>
      room.world.receive(room.world.aText(at.channel, `Samira ${at.channel}`, "éteignez l'assistant d'écriture")),
    );
    expect(newest(team, 'writing-failed')).toContain('éteint');
    expect(await room.drafts(team)).toMatchObject([{ version: 0, state: 'claims' }]);
  });

  it('the work is done twice at once: one text', async () => {
    const team = await aTeamThatAsked();
    endpoint.answers(faithful);
    const [job] = room.queued.splice(0);
    if (!job) throw new Error('Nothing was queued.');
    const needs = room.needsWith(room.openWriter({ baseUrl: endpoint.url }));
    await Promise.all([writeText(needs, job), writeText(needs, job)]);
    await writeText(needs, job);
    await room.world.drain();
    expect(await room.drafts(team)).toMatchObject([{ version: 1, made: 'written' }]);
    expect(room.said(team, 'text')).toHaveLength(1);
  });

  it('the process goes away in the middle: the job is taken up again by the next, and makes one text', async () => {
    const team = await aTeamThatAsked();
    room.queued.length = 0;
    const [waiting] = await room.rows<{ id: string }>(
      `select id from writings where structure_id = '${team.structure}' and state = 'asked'`,
    );
    const job = { id: waiting?.id ?? '', structure: team.structure };
    endpoint.answers(faithful);
    const writer = room.openWriter({ baseUrl: endpoint.url });
    const stopping = new AbortController();
    const broken = writeText(
      room.needsWith({
        instructions: writer.instructions,
        write: async (task, options) => {
          const written = await writer.write(task, options);
          stopping.abort();
          return written;
        },
      }),
      job,
      stopping.signal,
    );
    await expect(broken).rejects.toThrow('stop');
    expect(await room.drafts(team)).toMatchObject([{ version: 0 }]);
    const jobs = openJobs({ url: room.world.url, log: aLog() });
    await jobs.start();
    await jobs.handle('write-text', (data) => writeText(room.needsWith(writer), data as typeof job));
    await withAccess(room.world.db, { kind: 'structure', structures: [team.structure] }, (tx) =>
      jobs.enqueue(tx, 'write-text', job, { key: job.id }),
    );
    await until(async () => (await room.drafts(team))[0]?.version === 1, 'the text');
    await jobs.stop();
    await room.world.drain();
    expect(room.said(team, 'text')).toHaveLength(1);
  });

  it('nobody works on it any more: it is given up after a while, told, and the next can be asked for', async () => {
    const team = await aTeamThatAsked();
    room.queued.length = 0;
    expect(await endLateWritings(room.world.needs)).toBe(0);
    await asOwner(
      room.world.url,
      `update writings set asked_at = asked_at - interval '1 hour' where structure_id = '${team.structure}'`,
    );
    expect(await endLateWritings(room.world.needs)).toBe(1);
    expect(await endLateWritings(room.world.needs)).toBe(0);
    await room.world.drain();
    expect(newest(team, 'writing-failed')).toContain('pas pu écrire');
    await room.press(team, 'text-write', { kind: 'writing-failed', value: 'assembled' });
    expect(await room.drafts(team)).toMatchObject([{ version: 1, made: 'assembled' }]);
  });
});

/** Somebody corrects how many people were reached. */
async function setReached(team: { structure: string; evaluation: string }, figure: number): Promise<void> {
  await asOwner(
    room.world.url,
    `with next as (
       insert into answer_versions (evaluation_id, question_id, version, structure_id, how, value, text, made_by, made_at)
       select evaluation_id, question_id, version + 1, structure_id, 'corrected',
         jsonb_set(jsonb_set(value, '{value}', '${figure}'), '{text}', '"${figure} personnes en 2024"'), '${figure} personnes en 2024', made_by, made_at
       from answer_versions where evaluation_id = '${team.evaluation}' and question_id = 'people-reached' order by version desc limit 1
       returning version)
     update question_states set answer_version = next.version, version = question_states.version + 1 from next
     where evaluation_id = '${team.evaluation}' and question_id = 'people-reached'`,
  );
}

describe('an endpoint that does not do its part', () => {
  const big = 'x'.repeat(64 * 1024);
  const reply = (content: unknown, more: object = {}) =>
    JSON.stringify({
      id: 'x',
      object: 'chat.completion',
      created: 1,
      model: 'm',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop', ...more }],
    });
  const rough: Record<string, { handle: Parameters<typeof aRoughEndpoint>[0]; most: number }> = {
    'fails (500)': { handle: (_, response) => void response.writeHead(500).end('{"error":{"message":"Amina said"}}'), most: 1 },
    'is slow': { handle: () => {}, most: 1 },
    drips: {
      handle: (_, response) =>
        void (
          response.writeHead(200, { 'content-type': 'application/json' }),
          setInterval(() => response.write(' '), 50).unref()
        ),
      most: 1,
    },
    'breaks off': {
      handle: (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
        response.write(reply('{"title":').slice(0, 60));
        setTimeout(() => response.destroy(), 20);
      },
      most: 1,
    },
    'is busy for an hour (429)': {
      handle: (_, response) => void response.writeHead(429, { 'retry-after': '3600' }).end('{}'),
      most: 1,
    },
    'refuses the key (401)': { handle: (_, response) => void response.writeHead(401).end('{}'), most: 1 },
    'sends elsewhere (307)': {
      handle: (_, response) => void response.writeHead(307, { location: 'http://example.org/v1/chat/completions' }).end(),
      most: 1,
    },
    'gives wrong JSON': {
      handle: (_, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end(reply('{"title": {"text": "A')),
      most: 2,
    },
    'gives another shape': {
      handle: (_, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end(reply('{"title":"A","paragraphs":"B"}')),
      most: 2,
    },
    'gives no JSON at all': {
      handle: (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>hello</html>'),
      most: 2,
    },
    'gives nothing': {
      handle: (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(reply('')),
      most: 2,
    },
    'gives only a call of a tool': {
      handle: (_, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end(
          reply(null, {
            finish_reason: 'tool_calls',
            message: {
              role: 'assistant',
              content: null,
              tool_calls: [{ id: '1', type: 'function', function: { name: 'approve', arguments: '{}' } }],
            },
          }),
        ),
      most: 2,
    },
    'stops at its limit': {
      handle: (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(reply('{"title":{"text":"A","uses":[]},"paragraphs":[]}', { finish_reason: 'length' })),
      most: 2,
    },
    'gives ten megabytes': {
      handle: (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.on('error', () => {});
        for (let part = 0; part < 160 && !response.destroyed; part += 1) response.write(big);
        response.end();
      },
      most: 2,
    },
  };

  it.each(Object.entries(rough))(
    '%s: the team hears once that it was not written, without technique, and takes the assembled text',
    async (_, { handle, most }) => {
      const team = await aTeamThatAsked();
      const at = await aRoughEndpoint(handle);
      await room.work(room.openWriter({ baseUrl: at.url, timeoutMs: 400 }));
      expect(at.requests()).toBeGreaterThan(0);
      expect(at.requests()).toBeLessThanOrEqual(most);
      await at.stop();
      expect(room.said(team, 'writing-failed')).toHaveLength(1);
      expect(newest(team, 'writing-failed')).not.toMatch(/erreur|error|\d{3}|http|JSON|endpoint|Amina/iu);
      expect(await room.drafts(team)).toMatchObject([{ version: 0, state: 'claims' }]);
      await room.press(team, 'text-write', { kind: 'writing-failed', value: 'assembled' });
      expect(await room.drafts(team)).toMatchObject([{ version: 1, made: 'assembled', state: 'in-review' }]);
      expect(JSON.stringify(room.world.lines)).not.toMatch(/Amina said|sk-secret/u);
    },
  );

  it('is down: after five failures in a row it is left alone, and asked again later', async () => {
    const at = await aRoughEndpoint((_, response) => void response.writeHead(503).end());
    const outcomes: string[] = [];
    const line = createEndpoint(
      { baseUrl: at.url, model: model.name, timeoutMs: 1000 },
      {
        clock: { now: () => new Date() },
        breaker: { failures: 5, restMs: 500 },
        count: (outcome) => void outcomes.push(outcome),
      },
    );
    const ask = () => line.ask([{ role: 'user', content: 'hello' }]).catch((error: unknown) => error);
    for (let call = 0; call < 8; call += 1) expect(await ask()).toMatchObject({ name: 'EndpointFailure', why: 'down' });
    expect(at.requests()).toBe(5);
    await new Promise((resolve) => setTimeout(resolve, 550));
    await ask();
    expect(at.requests()).toBe(6);
    expect(outcomes).toEqual([...Array<string>(5).fill('down'), ...Array<string>(3).fill('resting'), 'down']);
    await at.stop();
  });

  it('asks for a second: it is waited for, and the text is written', async () => {
    const team = await aTeamThatAsked();
    const times: number[] = [];
    endpoint.answers((asked) => {
      times.push(Date.now());
      return times.length === 1
        ? { raw: { error: { message: 'slow down', type: 'rate_limit' }, status: 429, retryAfter: 1 } }
        : faithful(asked);
    });
    await room.work(room.openWriter({ baseUrl: endpoint.url }, { longestWaitMs: 2400 }));
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(950);
    endpoint.answers(faithful);
    expect(await room.drafts(team)).toMatchObject([{ version: 1, made: 'written' }]);
  });

  it('cannot be held to a schema: it is asked without, and the text is written', async () => {
    const team = await aTeamThatAsked();
    endpoint.answers((asked) =>
      asked.body['response_format'] === undefined
        ? faithful(asked)
        : { raw: { error: { message: 'no schema here', type: 'invalid_request_error' }, status: 400 } },
    );
    await room.work(room.openWriter({ baseUrl: endpoint.url }));
    endpoint.answers(faithful);
    expect(await room.drafts(team)).toMatchObject([{ version: 1, made: 'written' }]);
  });
});

describe('the budget of a structure', () => {
  it('is counted by day, and used up it is told kindly and starts no call', async () => {
    const small = await aWritingRoom({ tokensPerDay: 1000 });
    const team = await small.team(demo.fr);
    endpoint.answers(faithful);
    const writer = small.openWriter({ baseUrl: endpoint.url });
    await small.wants(team, 'annual-report', 'fr');
    await small.press(team, 'text-write', { kind: 'text-claims' });
    await small.work(writer);
    expect(await small.drafts(team)).toMatchObject([{ version: 1 }]);
    expect(await small.rows(`select calls, tokens_in::int, tokens_out::int, day::text from model_use`)).toEqual([
      { calls: 1, tokens_in: 900, tokens_out: 300, day: '2026-01-05' },
    ]);
    await small.wants(team, 'social-post', 'fr');
    await small.press(team, 'text-write', { kind: 'text-claims' });
    expect(small.queued).toEqual([]);
    expect(
      small
        .said(team, 'writing-failed')
        .map(({ message }) => plainText(message))
        .join(''),
    ).toContain("aujourd'hui");
    small.world.clock.set(new Date('2026-01-06T09:00:00Z'));
    await small.press(team, 'text-write', { kind: 'text-claims' });
    await small.work(writer);
    expect((await small.drafts(team)).filter(({ version }) => version === 1)).toHaveLength(2);
    await small.stop();
  });
});
