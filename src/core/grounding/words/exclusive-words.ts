import type { Language } from '../../language.ts';

/** Words of one kind, of which what is one is none of the others: `a b | c | d`, where a and b are the same. Folded. */
const read = (lines: string): string[][][] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((words) => words.trim().split(' ')));

/** Youth movements, points of the compass, kinds of schools, ends of a house: told of the wrong one, it is of something else. */
export const exclusive: Record<Language, string[][][]> = {
  fr: read(`
scouts scout scoutisme louveteaux | patro | guides guidisme lutins | chiro | faucons
nord | sud | ouest
maternelle maternelles | primaire primaires | secondaire secondaires
`),
  nl: read(`
scouts scout scouting | chiro | ksa | klj | gidsen
noorden noordelijke noordkant | zuiden zuidelijke zuidkant | oosten oostelijke oostkant | westen westelijke westkant
kleuterschool kleuterscholen | basisschool basisscholen | secundair secundaire
links linkerkant | rechts rechterkant
kelder kelders | zolder zolders
`),
  en: read(`
scouts scouting cubs | guides brownies | cadets
north northern | south southern | east eastern | west western
cellar basement | attic loft
`),
};
