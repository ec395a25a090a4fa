import type { Answer, Citation, DeclineReason } from '../answer/answer.ts';

const DECLINED: Readonly<Record<DeclineReason, string>> = {
  advice: 'Footnote gives no investment advice.',
  prediction: 'Footnote makes no predictions.',
  price: 'Footnote has no prices: it quotes releases.',
  medical: 'Footnote gives no medical advice.',
  instruction: 'Footnote only quotes releases; it takes no instructions.',
};

/** An answer as lines of text for a terminal. */
export function describeAnswer(answer: Answer): string {
  switch (answer.outcome) {
    case 'answered':
      return [...answer.citations.map(cited), '', source(answer.citations[0])].join('\n');
    case 'not_disclosed': {
      const related =
        answer.nearest.length === 0 ? [] : ['', 'Related, may not answer:', ...answer.nearest.map(cited)];
      return [`Not disclosed: the release gives ${answer.missing}.`, ...related].join('\n');
    }
    case 'ambiguous':
      return [
        `Did you mean one of these? (${answer.typed})`,
        ...answer.choices.map(({ name }) => `  ${name.text}`),
      ].join('\n');
    case 'declined':
      return DECLINED[answer.reason];
    case 'no_release':
      return `No loaded release is about ${answer.subject}.`;
  }
}

function cited({ quote, passage }: Citation): string {
  const heading = passage.headings.at(-1);
  return `${heading === undefined ? '' : `[${heading.text}] `}“${quote.text}”`;
}

function source(citation: Citation | undefined): string {
  if (citation === undefined) return '';
  const { release } = citation;
  const title = release.headline ?? release.dateline?.quote;
  return `— ${title?.text ?? release.id}${release.publishedAt === undefined ? '' : `, ${release.publishedAt}`}`;
}
