import { lookUpMeeting } from '../src/answer/lookups/meeting.ts';
import { meetingReply } from '../src/present/meeting.ts';
import type { Reply } from '../src/present/reply.ts';
import type { Context, SlashCommand } from './command.ts';

export const meeting = {
  data: {
    name: 'meeting',
    description: 'The meeting or call that the release announces: name, dates, place',
  },
  execute: (_interaction, context) => plain(context),
  plain,
} satisfies SlashCommand;

function plain({ releases, issuer, now }: Context): Reply {
  return meetingReply(lookUpMeeting(releases, issuer), now);
}
