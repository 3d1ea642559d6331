import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { directKey, homeKey, type Incoming } from '../../src/core/incoming.ts';
import { type Message, plainText } from '../../src/core/message.ts';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { receive } from '../../src/flows/receive.ts';
import { sendTo } from '../../src/platforms/platforms.ts';
import { asOwner } from '../support/database.ts';
import { aLog } from '../support/log.ts';
import { frames, theMethod, wording } from '../support/scene.ts';
import { aTeamOn, everywhere, storyHouse } from '../support/story.ts';

/** Two people who accompany, on the same platform as the team; what they do is brought to the flows directly, what is said goes by the wire. */
it.each(everywhere)(
  'leads from the view to a nudge and to a colleague who takes the team over, on %s',
  { timeout: 60_000 },
  async (on) => {
    const team = await aTeamOn(on, { people: ['Samira', 'Nadia', 'Karim'] });
    const { db, grounds } = await storyHouse();
    const log = aLog();
    const needs = { db, clock: team.clock, wording, frames, method: theMethod(), newId: randomUUID, log };
    const { structure } = await team.evaluation();
    const people = await asOwner<{ user_key: string; person_id: string; workspace: string }>(
      team.databaseUrl,
      `select user_key, person_id, workspace from identities where platform = $1 and user_key = any ($2)`,
      [on, [team.userOf('Nadia'), team.userOf('Karim')]],
    );
    const of = (name: string) => people.find(({ user_key }) => user_key === team.userOf(name));
    const workspace = of('Nadia')?.workspace ?? '';
    // They accompany, and are in no team.
    await asOwner(team.databaseUrl, `delete from members where person_id = any ($1)`, [people.map(({ person_id }) => person_id)]);
    await asOwner(team.databaseUrl, `insert into accompaniments (structure_id, person_id, from_at) values ($1, $2, $3)`, [
      structure.id,
      of('Nadia')?.person_id,
      team.clock.now(),
    ]);

    const takes = async (name: string, key: string, what: object): Promise<void> => {
      // People need a few seconds for everything, and platforms have a pace.
      team.clock.goTo(new Date(team.clock.now().getTime() + 5000));
      const user = team.userOf(name);
      const incoming = {
        deliveryKey: randomUUID(),
        at: team.clock.now(),
        channel: { platform: on, workspace, key },
        direct: true,
        sender: { platform: on, workspace, user, name, language: 'fr' },
        ...what,
      } as Incoming;
      await receive(needs, incoming);
      const platforms = sendTo([...grounds.values()].map(({ platform }) => platform));
      const became = await createDispatcher({ db, platforms, clock: team.clock, log }).drain(team.clock.now());
      expect(became.dead + became.expired + became.ambiguous + became.parked).toBe(0);
    };
    const dm = (name: string): string => directKey(team.userOf(name));
    const says = (name: string, text: string): Promise<void> =>
      takes(name, dm(name), { kind: 'message', message: randomUUID(), text, files: [], addressed: true });
    const told = async (name: string, kind: string): Promise<Message> => {
      const [row] = await asOwner<{ message: Message }>(
        team.databaseUrl,
        `select o.message from outbox o join channels c on c.id = o.channel_id
       where c.platform = $1 and c.key = any ($2) and o.state = 'sent' and o.message->>'kind' = $3 order by o.id desc limit 1`,
        [on, [dm(name), homeKey(team.userOf(name))], kind],
      );
      if (!row) throw new Error(`${name} was not told ${kind}.`);
      return row.message;
    };

    // A view where the platform has one, a card elsewhere.
    await takes('Nadia', on === 'slack' ? homeKey(team.userOf('Nadia')) : dm('Nadia'), { kind: 'home' });
    const home = plainText(await told('Nadia', 'home'));
    expect(home).toContain('Mon accompagnement : 1 équipe');
    expect(home).toContain(structure.name);

    await says('Nadia', `relancer ${structure.name}`);
    expect(plainText(await told('Nadia', 'nudge-preview'))).toContain('Un message prêt');
    await says('Nadia', 'envoyer');
    expect(plainText(await told('Nadia', 'nudge-result'))).toContain('Un message est parti');
    const nudge = team.shown().find(({ message }) => message.kind === 'nudge-by-hand');
    expect(nudge && plainText(nudge.message)).toContain('Message de Nadia, qui vous accompagne.');
    expect(nudge?.thread).toBe(team.stage.newestCard()?.id);

    await says('Nadia', `passer le relais ${structure.name}`);
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(plainText(await told('Nadia', 'handover-code')))?.[0] ?? '';
    await says('Karim', code);
    expect(plainText(await told('Karim', 'handover-offer'))).toContain('Nadia vous confie');
    await says('Karim', 'accepter');
    expect(team.shown().some(({ message }) => plainText(message).includes('Karim vous accompagne désormais'))).toBe(true);
    await says('Nadia', 'mes équipes');
    expect(plainText(await told('Nadia', 'home'))).not.toContain('Mon accompagnement : 1');
  },
);
