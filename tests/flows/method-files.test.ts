import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContentFiles } from '../../src/content-files.ts';
import { plainText } from '../../src/core/message.ts';
import { checkContents } from '../../src/flows/methods/check-contents.ts';
import { offerVersions } from '../../src/flows/methods/offer-versions.ts';
import { createWordingFor } from '../../src/wording.ts';
import { asOwner } from '../support/database.ts';
import { aColleague, type Colleague } from '../support/desk.ts';
import { content, faultWords, wording } from '../support/scene.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
let animator: Colleague;
let network: string;
const files = createContentFiles('prompts', faultWords);

beforeAll(async () => {
  world = await aWorld();
  Object.assign(world.needs, { contentFiles: files, wordingFor: createWordingFor(content.phrases, wording) });
  const [added] = await asOwner<{ id: string }>(
    world.url,
    `insert into networks (name, kind) values ('La Fédération', 'federation') returning id`,
  );
  network = added?.id ?? '';
  animator = await aColleague(world, 'Nadia', { roles: [{ network, role: 'animator' }] });
  await world.receive(world.aStart('équipe', 'Samira'));
  const [row] = await asOwner<{ id: string }>(world.url, `select structure_id as id from channels where key = 'équipe'`);
  await asOwner(world.url, `insert into memberships (structure_id, network_id) values ($1, $2)`, [row?.id, network]);
  await world.drain();
});
afterAll(() => world.drop());

const shown = async (channel: string): Promise<{ id: string; kind: string; text: string }> => {
  await world.drain();
  const last = world.platform.shown.findLast((each) => each.channel === channel);
  return { id: last?.id ?? '', kind: last?.message.kind ?? '', text: last ? plainText(last.message) : '' };
};
const newest = async (kind: string): Promise<{ id: string; text: string }> => {
  await world.drain();
  const last = world.newest('équipe', kind);
  return { id: last?.id ?? '', text: last ? plainText(last.message) : '' };
};
const check = (): Promise<number> => checkContents({ ...world.needs, platforms: [] });

/** The files that the animator was given, with changes. */
async function edited(change: (zip: JSZip) => Promise<void>): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await files.pack());
  await change(zip);
  return zip.generateAsync({ type: 'uint8array' });
}
async function rewrite(zip: JSZip, path: string, from: string | RegExp, to: string): Promise<void> {
  const text = (await zip.file(path)?.async('string')) ?? '';
  expect(text.replace(from, to)).not.toBe(text);
  zip.file(path, text.replace(from, to));
}
const sends = (bytes: Uint8Array, name = 'methode.zip', by = animator) => ({
  ...by.says(''),
  files: [{ name, type: 'application/zip', bytes }],
});

/** What the team has been asked, in order. */
const asked = (): string[] => [
  ...new Set(
    world.platform.shown
      .filter(({ channel, message }) => channel === 'équipe' && message.kind === 'question')
      .flatMap(({ message }) => message.about?.question ?? []),
  ),
];

let first: string;
let second: string;
let question: string;

