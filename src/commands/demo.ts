import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { promptsFolder } from '../app.ts';
import { readContent } from '../content.ts';
import { isLanguage, type Language, languages } from '../core/language.ts';
import { demoAccompanier, demoChannel, type DemoNeeds, removeDemo, seedDemo } from '../play/demo.ts';
import { readConversation } from '../play/file.ts';
import { createFrames, createWording } from '../wording.ts';
import { readSettings, saying, withDatabase } from './with-database.ts';

/**
 * `npm run demo`: a demo team, half way through its evaluation, on the local page of this machine's companion, running or not.
 * `npm run demo -- --remove` takes it away; `--language nl` or `en` is the same team in another language.
 */
await saying(async () => {
  const { remove, language } = readArguments();
  const settings = readSettings();
  if (!settings.config.local && !remove)
    throw new Error('The demo lives on the local page, which is off: set LOCAL_PLATFORM=on.');
  return withDatabase(settings, (opened) =>
    remove ? removing(language, opened.db) : seeding(language, settings.config.publicUrl, opened),
  );
});

function readArguments(): { remove: boolean; language: Language } {
  const { values } = parseArgs({ options: { remove: { type: 'boolean' }, language: { type: 'string' } } });
  const { remove = false, language = 'fr' } = values;
  if (!isLanguage(language)) throw new Error(`--language is "${language}": use one of ${languages.join(', ')}.`);
  return { remove, language };
}

async function seeding(language: Language, address: string, needs: Pick<DemoNeeds, 'db' | 'url' | 'log'>): Promise<string> {
  const { methods, phrases, valorisation } = readContent(promptsFolder);
  const [method] = methods;
  if (!method) throw new Error('There is no method in prompts/method: put back the folder of one, such as vises-1.');
  const file = join(promptsFolder, 'demo', `${language}.json`);
  const conversation = readConversation(await readFile(file, 'utf8'), method);
  const channel = demoChannel(language);
  const people = conversation.meta.people.map(({ name }) => name).join(', ');
  const remove = `npm run demo -- --remove${language === 'fr' ? '' : ` --language ${language}`}`;
  const how =
    `Open ${address} (npm start), choose the channel ${channel} and one of the first names ${people}; ` +
    `${demoAccompanier} accompanies the team, and has a place of their own there.`;
  switch (
    await seedDemo(conversation, language, new Date(), {
      ...needs,
      method,
      wording: createWording(phrases),
      frames: createFrames(valorisation),
    })
  ) {
    case 'seeded':
      return `${conversation.meta.structure} is half way through its evaluation. ${how} ${remove} takes it away.`;
    case 'already-there':
      return `The demo is already there. ${how} ${remove} takes it away.`;
    case 'taken':
      return taken(channel);
  }
}

async function removing(language: Language, db: DemoNeeds['db']): Promise<string> {
  const channel = demoChannel(language);
  switch (await removeDemo(language, { db })) {
    case 'removed':
      return 'The demo was removed, with everything that was said in it.';
    case 'not-there':
      return 'There is no demo to remove.';
    case 'taken':
      return taken(channel);
  }
}

function taken(channel: string): string {
  process.exitCode = 1;
  return `In the channel ${channel} a team of its own is at work: it was left as it is.`;
}
