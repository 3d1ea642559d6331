import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../src/core/incoming.ts';
import { plainText } from '../../src/core/message.ts';
import { questionsFor } from '../../src/core/method.ts';
import { type Access, type Tx, withAccess } from '../../src/store/database.ts';
import { asOwner } from '../support/database.ts';
import { changedGround, recheckTexts } from '../../src/flows/drafting/recheck-draft.ts';
import { aTable, theMethod } from '../support/scene.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
let channel: string;
let teams = 0;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

/** A team that has answered everything, with a text in review, wanted by Samira who carries. */
beforeEach(async () => {
  channel = `texts-${++teams}`;
  await world.receive(world.aStart(channel, who('Samira')));
  await world.drain();
  for (const question of questionsFor(theMethod(), 'express', 'insertion').filter((each) => !each.askedAtStart)) {
    await world.receive(
      world.aText(channel, who('Samira'), question.example.fr, world.newest(channel, 'question', question.id)?.id),
    );
    await world.drain();
  }
  await says('Luc', 'nous voulons un texte pour le rapport annuel');
  await press('Luc', 'text-write', 'text-claims');
});

/** People are known by name all over the local platform: each team has its own. */
const who = (name: string): string => `${name} ${channel}`;
const says = async (name: string, words: string, thread?: string) => {
  await world.receive(world.aText(channel, who(name), words, thread));
  await world.drain();
};
const card = () => {
  const found = world.newest(channel, 'text');
  if (!found) throw new Error('There is no text.');
  return found;
};
const pressing = (name: string, action: string, kind = 'text', value?: string): Incoming => {
  const on = world.newest(channel, kind);
  if (!on) throw new Error(`There is no message of the kind ${kind}.`);
  const offered = on.message.actions.find(({ id }) => id === action)?.value;
  return world.aPress(channel, who(name), action, on.id, value ?? offered);
};
const press = async (name: string, action: string, kind?: string, value?: string) => {
  await world.receive(pressing(name, action, kind, value));
  await world.drain();
};
const filling = (name: string, action: string, fields: Record<string, string>): Incoming => ({
  ...world.aStart(channel, who(name)),
  action,
  fields,
  message: card().id,
});
const said = (kind: string) => world.platform.shown.filter((shown) => shown.channel === channel && shown.message.kind === kind);
const rows = <Row extends object>(query: string) =>
  asOwner<Row>(world.url, query.replaceAll(':team', `(select structure_id from channels where key = '${channel}')`));
const state = async (): Promise<{ state: string; version: number }> => {
  const [row] = await rows<{ state: string; version: number }>(`select state, version from drafts where structure_id = :team`);
  return row ?? { state: 'none', version: 0 };
};
const personId = async (name: string): Promise<string> => {
  const [row] = await rows<{ id: string }>(`select person_id as id from identities where user_key = '${who(name)}'`);
  return row?.id ?? '';
};
/** Nadia accompanies this team, writes in its channel, and her yes is asked for too. */
const nadiaDecidesToo = async () => {
  await says('Nadia', 'aide');
  await rows(`insert into accompaniments (structure_id, person_id, from_at) values (:team, '${await personId('Nadia')}', now())`);
  await world.receive(pressing('Samira', 'text-both', 'text', 'yes'));
  await world.drain();
};

