import type { Show } from './beside.ts';

/** `npm run bench [-- turns|slack|teams|grounding|broadcast] […]`: what it costs, beside what it could cost. Without a word, the turns. */
const show: Show = (name, figures) => console.log(JSON.stringify({ bench: name, ...figures }));
const [first = 'turns'] = process.argv.slice(2);
const which = /^\d+$/.test(first) ? 'turns' : first;

switch (which) {
  case 'turns':
    if (first === 'turns') process.argv.splice(2, 1);
    await import('./run.ts');
    break;
  case 'slack': {
    const { reportSlack } = await import('./slack.ts');
    await reportSlack(show);
    break;
  }
  case 'teams': {
    const { reportTeams } = await import('./teams.ts');
    await reportTeams(show);
    break;
  }
  case 'broadcast': {
    const { reportBroadcast } = await import('./broadcast.ts');
    await reportBroadcast(show);
    break;
  }
  case 'grounding': {
    const { measureCorpora } = await import('./grounding.ts');
    measureCorpora();
    break;
  }
  default:
    console.error(`There is no measurement called ${which}: turns, slack, teams, grounding or broadcast.`);
    process.exitCode = 2;
}
