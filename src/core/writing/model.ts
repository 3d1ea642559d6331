import type { Evaluation } from '../evaluation/evaluation.ts';

/** A language model as people are told of it: its name, and the host of the endpoint that runs it. */
export interface NamedModel {
  name: string;
  host: string;
}

/** What a carrier says yes to: this model there, and no other. */
export const agreedName = ({ name, host }: NamedModel): string => `${name} · ${host}`;

/** The team's carrier said yes to the very model that is set up now. After a change of model or of endpoint they are asked anew. */
export const isModelOn = (evaluation: Pick<Evaluation, 'agreedModel'>, model: NamedModel | undefined): model is NamedModel =>
  model !== undefined && evaluation.agreedModel === agreedName(model);
