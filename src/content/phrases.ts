import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../core/language.ts';
import { placesOf } from './places.ts';
import { type Faults, type Path, readYaml, type YamlFile } from './yaml-file.ts';

/** The phrases of one language by dotted key, however deep the file nests them. */
export type Phrases = Record<string, string>;

interface Entry {
  words: string;
  path: Path;
  places: string[] | undefined;
}

/**
 * Reads `phrases/fr.yaml`, `nl.yaml` and `en.yaml`, and the same three of each subject's folder (`phrases/page/fr.yaml` …), as one
 * catalogue. Notes where one language says something another does not.
 */
export function readPhrases(folder: string, faults: Faults): Record<Language, Phrases> {
  const phrases: Record<Language, Phrases> = { fr: {}, nl: {}, en: {} };
  for (const subject of ['', ...subjectsIn(join(folder, 'phrases'))]) {
    const read = readSubject(folder, join('phrases', subject), faults);
    for (const language of languages) Object.assign(phrases[language], read[language]);
  }
  return phrases;
}

function subjectsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map((entry) => entry.name).toSorted();
}

/** The phrases of one folder of the content, such as `phrases/page` or `faults`. */
export function readSubject(folder: string, subject: string, faults: Faults): Record<Language, Phrases> {
  const read = languages.map((language) => {
    const file = readYaml(folder, join(subject, `${language}.yaml`), faults);
    return { language, file, entries: file ? flatten(file) : new Map<string, Entry>() };
  });
  const keys = new Set(read.flatMap(({ entries }) => [...entries.keys()]));
  for (const key of keys) {
    const first = read.find(({ entries }) => entries.has(key));
    const model = first?.entries.get(key);
    if (!first || !model) continue;
    for (const { file, entries } of read) {
      if (!file) continue;
      const entry = entries.get(key);
      if (!entry) {
        file.fault(key.split('.'), 'phrase-missing', { key, file: `${first.language}.yaml` });
      } else if (entry.places && model.places && entry.places.join() !== model.places.join()) {
        const places = { places: inBraces(entry.places), wanted: inBraces(model.places) };
        file.fault(entry.path, 'phrase-other-places', { key, file: `${first.language}.yaml`, ...places });
      }
    }
  }
  const phrases: Record<Language, Phrases> = { fr: {}, nl: {}, en: {} };
  for (const { language, entries } of read) {
    phrases[language] = Object.fromEntries([...entries].map(([key, { words }]) => [key, words]));
  }
  return phrases;
}

const inBraces = (places: string[]): string[] => (places.length === 0 ? [] : [places.map((place) => `{${place}}`).join(' ')]);

function flatten(file: YamlFile): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const walk = (value: unknown, path: string[]): void => {
    const key = path.join('.');
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0) {
      for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name]);
    } else if (typeof value !== 'string' || value.trim() === '') {
      if (key === '') file.fault(path, 'phrases-none', {});
      else file.fault(path, 'phrase-no-text', { key });
    } else if (entries.has(key)) {
      file.fault(path, 'phrase-twice', { key });
    } else {
      const places = placesOf(value, { part: 'phrase', key });
      if (!places.ok) file.note(path, places.said);
      entries.set(key, { words: value.trim(), path, places: places.ok ? places.names : undefined });
    }
  };
  walk(file.content, []);
  return entries;
}
