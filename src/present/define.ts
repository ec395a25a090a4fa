import type { DefineLookup } from '../answer/lookups/define.ts';
import { contextId } from './custom-ids.ts';
import { showLiterally, showUserWords } from './escape.ts';
import { quoteBlock, sheetReply } from './frame.ts';
import { choiceReply, refusalReply } from './refusal.ts';
import { actionButton, buttonRow, idButton, linkButton, type Reply } from './reply.ts';

/** Characters of a passage that is shown as a use; longer ones are a button away. */
const LONGEST_USE = 650;

/** The reply of `/define`: the release's own words for the term, or that it uses it without saying. */
export function defineReply(lookup: DefineLookup, typed: string, now: Date): Reply {
  switch (lookup.outcome) {
    case 'defined':
      return definedReply(lookup, now);
    case 'undefined_term':
      return undefinedReply(lookup, typed, now);
    case 'ambiguous':
    case 'unknown':
      return choiceReply({
        about: 'term',
        typed: lookup.typed,
        choices: lookup.outcome === 'ambiguous' ? lookup.choices : lookup.known,
        near: lookup.outcome === 'ambiguous',
        action: ({ name, release }) => ({ kind: 'define', release: release.id, at: name }),
        now,
      });
  }
}

function definedReply(
  { release, definitions }: Extract<DefineLookup, { outcome: 'defined' }>,
  now: Date,
): Reply {
  const [first] = definitions;
  const blocks = definitions.flatMap((definition) => [
    quoteBlock(definition.relation === 'former' ? 'Formerly' : 'Stands for', definition.meaning),
    quoteBlock('In the release', definition.quote),
  ]);
  return sheetReply({
    release,
    title: first?.term.text ?? 'Definition',
    blocks,
    rows: buttonRow([
      idButton(
        'Show in context',
        contextId(
          definitions.map(({ quote }) => quote),
          first?.term,
        ) ?? '',
      ),
      actionButton('Full text', { kind: 'page', release: release.id, page: 0 }),
      linkButton('Release online', release.sourceLink),
    ]),
    now,
  });
}

type UndefinedTerm = Extract<DefineLookup, { outcome: 'undefined_term' }>;

function undefinedReply({ release, term, uses }: UndefinedTerm, typed: string, now: Date): Reply {
  const shown = term === undefined ? `“${showUserWords(typed)}”` : `**${showLiterally(term.text)}**`;
  const quotes = uses.map(({ quote }) => quote);
  const places = (quotes.length > 0 ? quotes : term ? [term] : []).slice(0, 3);
  const fields = places
    .map((quote) => quoteBlock('Used here', quote))
    .filter(({ body }) => body.length <= LONGEST_USE)
    .map(({ name, body }) => ({ name, value: body }));
  return refusalReply({
    sign: '🔍',
    title: 'The release does not define it',
    text: `The release uses ${shown} and does not define it.`,
    release,
    fields,
    rows: buttonRow([
      places.length > 0 ? idButton('Show in context', contextId(places, term) ?? '') : undefined,
      actionButton('Full text', { kind: 'page', release: release.id, page: 0 }),
    ]),
    now,
    public: true,
  });
}
