import type { StatementLookup } from '../answer/lookups/statements.ts';
import type { PartRole, Release, Statement, Topic } from '../knowledge/model.ts';
import { contextId } from './custom-ids.ts';
import { showLiterally } from './escape.ts';
import { type Block, quoteBlock, sheetReply } from './frame.ts';
import { choiceReply, refusalReply, whichIssuerReply } from './refusal.ts';
import { actionButton, buttonLabel, buttonRow, idButton, linkButton, type Reply } from './reply.ts';

/** Parts that stand out as lines under the quotation; the rest is plain in the sentence itself. */
const ROLE_NAMES: Record<PartRole, string> = {
  place: 'Place',
  count: 'Count',
  standard: 'Standard',
  partner: 'Partner',
  name: 'Name',
  purpose: 'Purpose',
  program: 'Program',
  status: 'Status',
  regulator: 'Regulator',
  phase: 'Phase',
  indication: 'Indication',
  index: 'Index',
  link: 'Link',
};

/** What a statement is headed by where none of its parts names it. */
const TOPIC_NAMES: Record<Topic, string> = {
  business: 'What it does',
  trials: 'Trials',
  facility: 'Facility',
  partnership: 'Partnership',
  regulatory: 'Regulatory status',
  index: 'Indexes',
  website: 'Web site',
};

interface StatementSheet {
  /** The command that looked it up, for the issuer picker. */
  readonly command: string;
  readonly title: string;
  /** What a refusal names as missing: "its facilities". */
  readonly subject: string;
  /** The parts that name a statement: its field is headed by them. */
  readonly headedBy: readonly PartRole[];
  /** The parts that are told again in lines of their own under the quotation. */
  readonly pointedOut: readonly PartRole[];
  readonly now: Date;
}

/** The reply of the commands that gather statements: each verbatim, under what it is about. */
export function statementsReply(
  lookup: StatementLookup,
  sheet: StatementSheet,
  before: readonly Block[] = [],
): Reply {
  const { now } = sheet;
  if (lookup.outcome === 'which_issuer') return whichIssuerReply(lookup.choices, sheet.command, now);
  if (lookup.outcome === 'not_given') return notGivenReply(lookup, sheet);
  const { release, statements, candidates } = lookup;
  const titles = candidates.flatMap(({ name, abstracts }) =>
    abstracts.flatMap(({ title }) => (title ? [{ name, title }] : [])),
  );
  const blocks = [
    ...before,
    ...titles.map(({ name, title }) => quoteBlock(`${name.text} · abstract`, title)),
    ...statements.map((statement) => statementBlock(statement, sheet)),
  ];
  const quotes = statements.map(({ quote }) => quote);
  return sheetReply({
    release,
    title: sheet.title,
    blocks,
    rows: buttonRow([
      quotes.length > 0 ? idButton('Show in context', contextId(quotes) ?? '') : undefined,
      ...titles.slice(0, 3).map(({ name }, index) =>
        actionButton(buttonLabel(name.text, `Abstract ${index + 1}`), {
          kind: 'abstract',
          release: release.id,
          at: name,
        }),
      ),
      actionButton('Full text', { kind: 'page', release: release.id, page: 0 }),
      linkButton('Release online', release.sourceLink),
    ]),
    now,
  });
}

/** A refusal of a lookup: the release does not say. */
export function notGivenReply(
  { release, known }: Extract<StatementLookup, { outcome: 'not_given' }>,
  { subject, now }: StatementSheet,
): Reply {
  if (known.length > 0) {
    return choiceReply({
      about: 'candidate',
      typed: subject,
      choices: known,
      near: false,
      action: ({ name, release: of }) => ({ kind: 'context', release: of.id, spans: [name], subject: name }),
      now,
    });
  }
  return nothingSaid(release, subject, now);
}

/** "This release says nothing of its facilities." */
export function nothingSaid(release: Release | undefined, subject: string, now: Date): Reply {
  if (release === undefined) {
    return refusalReply({
      sign: '🔍',
      title: 'No release loaded',
      text: 'No published release is loaded for this company, so there is nothing to quote.',
      now,
    });
  }
  return refusalReply({
    sign: '🔍',
    title: 'The release does not say',
    text: `**Not disclosed:** this release says nothing of ${subject}.\nFootnote quotes what a release says and fills no gap.`,
    release,
    rows: buttonRow([actionButton('Full text', { kind: 'page', release: release.id, page: 0 })]),
    now,
    public: true,
  });
}

function statementBlock(statement: Statement, { headedBy, pointedOut }: StatementSheet): Block {
  const heads = statement.parts.filter(({ role }) => headedBy.includes(role)).map(({ quote }) => quote.text);
  const name = heads.length > 0 ? [...new Set(heads)].join(' · ') : TOPIC_NAMES[statement.topic];
  return quoteBlock(name, statement.quote, partLines(statement, pointedOut));
}

function partLines({ parts }: Statement, pointedOut: readonly PartRole[]): string | undefined {
  const lines = pointedOut.flatMap((role) => {
    const texts = parts.filter((part) => part.role === role).map(({ quote }) => showLiterally(quote.text));
    return texts.length === 0 ? [] : [`**${ROLE_NAMES[role]}:** ${[...new Set(texts)].join(' · ')}`];
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}
