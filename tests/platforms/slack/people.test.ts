import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFindPerson } from '../../../src/platforms/slack/people.ts';
import { aSender } from '../../support/slack-sending.ts';
import { aStrictSlack, type StrictSlack } from '../../support/strict-slack.ts';

let slack: StrictSlack;
let find: (user: string) => ReturnType<ReturnType<typeof createFindPerson>>;
beforeAll(async () => {
  slack = await aStrictSlack({
    teams: [
      {
        id: 'T0UN',
        people: [
          { name: 'Samira', locale: 'fr-BE' },
          { name: 'Jan', locale: 'nl-NL', timeZone: 'Europe/Amsterdam' },
          { name: 'Ann', locale: 'en-GB' },
          { name: 'Uwe', locale: 'de-DE', timeZone: 'Nowhere/Else' },
          { name: 'Gaston', guest: true },
          { name: 'Parti', deleted: true },
        ],
      },
    ],
  });
  const person = createFindPerson({ api: aSender(slack).api });
  find = (user) => person('T0UN', user);
});
afterAll(() => slack.close());

const facts = (name: string) => find(slack.user(name));

describe('what Slack knows of a person', () => {
  it('is a name, a language of ours, a time zone, and whether they are a guest', async () => {
    expect(await facts('Samira')).toEqual({ name: 'Samira', language: 'fr', timeZone: 'Europe/Brussels', guest: false });
    expect(await facts('Jan')).toEqual({ name: 'Jan', language: 'nl', timeZone: 'Europe/Amsterdam', guest: false });
    expect(await facts('Ann')).toMatchObject({ language: 'en' });
    expect(await facts('Gaston')).toMatchObject({ guest: true });
  });

  it('leaves out what we cannot use', async () => {
    expect(await facts('Uwe')).toEqual({ name: 'Uwe', guest: false });
  });

  it('is nothing for programs, those who left and those who never were', async () => {
    expect(await find(slack.team().botUser)).toBeUndefined();
    expect(await facts('Parti')).toBeUndefined();
    expect(await find('U0NOBODY')).toBeUndefined();
    expect(await find('USLACKBOT')).toBeUndefined();
  });

  it('is asked again when Slack has a bad day, or the permission is missing', async () => {
    slack.fails('users.info', 'cut after');
    await expect(facts('Samira')).rejects.toMatchObject({ outcome: 'later' });
    slack.team().scopes.delete('users:read');
    await expect(facts('Samira')).rejects.toMatchObject({ outcome: 'never', scope: 'message' });
  });
});