describe('a method as files', () => {
  it('goes out as the archive that comes back', async () => {
    await world.receive(animator.says('exporter la méthode'));
    expect((await shown(animator.key)).kind).toBe('method-files');
    const [file] = await asOwner<{ bytes: Buffer }>(world.url, `select bytes from made_files`);
    expect(Object.keys((await JSZip.loadAsync(file?.bytes ?? Buffer.of())).files)).toContain('method/vises-1/fr.yaml');
  });

  it('that is faulty is answered with file, line and remedy, and changes nothing', async () => {
    await world.receive(
      sends(await edited((zip) => rewrite(zip, 'method/vises-1/method.yaml', 'type: long-text', 'type: poème'))),
    );
    expect((await shown(animator.key)).text).toContain('methode.zip');
    expect(await check()).toBe(1);
    const said = await shown(animator.key);
    expect(said.kind).toBe('method-faulty');
    expect(said.text).toMatch(/method\.yaml, ligne \d+ : /u);
    expect(await check(), 'once').toBe(0);
  });

  it.each([
    {
      language: 'fr',
      says: [
        'il y a 4 choses à corriger',
        'method/vises-1/fr.yaml, ligne 6 : champ inconnu « shrt » dans stages > state-of-play. Corrigez son nom ou retirez-le',
        'method/vises-1/method.yaml, ligne ',
        '« type » vaut "poème" dans stages > state-of-play > steps > getting-familiar > questions > why-now. Choisissez parmi : short-text,',
        'la phrase « button.answer » manque. Elle est dans fr.yaml : écrivez-la dans cette langue aussi.',
      ],
      foreign: "Ce n'est pas un fichier zip. Mettez les dossiers method, tips et phrases dans un seul fichier zip.",
    },
    {
      language: 'nl',
      says: [
        'er zijn 4 dingen te verbeteren',
        'method/vises-1/fr.yaml, regel 6: onbekend veld ‘shrt’ in stages > state-of-play. Verbeter de naam of haal het weg',
        'method/vises-1/method.yaml, regel ',
        '‘type’ is "poème" in stages > state-of-play > steps > getting-familiar > questions > why-now. Kies uit: short-text,',
        'de zin ‘button.answer’ ontbreekt. Hij staat in fr.yaml: schrijf hem ook in deze taal.',
      ],
      foreign: 'Dit is geen zipbestand. Stop de mappen method, tips en phrases samen in één zipbestand.',
    },
  ] as const)(
    'that is faulty is answered in the language of whoever sent it ($language)',
    async ({ language, says, foreign }) => {
      const colleague = await aColleague(world, `Camille-${language}`, { language, roles: [{ network, role: 'animator' }] });
      const faulty = await edited(async (zip) => {
        await rewrite(zip, 'method/vises-1/method.yaml', 'type: long-text', 'type: poème');
        await rewrite(zip, 'method/vises-1/fr.yaml', '    short: ', '    shrt: ');
        await rewrite(zip, 'phrases/nl.yaml', '  answer: "Antwoorden"\n', '');
      });
      await world.receive(sends(faulty, 'methode.zip', colleague));
      await check();
      const said = (await shown(colleague.key)).text;
      for (const each of says) expect(said).toContain(each);
      expect(said).not.toMatch(/English|\bis missing\b|\bUse one of\b|anglais|Engels/u);

      await world.receive(sends(Buffer.from('no zip'), 'photo.zip', colleague));
      await check();
      expect((await shown(colleague.key)).text).toContain(foreign);
    },
  );

  it('with thirty faults is answered with as many as anybody reads at once, and how many more there are', async () => {
    const many = await edited(async (zip) => {
      const nl = (await zip.file('method/vises-1/nl.yaml')?.async('string')) ?? '';
      let count = 0;
      zip.file(
        'method/vises-1/nl.yaml',
        nl.replaceAll(/^ {4}hint:/gmu, (hint) => (count++ < 30 ? '    tip:' : hint)),
      );
    });
    await world.receive(sends(many));
    await check();
    await world.drain();
    const last = world.platform.shown.findLast(({ channel }) => channel === animator.key)?.message;
    const [listed] = last?.blocks.filter((block) => block.type === 'list') ?? [];
    const items = listed?.items ?? [];
    const said = last ? plainText(last) : '';
    // Each hint is a field too many, and one that is missing.
    expect(said).toContain('il y a 60 choses à corriger');
    expect(items.length).toBeGreaterThan(10);
    expect(said).toContain(`Et ${60 - items.length} autres`);
    expect(items.join('').length).toBeLessThanOrEqual(5000);
  });

  it('that is not read to its end is tried again, and then told', async () => {
    const colleague = await aColleague(world, 'Wout', { language: 'nl', roles: [{ network, role: 'animator' }] });
    await world.receive(sends(await files.pack(), 'zwaar.zip', colleague));
    const late = { ...files, check: () => Promise.reject(new Error('The content could not be checked in time.')) };
    for (let tries = 1; tries <= 4; tries++) {
      expect(await checkContents({ ...world.needs, contentFiles: late, platforms: [] })).toBe(tries === 4 ? 1 : 0);
      world.clock.forward(6 * 60_000);
    }
    expect((await shown(colleague.key)).text).toContain('zwaar.zip');
    expect((await shown(colleague.key)).kind).toBe('method-unreadable');
    expect(await check(), 'no more').toBe(0);
  });

  it('is checked, shown and published; a running evaluation is offered what touches its answers', async () => {
    for (const words of [
      'nous accueillons des personnes éloignées de l’emploi',
      'nous accompagnons vers un métier',
      'un projet né en 2009',
    ]) {
      await world.receive(world.aText('équipe', 'Samira', words, world.newest('équipe', 'question')?.id));
      await world.drain();
    }
    [first = '', second = ''] = asked();
    const firstAsk =
      world.needs.method.stages.flatMap(({ steps }) => steps.flatMap(({ questions }) => questions)).find(({ id }) => id === first)
        ?.ask.fr ?? '';
    await world.receive(
      sends(
        await edited(async (zip) => {
          const start = firstAsk.split(' ').slice(0, 4).join(' ');
          await rewrite(zip, 'method/vises-1/fr.yaml', start, `Chers amis, ${start.toLowerCase()}`);
          await rewrite(zip, 'phrases/methods/fr.yaml', 'Rien ne change tout seul', 'Chez nous, rien ne change tout seul');
        }),
      ),
    );
    await check();
    const ready = await shown(animator.key);
    expect(ready.text).toContain("une question avec d'autres mots");
    expect(ready.text).toContain('une phrase à vous');
    const [row] = await asOwner<{ id: string }>(world.url, `select id from network_contents where state = 'ready'`);
    await world.receive(animator.presses('fed-method-publish', ready.id, row?.id));
    expect((await shown(animator.key)).kind).toBe('method-published');
    await world.receive(animator.presses('fed-method-publish', ready.id, row?.id));
    expect((await shown(animator.key)).kind, 'twice is explained').toBe('method-late');

    const [{ method_version: before } = { method_version: '' }] = await asOwner<{ method_version: string }>(
      world.url,
      `select method_version from evaluations`,
    );
    expect(await offerVersions(world.needs)).toBe(1);
    expect(await offerVersions(world.needs), 'once').toBe(0);
    const offer = await shown('équipe');
    expect(offer.text).toContain('Un changement touche');
    const [{ method_version: still } = { method_version: '' }] = await asOwner<{ method_version: string }>(
      world.url,
      `select method_version from evaluations`,
    );
    expect(still, 'nothing changes by itself').toBe(before);
  });

  it('is gone through one card at a time, can be left and cancelled without trace, and taken up in words', async () => {
    const offer = world.newest('équipe', 'method-offer');
    await world.receive(world.aPress('équipe', 'Luc', 'method-see', offer?.id ?? ''));
    const card = await newest('method-change');
    expect(card.text).toContain('Changement 1 sur 1');
    expect(card.text).toContain('Chers amis');
    question = first;
    await world.receive(world.aPress('équipe', 'Luc', 'method-todo', card.id, question));
    const summary = await newest('method-summary');
    expect(summary.text).toContain('à revoir : 1');
    await world.receive(world.aPress('équipe', 'Luc', 'method-cancel', card.id));
    await world.drain();
    const [{ state, decisions } = { state: '', decisions: {} }] = await asOwner<{ state: string; decisions: object }>(
      world.url,
      `select state, decisions from method_moves`,
    );
    expect({ state, decisions }).toEqual({ state: 'declined', decisions: {} });
    await world.receive(world.aText('équipe', 'Samira', 'voir la nouvelle version de la méthode'));
    expect((await newest('method-change')).text).toContain('Changement 1 sur 1');
  });

  it('is followed after the carrier’s yes, with the answer adapted, and undone', async () => {
    const card = world.newest('équipe', 'method-change');
    await world.receive({
      ...world.aPress('équipe', 'Luc', 'method-adapt', card?.id ?? ''),
      kind: 'form',
      files: [],
      fields: { [question]: 'nous accueillons, chers amis, tout le quartier' },
    } as never);
    await world.drain();
    const summary = world.newest('équipe', 'method-summary');
    await world.receive(world.aPress('équipe', 'Luc', 'method-finish', summary?.id ?? ''));
    await world.drain();
    expect(world.newest('équipe', 'method-done'), 'only the carrier').toBeUndefined();
    await world.receive(world.aPress('équipe', 'Samira', 'method-finish', summary?.id ?? ''));
    await world.drain();
    expect(world.newest('équipe', 'method-done')).toBeDefined();
    const kept = async (): Promise<string | undefined> =>
      (
        await asOwner<{ text: string }>(
          world.url,
          `select text from answer_versions where question_id = $1 order by version desc limit 1`,
          [question],
        )
      )[0]?.text;
    expect(await kept()).toContain('chers amis');
    const versionOf = async (): Promise<string | undefined> =>
      (await asOwner<{ v: string }>(world.url, `select method_version as v from evaluations`))[0]?.v;
    const after = await versionOf();
    expect(after).not.toBe(world.needs.method.version);
    // The conversation goes on under the new version.
    await world.receive(world.aText('équipe', 'Samira', 'et encore autre chose', world.newest('équipe', 'question')?.id));
    await world.receive(world.aText('équipe', 'Samira', 'revenir à l’ancienne version de la méthode'));
    await world.drain();
    expect(await versionOf()).toBe(world.needs.method.version);
    expect(await kept()).not.toContain('chers amis');
  });

  it('asks before words that tell of a person become the adapted answer, as everywhere', async () => {
    await world.receive(world.aText('équipe', 'Samira', 'voir la nouvelle version de la méthode'));
    await world.receive(world.aPress('équipe', 'Samira', 'method-again', (await newest('method-summary')).id));
    const card = await newest('method-change');
    await world.receive({
      ...world.aPress('équipe', 'Samira', 'method-adapt', card.id),
      kind: 'form',
      files: [],
      fields: { [question]: 'nous accueillons Mme Dupont, au 06 12 34 56 78' },
    });
    await world.receive(world.aPress('équipe', 'Samira', 'method-finish', (await newest('method-summary')).id));
    await world.drain();
    expect(world.newest('équipe', 'method-done')).toBeDefined();
    const kept = await asOwner(world.url, `select text from answer_versions where text like '%06 12%'`);
    expect(kept).toEqual([]);
    expect(await asOwner(world.url, `select kind from pendings where kind = 'sensitive'`)).toHaveLength(1);
  });

  it('is nothing for those who do not run the network', async () => {
    const other = await aColleague(world, 'Zoé', { roles: [{ network, role: 'researcher' }] });
    await world.receive(other.presses('fed-method-export', 'none', network));
    expect((await shown(other.key)).kind).toBe('method-not-yours');
    expect(second).not.toBe('');
  });
});
