import type { Unit } from './units.ts';

/** Things of one field: within it a writer picks a word of their own too. */
export const fields = [
  'request booking application order-goods order-item call-phone offer',
  'workshop session outing meeting event evening morning afternoon activity course-week lesson module workshop-lesson language-course training performance concert festival gathering rehearsal group',
  'trip outing day-trip round-trip move walk walker delivery line-route shop-errand',
  'visit consultation appointment session intervention',
  'meal dish-food portion soup breakfast plate place-setting sandwich',
  'presence visit come passage-way entry',
  'village town partner-city district region',
  'shop point-of-sale branch merchant-shop stall partner-organisation',
  'school creche',
  'machine device article-goods object product tool',
  'machine wash-load linen',
  'housing apartment building shelter',
  'parcel package parcel-post basket bag delivery',
  'document file sheet dossier note letter message',
  'departure dropout cease end registration',
  'accident injury fall-accident',
  'sale purchase transaction ticket',
  'job contract contract-job placement hire',
  'repair repair-job intervention',
  'vote shareholder-vote',
  'book copy reading-loan loan-goods',
  'bike cargo-bike',
  'garment clothing textile',
  'plant pot-plant tree',
  'crate basket bag parcel package box',
  'place seat bed ticket',
  'seat chair stool',
  'town townhall municipality hall',
  'place stop-bus meeting-place limit-word',
  'guided-tour visit outing walk',
  'film performance',
  'song number',
  'evening stay-night meal',
  'question question-mark request',
  'registration application referral',
  'bill invoice',
  'step-on-scale level-word score-mark',
  'group team team-word committee',
  'street road',
  'garden soil plot orchard',
  'car van bus truck',
].map((row) => new Set(row.split(' ')));

/** Words for any thing. */
const broad = new Set(['product', 'article-goods', 'object', 'part', 'copy']);

export const isSameField = (a: Unit, b: Unit): boolean =>
  a.senses.some((sense) => broad.has(sense)) ||
  fields.some((field) => a.senses.some((sense) => field.has(sense)) && b.senses.some((sense) => field.has(sense)));
