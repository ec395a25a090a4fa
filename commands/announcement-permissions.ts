import { type Guild, type NewsChannel, PermissionFlagsBits, type Role, type TextChannel } from 'discord.js';

/**
 * What the bot needs in a channel to announce there. Publishing one's own messages in an announcement
 * channel needs Send Messages (discord/discord-api-docs, Message, "Crosspost Message"); reading the history
 * is how it makes sure that nothing is posted twice.
 */
const NEEDED: readonly (readonly [name: string, flag: bigint])[] = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Embed Links', PermissionFlagsBits.EmbedLinks],
  ['Attach Files', PermissionFlagsBits.AttachFiles],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
];

/** What the bot lacks at this moment, and where to give it, in words; undefined where it lacks nothing. */
export function missingForAnnouncing(
  channel: TextChannel | NewsChannel,
  scheduledEvents: boolean,
): string | undefined {
  const { guild, client } = channel;
  const granted = channel.permissionsFor(client.user);
  const missing = NEEDED.filter(([, flag]) => !granted?.has(flag)).map(([name]) => name);
  const words: string[] = [];
  if (missing.length > 0) {
    const publish =
      channel.isTextBased() && 'topic' in channel && channel.type === 5 && missing.includes('Send Messages');
    words.push(
      `In <#${channel.id}> Footnote lacks ${missing.map((name) => `**${name}**`).join(', ')}${publish ? ' (also needed to publish to followers)' : ''}.`,
      `Give it there: channel settings → Permissions → add ${client.user.username} (or its role) → allow what is missing. Then use this command again.`,
    );
  }
  const events = PermissionFlagsBits.CreateEvents | PermissionFlagsBits.ManageEvents;
  if (scheduledEvents && !guild.members.me?.permissions.any(events)) {
    words.push(
      'To make scheduled events Footnote lacks **Create Events**. Give it in: server settings → Roles → the role of Footnote.',
    );
  }
  return words.length === 0 ? undefined : words.join('\n');
}

/** Why the bot may not ping the role, in words; undefined where it may. */
export function rolePingProblem(
  role: Role,
  guild: Guild,
  channel: TextChannel | NewsChannel,
): string | undefined {
  if (role.id === guild.id) return 'Footnote never pings everyone. Choose a role that people can pick.';
  const mayPingAll = channel.permissionsFor(channel.client.user)?.has(PermissionFlagsBits.MentionEveryone);
  if (role.mentionable || mayPingAll) return undefined;
  return `Footnote may not mention <@&${role.id}>. In server settings → Roles, allow anyone to mention this role; or choose another.`;
}