describe('several people at once', () => {
  it('both say yes: both count, the text is approved once and announced once', async () => {
    await nadiaDecidesToo();
    expect(plainText(card().message)).toMatch(/Il manque l'accord de Samira .* et de Nadia/);
    await Promise.all([world.receive(pressing('Samira', 'text-approve')), world.receive(pressing('Nadia', 'text-approve'))]);
    await world.drain();
    expect(await state()).toMatchObject({ state: 'approved' });
    expect(said('text-approved')).toHaveLength(1);
    expect(await rows(`select from reviews where structure_id = :team and fell_at is null`)).toHaveLength(2);
  });

  it('one person presses twice: one yes, and the second is explained', async () => {
    await Promise.all([world.receive(pressing('Samira', 'text-approve')), world.receive(pressing('Samira', 'text-approve'))]);
    await world.drain();
    expect(await rows(`select from reviews where structure_id = :team`)).toHaveLength(1);
    expect(said('text-approved')).toHaveLength(1);
    expect(said('text-refused').at(-1)).toMatchObject({ privateTo: who('Samira'), text: expect.stringContaining('Rien n') });
  });

  it('one approves while another corrects an answer: never approved on what is no longer so', async () => {
    const thread = world.newest(channel, 'question', 'people-reached')?.id;
    await Promise.all([
      world.receive(pressing('Samira', 'text-approve')),
      world.receive(world.aText(channel, who('Luc'), 'corriger : 90 personnes en 2024', thread)),
    ]);
    await world.drain();
    expect(await state()).toMatchObject({ state: 'to-recheck' });
    expect(await rows(`select from reviews where structure_id = :team and fell_at is null`)).toEqual([]);
    expect(said('text-recheck')).toHaveLength(1);
  });

  it('two correct the same sentence: one makes a version, the words of the other stay as a suggestion', async () => {
    const sentence = card().message.forms.find(({ action }) => action === 'text-fix')?.fields[0]?.options?.[0]?.value ?? '';
    await Promise.all([
      world.receive(filling('Luc', 'text-fix', { sentence, words: 'Nous trions des textiles.' })),
      world.receive(filling('Fatou', 'text-fix', { sentence, words: 'Nous collectons des textiles.' })),
    ]);
    await world.drain();
    expect(await state()).toEqual({ state: 'in-review', version: 2 });
    const words = [
      ...(await rows<{ text: string }>(`select text from sentences where structure_id = :team and version = 2`)),
      ...(await rows<{ text: string }>(`select text from comments where structure_id = :team and kind = 'suggestion'`)),
    ].map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(['Nous trions des textiles.', 'Nous collectons des textiles.']));
    expect(said('text-refused').at(-1)?.text).toContain('la vôtre est gardée comme proposition');
  });

  it('one changes the text under a reviewer: their yes for what they saw changes nothing, and says so', async () => {
    const late = pressing('Samira', 'text-approve');
    await says('Luc', 'corriger 1 : Nous trions des textiles.', card().id);
    await world.receive(late);
    await world.drain();
    expect(await state()).toEqual({ state: 'in-review', version: 2 });
    expect(said('text-refused').at(-1)).toMatchObject({ privateTo: who('Samira'), text: expect.stringContaining('version 2') });
    await press('Samira', 'text-approve');
    expect(await state()).toEqual({ state: 'approved', version: 2 });
  });
});

describe('an answer that a text may not tell yet', () => {
  it('is not called missing: it is said what it lacks, and a source in the answer lets the text be made', async () => {
    const thread = world.newest(channel, 'question', 'main-findings')?.id;
    await says('Samira', "corriger : L'ambiance est plus légère", thread);
    await press('Samira', 'confirm', 'confirm-correction');
    await says('Luc', 'nous voulons une note pour un dossier de financement');
    const refused = said('text-missing').at(-1)?.text ?? '';
    expect(refused).toMatch(/la réponse est là[^]*une hypothèse, sans donnée/);
    expect(refused).toMatch(/sur quoi il s.appuie/);
    await says('Samira', "corriger : L'emploi suit : neuf sorties sur quatorze dans nos registres", thread);
    await press('Samira', 'confirm', 'confirm-correction');
    await says('Luc', 'nous voulons une note pour un dossier de financement');
    expect(said('text-missing')).toHaveLength(1);
    // The answer that rests on the findings is to be looked at again: so is a sentence that rests on it.
    await press('Luc', 'text-write', 'text-claims');
    const body = said('text-body').at(-1)?.text ?? '';
    const number = /\((\d+)\) (?:Notre réponse|Ce que nous répondons|Ce que nous pouvons répondre)/u.exec(body)?.[1];
    await says('Luc', `sources ${number}`, card().id);
    expect(said('text-sources').at(-1)?.text).toContain('encore à revoir');
  });
});

describe('a place that nobody has filled', () => {
  it('is flagged in words until it is filled or taken out', async () => {
    await says('Luc', 'nous voulons un communiqué de presse');
    await press('Luc', 'text-write', 'text-claims');
    const [gap] = await rows<{ position: number; text: string; verdict: string }>(
      `select position, text, verdict from sentences where structure_id = :team and text like '[%'`,
    );
    expect(gap).toMatchObject({ text: '[à compléter : contact]', verdict: 'amber' });
    expect(said('text-body').at(-1)?.text).toContain('cette place attend vos mots');
    const key = card()
      .message.forms.find(({ action }) => action === 'text-fix')
      ?.fields[0]?.options?.find(({ label }) => label.includes('[à compléter'))?.value;
    await world.receive(filling('Luc', 'text-fix', { sentence: key ?? '', words: '' }));
    await world.drain();
    await press('Samira', 'text-approve');
    expect(said('text-approved')).toHaveLength(1);
  });
});

