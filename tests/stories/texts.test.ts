import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/message.ts';
import { aTeamOn } from '../support/story.ts';
import { actionsOf, aTeamWithAnswers, aTeamWithText, cardOf, numberOf, shownOf, valueOf } from '../support/text-team.ts';

it.each(['local', 'slack'] as const)(
  'leads from a wish to an approved text, and back to review when an answer changes, on %s',
  async (platform) => {
    const team = await aTeamWithAnswers({}, platform);

    // The wish, in plain words. What the answers carry is shown before anything is written.
    await team.says('nous voulons un texte pour le rapport annuel', { to: 'channel', by: 'Luc' });
    const claims = team.textOf(team.sees('text-claims'));
    expect(claims).toContain('Nos constats · La parole en réunion est citée comme le déclic (par 9 personnes sur 14)');
    const mission = Number(/^(\d+)\. Notre mission/mu.exec(claims)?.[1]);
    await team.says(`barrer ${mission}`, { thread: team.sees('text-claims').id, by: 'Fatou' });
    expect(team.textOf(team.sees('text-claims'))).toMatch(/Barré : Notre mission · /);

    await team.presses('text-write', { to: 'channel', by: 'Luc' });
    expect(team.textOf(team.sees('text'))).toContain(
      "Brouillon assemblé à partir des réponses de l'équipe, à relire par une personne.",
    );
    expect(team.textOf(team.sees('text'))).toContain("Il manque l'accord de Samira.");
    const text = team.textOf(team.sees('text-body'));
    expect(text).toContain('84 personnes');
    expect(text).not.toContain('trions');
    expect(team.sees('text-body').thread).toBe(cardOf(team).id);

    // Only the carrier's yes counts; a colleague's click is explained to them alone.
    await team.presses('text-approve', { to: 'channel', by: 'Luc' });
    expect(team.kinds).toEqual(['text-refused']);
    expect(team.sees('text-refused').privateTo).toBe(team.userOf('Luc'));
    team.hears("L'accord de Samira est demandé pour ce texte.");

    // A correction with a figure that nobody gave: it is kept, it is red, and the text cannot be approved.
    const reached = numberOf(team, '84 personnes');
    await team.says(`corriger ${reached} : En 2024, notre travail a concerné 96 personnes.`, {
      thread: cardOf(team).id,
      by: 'Fatou',
    });
    team.hears('Fatou a corrigé le texte : version 2.');
    team.hears('retiré : « 84 »');
    team.hears('ajouté : « 96 »');
    expect(team.textOf(team.sees('text'))).toContain("1 phrase à corriger avant d'approuver");
    expect(team.textOf(team.sees('text-body'))).toMatch(/À regarder d'abord[^]*« 96[^»]*» : ce chiffre/);
    await team.says('approuver', { thread: cardOf(team).id });
    expect(team.textOf(team.sees('text-refused'))).toContain('Ces phrases ne peuvent pas être approuvées telles quelles.');
    expect(actionsOf(cardOf(team))).not.toContain('text-approve');

    // Fix and approve, in one gesture.
    await team.presses('text-fix', { to: 'channel', value: valueOf(team, 'text-body', 'text-fix') });
    expect(team.sees('text-fix').privateTo).toBe(team.userOf('Samira'));
    await team.fills(
      { words: 'En 2024, nous avons accompagné 84 personnes.', then: 'approve' },
      { action: 'text-fix', to: 'channel' },
    );
    const announced = team.textOf(team.sees('text-approved'));
    expect(announced).toContain('Approuvé par Samira le 5 janvier 2026, version 3.');
    expect(announced).toContain('En 2024, nous avons accompagné 84 personnes.');
    expect(announced).not.toMatch(/\(\d+\) /);
    expect(actionsOf(cardOf(team))).toEqual([
      'text-export',
      'text-export',
      'text-export',
      'text-export',
      'text-sources',
      'text-recall',
    ]);
    expect(plainText(cardOf(team).message)).toContain('Approuvé par Samira');

    // The answer is corrected: the sentence turns to re-check, the approval falls, the team is told once.
    await team.says('corriger : 90 personnes en 2024', { to: 'people-reached', by: 'Luc' });
    const told = team.textOf(team.sees('text-recheck'));
    expect(told).toContain("L'accord donné ne vaut plus");
    expect(plainText(cardOf(team).message)).toContain('1 phrase à revoir : une réponse a changé');
    expect(plainText(cardOf(team).message)).not.toContain('Approuvé par');
    await team.says('exporter', { thread: cardOf(team).id });
    team.hears("Ce texte n'est pas encore approuvé");
    await team.says('corriger : 91 personnes en 2024', { to: 'people-reached', by: 'Luc' });
    expect(team.kinds).not.toContain('text-recheck');

    // Brought up to date, the typed sentence does not hold any more, and says why; put right, it can be approved again.
    await team.presses('text-renew', { to: 'channel', by: 'Fatou' });
    team.hears("Fatou a mis le texte à jour d'après vos réponses : version 4.");
    expect(plainText(cardOf(team).message)).toContain("1 phrase à corriger avant d'approuver");
    await team.says(`corriger ${reached} : En 2024, nous avons accompagné 91 personnes.`, { thread: cardOf(team).id, by: 'Luc' });
    await team.presses('text-approve', { to: 'channel' });
    expect(team.textOf(team.sees('text-approved'))).toContain('91 personnes');
    await team.says('exporter', { thread: cardOf(team).id, by: 'Luc' });
    expect(team.textOf(team.sees('text-export'))).toContain('91 personnes');
  },
);

describe('a text that is wanted', () => {
  it('says which answers it lacks, and opens each of their questions', async () => {
    const team = await aTeamOn('local', { language: 'nl' });
    await team.says('maak een tekst voor de website', { to: 'channel', by: 'Luc' });
    const missing = team.sees('text-missing');
    expect(plainText(missing.message)).toContain('Voor ‘Websitetekst’ ontbreken nog 3 antwoorden:');
    expect(missing.message.actions.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['mission-in-own-words', 'key-figures']),
    );
    await team.presses('text-ask', { to: 'channel', value: 'key-figures', by: 'Luc' });
    expect(await team.openQuestion()).toBe('key-figures');
    expect(team.sees('question').message.about?.question).toBe('key-figures');
  });

  it('is asked for when only a text is wanted, and chosen by form or button', async () => {
    const team = await aTeamWithAnswers();
    await team.says('/vises texte', { to: 'channel', by: 'Luc' });
    expect(team.textOf(team.sees('text-wish'))).toContain('De quel texte avez-vous besoin ?');
    await team.fills({ output: 'social-post', language: 'nl' }, { action: 'text-want', to: 'channel', by: 'Luc' });
    expect(team.textOf(team.sees('text-claims'))).toContain('Publication sur les réseaux, en néerlandais');
    await team.presses('text-pick', { to: 'channel', value: 'press-release', by: 'Fatou' });
    expect(team.textOf(team.sees('text-claims'))).toContain('Communiqué de presse, en français');

    // One text of a kind and a language at a time: asked for again, it is shown again.
    await team.says('un texte pour la presse', { to: 'channel' });
    expect(team.kinds).not.toContain('text-claims');
    await team.says('nous voulons un texte pour la presse', { to: 'channel' });
    expect(team.textOf(team.sees('text-claims'))).toContain('Communiqué de presse');
    await team.says('textes', { to: 'channel' });
    expect(team.textOf(team.sees('text-wish'))).toContain('Communiqué de presse (Français) : à préparer');
  });

  it('leaves out what the team struck, and puts first what it put first', async () => {
    const team = await aTeamWithAnswers();
    await team.says('nous voulons un texte pour le rapport annuel', { to: 'channel' });
    const form = team.sees('text-claims').message.forms[0];
    const options = form?.fields.find(({ id }) => id === 'keep')?.options ?? [];
    const fragile = options.find(({ label }) => label.includes('trois premiers mois restent fragiles'))?.value ?? '';
    const word = options.find(({ label }) => label.includes('déclic'))?.value ?? '';
    const keep = options.map(({ value }) => value).filter((value) => value !== word);
    await team.fills({ keep, first: fragile }, { action: 'text-claims', to: 'channel' });
    expect(team.textOf(team.sees('text-claims'))).toMatch(/Barré : .*déclic/);
    await team.fills({ keep: [] }, { action: 'text-claims', to: 'channel' });
    expect(team.formErrors).toEqual({ keep: 'Gardez au moins une chose à dire.' });
    await team.says('écrivez le texte', { thread: shownOf(team, 'text-claims').id });
    const text = team.textOf(team.sees('text-body'));
    expect(text).not.toContain('déclic');
    expect(text.indexOf('fragiles')).toBeLessThan(text.indexOf('démarche nouvelle'));
  });

  it('hears what to strike and to write beside the card, where a small screen writes, and takes no bare number for it', async () => {
    const team = await aTeamWithAnswers();
    await team.says('nous voulons un texte pour le rapport annuel', { to: 'channel' });
    await team.says('barrer 2 et 3', { to: 'channel' });
    expect(team.textOf(team.sees('text-claims')).match(/Barré : /gu)).toHaveLength(2);
    await team.says('2 et 3', { to: 'channel' });
    expect(team.kinds).not.toContain('text-claims');
    await team.says('écrire le texte', { to: 'channel' });
    team.sees('text-body');
    await team.says('barrer 2 et 3', { to: 'channel' });
    expect(cardOf(team).message.kind).toBe('text');
    expect(plainText(cardOf(team).message)).not.toContain('remarque');
  });
});

