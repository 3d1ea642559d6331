import type { Language } from '../../core/language.ts';
import type { Words } from '../../core/words.ts';
import type { Clock, MadeFiles, Platform, Receive, SaidMessages, Workspaces } from '../../ports.ts';
import { createSlackApi } from './api.ts';
import { createFetchFile } from './files.ts';
import { createGiveFiles } from './give-files.ts';
import { readActionId } from './ids.ts';
import { createInstallDoors } from './install.ts';
import { createFindPerson } from './people.ts';
import { createPost } from './post.ts';
import { readFields, toFormErrors } from './read-form.ts';
import { createReceiver, type ReceiverNeeds } from './receiver.ts';
import { renderForm, renderHome, renderMessage, renderUpdate } from './render.ts';
import type { SlackSettings } from './settings.ts';
import type { Log } from './tokens.ts';
import { createUninstall } from './uninstall.ts';

export interface SlackNeeds {
  settings: SlackSettings;
  receive: Receive;
  workspaces: Workspaces;
  said: SaidMessages;
  /** Made files for workspaces that gave no permission to put files there. */
  files: Pick<MadeFiles, 'linkTo' | 'days'>;
  clock: Clock;
  log: Log;
  /** The words of a language. */
  phrases: (language: Language) => Words;
  /** Counts what Slack sends and nothing is made of. */
  figures: ReceiverNeeds['figures'];
}

/**
 * Slack, in one workspace or in each that installs the companion: `POST /slack/events` or Socket Mode, the pages around an installation,
 * and all that is said there. A channel's key is Slack's id of it; `dm:` and `home:` stand for a person's own conversation and view.
 */
export function createSlackPlatform(needs: SlackNeeds): Required<Platform> {
  const { settings, workspaces, log, phrases } = needs;
  const api = createSlackApi(needs);
  const receiver = createReceiver({
    ...needs,
    api,
    forms: { render: renderForm, readActionId, readFields, toFormErrors },
    onUninstalled: createUninstall({ api, workspaces, log }),
  });
  return {
    name: 'slack',
    doors: [...receiver.doors, ...createInstallDoors({ ...needs, api, phrases })],
    async start() {
      await api.start();
      await receiver.start();
    },
    post: createPost({
      api,
      rendering: { renderMessage, renderUpdate, renderHome },
      files: createGiveFiles(needs),
      phrases,
      log,
    }),
    fetchFile: createFetchFile({ api, settings }),
    findPerson: createFindPerson({ api }),
    stop: () => receiver.stop(),
  };
}
