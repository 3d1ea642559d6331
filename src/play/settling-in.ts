import { withAccess } from '../store/database.ts';
import { setDesk } from '../store/desks.ts';
import { directChannel, findPeople } from '../store/routing.ts';
import { addAccompaniment, setLeads } from '../store/structures.ts';
import type { PlayMeta, PlayPerson } from './file.ts';
import type { Said } from './platform.ts';
import type { Player, Stage, StageNeeds } from './stage.ts';

export interface SettlingIn {
  stage: Stage;
  db: StageNeeds['db'];
  newId: () => string;
  playerOf: (person: PlayPerson) => Player;
}

/** Everybody of the file is in the channel, in the roles it gives them. False as long as nothing was begun there. */
export async function settleIn(meta: PlayMeta, { stage, db, newId, playerOf }: SettlingIn): Promise<readonly Said[] | false> {
  const evaluation = await stage.evaluation();
  const place = await stage.place();
  if (!evaluation || !place) return false;
  const said: Said[] = [];
  for (const person of meta.people) said.push(...(await stage.act(playerOf(person), { do: 'arrive' })).said);
  const users = meta.people.map((person) => playerOf(person).user);
  const { platform, workspace } = place.address;
  const known = await withAccess(db, { kind: 'routing' }, (tx) => findPeople(tx, { platform, workspace, users }));
  const inRole = (role: 'carrier' | 'relay'): string | undefined => {
    const person = meta.people.find((each) => each[role]);
    return person && known.get(playerOf(person).user);
  };
  const carrier = inRole('carrier');
  const relay = inRole('relay');
  const { id: structureId } = evaluation.structure;
  await withAccess(db, { kind: 'structure', structures: [structureId] }, async (tx) => {
    await setLeads(tx, evaluation.id, { ...(carrier !== undefined && { carrier }), ...(relay !== undefined && { relay }) });
    if (meta.accompanier) {
      const accompanier = { person: newId(), name: meta.accompanier.name, language: meta.lang };
      await addAccompaniment(tx, structureId, accompanier, evaluation.startedAt);
      const desk = await directChannel(tx, { platform, workspace, user: accompanier.name }, meta.lang);
      await setDesk(tx, accompanier.person, desk.id, evaluation.startedAt);
    }
  });
  return said;
}
