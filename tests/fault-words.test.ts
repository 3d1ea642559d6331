import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../src/content/places.ts';
import { languages } from '../src/core/language.ts';
import { type Fault, type FaultCode, faultPlaces } from '../src/core/method-changes/faults.ts';
import { sayFault, sayWhere } from '../src/core/method-changes/say-fault.ts';
import { content, faultWords } from './support/scene.ts';

const codes = Object.keys(faultPlaces) as FaultCode[];
const checks = ['src/content.ts', 'src/content-check.ts', ...globSync('src/content/*.ts')].map((file) =>
  readFileSync(file, 'utf8'),
);

/** Places that are filled in whatever the fault. */
const given = ['open', 'close'];
const general = {
  'at.line': ['file', 'line'],
  'at.file': ['file'],
  'at.place': ['place'],
  'at.item': ['number'],
  'names.none': [],
};

function placesIn(phrase: string, key: string): string[] {
  const places = placesOf(phrase, { part: 'phrase', key });
  if (!places.ok) throw new Error(`${key}: ${places.said.says}`);
  return places.names.filter((name) => !given.includes(name));
}

const kindsIn = (phrase: string): string[][] =>
  [...phrase.matchAll(/\{(?:kind|part), select,((?: \w+ \{[^{}]*\})+)\}/g)].map((found) =>
    [...(found[1] ?? '').matchAll(/(\w+) \{/g)].map((kind) => kind[1] ?? '').toSorted(),
  );

describe('the words of faults', () => {
  it.each(languages)('are there in %s for every fault, and for nothing else', (language) => {
    const wanted = [...Object.keys(general), ...codes.flatMap((code) => [`${code}.what`, `${code}.remedy`])];
    expect(Object.keys(content.faults[language]).toSorted()).toEqual(wanted.toSorted());
  });

  it('belong to faults that are found somewhere', () => {
    expect(codes.length).toBeGreaterThan(70);
    expect(codes.filter((code) => !checks.some((source) => source.includes(`'${code}'`)))).toEqual([]);
  });

  it.each(languages)('name in %s all that the fault brings, and nothing else', (language) => {
    const { [language]: phrases } = content.faults;
    for (const code of codes) {
      const named = ['what', 'remedy'].flatMap((part) => placesIn(phrases[`${code}.${part}`] ?? '', code));
      expect([...new Set(named)].toSorted(), code).toEqual([...faultPlaces[code]].map(String).toSorted());
    }
    for (const [key, places] of Object.entries(general)) expect(placesIn(phrases[key] ?? '', key), key).toEqual(places);
  });

  it('tell the same kinds of things apart in each language, and every kind that can be twice', () => {
    for (const [key, phrase] of Object.entries(content.faults.fr)) {
      expect(kindsIn(content.faults.nl[key] ?? ''), key).toEqual(kindsIn(phrase));
      expect(kindsIn(content.faults.en[key] ?? ''), key).toEqual(kindsIn(phrase));
    }
    const twice = checks.flatMap((source) => [...source.matchAll(/noteTwice\(file, '([^']+)'/g)].map((found) => found[1]));
    expect(twice.length).toBeGreaterThan(7);
    expect(kindsIn(content.faults.fr['there-twice.what'] ?? '')[0]).toEqual(expect.arrayContaining(twice));
  });

  it.each(languages)('make two sentences in %s, whole ones', (language) => {
    for (const code of codes) {
      const values = Object.fromEntries(faultPlaces[code].map((name) => [name, `<${name}>`]));
      const said = sayFault(faultWords[language], { says: code, values });
      expect(said, code).toMatch(/^\S.+\S\. (?:\p{Lu}|<file>|method\.yaml).*\S\.$/u);
      expect(said, code).not.toMatch(/ {2}|\.\.|\{(?:open|close|where)\}/);
      expect(said.startsWith(code), code).toBe(false);
    }
  });
});

describe('a fault', () => {
  const fault: Fault = {
    file: 'tips/vises-1.yaml',
    line: 12,
    says: 'field-missing',
    values: { name: 'fr', where: ['tips', 3, 'text'] },
  };

  it('is said with its place, in each language', () => {
    expect(languages.map((language) => sayWhere(faultWords[language], fault))).toEqual([
      'tips/vises-1.yaml, ligne 12 : « fr » manque dans tips > numéro 3 > text. Ajoutez-le.',
      'tips/vises-1.yaml, regel 12: ‘fr’ ontbreekt in tips > nummer 3 > text. Voeg het toe.',
      'tips/vises-1.yaml, line 12: "fr" is missing in tips > number 3 > text. Add it.',
    ]);
  });

  it('hides nothing when its words are gone', () => {
    const none = (): string => {
      throw new Error('There are no words.');
    };
    expect(sayWhere(none, fault)).toBe('tips/vises-1.yaml:12: field-missing; name: fr; where: tips, 3, text');
  });

  it('stays short whatever stands in the file, and keeps what people wrote as it is', () => {
    const name = "a'{b} # {".repeat(10_000);
    const said = sayFault(faultWords.nl, {
      says: 'proposal-no-method',
      values: { id: name, methods: Array(5000).fill('méthode') },
    });
    expect(said.length).toBeLessThan(1000);
    expect(said).toContain("a'{b} # {a'{b} # {");
    expect(said).toContain('Kies uit: méthode, méthode');
    expect(said).toContain(', ….');
    expect(sayFault(faultWords.nl, { says: 'proposal-no-method', values: { id: 'x', methods: [] } })).toContain(
      'Kies uit: niets.',
    );
  });
});
