import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AgentPrompts, readAgents } from './content/agents.ts';
import { readMethod } from './content/method.ts';
import { type Phrases, readPhrases, readSubject } from './content/phrases.ts';
import { glossarySchema, tipsSchema } from './content/schemas.ts';
import { noteTwice } from './content/structure.ts';
import { readValorisation, type Valorisation } from './content/valorisation.ts';
import { checkFile, Faults, readYaml } from './content/yaml-file.ts';
import type { Language } from './core/language.ts';
import { type Fault, saying } from './core/method-changes/faults.ts';
import type { GlossaryEntry, Method, Tip } from './core/method.ts';
import { createWording } from './wording.ts';

/** Everything people read and every question the companion asks, as the files of `prompts/` hold it. */
export interface Content {
  /** One for each folder of `method/`, by name. */
  methods: Method[];
  phrases: Record<Language, Phrases>;
  /** By the name of the method whose steps they help with. */
  tips: Record<string, Tip[]>;
  glossary: GlossaryEntry[];
  /** The words and outlines of texts put together without a model. */
  valorisation: Valorisation;
  /** What language models are told. */
  agents: AgentPrompts;
  /** What is wrong with content and what to do, by the code of the fault. */
  faults: Record<Language, Phrases>;
}

/**
 * Reads the content folder (`prompts/`) and checks all of it.
 * @throws {Error} When anything in it cannot be used: one error that lists each fault with its file, its line and what to do.
 */
export function readContent(folder: string): Content {
  const { content, faults, words } = read(folder);
  if (content) return content;
  throw faults.asError(folder, createWording(words).en);
}

/** The same, with what is wrong in it for whoever sent it. */
export function checkContent(folder: string): { ok: true; content: Content } | { ok: false; faults: Fault[] } {
  const { content, faults } = read(folder);
  return content ? { ok: true, content } : { ok: false, faults: faults.all() };
}

/** No content comes back when there are faults; the words of faults as far as they can be read always do. */
function read(folder: string): { content?: Content; faults: Faults; words: Record<Language, Phrases> } {
  const faults = new Faults();
  const names = namesIn(join(folder, 'method'));
  if (names.length === 0) faults.add('method', 1, saying('no-method', {}));
  const methods = names.flatMap((name) => readMethod(folder, name, faults) ?? []);
  const phrases = readPhrases(folder, faults);
  const tips = Object.fromEntries(methods.map((method) => [method.name, readTips(folder, method, faults)]));
  const glossary = checkFile(readYaml(folder, 'glossary.yaml', faults), glossarySchema)?.terms ?? [];
  // Of a method that cannot be read nobody knows which texts it has.
  const valorisation = readValorisation(
    folder,
    names.length > 0 && methods.length === names.length ? methods : undefined,
    faults,
  );
  const agents = readAgents(folder, faults);
  const words = readSubject(folder, 'faults', faults);
  if (faults.all().length > 0) return { faults, words };
  if (!agents) throw new Error(`${folder}/agents cannot be used, and nobody noted why.`);
  return { content: { methods, phrases, tips, glossary, valorisation, agents, faults: words }, faults, words };
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map((entry) => entry.name).sort();
}

function readTips(folder: string, method: Method, faults: Faults): Tip[] {
  const file = readYaml(folder, `tips/${method.name}.yaml`, faults);
  const tips = checkFile(file, tipsSchema)?.tips;
  if (!file || !tips) return [];
  noteTwice(file, 'tip', tips, (index) => ['tips', index]);
  const steps = method.stages.flatMap((stage) => stage.steps.map((step) => step.id));
  for (const [index, { id, step }] of tips.entries()) {
    if (steps.includes(step)) continue;
    file.fault(['tips', index, 'step'], 'tip-no-step', { id, step, steps });
  }
  return tips;
}
