import type { Confidence, Material, MaterialItem } from '../grounding/material.ts';
import { namesData } from '../reading/lists/names-data.ts';
import { fold } from '../reading/text/normalise.ts';
import { gist } from './said.ts';

/** The rungs of the claim ladder that have words (method: claim ladder). */
export const levels = ['observed', 'reported', 'indicates', 'first-signs', 'hoped-for'] as const;
export type Level = (typeof levels)[number];

export const confidenceOf = (material: Material): Confidence => material.confidence ?? 'tentative';

/** What was learnt from people's own words, in any of the three languages. Folded. */
const told =
  /(?:entretien|interview|questionnaire|enquete|sondage|focus ?group|groupe de discussion|focusgroep|vragenlijst|bevraging|survey|recit|levensverhaal|life stor|temoignage|getuigenis|testimon|paroles?)/u;
export const saying = /(?<!\p{L})(?:dis(?:ent|ait)|declar|rapport|cite|zegg?en|geven aan|noem|say|report|name)/u;

/** Where a link leads, among the lines of other answers. */
export function linkedItems(item: MaterialItem, material: Material): { id: string; item: MaterialItem }[] {
  return (item.links ?? []).flatMap((id) => {
    const [question = '', line = ''] = id.split('/');
    const found = material.answers[question]?.items?.find((each) => each.id === line);
    return found ? [{ id, item: found }] : [];
  });
}

/** How firmly a finding may be told; nothing for a hypothesis, which no text tells. */
export function levelOfFinding(item: MaterialItem, material: Material): Level | undefined {
  const text = item.text ?? '';
  const links = linkedItems(item, material);
  // Data that is named is a source, though not a linked one.
  if (links.length === 0 && !namesData(text, material.lang)) return undefined;
  const confidence = confidenceOf(material);
  if (confidence === 'tentative') return 'first-signs';
  const isTold = links.some(
    (link) => link.item.words !== undefined || told.test(fold(`${link.item.source ?? ''} ${link.item.text ?? ''}`)),
  );
  if (isTold || saying.test(fold(text))) return 'reported';
  return links.length > 0 && confidence === 'solid' ? 'observed' : 'indicates';
}

export function levelOfFigure(item: MaterialItem, material: Material): Level {
  const confidence = confidenceOf(material);
  if (confidence === 'tentative') return 'first-signs';
  if (told.test(fold(item.source ?? '')) || saying.test(fold(item.text ?? ''))) return 'reported';
  return confidence === 'solid' ? 'observed' : 'indicates';
}

/** Percentages say little of fewer people than this (method: checks before a finding is kept). */
export const fewestForPercentage = 30;

export function isSmallPercentage(item: MaterialItem, material: Material): boolean {
  const isPercentage =
    /^\s*(?:%|pour ?cent|procent|per ?cent)/iu.test(item.unit ?? '') ||
    /\d\s?(?:%|pour cent|procent|per ?cent)/iu.test(item.text ?? '');
  const base = item.outOf ?? material.answers['people-heard']?.heard;
  return isPercentage && (base === undefined || base < fewestForPercentage);
}

/** The same finding counted twice, as people and as a percentage: the count is enough. */
export function isSameFigure(item: MaterialItem, other: MaterialItem): boolean {
  if (item.id === other.id || item.outOf === undefined || item.outOf !== other.outOf || item.period !== other.period)
    return false;
  const isShare = Math.abs(((other.value ?? 0) / item.outOf) * 100 - (item.value ?? -1)) < 1;
  const words = new Set(gist(other.text ?? '').split(' '));
  const own = gist(item.text ?? '')
    .split(' ')
    .filter((word) => word.length > 3);
  return isShare && own.filter((word) => words.has(word)).length >= own.length / 2;
}
