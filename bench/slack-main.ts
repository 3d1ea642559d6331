import { reportSlack } from './slack.ts';
await reportSlack((name, figures) => console.log(JSON.stringify({ bench: name, ...figures })));
process.exit(0);
