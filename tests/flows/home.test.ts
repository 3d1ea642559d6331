import { afterAll, beforeAll, expect, it } from 'vitest';
import { findQuestion } from '../../src/core/method.ts';
import { learnPerson } from '../../src/flows/people/learn-person.ts';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

const shownIn = (channel: string) => world.platform.shown.filter((shown) => shown.channel === channel);
const callsTo = (channel: string) => world.platform.calls.filter((call) => call.channel.key === channel);

async function takes(...incoming: Parameters<typeof world.receive>[0][]): Promise<void> {
  for (const each of incoming) await world.receive(each);
  await world.drain();
}
const evaluationOf = async (channel: string) => {
  const [row] = await asOwner<{ id: string; open: string; state: string }>(
    world.url,
    `select e.id, open_question as open, state from evaluations e join channels c on c.evaluation_id = e.id where c.key = $1`,
    [channel],
  );
  if (!row) throw new Error('Nothing has begun there.');
  return row;
};
/** What stands in a view: the last thing that was published there. */
const view = (user: string) => {
  const message = callsTo(`home:${user}`).at(-1)?.message;
  if (!message) throw new Error('Nothing was published.');
  return message;
};
const pressAtHome = (user: string, action: string, value?: string) => ({
  ...world.aPress(`home:${user}`, user, action, 'home', value),
  direct: true,
});
const allText = (message: { blocks: object[] }): string => JSON.stringify(message.blocks);

it('says how to begin to somebody without a team, in their language', async () => {
  const opening = world.aHome('Bart');
  await takes({ ...opening, sender: { ...opening.sender, language: 'nl' } });
  expect(view('Bart')).toMatchObject({ kind: 'home', language: 'nl' });
  expect(view('Bart').actions.map((action) => action.label)).toEqual(['En français', 'In English', 'Een ander account koppelen']);
  expect(allText(view('Bart'))).toContain('Nodig me uit');
});

it('shows the team by its name, the open question with its text, and where it is answered', async () => {
  await takes(world.aPlace('team', 'joined', { name: '#impact' }), world.aStart('team', 'Samira'));
  await takes(world.aHome('Samira'));
  const { open, id } = await evaluationOf('team');
  const home = view('Samira');
  expect(home.blocks[0]).toEqual({ type: 'heading', text: 'Les Ateliers du Canal' });
  expect(home.blocks.some((block) => block.type === 'progress')).toBe(true);
  expect(allText(home)).toContain(JSON.stringify(findQuestion(world.needs.method, open)?.ask.fr).slice(1, -1));
  expect(allText(home)).toContain('#impact');
  expect(home.actions.map((action) => [action.id, action.value])).toEqual([
    ...['status', 'pause', 'accompanier', 'read'].map((action) => [action, id]),
    ['own-language', 'nl'],
    ['own-language', 'en'],
    ['link-account', undefined],
  ]);
  expect(home.forms).toEqual([]);
});

it('answers a press there one to one, shows the view anew, and publishes it at no other time', async () => {
  const before = callsTo('home:Samira').length;
  await takes(pressAtHome('Samira', 'status', (await evaluationOf('team')).id));
  expect(shownIn('dm:Samira').map(({ message }) => message.kind)).toEqual(['status']);
  expect(callsTo('home:Samira')).toHaveLength(before + 1);
  await takes(world.aText('team', 'Samira', 'Montrer notre travail', world.newest('team', 'question')?.id));
  expect(callsTo('home:Samira')).toHaveLength(before + 1);
  expect(view('Samira')).toMatchObject({ kind: 'home' });
});

it('pauses and resumes from there, and offers the other one afterwards', async () => {
  const { id } = await evaluationOf('team');
  await takes(pressAtHome('Samira', 'pause', id));
  const asked = shownIn('dm:Samira').at(-1);
  expect(asked?.message.kind).toBe('pause-date');
  await takes({ ...world.aPress('dm:Samira', 'Samira', 'pause-open', asked?.id ?? ''), direct: true });
  expect((await evaluationOf('team')).state).toBe('paused');
  await takes(world.aHome('Samira'));
  expect(view('Samira').actions.map((action) => action.id)).toContain('resume');
  await takes(pressAtHome('Samira', 'resume', id));
  expect((await evaluationOf('team')).state).toBe('running');
  expect(view('Samira').actions.map((action) => action.id)).toContain('pause');
  // The recap is in the team's channel: whoever pressed is told so, where they are alone.
  expect(shownIn('dm:Samira').at(-1)?.message.kind).toBe('done-in-channel');
});

