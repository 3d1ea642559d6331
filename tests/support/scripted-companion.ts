import { randomUUID } from 'node:crypto';
import type { Incoming } from '../../src/core/incoming.ts';
import type { Action, Block, Form, Message } from '../../src/core/message.ts';
import type { Delivery, Platform, Received } from '../../src/ports.ts';

/** Something a test's companion says, with what a message needs filled in. */
export function aMessage(kind: string, blocks: Block[], more: Partial<Message> = {}): Message {
  return { kind, language: 'fr', blocks, actions: [], forms: [], ...more };
}

const purposeForm: Form = {
  action: 'answer',
  title: 'Votre raison principale',
  submit: 'Enregistrer la réponse',
  fields: [
    {
      id: 'main-purpose',
      label: 'Si vous ne deviez garder qu’une raison d’évaluer, laquelle serait-ce ?',
      hint: 'Les autres raisons ne disparaissent pas. Celle-ci servira à trancher quand il faudra choisir.',
      kind: 'choice',
      required: true,
      options: [
        { value: 'improve', label: 'Améliorer nos pratiques' },
        { value: 'motivate', label: 'Redonner du sens et motiver l’équipe' },
        { value: 'account', label: 'Rendre compte à nos financeurs et partenaires' },
        { value: 'advocate', label: 'Faire connaître et défendre notre projet' },
      ],
    },
    {
      id: 'with-whom',
      label: 'Qui en a parlé dans l’équipe ?',
      kind: 'choices',
      required: false,
      options: [
        { value: 'team', label: 'L’équipe de l’atelier' },
        { value: 'board', label: 'Le conseil d’administration' },
        { value: 'people', label: 'Des personnes accompagnées' },
      ],
    },
    { id: 'since', label: 'Depuis quand y pensez-vous ?', kind: 'date', required: false },
    {
      id: 'heard',
      label: 'Combien de personnes en ont discuté ?',
      hint: 'Un ordre de grandeur suffit.',
      kind: 'number',
      required: false,
    },
    {
      id: 'more',
      label: 'Voulez-vous ajouter un mot ?',
      kind: 'long-text',
      required: false,
      placeholder: 'Comme cela vous vient',
    },
  ],
};

/** What can always be done with an open question. */
const around: Action[] = [
  { id: 'example', label: 'Un exemple' },
  { id: 'why', label: 'Pourquoi cette question ?' },
  { id: 'not-yet', label: 'Pas encore' },
  { id: 'skip', label: 'Passer' },
  { id: 'not-for-us', label: 'Pas pour nous' },
  { id: 'accompanier', label: 'Parler à notre accompagnatrice' },
];

const questions = [
  {
    slot: 'q1',
    heading: 'Se familiariser · question 1 sur 20',
    text: 'Qu’est-ce qui vous donne envie d’évaluer votre impact social aujourd’hui ?',
    hint: 'Une phrase sincère suffit. Une demande venue de l’extérieur est aussi une bonne raison : dites-le simplement.',
    actions: around,
    forms: [] as Form[],
  },
  {
    slot: 'q2',
    heading: 'Se familiariser · question 2 sur 20',
    text: 'Si vous ne deviez garder qu’une raison d’évaluer, laquelle serait-ce ?',
    hint: 'Les autres raisons ne disparaissent pas. Celle-ci servira à trancher quand il faudra choisir.',
    actions: [{ id: 'answer', label: 'Répondre avec le formulaire', style: 'primary' } as const, ...around],
    forms: [purposeForm],
  },
  {
    slot: 'q3',
    heading: 'Portrait · question 3 sur 20',
    text: 'À quel groupe d’entreprises appartenez-vous ?',
    hint: 'Si vous hésitez, choisissez ce qui vous décrit le mieux aujourd’hui.',
    actions: [
      { id: 'choose', value: 'insertion', label: 'Nous accompagnons vers l’emploi' },
      { id: 'choose', value: 'collective-service', label: 'Nous rendons un service collectif' },
      { id: 'choose', value: 'sse-values', label: 'Nous portons les valeurs de l’économie sociale' },
      ...around,
    ] satisfies Action[],
    forms: [] as Form[],
  },
];

/**
 * Plays the companion's side of a short French conversation, so that the page can be tried on real messages before and without the
 * real conversation: it welcomes, asks three questions, notes answers in their thread, keeps a progress card and whispers when a
 * press is stale.
 */
