import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { newCode } from '../../src/store/codes.ts';
import { withAccess } from '../../src/store/database.ts';
import { grantsOf } from '../../src/store/grants.ts';
import { addInvitation } from '../../src/store/invitations.ts';
import { addNetwork } from '../../src/store/networks.ts';
import { aPrivateLine } from '../support/private-line.ts';
import { aTeamOn, everywhere, storyHouse } from '../support/story.ts';

const codeOf = (said: string): string => /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(said)?.[0] ?? '';

it.each(everywhere)(
  'joins a network by codes, shares, takes it back and leaves, on %s',
  async (platform) => {
    const team = await aTeamOn(platform, { begun: false, people: ['Samira', 'Luc', 'Agnès', 'Nadia'] });
    const { db } = await storyHouse();
    await team.says('bonjour', { to: 'channel' });

    // The command that makes a network prints a code for its first animator.
    const network = randomUUID();
    const first = newCode(randomUUID);
    const expiresAt = new Date(team.clock.now().getTime() + 7 * 24 * 3_600_000);
    await withAccess(db, { kind: 'network', network }, async (tx) => {
      await addNetwork(tx, { id: network, name: 'Les Rivières', kind: 'network' }, team.clock.now());
      await addInvitation(tx, { network, code: first, role: 'animator', label: 'premier', uses: 1, expiresAt }, team.clock.now());
    });
    const agnes = await aPrivateLine(team, platform, 'Agnès');
    await agnes.says(first);
    expect(agnes.hears('role-given')).toContain('Bienvenue dans le réseau Les Rivières');
    await agnes.says('nouvelle cohorte : Rentrée');
    expect(agnes.hears('cohorts')).toContain('Rentrée : aucune structure');
    await agnes.says('inviter');
    await agnes.fills('fed-invite-new', 'invite', { for: 'accompanier', label: 'Nadia' });

    const nadia = await aPrivateLine(team, platform, 'Nadia');
    await nadia.says(`code ${codeOf(agnes.hears('code'))}`);
    expect(nadia.hears('role-given')).toContain('Vous accompagnez des équipes de ce réseau');
    await nadia.presses('fed-home', 'role-given');
    await nadia.presses('fed-invite', 'network');
    await nadia.fills('fed-invite-new', 'invite', { label: 'mes équipes' });
    const code = codeOf(nadia.hears('code'));

    // A code that is none is said beside the field; the right one begins in the network, with an accompanier.
    await team.begins({ code: 'AAAA-3333' });
    expect(team.formErrors).toHaveProperty('code');
    await team.begins({ code });
    expect(team.textOf(team.sees('joined'))).toContain('Vous avez rejoint le réseau Les Rivières.');
    expect(team.textOf(team.sees('sharing'))).toContain('Voulez-vous que Nadia puisse lire vos réponses ?');
    expect(nadia.hears('team-joined')).toContain('Les Ateliers du Canal a commencé avec votre invitation');
    await team.arrives('Luc');

    const { id, structure } = await team.evaluation();
    const grants = () =>
      withAccess(db, { kind: 'structure', structures: [structure.id] }, (tx) => grantsOf(tx, id, team.clock.now()));
    await team.presses('share-content', { to: 'channel', by: 'Luc', value: 'yes' });
    expect((await grants()).content).toBe(false);
    team.sees('not-yours');
    await team.presses('share-content', { to: 'channel', value: 'yes' });
    team.hears('Samira partage vos réponses avec votre accompagnateur.');
    expect(await grants()).toMatchObject({ content: true, fearsAndLimits: false });
    expect(nadia.hears('sharing-told')).toContain('partage ses réponses avec vous');
    expect(team.textOf(team.sees('notice'))).toContain('lit vos réponses');

    await team.fills({ what: ['content', 'fears-and-limits'] }, { action: 'share-choose', to: 'channel' });
    expect((await grants()).fearsAndLimits).toBe(true);
    await team.presses('share-content', { to: 'channel', value: 'no' });
    expect(await grants()).toMatchObject({ content: false, fearsAndLimits: false });
    expect(nadia.hears('sharing-told')).toContain('ne partage plus ses réponses');

    await agnes.says('les structures du réseau');
    expect(agnes.hears('structures')).toContain('Les Ateliers du Canal');
    await team.says('quitter le réseau', { to: 'channel' });
    await team.presses('share-leave-sure', { to: 'channel', value: network });
    team.hears('a fait quitter le réseau Les Rivières à votre équipe');
    await agnes.deliver();
    expect(nadia.hears('team-left')).toContain("votre accompagnement de cette équipe s'arrête");
    expect(agnes.hears('team-left')).toContain('a quitté le réseau Les Rivières');
    await agnes.says('les structures du réseau');
    expect(agnes.hears('structures')).toContain('Aucune structure');
    // What the team does goes on.
    await team.says('Nous voulons mettre des mots sur ce que nous voyons.');
    expect(await team.answer('why-now')).toMatchObject({ text: 'Nous voulons mettre des mots sur ce que nous voyons.' });
  },
  60_000,
);