describe('a text in review', () => {
  it('shows on demand, to the one who asks, what a sentence rests on', async () => {
    const team = await aTeamWithText();
    const number = numberOf(team, '84 personnes');
    await team.says(`sources ${number}`, { thread: cardOf(team).id, by: 'Luc' });
    const sources = team.sees('text-sources');
    expect(sources.privateTo).toBe(team.userOf('Luc'));
    expect(plainText(sources.message)).toContain('« 84 personnes en 2024 » (Samira, le 5 janvier 2026)');
    expect(plainText(sources.message)).toContain('Phrase assemblée à partir des réponses.');
  });

  it('keeps remarks and suggestions; a suggestion is taken in one gesture and makes a version', async () => {
    const team = await aTeamWithText();
    const number = numberOf(team, 'trions');
    await team.says(`commentaire ${number} : est-ce encore vrai ?`, { thread: cardOf(team).id, by: 'Fatou' });
    expect(plainText(shownOf(team, 'text-body').message)).toContain(`« est-ce encore vrai ? » (Fatou, phrase ${number})`);
    await team.says('je trouve le début un peu long', { thread: cardOf(team).id, by: 'Luc' });
    expect(plainText(shownOf(team, 'text-body').message)).toContain('« je trouve le début un peu long » (Luc)');

    await team.says(`proposer ${number} : Nous collectons et trions des textiles.`, { thread: cardOf(team).id, by: 'Fatou' });
    expect(team.textOf(team.sees('text-suggestion'))).toContain('Fatou propose d');
    await team.presses('text-accept', { to: 'channel', by: 'Luc' });
    team.hears('Luc a accepté une proposition : version 2.');
    expect(actionsOf(shownOf(team, 'text-suggestion'))).toEqual([]);
    expect(plainText(shownOf(team, 'text-suggestion').message)).toContain('Acceptée par Luc.');
    expect(plainText(shownOf(team, 'text-body').message)).toContain('Nous collectons et trions des textiles.');
    await team.presses('text-compare', { to: 'channel', by: 'Luc' });
    expect(team.textOf(team.sees('text-compare'))).toContain('De la version 1 à la version 2 :');
    expect(team.sees('text-compare').privateTo).toBe(team.userOf('Luc'));
  });

  it('goes back to the team when the carrier wants changes, and a correction brings it into review again', async () => {
    const team = await aTeamWithText();
    await team.says('changements : plus court, et sans la mission', { thread: cardOf(team).id });
    expect(plainText(cardOf(team).message)).toContain(
      'Samira demande des changements, le 5 janvier 2026 : « plus court, et sans la mission »',
    );
    await team.fills({ sentence: String(numberOf(team, 'trions')), words: '' }, { action: 'text-fix', to: 'channel', by: 'Luc' });
    team.hears('Phrase retirée :');
    expect(plainText(cardOf(team).message)).not.toContain('demande des changements');
    expect(plainText(shownOf(team, 'text-body').message)).not.toContain('trions');
  });

  it('is recalled by who decides, after a second look, and the team is told', async () => {
    const team = await aTeamWithText();
    await team.presses('text-approve', { to: 'channel' });
    await team.presses('text-recall', { to: 'channel', by: 'Luc' });
    team.hears('Seules les personnes qui approuvent');
    await team.presses('text-recall', { to: 'channel' });
    team.hears('Rappeler ce texte ?');
    await team.presses('text-recall', { to: 'channel', value: 'yes' });
    expect(team.sees('text-recalled').thread).toBeUndefined();
    expect(actionsOf(cardOf(team))).toEqual([]);
    await team.says('exporter', { thread: cardOf(team).id });
    team.hears("Ce texte n'est pas encore approuvé");
    // There is room for another of its kind.
    await team.says('nous voulons un texte pour le rapport annuel', { to: 'channel' });
    team.sees('text-claims');
  });
});

