import type { Route } from '../route.ts';
import { applicationRoutes } from './application.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { scheduledEventRoutes } from './scheduled-events.ts';
import { webhookRoutes } from './webhooks.ts';

/** Every route that the sandbox answers. */
export const routes: readonly Route[] = [
  ...applicationRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
  ...messageRoutes,
  ...channelRoutes,
  ...guildRoutes,
  ...scheduledEventRoutes,
];
