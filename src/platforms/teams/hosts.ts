/** Where the service that Teams speaks through answers. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
const connectorHosts = [/^smba\.trafficmanager\.net$/, /^([a-z0-9-]+\.)+botframework\.com$/];

/** Where Teams keeps what people share with a bot: SharePoint and OneDrive of the tenant. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
const fileHosts = [/^[a-z0-9-]+\.sharepoint\.com$/];

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

interface Allowed {
  /** Addresses of this machine, without encryption too. Only without registration, or towards what an operator named. */
  loopback: boolean;
}

const isPlain = (url: URL): boolean => !url.username && !url.password && !url.search && !url.hash;

/** A `serviceUrl` that may be written to, and is given our token. */
export function isConnector(address: string, allowed: Allowed): boolean {
  const url = URL.parse(address);
  if (!url || !isPlain(url)) return false;
  if (allowed.loopback && loopback.test(url.hostname)) return /^https?:$/.test(url.protocol);
  return url.protocol === 'https:' && url.port === '' && connectorHosts.some((host) => host.test(url.hostname));
}

/** Whether a file may be fetched from there, and whether our token goes along. */
export function fileHost(address: string, allowed: Allowed): 'with-token' | 'without-token' | undefined {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return undefined;
  if (allowed.loopback && loopback.test(url.hostname)) return /^https?:$/.test(url.protocol) ? 'with-token' : undefined;
  if (url.protocol !== 'https:' || url.port !== '') return undefined;
  if (connectorHosts.some((host) => host.test(url.hostname))) return 'with-token';
  return fileHosts.some((host) => host.test(url.hostname)) ? 'without-token' : undefined;
}

/** Whether a file may be put there: the OneDrive of a person who said yes. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
export function isDrive(address: string, allowed: Allowed): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  if (allowed.loopback && loopback.test(url.hostname)) return /^https?:$/.test(url.protocol);
  return url.protocol === 'https:' && url.port === '' && fileHosts.some((host) => host.test(url.hostname));
}

export const isLoopback = (name: string): boolean => /^(localhost|\[?::1\]?|(::ffff:)?127(\.\d{1,3}){3})$/.test(name);
