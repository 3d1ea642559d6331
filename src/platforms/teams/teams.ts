import type { Wording } from '../../core/words.ts';
import type { Clock, MadeFiles, Platform, Receive, SaidMessages, Workspaces } from '../../ports.ts';
import { createBotFramework } from './adapter.ts';
import type { Cards } from './cards.ts';
import { createConnector } from './connector.ts';
import { createConsent } from './consent.ts';
import { createDirect } from './direct.ts';
import { createFetchFile } from './files.ts';
import { createFindPerson } from './people.ts';
import { createPost } from './post.ts';
import { createDoor, type DoorOutcome } from './receiver.ts';
import { readSubmit } from './read-submit.ts';
import { renderDialog, renderMessage, renderUpdate } from './render.ts';
import type { Log, TeamsSettings } from './settings.ts';

export interface TeamsNeeds {
  settings: TeamsSettings;
  receive: Receive;
  workspaces: Workspaces;
  said: SaidMessages;
  /** Made files, for places where a bot cannot give any. */
  files: MadeFiles;
  wording: Wording;
  clock: Clock;
  log: Log;
  /** What became of requests that were not simply dealt with. */
  count?: (outcome: DoorOutcome) => void;
  /** Stand in for Microsoft's login (tests). */
  credentials?: Parameters<typeof createBotFramework>[1];
}

const cards: Cards = { renderMessage, renderUpdate, renderDialog, readSubmit };

/** Microsoft Teams: one door that the Bot Framework's service calls, and that service to call. */
export function createTeamsPlatform(needs: TeamsNeeds): Platform {
  const { count = () => {} } = needs;
  const framework = createBotFramework(needs.settings, needs.credentials);
  const connector = createConnector({ ...needs, framework });
  const direct = createDirect(connector);
  const consent = createConsent({ ...needs, cards, connector });
  return {
    name: 'teams',
    doors: [createDoor({ ...needs, cards, consent, framework, connector, count })],
    async start() {
      if (!needs.settings.withoutAuth) await framework.load();
    },
    post: createPost({ ...needs, cards, connector, direct }),
    fetchFile: createFetchFile({ ...needs, framework }),
    findPerson: createFindPerson({ ...needs, connector, direct }),
    stop: () => consent.stop(),
  };
}
