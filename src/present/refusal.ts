import { type APIEmbed, type APIEmbedField, ButtonStyle } from 'discord.js';
import type { Answer, Choice, DeclineReason } from '../answer/answer.ts';
import type { Release } from '../knowledge/model.ts';
import type { Quote } from '../knowledge/quote.ts';
import { type Action, contextId } from './custom-ids.ts';
import { readable, showLiterally, showUserWords } from './escape.ts';
import { COLOURS } from './frame.ts';
import { LIMITS } from './limits.ts';
import { actionButton, buttonLabel, buttonRow, idButton, picker, type Reply } from './reply.ts';
import { footer, issuerLine, sourceFields, subjectQuote } from './source.ts';

interface Refusal {
  readonly sign: string;
  readonly title: string;
  readonly text: string;
  readonly release?: Release | undefined;
  readonly fields?: readonly APIEmbedField[];
  readonly rows?: Reply['rows'];
  readonly now: Date;
  readonly public?: boolean;
}

/** A reply that tells no fact: what is missing or wrong, and what to do next. Private unless it helps all. */
export function refusalReply(refusal: Refusal): Reply {
  const { release, now } = refusal;
  const embed: APIEmbed = {
    color: COLOURS.refusal,
    ...(release ? { author: { name: issuerLine(release) } } : {}),
    title: `${refusal.sign} ${refusal.title}`,
    description: refusal.text,
    fields: [...(refusal.fields ?? []), ...(release ? sourceFields(release, now) : [])],
    footer: footer(undefined),
  };
  return { embeds: [embed], rows: refusal.rows ?? [], files: [], forCallerOnly: refusal.public !== true };
}

type NotDisclosed = Extract<Answer, { outcome: 'not_disclosed' }>;

/** What the release does not say, with up to three passages near it behind buttons, labelled as such. */
export function notDisclosedReply(answer: NotDisclosed, asked: APIEmbedField | undefined, now: Date): Reply {
  const { release, nearest, contacts } = answer;
  const subject = release && subjectQuote(release, answer.subject);
  const related = nearest.slice(0, 3).map(({ quote, passage }, index) => {
    const about = [passage.headings.at(-1)?.text, passage.label?.text].filter(Boolean).join(' · ');
    const label = buttonLabel(`Related ${index + 1}: ${about}`, `Related ${index + 1}`);
    return idButton(
      about === '' ? `Related ${index + 1}` : label,
      contextId([quote], subject) ?? '',
      ButtonStyle.Secondary,
    );
  });
  const lines = [
    `**Not disclosed:** ${showUserWords(answer.missing)}.`,
    'Footnote quotes what a release says and fills no gap.',
  ];
  if (related.length > 0)
    lines.push('**Related, may not answer:** the buttons below show the nearest passages.');
  const contact = contactField(contacts);
  const fullText = release && actionButton('Full text', { kind: 'page', release: release.id, page: 0 });
  return refusalReply({
    sign: '🔍',
    title: 'The release does not say',
    text: lines.join('\n'),
    release,
    fields: [...(asked ? [asked] : []), ...(contact ? [contact] : [])],
    rows: buttonRow([...related, fullText]),
    now,
    public: true,
  });
}

const DECLINED: Record<DeclineReason, { title: string; text: string }> = {
  advice: {
    title: 'No investment advice',
    text: 'Footnote does not say what to buy, sell or hold. Ask what a release says instead.',
  },
  prediction: {
    title: 'No predictions',
    text: 'Footnote does not say what may happen. Ask what a release has announced instead.',
  },
  price: {
    title: 'No prices',
    text: 'Footnote knows no share prices or valuations. It quotes published releases only.',
  },
  medical: {
    title: 'No medical guidance',
    text: 'Footnote does not advise on treatment or health. Please ask a doctor.',
  },
  instruction: {
    title: 'Questions only',
    text: 'Footnote takes no instructions in a question. Ask what a published release says.',
  },
};

/** One fixed sentence for each reason. */
export function declinedReply(reason: DeclineReason, asked: APIEmbedField | undefined, now: Date): Reply {
  return refusalReply({ sign: '✋', ...DECLINED[reason], fields: asked ? [asked] : [], now });
}