export function createScriptedCompanion() {
  let platform: Platform | undefined;
  let failing = false;
  const received: Incoming[] = [];
  const slots = new Map<string, string>();
  const seen = new Set<string>();
  let asked = -1;

  async function say(
    channel: Incoming['channel'],
    message: Message,
    more: Partial<Delivery> & { slot?: string } = {},
  ): Promise<string> {
    const { slot, ...delivery } = more;
    const known = slot === undefined ? undefined : slots.get(slot);
    const posted = await platform?.post({
      id: randomUUID(),
      channel,
      message,
      ...(known === undefined ? {} : { update: known }),
      ...delivery,
    });
    if (!posted) throw new Error('The companion is not connected.');
    if (slot !== undefined) slots.set(slot, posted.message);
    return posted.message;
  }

  const progress = (channel: Incoming['channel']) => {
    const done = Math.max(asked, 0);
    return say(
      channel,
      aMessage(
        'progress',
        [
          { type: 'heading', text: 'Où en est votre équipe' },
          {
            type: 'progress',
            text: `État des lieux : ${done} sur 9\nRécolte de données : 0 sur 5\nAnalyse et valorisation : 0 sur 6`,
            parts: [
              { label: 'État des lieux', done, total: 9, current: true },
              { label: 'Récolte de données', done: 0, total: 5, current: false },
              { label: 'Analyse et valorisation', done: 0, total: 6, current: false },
            ],
          },
        ],
        {
          actions: [
            { id: 'next', label: 'La suite' },
            { id: 'status', label: 'Où en sommes-nous ?' },
          ],
        },
      ),
      { slot: 'progress', pin: true },
    );
  };

  async function ask(channel: Incoming['channel']): Promise<void> {
    asked += 1;
    await progress(channel);
    const question = questions[asked];
    if (!question) return;
    await say(
      channel,
      aMessage(
        'question',
        [
          { type: 'heading', text: question.heading },
          { type: 'text', text: question.text },
          { type: 'aside', text: question.hint },
        ],
        { actions: question.actions, forms: question.forms, about: { question: question.slot, version: 1 } },
      ),
      { slot: question.slot },
    );
  }

  async function close(channel: Incoming['channel'], by: string, answer: string): Promise<void> {
    const question = questions[asked];
    if (!question) return;
    await say(
      channel,
      aMessage(
        'question',
        [
          { type: 'heading', text: question.heading },
          { type: 'text', text: question.text },
          { type: 'quote', text: answer, by },
        ],
        { actions: [{ id: 'correct', label: 'Corriger' }] },
      ),
      { slot: question.slot },
    );
  }

  async function react(incoming: Incoming): Promise<Received> {
    const { channel, sender } = incoming;
    const name = sender.name ?? sender.user;
    const thread = slots.get(questions[asked]?.slot ?? '');
    if (incoming.kind === 'arrival' && !slots.has('notice')) {
      await say(
        channel,
        aMessage('notice', [
          { type: 'heading', text: 'Qui voit quoi' },
          {
            type: 'text',
            text: 'Ce que vous écrivez ici reste à votre équipe. Votre accompagnatrice voit où vous en êtes, et vos réponses seulement si vous les partagez.',
          },
          {
            type: 'list',
            items: [
              'Aucune note, aucun classement.',
              'Vous pouvez tout corriger, tout effacer, vous arrêter.',
              'Aucun modèle de langue n’est utilisé tant que vous ne l’activez pas.',
            ],
          },
        ]),
        { slot: 'notice', pin: true },
      );
      await ask(channel);
    } else if (incoming.kind === 'message' && incoming.thread !== undefined && incoming.thread === thread) {
      await say(
        channel,
        aMessage('kept', [{ type: 'text', text: `C’est noté, merci ${name}.` }], {
          actions: [{ id: 'correct', label: 'Corriger' }],
        }),
        { thread },
      );
      await close(channel, name, incoming.text);
      await ask(channel);
    } else if (incoming.kind === 'press' && incoming.action === 'example') {
      await say(
        channel,
        aMessage('example', [
          { type: 'aside', text: 'Un exemple inventé, pour vous donner une idée :' },
          {
            type: 'quote',
            text: 'Nous parlons toujours du nombre de sorties vers l’emploi, mais ce n’est pas ce que nous voyons de plus fort au quotidien.',
            by: 'Les Ateliers du Canal',
          },
        ]),
        { thread: incoming.message, privateTo: sender.user },
      );
    } else if (incoming.kind === 'press' && incoming.message !== thread) {
      await say(
        channel,
        aMessage('stale', [
          {
            type: 'text',
            text: 'Cette question a déjà reçu sa réponse. Rien n’a changé ; vous pouvez la corriger si vous voulez.',
          },
        ]),
        {
          thread: incoming.message,
          privateTo: sender.user,
        },
      );
    } else if (incoming.kind === 'form') {
      const heard = incoming.fields['heard'];
      if (typeof heard === 'string' && heard !== '' && !/\d/.test(heard)) {
        return {
          fresh: true,
          formErrors: { heard: 'Je n’y trouve pas de nombre. Écrivez par exemple « 12 » ou « une douzaine ».' },
        };
      }
      await say(
        channel,
        aMessage('kept', [{ type: 'text', text: `C’est noté, merci ${name}.` }]),
        thread === undefined ? {} : { thread },
      );
      await close(channel, name, String(incoming.fields['main-purpose']));
      await ask(channel);
    }
    return { fresh: true };
  }

  return {
    received,
    connect: (to: Platform) => void (platform = to),
    /** From now on nothing can be stored, until told otherwise. */
    fail: (on: boolean) => void (failing = on),
    receive: async (incoming: Incoming): Promise<Received> => {
      if (failing) throw new Error('The database does not answer.');
      if (seen.has(incoming.deliveryKey)) return { fresh: false };
      const result = await react(incoming);
      if (!result.formErrors) seen.add(incoming.deliveryKey);
      received.push(incoming);
      return result;
    },
    say,
  };
}
