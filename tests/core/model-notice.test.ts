import { expect, it } from 'vitest';
import { plainText } from '../../src/core/message.ts';
import { gallery } from '../support/gallery.ts';
import { wording } from '../support/scene.ts';

it('says in words of every text that a model wrote that it did, before a yes and after, and of no other', () => {
  const shown = gallery()
    .map(({ message }) => message)
    .filter(({ kind }) => ['text-body', 'text-approved', 'text-export'].includes(kind));
  const isTold = (message: (typeof shown)[number]): boolean =>
    ['text.label-written', 'text.label-reviewed'].some((phrase) =>
      plainText(message).includes(wording[message.language](phrase)),
    );
  const [byModel, others] = [shown.filter(({ isByModel }) => isByModel), shown.filter(({ isByModel }) => !isByModel)];
  expect(byModel.length).toBeGreaterThanOrEqual(12);
  expect(byModel.every(isTold)).toBe(true);
  expect(others.some(isTold)).toBe(false);
});
