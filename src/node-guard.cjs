// Loaded before anything else, by any Node: what follows is TypeScript that only a recent one can run.
'use strict';

const needed = [24, 12];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    'This program needs Node ' +
      needed.join('.') +
      ' or newer and was started with ' +
      process.versions.node +
      ': run "npm install" without leaving out optional packages (it brings a fitting Node), then start with "npm start"; or install Node 24.',
  );
  process.exit(1);
}

// What was compiled once is kept for the next start, also where this one ends without being asked.
const { enableCompileCache, flushCompileCache } = require('node:module');
enableCompileCache();
setTimeout(() => flushCompileCache(), 10_000).unref();