it('has a title that rests on an answer too, and follows it', async () => {
  const team = await aTeamWithText('nous voulons un communiqué de presse');
  const title = 'on reprend la main sur son quotidien';
  expect(plainText(cardOf(team).message)).toContain(title);
  await team.says('corriger : Le lundi, chacune décide avec nous.', { to: 'key-message' });
  expect(team.textOf(team.sees('text-recheck'))).toContain('une phrase du texte « Communiqué de presse » est à revoir');
  await team.presses('text-renew', { to: 'channel' });
  expect(plainText(cardOf(team).message)).toContain('chacune décide avec nous');
  expect(plainText(cardOf(team).message)).not.toContain(title);
  await team.says('corriger le titre : Le Monde salue 500 salariées', { thread: cardOf(team).id });
  expect(team.textOf(team.sees('text-body'))).toMatch(/Titre : « Le Monde salue 500 salariées » .*« 500/);
});

it('goes on after the evaluation has ended, when nothing more can be answered', async () => {
  const team = await aTeamWithAnswers();
  await team.says('stop', { to: 'channel' });
  await team.presses('stop', { to: 'channel', value: 'end' });
  await team.presses('confirm', { to: 'channel' });
  expect((await team.evaluation()).state).toBe('ended');
  await team.says('nous voulons un texte pour le rapport annuel', { to: 'channel' });
  await team.presses('text-write', { to: 'channel' });
  await team.says(`corriger ${numberOf(team, 'trions')} : Nous prêtons 15 machines.`, { thread: cardOf(team).id });
  await team.presses('text-vouch', { to: 'channel', value: valueOf(team, 'text-body', 'text-vouch') });
  await team.fills({ question: 'main-activities', words: 'Prêter 15 machines' }, { action: 'text-vouch', to: 'channel' });
  team.hears('Cette évaluation est terminée.');
  expect(team.kinds).not.toContain('text-vouch-waits');
});

