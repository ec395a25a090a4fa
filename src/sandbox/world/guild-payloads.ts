import type { Guild } from './model.ts';
import { channelPayload, type Json, memberPayload, rolePayload, scheduledEventPayload } from './payloads.ts';
import { channelsOf, type World } from './world.ts';

/** A server as `GET /guilds/:id` gives it. */
export function guildPayload(guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    home_header: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    max_presences: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    nsfw: false,
    nsfw_level: 0,
    incidents_data: null,
    features: ['COMMUNITY', 'NEWS'],
    emojis: [],
    stickers: [],
    roles: [...guild.roles.values()].map(rolePayload),
  };
}

/** A server as the gateway brings it. Members are the bot alone: others need a privileged intent. */
export function guildCreatePayload(world: World, guild: Guild): Json {
  const bot = guild.members.get(world.bot.id);
  return {
    ...guildPayload(guild),
    joined_at: new Date(bot?.joinedAt ?? world.clock.now()).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: bot ? [memberPayload(world, bot)] : [],
    channels: channelsOf(world, guild).map((channel) => channelPayload(world, channel)),
    guild_scheduled_events: [...guild.scheduledEvents.values()].map(scheduledEventPayload),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    soundboard_sounds: [],
  };
}
