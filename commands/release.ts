import { issuerKey, oneOfEachIssuer, releasesOf } from '../src/answer/lookups/scope.ts';
import { pageReply } from '../src/present/pages.ts';
import { refusalReply, whichIssuerReply } from '../src/present/refusal.ts';
import type { Reply } from '../src/present/reply.ts';
import type { Context, SlashCommand } from './command.ts';

export const release = {
  data: { name: 'release', description: 'The full text of the newest release, in pages and as a file' },
  execute: (_interaction, context) => plain(context),
  plain,
} satisfies SlashCommand;

function plain({ releases, issuer, now }: Context): Reply {
  const inScope = releasesOf(issuer, releases);
  const [newest, ...others] = inScope;
  if (newest === undefined) {
    return refusalReply({
      sign: '🔍',
      title: 'No release loaded',
      text: 'No published release is loaded for this company, so there is nothing to show.',
      now,
    });
  }
  if (new Set(inScope.map(issuerKey)).size > 1) {
    return whichIssuerReply(oneOfEachIssuer(inScope), 'release', now);
  }
  return pageReply(newest, 0, others, now);
}