describe('who decides', () => {
  it('waits no more for an accompanier who has left, and their yes no longer counts for another', async () => {
    await nadiaDecidesToo();
    await press('Nadia', 'text-approve');
    await press('Samira', 'text-changes');
    await rows(`update accompaniments set until_at = now() where structure_id = :team`);
    await press('Nadia', 'text-approve', 'text', '1');
    expect(said('text-refused').at(-1)).toMatchObject({ privateTo: who('Nadia') });
    await press('Samira', 'text-approve', 'text', '1');
    expect(await state()).toMatchObject({ state: 'approved' });
  });

  it('asks the new carrier anew when the one who said yes has left', async () => {
    await nadiaDecidesToo();
    await press('Samira', 'text-approve');
    expect(await state()).toMatchObject({ state: 'in-review' });
    await rows(`update evaluations set carrier_id = '${await personId('Luc')}' where structure_id = :team`);
    await press('Nadia', 'text-approve', 'text', '1');
    expect(await state()).toMatchObject({ state: 'in-review' });
    expect(said('text-decided').at(-1)?.text).toContain(`Il manque l'accord de ${who('Luc')}`);
    await press('Luc', 'text-approve', 'text', '1');
    expect(await state()).toMatchObject({ state: 'approved' });
  });

  it('is never a guest, not even one who carries', async () => {
    await rows(`update members set role = 'guest' where structure_id = :team and person_id = '${await personId('Samira')}'`);
    await press('Samira', 'text-approve');
    expect(await state()).toMatchObject({ state: 'in-review' });
    expect(said('text-refused').at(-1)?.text).toContain("n'approuvent pas les textes");
  });

  it('is nobody of another team, whatever a payload claims', async () => {
    const [draft] = await rows<{ id: string }>(`select id from drafts where structure_id = :team`);
    const other = `other-${channel}`;
    await world.receive(world.aStart(other, 'Ines'));
    await world.drain();
    const forged: Incoming = {
      ...world.aPress(other, 'Ines', 'text-approve', 'nowhere', '1'),
      about: { draft: draft?.id ?? '', version: 1 },
    };
    expect(await world.receive(forged)).toMatchObject({ fresh: true });
    await world.receive({ ...forged, deliveryKey: randomUUID(), action: 'text-open', value: draft?.id ?? '' });
    await world.drain();
    expect(await state()).toMatchObject({ state: 'in-review' });
    expect(world.newest(other, 'text')).toBeUndefined();
  });
});

describe('what a text rests on', () => {
  it('is the version of each answer and line; only what is cited and changed turns to re-check', async () => {
    // A line is added to the findings: the sentences on the others still hold.
    const thread = world.newest(channel, 'question', 'main-findings')?.id;
    const [before] = await rows<{ lines: string }>(
      `select string_agg(i ->> 'text', E'\\n') as lines from answer_versions v, jsonb_array_elements(v.value -> 'items') as i
       where v.structure_id = :team and v.question_id = 'main-findings'`,
    );
    await says('Samira', `corriger : ${before?.lines}\nDeux salariées ont trouvé un logement (registre)`, thread);
    const waiting = world.newest(channel, 'confirm-correction');
    expect(waiting).toBeDefined();
    await press('Samira', 'confirm', 'confirm-correction');
    expect(await rows(`select from answer_versions where structure_id = :team and question_id = 'main-findings'`)).toHaveLength(
      2,
    );
    expect(
      await rows(`select from supports where structure_id = :team and stale_at is not null and question_id = 'main-findings'`),
    ).toEqual([]);
    expect(said('text-recheck')).toEqual([]);
  });

  it('never changes in an older version', async () => {
    const [team] = await rows<{ id: string }>(`select :team as id`);
    const access: Access = { kind: 'structure', structures: [team?.id ?? ''] };
    const change = withAccess(world.db, access, (tx) => sql`update sentences set text = 'autre'`.execute(tx));
    await expect(change).rejects.toThrow(/never change/);
  });

  it('is seen by its team alone, in every table of texts', async () => {
    await says('Fatou', 'commentaire 1 : un peu long', card().id);
    await press('Samira', 'text-approve');
    const [team] = await rows<{ id: string }>(`select :team as id`);
    const seen = (structure: string, table: string) =>
      withAccess(world.db, { kind: 'structure', structures: [structure] }, async (tx) => {
        const { rows: found } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx);
        return found[0]?.n ?? 0;
      });
    for (const table of ['drafts', 'draft_versions', 'sentences', 'supports', 'claims', 'comments', 'reviews']) {
      expect(await seen(team?.id ?? '', table), table).toBeGreaterThan(0);
      expect(await seen(randomUUID(), table), table).toBe(0);
    }
  });

  it('costs a team without texts nothing: nothing is looked up', async () => {
    const table = aTable();
    const before = table.evaluation;
    const after = table.says('Samira', 'parce que', 'why-now').evaluation;
    expect(changedGround(before, after)).toEqual(['why-now']);
    const untouched = new Proxy({} as Tx, {
      get: () => {
        throw new Error('The database was asked.');
      },
    });
    const turn = { after, method: theMethod(), now: world.clock.now() };
    expect(await recheckTexts(world.needs, untouched, { ...turn, before })).toEqual([]);
    await expect(recheckTexts(world.needs, untouched, { ...turn, before: { ...before, hasTexts: true } })).rejects.toThrow();
  });
});