/** Nothing loaded is about the subject. */
export function noReleaseReply(subject: string, asked: APIEmbedField | undefined, now: Date): Reply {
  const about = readable(subject) === '' ? 'this' : `“${showUserWords(subject)}”`;
  const text = `No published release that Footnote has loaded is about ${about}.\n\`/help\` lists what can be asked.`;
  return refusalReply({
    sign: '🔍',
    title: 'No release about this',
    text,
    fields: asked ? [asked] : [],
    now,
  });
}

/** Characters of names told in a sentence; longer lists stand in the menu alone. */
const LONGEST_LIST = 1_500;

const NOUN = { candidate: 'drug candidate', issuer: 'company', term: 'term' } as const;

interface Ambiguity {
  readonly about: 'candidate' | 'issuer' | 'term';
  readonly typed: string;
  readonly choices: readonly Choice[];
  /** What picking a choice does. */
  readonly action: (choice: Choice) => Action;
  /** Whether the choices are near what was typed, or merely all there are. */
  readonly near: boolean;
  readonly asked?: APIEmbedField | undefined;
  readonly now: Date;
}

/** "Did you mean": what was typed fits none exactly, or several; the caller picks. */
export function choiceReply(ambiguity: Ambiguity): Reply {
  const { about, typed, choices, action, near, asked, now } = ambiguity;
  const noun = NOUN[about];
  // Several releases of one company, or of one candidate, are one choice.
  const label = (choice: Choice) => choiceLabel(about, choice);
  const different = choices.filter(
    (choice, index) => choices.findIndex((other) => label(other) === label(choice)) === index,
  );
  const listed = different.slice(0, LIMITS.selectOptions);
  const entries = listed.map((choice) => ({ label: label(choice), action: action(choice) }));
  const typedWords = readable(typed) === '' ? undefined : `“${showUserWords(typed)}”`;
  const all = joined(listed.map((choice) => `**${showLiterally(label(choice))}**`));
  const names = all.length <= LONGEST_LIST ? all : 'one of those below';
  const unlisted =
    different.length > listed.length ? ` These are the first ${listed.length} of ${different.length}.` : '';
  const called =
    typedWords === undefined ? `Which ${noun}?` : `No loaded release has a ${noun} called ${typedWords}.`;
  const inexact = `${typedWords} is not exactly one ${noun} in the loaded releases.`;
  const which = about === 'issuer' ? 'More than one company could be meant.' : inexact;
  const text = near
    ? `${typedWords === undefined ? `Which ${noun}?` : which}\nDid you mean ${names || 'another'}?${unlisted}`
    : `${called}\n${names === '' ? 'None is known yet.' : `Known: ${names}.`}${unlisted}`;
  return refusalReply({
    sign: '❓',
    title: near ? 'Did you mean…?' : `Unknown ${noun}`,
    text,
    fields: asked ? [asked] : [],
    rows: listed.length === 0 ? [] : picker(entries, `Pick a ${noun}`),
    now,
  });
}

/** Several issuers are loaded and the caller named none. */
export function whichIssuerReply(releases: readonly Release[], command: string, now: Date): Reply {
  const entries = releases
    .slice(0, LIMITS.selectOptions)
    .map((release): { label: string; action: Action } => ({
      label: issuerLine(release),
      action: { kind: 'command', release: release.id, command },
    }));
  return refusalReply({
    sign: '❓',
    title: 'Which company?',
    text: 'Releases of several companies are loaded. Pick the one you mean.',
    rows: picker(entries, 'Pick a company'),
    now,
  });
}

function choiceLabel(about: Ambiguity['about'], { name, release }: Choice): string {
  return about === 'issuer' ? issuerLine(release) : name.text;
}

function joined(names: readonly string[]): string {
  const [last, ...before] = [...names].reverse();
  if (last === undefined) return '';
  return before.length === 0 ? last : `${before.reverse().join(', ')} or ${last}`;
}

function contactField(contacts: readonly Quote[]): APIEmbedField | undefined {
  const shown = contacts.map(({ text }) => showLiterally(text));
  const fitting = shown.filter(
    (_, index) => shown.slice(0, index + 1).join('\n').length <= LIMITS.fieldValue,
  );
  return fitting.length === 0 ? undefined : { name: 'Ask the company', value: fitting.join('\n') };
}