it('shows all answers where nobody else is, and never as something hidden', async () => {
  await takes(pressAtHome('Samira', 'read', (await evaluationOf('team')).id));
  const read = shownIn('dm:Samira').at(-1);
  expect(read?.message.kind).toBe('all-answers');
  expect(read?.privateTo).toBeUndefined();
});

it('shows several teams, each with its own buttons, and takes a press for the team it names', async () => {
  await takes(world.aStart('second', 'Samira', { structure: 'Le Jardin Partagé' }));
  await takes(world.aHome('Samira'));
  const headings = view('Samira').blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
  expect(headings).toEqual(['Les Ateliers du Canal', 'Le Jardin Partagé']);
  const second = await evaluationOf('second');
  const pause = view('Samira').actions.find((action) => action.id === 'pause' && action.value === second.id);
  expect(pause?.label).toContain('Le Jardin Partagé');
  await takes(pressAtHome('Samira', 'pause', second.id));
  await takes({ ...world.aPress('dm:Samira', 'Samira', 'pause-open', shownIn('dm:Samira').at(-1)?.id ?? ''), direct: true });
  expect((await evaluationOf('second')).state).toBe('paused');
  expect((await evaluationOf('team')).state).toBe('running');
});

it('speaks the language that its person chose there, whatever their platform says', async () => {
  await takes(pressAtHome('Samira', 'own-language', 'nl'));
  expect(view('Samira').language).toBe('nl');
  await learnPerson(world.needs, { platform: 'local', workspace: 'local', user: 'Samira' }, { language: 'en' });
  await takes(world.aHome('Samira'));
  expect(view('Samira').language).toBe('nl');
});

it('never shows the team of somebody else, whatever a press claims', async () => {
  await takes(pressAtHome('Bart', 'read', (await evaluationOf('team')).id));
  expect(shownIn('dm:Bart').map(({ message }) => message.kind)).toEqual(['direct']);
});

it('names structures, and no channel, where somebody with several teams is asked which', async () => {
  await takes({ ...world.aText('dm:Luc', 'Luc', 'où en est-on ?'), direct: true });
  await takes(world.aText('team', 'Luc', 'bonjour'), world.aText('second', 'Luc', 'bonjour'));
  await takes({ ...world.aText('dm:Luc', 'Luc', 'où en est-on ?'), direct: true });
  const which = shownIn('dm:Luc').findLast(({ message }) => message.kind === 'which-team');
  expect(which?.message.actions.map((action) => action.label)).toEqual(['Les Ateliers du Canal', 'Le Jardin Partagé']);
});

it('is a card of its own where a platform has no views, changed in place by a press on it', async () => {
  await takes(world.aHome('Luc', 'dm:Luc'));
  const card = shownIn('dm:Luc').at(-1);
  expect(card?.message.kind).toBe('home');
  const first = await evaluationOf('team');
  await takes({ ...world.aPress('dm:Luc', 'Luc', 'accompanier', card?.id ?? '', first.id), direct: true });
  expect(shownIn('dm:Luc').filter(({ message }) => message.kind === 'home')).toHaveLength(1);
  expect(shownIn('dm:Luc').at(-1)?.message.kind).toBe('call');
  expect(card?.deliveries).toHaveLength(2);
});

it('brings what was said one to one beside an answer before the team, where the question is', async () => {
  await takes(world.aStart('beside', 'Fatou', { structure: 'La Coop' }));
  const question = world.newest('beside', 'question');
  await takes(world.aText('beside', 'Fatou', "Comprendre ce qu'on change", question?.id));
  await takes(world.aText('beside', 'Omar', 'bonjour'));
  // Answering once more the question that Fatou has answered, by the form of an older card.
  const about = question?.message.about;
  const form = {
    ...world.aPress('dm:Omar', 'Omar', 'answer', 'unknown'),
    direct: true,
    kind: 'form' as const,
    fields: { [about?.question ?? '']: 'Être reconnus' },
    files: [],
    ...(about && { about }),
  };
  await takes(form);
  const settle = world.newest('beside', 'settle');
  expect(settle?.thread).toBe(question?.id);
  expect(shownIn('dm:Omar').map(({ message }) => message.kind)).toEqual(['beside']);
  await takes(world.aHome('Fatou'));
  expect(allText(view('Fatou'))).toContain('Un ajout attend');
});
