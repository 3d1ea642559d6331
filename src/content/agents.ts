import { join } from 'node:path';
import type { z } from 'zod';
import { writerSchema } from './schemas.ts';
import { checkFile, type Faults, readYaml } from './yaml-file.ts';

/** What language models are told, by what they do. Each has a version, which changes with its words. */
export interface AgentPrompts {
  writer: z.infer<typeof writerSchema>;
}

/** Reads `agents/`. What cannot be used is noted. */
export function readAgents(folder: string, faults: Faults): AgentPrompts | undefined {
  const writer = checkFile(readYaml(folder, join('agents', 'writer.yaml'), faults), writerSchema);
  return writer && { writer };
}
