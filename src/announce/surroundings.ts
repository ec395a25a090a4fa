import { ChannelType, type Client, type Guild, PermissionFlagsBits } from 'discord.js';
import type { Surroundings } from './deliver.ts';

const TO_TELL = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.EmbedLinks,
] as const;

/** What the client knows from the gateway of the channels and servers of its shards. */
export function surroundingsOf(client: Client<true>): Surroundings {
  return {
    isAnnouncementChannel: (id) => client.channels.cache.get(id)?.type === ChannelType.GuildAnnouncement,
    mayReadHistory: (id) => {
      const channel = client.channels.cache.get(id);
      // Of a channel that is not known, Discord itself will say.
      if (channel === undefined || channel.isDMBased()) return true;
      return channel.permissionsFor(client.user)?.has(PermissionFlagsBits.ReadMessageHistory) ?? false;
    },
    noticeChannels: (id) => {
      const guild = client.guilds.cache.get(id);
      return guild === undefined ? [] : placesForManagers(guild);
    },
  };
}

/** The channel for Discord's own notices to moderators, else the one for system messages. */
function placesForManagers({ publicUpdatesChannel, systemChannel, members }: Guild): string[] {
  return [publicUpdatesChannel, systemChannel].flatMap((channel) => {
    const { me } = members;
    return channel && me && channel.permissionsFor(me).has([...TO_TELL]) ? [channel.id] : [];
  });
}
