import { clean, fold } from './text/normalise.ts';

const fillers =
  '(?:(?:bonjour|bonsoir|salut|hello|hi|hoi|hallo|dag|alors|donc|euh|ben|eh bien|oui|ja|yes|well|nou|ici|hier|moi|nous) ?[,!.:-]? *)*';
const whoWeAre = [
  "(?:nous,? )?(?:c'est|on est|nous sommes|je suis de|on (?:s'appelle|se nomme)|nous nous (?:appelons|nommons)|je (?:travaille|suis) (?:a|chez|pour|dans)|on travaille (?:a|chez|pour)|(?:notre|la|le) (?:structure|association|asbl|entreprise|equipe|cooperative|organisation|nom)(?: de (?:la|notre) structure)? (?:s'appelle|se nomme|est|c'est|:))",
  '(?:wij|we) (?:zijn|heten)|(?:het|dit) is|ik (?:werk|ben) (?:bij|voor|van)|(?:we|wij) werken (?:bij|voor)|(?:onze|de|ons) (?:organisatie|vereniging|vzw|onderneming|naam|ploeg|team|cooperatie)(?: van onze organisatie)? (?:heet|is|noemt)|onze naam is',
  "(?:it'?s|it is|this is|we are|we're|i'm from|i am from|i work (?:at|for|with)|we work (?:at|for)|we(?:'re| are) called|(?:our|the) (?:organi[sz]ation|association|company|team|charity|name)(?:'s name)? is(?: called)?|it'?s called)",
].join('|');
const introduced = new RegExp(`^${fillers}(?:${whoWeAre}) ?:? *(?=\\S)`, 'u');
/** "une crèche qui s'appelle Les Petits Pas": the name comes after that. */
const called =
  /^.{2,60}?(?:,? (?:qui s'appelle|qui se nomme|nommee?|appelee?|die heet|genaamd|met de naam|which is called|that is called|called|named))[: ]+(?=\S)/u;
const article = /^(?:la|le|les|l'|une?|de|het|een|the|an?)(?: |(?<='))/u;

/** The name of a structure out of the sentence it was said in: "On est la crèche Les Petits Pas" gives "Crèche Les Petits Pas". */
export function structureName(said: string): string {
  const text = clean(said).replaceAll(/\s+/gu, ' ');
  const opening = introduced.exec(fold(text))?.[0].length ?? 0;
  // Whatever is no sentence is the name as it was written: "We Are Family" as well.
  if (opening === 0 || / \p{Lu}/u.test(text.slice(0, opening).replaceAll(' I ', ' '))) return text;
  let name = text.slice(opening).replace(/[\s.!]+$/u, '');
  name = name.slice(called.exec(fold(name))?.[0].length ?? 0);
  // A capital belongs to the name: "L'Atelier". A small article belongs to the sentence.
  const small = article.exec(name.replace('’', "'"))?.[0].length ?? 0;
  if (small === 0 || small >= name.length) return unquoted(name) || text;
  const rest = unquoted(name.slice(small));
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

const unquoted = (name: string): string => name.replace(/^["«“„]\s*(.*?)\s*["»”]$/u, '$1').trim();
