import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AgentPrompts, readAgents } from './content/agents.ts';
import { readMethod } from './content/method.ts';
import { type Phrases, readPhrases } from './content/phrases.ts';
import { glossarySchema, tipsSchema } from './content/schemas.ts';
import { noteTwice } from './content/structure.ts';
import { readValorisation, type Valorisation } from './content/valorisation.ts';
import { checkFile, Faults, readYaml } from './content/yaml-file.ts';
import type { Language } from './core/language.ts';
import type { GlossaryEntry, Method, Tip } from './core/method.ts';

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
}

/**
 * Reads the content folder (`prompts/`) and checks all of it.
 * @throws {Error} When anything in it cannot be used: one error that lists each fault with its file, its line and what to do.
 */
export function readContent(folder: string): Content {
  const faults = new Faults();
  const names = namesIn(join(folder, 'method'));
  if (names.length === 0)
    faults.add('method', 1, 'there is no method to use', 'Put back the folder of one, such as method/vises-1');
  const methods = names.flatMap((name) => readMethod(folder, name, faults) ?? []);
  const phrases = readPhrases(folder, faults);
  const tips = Object.fromEntries(methods.map((method) => [method.name, readTips(folder, method, faults)]));
  const glossary = checkFile(readYaml(folder, 'glossary.yaml', faults), glossarySchema)?.terms ?? [];
  const valorisation = readValorisation(folder, methods, faults);
  const agents = readAgents(folder, faults);
  faults.throwIfAny(folder);
  if (!agents) throw new Error(`${folder}/agents cannot be used, and nobody noted why.`);
  return { methods, phrases, tips, glossary, valorisation, agents };
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
    file.fault(['tips', index, 'step'], `the tip "${id}" is for "${step}", which is no step`, `Use one of: ${steps.join(', ')}`);
  }
  return tips;
}
