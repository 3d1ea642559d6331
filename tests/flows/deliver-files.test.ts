import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { createLog } from '../../src/log.ts';
import { withAccess } from '../../src/store/database.ts';
import { addMadeFile } from '../../src/store/made-files.ts';
import { addPosts } from '../../src/store/outbox.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aFakePlatform } from '../support/fake-platform.ts';
import { aFixedClock } from '../support/fixed-clock.ts';
import { aChannel, aMessage, aPost, rowsOf } from '../support/outbox.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.drop());

it('brings the files of a message, those that are shown and those that come with it, and says the rest without', async () => {
  const { db, url } = database;
  const clock = aFixedClock();
  const platform = aFakePlatform();
  const dispatcher = createDispatcher({ db, platforms: platform, clock, log: createLog('silent') });
  const channel = await aChannel(db);
  await asOwner(
    url,
    `insert into structures (id, name, structure_group, language, time_zone) values ($1, 's', 'g', 'fr', 'Europe/Brussels')`,
    [channel.structureId],
  );
  const [text, picture, gone] = [randomUUID(), randomUUID(), randomUUID()];
  const message = aMessage('Voici', {
    blocks: [{ type: 'picture', file: picture, alt: 'Trois sur quatre' }],
    attachments: [
      { file: text, name: 'a.md', type: 'text/markdown' },
      { file: gone, name: 'b.md', type: 'text/markdown' },
    ],
  });
  await withAccess(db, { kind: 'structure', structures: [channel.structureId] }, async (tx) => {
    const made = { structureId: channel.structureId };
    await addMadeFile(tx, text, { name: 'a.md', type: 'text/markdown', bytes: Buffer.from('# A') }, made, clock.now());
    await addMadeFile(tx, picture, { name: 'p.png', type: 'image/png', bytes: Buffer.from('png') }, made, clock.now());
    await addPosts(tx, channel, [aPost('', { message }), aPost('rien')], clock.now());
  });

  await dispatcher.drain(clock.now());

  const [first, second] = platform.calls;
  expect([...(first?.files ?? [])]).toEqual(
    expect.arrayContaining([
      [text, { name: 'a.md', type: 'text/markdown', bytes: Buffer.from('# A') }],
      [picture, { name: 'p.png', type: 'image/png', bytes: Buffer.from('png') }],
    ]),
  );
  expect(first?.files?.size).toBe(2);
  expect(second).not.toHaveProperty('files');
  expect((await rowsOf(db, channel)).map(({ state }) => state)).toEqual(['sent', 'sent']);
});
