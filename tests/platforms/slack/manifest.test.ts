import type { Manifest } from '@slack/web-api/dist/types/request/manifest.js';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { askedEvents, askedScopes, chosenEvents, choices, scopesWith } from '../../../src/platforms/slack/scopes.ts';

const file = readFileSync('deploy/slack-manifest.yaml', 'utf8');
const asShipped = parse(file) as Manifest;
/** As it is once somebody takes the signs of the choices away. */
const asChosen = parse(file.replaceAll(/^(\s*)#\+ /gm, '$1')) as Manifest;

const sorted = (list: readonly string[] | undefined): string[] => [...(list ?? [])].sort();

describe('the manifest of the Slack app', () => {
  it('asks for the permissions that an installation asks for, and no others', () => {
    expect(sorted(asShipped.oauth_config?.scopes?.bot)).toEqual(sorted(askedScopes));
    expect(sorted(asChosen.oauth_config?.scopes?.bot)).toEqual(sorted(scopesWith(choices)));
    expect(Object.keys(asChosen.oauth_config?.scopes ?? {})).toEqual(['bot']);
  });

  it('asks for the events that are understood, and those of messages in channels only by choice', () => {
    expect(sorted(asShipped.settings?.event_subscriptions?.bot_events)).toEqual(sorted(askedEvents));
    expect(sorted(asChosen.settings?.event_subscriptions?.bot_events)).toEqual(sorted([...askedEvents, ...chosenEvents]));
  });

  it('wants to hear what the companion itself left: nobody who left hears of it by the comings and goings of members', () => {
    const events: string[] = asShipped.settings?.event_subscriptions?.bot_events ?? [];
    expect(events).toEqual(expect.arrayContaining(['channel_left', 'group_left']));
  });

  it('has the permission that each event of messages needs', () => {
    const history: Record<string, string> = {
      app_mention: 'app_mentions:read',
      'message.im': 'im:history',
      'message.channels': 'channels:history',
      'message.groups': 'groups:history',
      'message.mpim': 'mpim:history',
    };
    for (const manifest of [asShipped, asChosen]) {
      const events: string[] = manifest.settings?.event_subscriptions?.bot_events ?? [];
      const scopes: string[] = manifest.oauth_config?.scopes?.bot ?? [];
      const needed = events.flatMap((event) => history[event] ?? []);
      expect(needed.filter((scope) => !scopes.includes(scope))).toEqual([]);
    }
  });

  it('leads to our doors, and to one host', () => {
    const addresses = [...file.matchAll(/https:\/\/companion\.example\.org\S*/g)].map(([address]) => new URL(address).pathname);
    expect(addresses).toEqual(['/slack/events', '/slack/oauth_redirect', '/slack/events', '/slack/events']);
    expect(asShipped.settings?.interactivity?.is_enabled).toBe(true);
    expect(asShipped.settings?.socket_mode_enabled).toBe(false);
    expect(asShipped.settings?.token_rotation_enabled).toBe(false);
    expect(asShipped.settings?.org_deploy_enabled).toBe(true);
  });

  it('keeps to the lengths that Slack takes (https://docs.slack.dev/reference/app-manifest)', () => {
    const { display_information: about, features } = asShipped;
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description?.length).toBeLessThanOrEqual(140);
    expect(about.long_description?.length).toBeGreaterThanOrEqual(174);
    expect(about.long_description?.length).toBeLessThanOrEqual(4000);
    expect(features?.bot_user?.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    for (const { name, description, callback_id } of features?.shortcuts ?? []) {
      expect(name.length, name).toBeLessThanOrEqual(24);
      expect(description.length, name).toBeLessThanOrEqual(150);
      expect(callback_id).toMatch(/^vises_[a-z]+$/);
    }
    for (const { command, description } of features?.slash_commands ?? []) {
      expect(command).toBe('/vises');
      expect(description.length).toBeLessThanOrEqual(2000);
    }
  });

  it('has the entries that the receiver knows', () => {
    const entries = asShipped.features?.shortcuts?.map(({ type, callback_id }) => `${type} ${callback_id}`);
    expect(entries).toEqual([
      'message vises_answer',
      'message vises_status',
      'message vises_correct',
      'message vises_help',
      'global vises_home',
    ]);
  });
});
