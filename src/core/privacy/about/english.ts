import { wordSet } from '../word-set.ts';
import type { Lexicon } from './lexicon.ts';
import { englishOrigins } from './origins.ts';

export const english: Lexicon = {
  one: wordSet(`a an one this that our my your his her the their another`),
  general: wordSet(`each every any all some many most few no these those several both anyone`),
  roles: wordSet(`
    worker employee colleague volunteer trainee apprentice participant user client customer resident tenant neighbour neighbor lady mother father mum
    dad sister brother son daughter husband wife partner friend cousin aunt uncle coordinator driver cook supervisor manager director accountant
    seamstress mentor interviewee boyfriend girlfriend mrs mr ms
  `),
  anyone: wordSet(
    `person someone somebody woman man girl boy child youngster parent student member patient citizen adult baby teenager individual`,
  ),
  pointing: wordSet(`this that our my`),
  people: wordSet(`
    people persons women men girls boys children youngsters parents students members patients citizens adults teenagers individuals workers employees
    colleagues volunteers trainees apprentices participants users clients customers residents tenants neighbours neighbors ladies mothers fathers
    families team teams staff seniors everyone everybody anyone anybody those others public communities groups households newcomers
  `),
  pronouns: wordSet(`he she i`),
  speakers: wordSet(`we you us`),
  others: wordSet(`they them`),
  past: /\b(?:was|had|has (?:\w+ed|been|found|got|left|come|become|told|gone|lost|made|had|begun)|came|got|found|told|said|left|went|joined|\w{3,}ed|since|now|yesterday|last year|this (?:year|week)|our|my)\b/,
  rule: /\b(?:if|when|whenever|any|every|each|can|could|may|should|must|often|to help|to support|to welcome|enable|enables|allow|allows|for example|so that)\b/,
  copulas: wordSet(`is was s be been being became becomes become got gets remains remained seems feels felt am m were`),
  adverbs: wordSet(
    `very also still now already not severely partly fully openly clinically and or long seriously quite again just recently newly heavily`,
  ),
  possessives: wordSet(`his her my`),
  articles: wordSet(`a an the his her my from of with for some`),
  cues: `
    suffers from, suffered from, suffering from, has, had, having, have, ve, diagnosed with, diagnosis of, treated for,
    recovering from, recovered from, recovery from, living with, lives with, struggles with, struggled with, struggling with,
    after, because of, due to, following, despite, battles, battled, fighting, survived, victim of, told us about, talks about,
    talked about, hid, with, takes, on, got
  `,
  origins: englishOrigins,
  topics: {
    health: {
      says: `
        pregnant, hiv positive, suicidal, addicted to alcohol, addicted to drugs, addicted to heroin, addicted to gambling,
        addicted to painkillers, in rehab, in a wheelchair, on sick leave, off sick, on antidepressants, on methadone, in
        hospital, hospitalised, hospitalized, in psychiatric care, under psychiatric care, seeing a psychiatrist, sees a
        psychiatrist, seeing a therapist, gave birth, had a miscarriage, miscarried, had an abortion, attempted suicide, tried
        to kill herself, tried to kill himself, committed suicide, had a breakdown, nervous breakdown, had a stroke, had a heart
        attack, mentally ill, paralysed, paralyzed, quadriplegic, paraplegic, quit drinking, stopped drinking, drinks too much,
        drank too much, lost her baby, burnt out, burned out, with a disability, with a learning disability, with learning
        disabilities, with mental health problems, psychiatric ward, psychiatric hospital
      `,
      who: `
        addict, drug addict, alcoholic, wheelchair user, schizophrenic
      `,
      beside: `
        ill, sick, disabled, autistic, epileptic, diabetic, alcoholic, visually impaired, hearing impaired, schizophrenic,
        bipolar, anorexic, bulimic, deaf, blind, depressed, traumatised, traumatized, dyslexic, psychotic, obese, terminally
      `,
      has: `
        cancer, breast cancer, leukaemia, leukemia, aids, hiv, hepatitis, diabetes, epilepsy, autism, schizophrenia, dementia,
        alzheimer, alzheimer s, parkinson s, multiple sclerosis, stroke, heart attack, heart condition, disability, learning
        disability, mental disability, physical disability, depression, severe depression, postnatal depression, anxiety
        disorder, burnout, burn out, mental illness, mental health problems, mental health issues, psychosis, ptsd, trauma,
        anorexia, bulimia, eating disorder, addiction, alcohol addiction, drug addiction, gambling addiction, alcohol problem,
        drinking problem, drug problem, alcoholism, illness, chronic illness, serious illness, disease, pregnancy, miscarriage,
        abortion, tumour, tumor, tuberculosis, fibromyalgia, adhd, wheelchair, chemo, chemotherapy, bipolar disorder,
        personality disorder, anxiety, panic attacks
      `,
    },
    origin: {
      says: `
        of foreign origin, of african origin, of african descent, of arab origin, granted asylum, refused asylum, got her
        papers, got his papers, without papers, fled the war, fled her country, fled his country, fled the taliban, stateless
      `,
      beside: `
        undocumented, arab, kurdish, african, black, roma, gypsy, foreign, immigrant
      `,
      has: `
        asylum claim, refugee status, immigration status, residence permit, deportation order
      `,
      who: `
        refugee, asylum seeker, migrant, immigrant, illegal immigrant, gypsy
      `,
    },
    religion: {
      says: `
        wears a headscarf, wears a veil, wears a hijab, jehovah s witness, converted to islam, goes to the mosque, observes
        ramadan, wearing a headscarf, in a headscarf, with a headscarf, wearing a hijab
      `,
      beside: `
        muslim, jewish, catholic, christian, protestant, buddhist, hindu, sikh, evangelical, devout
      `,
      who: `
        muslim, jew
      `,
    },
    'private-life': {
      says: `
        was raped, raped, sexually abused, victim of domestic violence, survivor of domestic violence, victim of domestic abuse,
        survivor of domestic abuse, victim of sexual abuse, beaten by her husband, beaten by her partner, violent husband,
        violent partner, abusive husband, abusive partner, forced marriage, in prostitution, hit her, beat her, beats her
      `,
      beside: `
        gay, trans, queer, homosexual, lesbian, bisexual, transgender, transsexual
      `,
    },
    justice: {
      says: `
        in prison, out of prison, from prison, in jail, out of jail, ex offender, ex prisoner, ex convict, convicted of,
        convicted for, sentenced to, on parole, on bail, electronic tag, known to the police, served time, did time,
        incarcerated, imprisoned, years in jail, been to prison, went to prison, been inside
      `,
      has: `
        criminal record, criminal conviction, prison sentence, criminal past, conviction
      `,
      who: `
        prisoner, convict, offender, former prisoner, former inmate, ex offender, ex prisoner
      `,
    },
    opinion: {
      says: `
        member of a union, votes labour, votes conservative, votes far right, member of the labour party, member of the
        conservative party
      `,
      who: `
        union member, party member, trade unionist
      `,
      beside: `
        communist, socialist, anarchist
      `,
    },
  },
};
