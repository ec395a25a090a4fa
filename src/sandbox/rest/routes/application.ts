import { applicationFlags } from '../../gateway/ready.ts';
import { checkSchema } from '../../rules/schema.ts';
import { channelPayload, userPayload } from '../../world/payloads.ts';
import { guildPermissions } from '../../world/permissions.ts';
import { directChannel, type World } from '../../world/world.ts';
import { refusal } from '../refusal.ts';
import { ok, type Route, route } from '../route.ts';

/** The gateway's address, the application itself, users, and opening direct messages. */
export const applicationRoutes: readonly Route[] = [
  route('GET /gateway', ({ settings }) => ok({ url: settings.gatewayUrl() })),
  route('GET /gateway/bot', ({ settings }) =>
    ok({
      url: settings.gatewayUrl(),
      shards: settings.shards,
      session_start_limit: {
        total: 1000,
        remaining: 1000,
        reset_after: 86_400_000,
        max_concurrency: settings.maxConcurrency,
      },
    }),
  ),
  route('GET /users/@me', ({ world }) =>
    ok({ ...userPayload(world.bot), verified: true, mfa_enabled: true, locale: 'en-US' }),
  ),
  route('GET /users/@me/guilds', ({ world }) =>
    ok(
      [...world.guilds.values()]
        .filter((guild) => guild.members.has(world.bot.id))
        .map((guild) => ({
          id: guild.id,
          name: guild.name,
          icon: null,
          banner: null,
          owner: false,
          permissions: guildPermissions(guild, world.bot.id).toString(),
          features: [],
        })),
    ),
  ),
  route<{ recipient_id?: string }>(
    'POST /users/@me/channels',
    ({ world, body }) => {
      const user = world.users.get(body.recipient_id ?? '');
      if (!user || user.bot) throw refusal('invalidRecipient');
      return ok(channelPayload(world, directChannel(world, user)));
    },
    { check: (body) => checkSchema('CreatePrivateChannelRequestSchema', body) },
  ),
  route('GET /users/:user', ({ world, params }) => {
    const user = world.users.get(params['user'] ?? '');
    if (!user) throw refusal('unknownUser');
    return ok(userPayload(user));
  }),
  route('GET /oauth2/applications/@me', ({ world }) => ok(applicationPayload(world))),
  route('GET /applications/@me', ({ world }) => ok(applicationPayload(world))),
];

function applicationPayload(world: World) {
  return {
    id: world.bot.id,
    name: world.applicationName,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot: userPayload(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: applicationFlags(world),
    flags_new: String(applicationFlags(world)),
    hook: true,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    owner: userPayload(world.bot),
    team: null,
    integration_types_config: { 0: {}, 1: {} },
  };
}