it('speaks less firmly once the team is less sure, in every sentence', async () => {
  const team = await aTeamWithText();
  await team.presses('text-approve', { to: 'channel' });
  await team.presses('correct', { to: 'confidence-level' });
  await team.fills({ 'confidence-level': 'tentative' }, { action: 'correct', to: 'confidence-level' });
  expect(team.textOf(team.sees('text-recheck'))).toContain("L'accord donné ne vaut plus");
  await team.presses('text-renew', { to: 'channel' });
  expect(team.textOf(team.sees('text-body'))).toContain('premiers signes');
  expect(actionsOf(cardOf(team))).toContain('text-approve');
});

it('counts on its card, and lists first, what rests on an answer that is itself to be looked at again, until it is confirmed', async () => {
  const team = await aTeamWithText();
  const toLookAt = (): number => Number(/(\d+) phrases? à regarder de près/u.exec(plainText(cardOf(team).message))?.[1] ?? 0);
  expect(toLookAt()).toBe(0);
  await team.says('corriger : Qui vient encore un an après ?', { to: 'chosen-question' });
  await team.presses('confirm', { to: 'chosen-question' });
  expect(toLookAt()).toBeGreaterThan(0);
  expect(plainText(shownOf(team, 'text-body').message)).toContain('La réponse derrière cette phrase est encore à revoir.');
  const { states } = await team.evaluation();
  for (const question of Object.keys(states).filter((id) => states[id]?.recheck))
    await team.presses('still-true', { to: question });
  expect(toLookAt()).toBe(0);
});

