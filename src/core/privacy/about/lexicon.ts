import type { Kind } from '../span.ts';
import type { Origins } from './origins.ts';

/**
 * What one language says about a person that should not be written lightly, and how it speaks of one person or of people in general.
 * Everything as `fold` gives words: lower case, no accents. Lists of phrases are parted by commas.
 */
export interface Lexicon {
  /** Words that make the noun after them one certain person: une, cette, notre, een, this. */
  one: ReadonlySet<string>;
  /** Words that make the noun after them nobody in particular: chaque, toute, les, elke, any. */
  general: ReadonlySet<string>;
  /** One person in a role. */
  roles: ReadonlySet<string>;
  /** One person, but often said of people in general: une personne, iemand. */
  anyone: ReadonlySet<string>;
  /** After these "anyone" is one certain person: cette, deze. */
  pointing: ReadonlySet<string>;
  /** People. */
  people: ReadonlySet<string>;
  /** Pronouns for one person, for the speakers, and for people. */
  pronouns: ReadonlySet<string>;
  speakers: ReadonlySet<string>;
  others: ReadonlySet<string>;
  /** What stands next tells that the pronoun before it is no person, or several: il faut, ze zijn. */
  notOne?: {
    pronouns: ReadonlySet<string>;
    next: RegExp;
    /** The verb stands at the end of the clause that these begin. */ verbLastAfter?: ReadonlySet<string>;
  };
  /** A sentence with one of these tells what happened, not what happens. */
  past: RegExp;
  /** A sentence with one of these speaks of people in general: si, quand, permettre. */
  rule: RegExp;
  /** To be, to become: before a word that is said of a person. */
  copulas: ReadonlySet<string>;
  /** Skipped between a person and what is said of them: très, désormais, heel, now. */
  adverbs: ReadonlySet<string>;
  /** His, her, my. */
  possessives: ReadonlySet<string>;
  /** May stand between a cue and a noun. */
  articles: ReadonlySet<string>;
  /** What makes an illness somebody's: souffre, a eu, lijdt aan, diagnosed with. */
  cues: string;
  origins: Origins;
  topics: Partial<Record<Kind, Topic>>;
}

/** Each a list of phrases. */
export interface Topic {
  /** Says it of the person by itself, anywhere in the sentence. What stands before `|` stays unmasked: "sort | de prison". */
  says?: string;
  /** Counts only right beside the person, or after to be: malade, étranger. */
  beside?: string;
  /** Counts after a cue or a possessive: cancer, casier judiciaire. */
  has?: string;
  /** Is itself a person, with an article before: "un réfugié". */
  who?: string;
}
