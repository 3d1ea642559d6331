import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { content } from './support/content.ts';
import { questionsOf } from '../src/core/method.ts';

const phrases = new Set(Object.keys(content.phrases.fr));
const sources = globSync('src/**/*.ts')
  .filter((file) => !/\/(page|reading|privacy|grounding)\//.test(file))
  .map((file) => ({ file, code: readFileSync(file, 'utf8') }));

/** Keys written out, and keys with a part that is filled in (`misread.${why}` becomes a pattern). */
const written = sources.flatMap(({ file, code }) =>
  [...code.matchAll(/\b\w*[wW]ords(?:\[\w+\])?\(\s*'([^']+)'/g)].map((found) => ({ file, key: found[1] ?? '' })),
);
const chosen = sources.flatMap(({ code }) =>
  [...code.matchAll(/\b\w*[wW]ords\(\s*[^'`)]*\?\s*'([^']+)'\s*:\s*'([^']+)'/g)].flatMap((found) => [
    found[1] ?? '',
    found[2] ?? '',
  ]),
);
const patterns = sources.flatMap(({ code }) =>
  [...code.matchAll(/`([a-z][a-z-]*\.[^`\s]*\$\{[^`\s]*)`/g)].map(
    (found) => new RegExp(`^${(found[1] ?? '').replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '.+')}$`),
  ),
);
const buttons = sources.flatMap(({ code }) => [...code.matchAll(/button\([\w.]+, '([a-z-]+)'/g)].map((found) => found[1] ?? ''));

describe('the phrases', () => {
  it('are there wherever the code says one', () => {
    expect(written.length).toBeGreaterThan(100);
    expect(written.filter(({ key }) => !phrases.has(key))).toEqual([]);
    expect(chosen.filter((key) => !phrases.has(key))).toEqual([]);
    expect(buttons.filter((id) => !phrases.has(`button.${id}`) && !['choose', 'choose-team'].includes(id))).toEqual([]);
  });

  it('are all said somewhere', () => {
    const said = new Set([...written.map(({ key }) => key), ...chosen, ...buttons.map((id) => `button.${id}`)]);
    const literal = new Set(
      sources.flatMap(({ code }) => [...code.matchAll(/'([a-z][a-z.-]+\.[a-z0-9.-]+)'/g)].map((found) => found[1])),
    );
    const unsaid = [...phrases].filter(
      (key) =>
        !said.has(key) &&
        !literal.has(key) &&
        !patterns.some((pattern) => pattern.test(key)) &&
        !/^(page|mask|sensitive)\./.test(key),
    );
    expect(unsaid).toEqual([]);
  });

  it('belong to no question, step or stage: another method needs no phrase of its own', () => {
    const ids = content.methods.flatMap((method) => [
      ...questionsOf(method).map(({ id }) => id),
      ...method.stages.flatMap((stage) => [stage.id, ...stage.steps.map(({ id }) => id)]),
    ]);
    expect([...phrases].filter((key) => key.split('.').some((part) => ids.includes(part)))).toEqual([]);
  });

  it('explain every way of not being an answer', () => {
    const source = readFileSync('src/core/answer.ts', 'utf8');
    const union = /why:\s*([^;]+);/.exec(source)?.[1] ?? '';
    const whys = [...union.matchAll(/'([a-z-]+)'/g)].map((found) => found[1] ?? '');
    expect(whys.length).toBeGreaterThan(8);
    expect(whys.filter((why) => !phrases.has(`misread.${why}`))).toEqual([]);
  });
});
