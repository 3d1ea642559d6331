import type { Words } from '../words.ts';
import type { Evaluation, Member } from './evaluation.ts';

/** Somebody whose name the platform has not told yet is called by a phrase, never by an id. */
export const named = (member: Member, words: Words): Member =>
  member.name === '' ? { ...member, name: words('person.unnamed'), unnamed: true } : member;

export const withNames = (evaluation: Evaluation, words: Words): Evaluation =>
  evaluation.members.some((member) => member.name === '')
    ? { ...evaluation, members: evaluation.members.map((member) => named(member, words)) }
    : evaluation;

/** The names that are names: what people may be called by in a text. */
export const knownNames = (evaluation: Evaluation): string[] =>
  evaluation.members.filter((member) => !member.unnamed).map((member) => member.name);
