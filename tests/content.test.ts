import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent, readContent } from '../src/content.ts';
import { languages } from '../src/core/language.ts';
import { sayFault } from '../src/core/method-changes/say-fault.ts';
import { faultWords } from './support/scene.ts';

let home: string;
let folder: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'content-'));
  folder = join(home, 'prompts');
  cpSync('prompts', folder, { recursive: true });
});

afterEach(() => rmSync(home, { recursive: true }));

/** Changes the first place in a file that reads like this; gives the line it was on. */
function change(file: string, from: string, to: string): number {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const at = before.indexOf(from);
  if (at < 0) throw new Error(`${file} does not hold "${from}".`);
  writeFileSync(
    path,
    before.replace(from, () => to),
  );
  return before.slice(0, at).split('\n').length;
}

function faults(): string {
  try {
    readContent(folder);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('The content was read without a fault.');
}

const method = 'method/vises-1';

describe('content with a fault', () => {
  it.each<[kind: string, file: string, from: string, to: string, linesBelow: number, says: RegExp]>([
    [
      'a text without one language',
      'tips/vises-1.yaml',
      '    text:\n      fr: >-\n',
      '    text:\n      de: >-\n',
      0,
      /"fr" is missing in tips > name-what-annoys > text\. Add it: every text is needed in fr, nl, en/,
    ],
    [
      'a question without words in one language',
      `${method}/nl.yaml`,
      '  why-now:',
      '  why-nou:',
      -4,
      /the words of the question "why-now" are missing\. method\.yaml has this question/,
    ],
    [
      'words for a question that does not exist',
      `${method}/nl.yaml`,
      '  why-now:',
      '  why-nou:',
      0,
      /there is no question "why-nou"\. Correct the id or remove these words; method\.yaml has why-now,/,
    ],
    [
      'a field with a wrong name',
      `${method}/en.yaml`,
      '    hint: >-',
      '    hnt: >-',
      0,
      /unknown field "hnt" in questions > why-now\. Correct its name or remove it; known fields: ask, hint, example, why, lead, options, unit/,
    ],
    [
      'an empty text',
      `${method}/en.yaml`,
      '    why: >-\n      The reason',
      '    why:\n    # The reason',
      0,
      /"why" is empty in questions > why-now\. Write it/,
    ],
    [
      'a label without its option',
      `${method}/fr.yaml`,
      '      improve: ',
      '      improved: ',
      0,
      /there is no option "improved"\. Correct the id or remove these words; method\.yaml has improve, motivate/,
    ],
    [
      'an option without its label',
      `${method}/fr.yaml`,
      '      improve: Améliorer nos pratiques\n',
      '',
      -1,
      /the words of the option "improve" are missing/,
    ],
    [
      'a count without its unit',
      `${method}/fr.yaml`,
      '    unit: heures par mois\n',
      '',
      -10,
      /the unit of "time-available" is missing\. Add unit/,
    ],
    [
      'a question without its lead',
      `${method}/nl.yaml`,
      '    lead: Onze missie\n',
      '',
      -9,
      /the lead of "mission-in-own-words" is missing\. Add lead: the few words its answer comes under/,
    ],
    [
      'a lead for a private question',
      `${method}/nl.yaml`,
      '\n  team-and-roles:\n',
      '    lead: Onze zorgen\n\n  team-and-roles:\n',
      0,
      /"fears-and-limits" has a lead but is private\. Remove the lead/,
    ],
    [
      'a stage with something else to fill in',
      `${method}/nl.yaml`,
      '{total} vragen',
      '{totaal} vragen',
      0,
      /"\{totaal\}" cannot be filled in\. Use \{done\} and \{total\} only/,
    ],
    [
      'a step that does not say what it gives',
      `${method}/en.yaml`,
      '    gives: Your mandate\n',
      '',
      -2,
      /"gives" is missing in steps > getting-familiar\. Add it/,
    ],
    [
      'a value of the wrong kind',
      `${method}/method.yaml`,
      'required: true',
      'required: oui',
      0,
      /"required" is not true or false in .*why-now\. Write true or false there/,
    ],
    [
      'a type that does not exist',
      `${method}/method.yaml`,
      'type: long-text',
      'type: longtext',
      0,
      /"type" is "longtext" in .*why-now\. Use one of: short-text, long-text/,
    ],
    [
      'an id used twice',
      `${method}/method.yaml`,
      'id: main-purpose',
      'id: why-now',
      0,
      /the question "why-now" is there twice\. Give the second/,
    ],
    [
      'a name written twice',
      `${method}/fr.yaml`,
      '  team-and-roles:\n',
      '  fears-and-limits:\n',
      0,
      /this line is not written as YAML expects\. The same name stands twice: remove one/,
    ],
    [
      'a quotation mark without its other',
      'phrases/fr.yaml',
      'help: "Aide"',
      'help: "Aide',
      0,
      /a text begins with a quotation mark, and none ends it\. Add the quotation mark/,
    ],
    [
      'a line that begins elsewhere',
      'tips/vises-1.yaml',
      '    step: portrait',
      '\tstep: portrait',
      0,
      /not written as YAML expects\. Begin the line with the same number of spaces/,
    ],
    [
      'a colon in a bare text',
      `${method}/fr.yaml`,
      'improve: Améliorer nos pratiques',
      'improve: Améliorer : nos pratiques',
      0,
      /not written as YAML expects\. A text that holds a colon, .* goes between double quotes/,
    ],
    [
      'an output that is not described',
      `${method}/method.yaml`,
      'outputs: [internal-restitution, oral-pitch]',
      'outputs: [internal-restitution, pitch]',
      0,
      /"why-now" names "pitch", which is no output\. Use ids of outputs\.yaml: annual-report,/,
    ],
    [
      'an output that no question names',
      `${method}/outputs.yaml`,
      'id: social-post',
      'id: video',
      0,
      /no question names the output "video"\. Add it to the outputs of the questions/,
    ],
    [
      'a need for a question that does not exist',
      `${method}/outputs.yaml`,
      '- [people-heard, methods-chosen]',
      '- [people-hard, methods-chosen]',
      0,
      /"annual-report" needs "people-hard", which is no question\. Correct the id/,
    ],
    [
      'a need for an answer that does not go into the output',
      `${method}/outputs.yaml`,
      '- [people-heard, methods-chosen]',
      '- [people-heard, success-criteria]',
      0,
      /"annual-report" needs "success-criteria", whose answer does not go into it/,
    ],
    [
      'a private answer that goes into a text',
      `${method}/method.yaml`,
      'private: true\n            outputs: []',
      'private: true\n            outputs: [website-text]',
      1,
      /"fears-and-limits" is private but has outputs/,
    ],
    [
      'a condition on a question that does not exist',
      `${method}/method.yaml`,
      'requiredWhen: { question: methods-chosen',
      'requiredWhen: { question: methods-choosen',
      0,
      /"key-figures" depends on "methods-choosen", which is no question/,
    ],
    [
      'a condition on an option that does not exist',
      `${method}/method.yaml`,
      'hasAny: [indicators, ',
      'hasAny: [figures, ',
      0,
      /"key-figures" depends on "figures", which is no option of "methods-chosen"\. Use one of: indicators,/,
    ],
    [
      'an exclusive value that is no option',
      `${method}/method.yaml`,
      'exclusive: [nobody-yet]',
      'exclusive: [nobody]',
      0,
      /"question-consulted" names "nobody", which is none of its options/,
    ],
    [
      'somebody of the house who is no option',
      `${method}/method.yaml`,
      'insideOnly: [team, ',
      'insideOnly: [crew, ',
      0,
      /"question-consulted" names "crew", which is none of its options/,
    ],
    [
      'one question asked for where there is no text',
      `${method}/method.yaml`,
      'insideOnly: [team, management, board-or-assembly, volunteers, nobody-yet]',
      'oneQuestion: true',
      0,
      /"question-consulted" has oneQuestion but is no text/,
    ],
    [
      'a private answer that is handed over',
      `${method}/method.yaml`,
      'private: true\n            outputs: []',
      'private: true\n            handover: true\n            outputs: []',
      1,
      /"fears-and-limits" is private but has handover/,
    ],
    [
      'a start with two questions',
      `${method}/method.yaml`,
      'id: mission-in-own-words',
      'id: mission-in-own-words\n            askedAtStart: true',
      1,
      /"mission-in-own-words" is asked at the start, as "enterprise-group" is already/,
    ],
    [
      'a group that a team cannot belong to',
      `${method}/method.yaml`,
      'options: [insertion, collective-service, sse-values]',
      'options: [insertion, collective-service, cooperative]',
      -1,
      /"enterprise-group" is asked at the start but does not settle the group\. Make it a single-choice with exactly/,
    ],
    [
      'a choice without options',
      `${method}/method.yaml`,
      '            options: [improve, motivate, account, advocate]\n',
      '',
      -3,
      /"main-purpose" has no options\. Add options/,
    ],
    [
      'a limit that fits nothing',
      `${method}/method.yaml`,
      'least: 3',
      'least: 6',
      0,
      /"main-activities" asks for at least more than its most/,
    ],
    [
      'a tip for no step',
      'tips/vises-1.yaml',
      'step: portrait',
      'step: portret',
      0,
      /the tip "newcomer-test" is for "portret", which is no step/,
    ],
    [
      'a tip twice',
      'tips/vises-1.yaml',
      'id: not-an-exam',
      'id: name-what-annoys',
      0,
      /the tip "name-what-annoys" is there twice/,
    ],
    [
      'an example of no type',
      `${method}/evaluative-questions.yaml`,
      '- type: over-time',
      '- type: overtime',
      0,
      /there is no type "overtime"\. Use one of: effect-on-people,/,
    ],
    [
      'a type that fits no purpose',
      `${method}/evaluative-questions.yaml`,
      'fits: [improve]',
      'fits: [better]',
      0,
      /"for-whom-not" fits "better", which is no option of "main-purpose"/,
    ],
    [
      'a collection method that is no option',
      `${method}/collection-methods.yaml`,
      '- id: survey',
      '- id: poll',
      0,
      /"poll" is no option of "methods-chosen"\. Use one of: indicators,/,
    ],
    [
      'a case without a proposal',
      `${method}/collection-methods.yaml`,
      '    - { when: { need: how-and-why }, main: interviews, complement: observation }\n',
      '',
      -6,
      /nothing is proposed for need: how-and-why, writing: not-at-ease, existing: nothing\. Add a proposal/,
    ],
    [
      'a glossary row without a language',
      'glossary.yaml',
      '    nl: sociale economie\n',
      '',
      -1,
      /"nl" is missing in terms > number 1\. Add it/,
    ],
    [
      'a phrase that one language lacks',
      'phrases/nl.yaml',
      '  answer: "Antwoorden"\n',
      '',
      -1,
      /the phrase "button\.answer" is missing\. fr\.yaml has it: write it in this language too/,
    ],
    [
      'a phrase with other places than in French',
      'phrases/nl.yaml',
      '{label}: {done} van {total}',
      '{label}: {done} van {sum}',
      0,
      /the phrase "progress\.part" has the places \{done\} \{label\} \{sum\}\. Use the same names in braces as fr\.yaml: \{done\} \{label\} \{total\}/,
    ],
    [
      'a phrase that is no text',
      'phrases/en.yaml',
      'skip: "Skip"',
      'skip: 12',
      0,
      /the phrase "button\.skip" is not a text\. Write words there; a number/,
    ],
    [
      'a phrase written twice, flat and nested',
      'phrases/en.yaml',
      '\nprogress:',
      '\nbutton.skip: Skip it\nprogress:',
      1,
      /the phrase "button\.skip" is there twice/,
    ],
    [
      'an apostrophe that would hide a place',
      'phrases/fr.yaml',
      'help: "Aide"',
      'help: "Aide d\'{name}"',
      0,
      /in the phrase "button\.help", an apostrophe stands directly before \{\. Write it twice: ''\{/,
    ],
    [
      'a plural without its last branch',
      'phrases/fr.yaml',
      ' other {Encore # personnes à entendre.}',
      '',
      0,
      /in the phrase "question\.quorum", the place \{left\} has no branch "other"\. Add it/,
    ],
    [
      'a brace that is never closed',
      'phrases/fr.yaml',
      'help: "Aide"',
      'help: "Aide {name"',
      0,
      /the place \{name\} is not closed/,
    ],
  ])('%s is named with its file, its line and what to do', (_kind, file, from, to, linesBelow, says) => {
    const line = change(file, from, to) + linesBelow;
    const message = faults();
    const found = message.split('\n').find((fault) => says.test(fault));
    expect(found, message).toBeDefined();
    expect(found).toContain(`prompts/${file}:${line}: `);
    const checked = checkContent(folder);
    for (const fault of checked.ok ? [] : checked.faults) {
      const said = languages.map((language) => sayFault(faultWords[language], fault));
      expect(new Set(said).size, said.join('\n')).toBe(languages.length);
      for (const each of said) {
        expect(each).toMatch(/\S \S.*\. (?:\p{Lu}|\w+\.yaml ).*\.$/u);
        expect(each.startsWith(fault.says), 'sentences, not a code').toBe(false);
      }
    }
  });

  it('a missing file is named', () => {
    rmSync(join(folder, method, 'nl.yaml'));
    rmSync(join(folder, 'phrases/en.yaml'));
    const message = faults();
    expect(message).toMatch(/prompts\/method\/vises-1\/nl\.yaml:1: this file is missing\. Put it back/);
    expect(message).toMatch(/prompts\/phrases\/en\.yaml:1: this file is missing\. Put it back/);
  });

  it('a name of its own is refused where it is no id, and an item of a list is known by its number', () => {
    change('valorisation/fr.yaml', 'nouns:\n', 'nouns:\n  Les gens: [personnes]\n');
    change(`${method}/definitions.yaml`, 'fr: [impact social', 'fr: [12, impact social');
    expect(faults()).toMatch(/valorisation\/fr\.yaml:\d+: "Les gens" cannot be used in nouns\. An id has small letters/);
    expect(faults()).toMatch(
      /definitions\.yaml:\d+: "number 1" is not a text .* in definitions > number 1 > names > fr\. Write a text/,
    );
  });

  it('a file that grows without end when it is read is refused', () => {
    const layers = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [at, name] of ['b', 'c', 'd', 'e'].entries())
      layers.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${'abcd'[at]}`).join(', ')}]`);
    writeFileSync(join(folder, 'glossary.yaml'), `${layers.join('\n')}\nterms: *e\n`);
    expect(faults()).toMatch(/glossary\.yaml:1: this file repeats its parts/);
  });

  it('a file that is a list, or empty, is told as a whole', () => {
    writeFileSync(join(folder, 'tips/vises-1.yaml'), '- a\n');
    writeFileSync(join(folder, 'glossary.yaml'), '# nothing\n');
    expect(faults()).toMatch(/tips\/vises-1\.yaml:1: this file is not a group of fields\. Compare it/);
    expect(faults()).toMatch(/glossary\.yaml:1: this file is empty\. Write it/);
  });

  it('is told by code and values where its words cannot be read', () => {
    change('tips/vises-1.yaml', 'step: portrait', 'step: portret');
    rmSync(join(folder, 'faults/en.yaml'));
    const message = faults();
    expect(message).toMatch(/prompts\/faults\/en\.yaml:1: file-missing/);
    expect(message).toMatch(
      /prompts\/tips\/vises-1\.yaml:\d+: tip-no-step; id: newcomer-test; step: portret; steps: getting-familiar, /,
    );
  });

  it('the words of faults are needed in three languages, as all others', () => {
    const line = change('faults/nl.yaml', '  remedy: "Kies uit: {steps}"\n', '') - 2;
    expect(faults()).toContain(`prompts/faults/nl.yaml:${line}: the phrase "tip-no-step.remedy" is missing. fr.yaml has it`);
  });

  it('a folder without a method says so', () => {
    rmSync(join(folder, 'method'), { recursive: true });
    expect(faults()).toMatch(/there is no method to use\. Put back/);
  });

  it('all faults come in one message', () => {
    change('tips/vises-1.yaml', 'step: portrait', 'step: portret');
    change('phrases/nl.yaml', '  answer: "Antwoorden"\n', '');
    change(`${method}/fr.yaml`, '      improve: ', '      improved: ');
    expect(faults().split('\n')).toHaveLength(5);
  });
});

describe('a method of its own', () => {
  it('says which question it lacks when nothing settles the group', () => {
    change(`${method}/method.yaml`, '            askedAtStart: true\n', '');
    expect(faults()).toMatch(
      /method\.yaml:\d+: no question is asked at the start\. Add askedAtStart: true to the single-choice whose options are insertion,/,
    );
  });

  it('may have other questions, steps and stages: their words come from its own files', () => {
    for (const language of ['fr', 'nl', 'en']) {
      change(`${method}/${language}.yaml`, '  data-collection:\n', '  listening:\n');
      change(`${method}/${language}.yaml`, '  getting-familiar:\n', '  first-steps:\n');
      change(`${method}/${language}.yaml`, '  why-now:\n', '  why-today:\n');
    }
    change(`${method}/method.yaml`, 'id: data-collection', 'id: listening');
    change(`${method}/method.yaml`, 'id: getting-familiar', 'id: first-steps');
    change(`${method}/method.yaml`, 'id: why-now', 'id: why-today');
    for (const tip of readFileSync(join(folder, 'tips/vises-1.yaml'), 'utf8').match(/step: getting-familiar/g) ?? []) {
      change('tips/vises-1.yaml', tip, 'step: first-steps');
    }
    const stages = readContent(folder).methods[0]?.stages ?? [];
    expect(stages[1]).toMatchObject({ id: 'listening', short: { fr: 'Récolte' } });
    expect(stages[0]?.steps[0]).toMatchObject({ id: 'first-steps', gives: { en: 'Your mandate' } });
    expect(stages[0]?.steps[0]?.questions[0]).toMatchObject({ id: 'why-today', lead: { nl: 'Waarom nu' }, handover: true });
  });
});

describe('the version of a method', () => {
  const version = (): string | undefined => readContent(folder).methods[0]?.version;

  it('changes with a word, and not with a comment or the order of fields', () => {
    const before = version();
    expect(before).toMatch(/^[0-9a-f]{12}$/);
    change(`${method}/method.yaml`, 'stages:', '# Read by the team in May.\nstages:');
    change(`${method}/method.yaml`, 'type: long-text\n            required: true', 'required: true\n            type: long-text');
    expect(version()).toBe(before);
    change(`${method}/nl.yaml`, 'Eén eerlijke zin volstaat.', 'Eén zin volstaat.');
    expect(version()).not.toBe(before);
  });

  it('lets a second method stand beside the first', () => {
    cpSync(join(folder, method), join(folder, 'method/vises-wallonie'), { recursive: true });
    cpSync(join(folder, 'tips/vises-1.yaml'), join(folder, 'tips/vises-wallonie.yaml'));
    const { methods, tips } = readContent(folder);
    expect(methods.map(({ name }) => name)).toEqual(['vises-1', 'vises-wallonie']);
    expect(methods[0]?.version).not.toBe(methods[1]?.version);
    expect(tips['vises-wallonie']).toHaveLength(36);
  });
});