describe('an approval that falls', () => {
  it('is said where the text was announced and given as a file, and a new version is announced anew', async () => {
    const team = await aTeamWithText();
    await team.presses('text-approve', { to: 'channel' });
    const announced = team.sees('text-approved').id;
    await team.presses('text-export', { to: 'channel', value: 'docx' });
    const file = shownOf(team, 'text-file').id;
    await team.says('exporter', { thread: cardOf(team).id });
    const copy = shownOf(team, 'text-export').id;
    await team.says('corriger : 91 personnes en 2024', { to: 'people-reached' });
    const said = (id: string) => team.shown().find((shown) => shown.id === id)?.message;
    for (const id of [announced, file, copy]) {
      expect(plainText(said(id) ?? cardOf(team).message)).toMatch(
        /version 1, approuvée par Samira : cet accord ne vaut plus depuis le/,
      );
      expect(said(id)?.actions).toEqual([]);
      expect(said(id)?.attachments ?? []).toEqual([]);
    }
    await team.presses('text-renew', { to: 'channel' });
    await team.presses('text-approve', { to: 'channel' });
    expect(team.sees('text-approved').id).not.toBe(announced);
    expect(said(announced)?.kind).toBe('text-fallen');
  });

  it('is foretold where a correction asks for a yes', async () => {
    const team = await aTeamWithText();
    const asked = async (): Promise<string> => {
      await team.says('corriger : Qui vient encore un an après ?', { to: 'chosen-question' });
      const text = team.textOf(team.sees('confirm-correction'));
      await team.presses('cancel', { to: 'chosen-question' });
      return text;
    };
    expect(await asked()).not.toContain('texte approuvé');
    await team.presses('text-approve', { to: 'channel' });
    expect(await asked()).toMatch(/Un texte approuvé s'appuie sur cette réponse[^]*Paragraphe de rapport annuel/);
  });

  it('says what came of bringing it up to date where that was asked for, and what the answer says beside words that a person wrote', async () => {
    const team = await aTeamWithText();
    const number = numberOf(team, '84 personnes');
    await team.says(`corriger ${number} : Nous avons accueilli 84 personnes en 2024.`, { thread: cardOf(team).id });
    await team.presses('text-approve', { to: 'channel' });
    await team.says('corriger : 91 personnes en 2024', { to: 'people-reached' });
    const told = team.sees('text-recheck').id;
    await team.presses('text-renew', { to: 'channel' });
    const shown = team.shown().find(({ id }) => id === told)?.message ?? cardOf(team).message;
    expect(plainText(shown)).toMatch(
      /a mis le texte à jour[^]*restée telle qu'une personne l'a écrite[^]*84 personnes[^]*91 personnes/,
    );
    expect(shown.actions).toEqual([]);
  });
});

describe('a sentence that nobody has answered for', () => {
  it('cites the answer that a named person records for it', async () => {
    const team = await aTeamWithText();
    const number = numberOf(team, 'trions');
    await team.says(`corriger ${number} : Nous prêtons 15 machines à coudre aux voisines.`, { thread: cardOf(team).id });
    expect(plainText(cardOf(team).message)).toContain('1 phrase à corriger');
    await team.presses('text-vouch', { to: 'channel', value: valueOf(team, 'text-body', 'text-vouch') });
    const offered = team.sees('text-vouch').message.forms[0]?.fields[0]?.options?.map(({ value }) => value);
    expect(offered).toContain('main-activities');
    expect(offered).not.toContain('fears-and-limits');
    await team.fills(
      { question: 'existing-data', words: 'Nous prêtons 15 machines à coudre aux voisines.' },
      { action: 'text-vouch', to: 'channel' },
    );
    expect(team.formErrors).toEqual({ question: 'Il manque vos mots ici.' });
    await team.fills(
      { question: 'main-activities', words: 'Prêter 15 machines à coudre aux voisines' },
      { action: 'text-vouch', to: 'channel' },
    );
    team.hears("Samira se porte garant·e d'une phrase");
    expect((await team.answer('main-activities'))?.text).toMatch(/boutique solidaire[^]*Prêter 15 machines/);
    expect(plainText(cardOf(team).message)).not.toContain('à corriger');
    await team.says(`sources ${number}`, { thread: cardOf(team).id });
    expect(team.textOf(team.sees('text-sources'))).toContain('Prêter 15 machines à coudre aux voisines');
  });

  it('waits for the team where a colleague has answered already, and cites what the team kept', async () => {
    const team = await aTeamWithText();
    const number = numberOf(team, 'trions');
    await team.says(`corriger ${number} : Nous prêtons 15 machines à coudre aux voisines.`, {
      thread: cardOf(team).id,
      by: 'Luc',
    });
    await team.presses('text-vouch', { to: 'channel', by: 'Luc', value: valueOf(team, 'text-body', 'text-vouch') });
    await team.fills(
      { question: 'main-activities', words: 'Prêter 15 machines à coudre aux voisines' },
      { action: 'text-vouch', to: 'channel', by: 'Luc' },
    );
    expect(team.sees('text-vouch-waits').privateTo).toBe(team.userOf('Luc'));
    expect(plainText(cardOf(team).message)).toContain('1 phrase à corriger');
    await team.presses('both', { to: 'main-activities', by: 'Fatou' });
    await team.presses('text-renew', { to: 'channel', by: 'Luc' });
    expect(plainText(cardOf(team).message)).not.toContain('à corriger');
    expect(actionsOf(cardOf(team))).toContain('text-approve');
  });

  it('can never be a quotation without consent, nor what is private', async () => {
    const team = await aTeamWithText();
    await team.says("« J'ai peur de revenir. » (salariée, pas d'accord)", { to: 'testimonies', by: 'Luc' });
    await team.presses('both', { to: 'testimonies', by: 'Luc' });
    const number = numberOf(team, 'trions');
    await team.says(`corriger ${number} : Une salariée dit : « J'ai peur de revenir. »`, { thread: cardOf(team).id });
    await team.presses('text-vouch', { to: 'channel', value: valueOf(team, 'text-body', 'text-vouch') });
    team.hears('Personne ne peut se porter garant');
  });

  it('is to be looked at again when the consent of a quotation falls', async () => {
    const team = await aTeamWithText();
    await team.presses('text-approve', { to: 'channel' });
    expect(team.textOf(team.sees('text-approved'))).toContain('je laissais le courrier fermé');
    await team.says(
      "corriger : « Avant, je laissais le courrier fermé. Maintenant je l'ouvre le jour même. » (salariée, pas d'accord)",
      {
        to: 'testimonies',
      },
    );
    await team.presses('confirm', { to: 'testimonies' });
    team.sees('text-recheck');
    await team.presses('text-renew', { to: 'channel' });
    expect(plainText(cardOf(team).message)).toContain('à corriger');
    await team.says('approuver', { thread: cardOf(team).id });
    expect(team.textOf(team.sees('text-refused'))).toContain("n'a pas donné son accord");
  });
});
