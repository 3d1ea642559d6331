import type { PlatformName } from '../core/incoming.ts';
import { type Delivery, DeliveryFailure, type Platform, type Posted } from '../ports.ts';

/** Posts each message on the platform its address names. What is meant for a platform that is off waits until it is on again. */
export function sendTo(platforms: readonly Pick<Platform, 'name' | 'post'>[]): { post(delivery: Delivery): Promise<Posted> } {
  const byName = new Map<PlatformName, Pick<Platform, 'post'>>(platforms.map((platform) => [platform.name, platform]));
  return {
    async post(delivery) {
      const platform = byName.get(delivery.channel.platform);
      if (!platform) throw new DeliveryFailure('later', 'its platform is not switched on', { scope: 'workspace' });
      return platform.post(delivery);
    },
  };
}
