/** What a writing model is told. From `prompts/agents/writer.yaml`, which was checked when the service started. */
export interface WriterInstructions {
  version: string;
  instructions: string;
  repair: string;
  /** What is wrong with a sentence, by the code that the check gives it. */
  flaws: Record<string, string>;
}
