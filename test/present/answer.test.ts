import { describe, expect, it } from 'vitest';
import type { Answer, Citation, DeclineReason } from '../../src/answer/answer.ts';
import type { Release } from '../../src/knowledge/model.ts';
import { quoteFrom } from '../../src/knowledge/quote.ts';
import { answerReply, QUESTION_FIELD } from '../../src/present/answer.ts';
import { decodeAction } from '../../src/present/custom-ids.ts';
import { COLOURS } from '../../src/present/frame.ts';
import { inventedReleases } from '../support/invented.ts';
import { field, idOf, labels, quotations, wordsOf } from '../support/reading.ts';
import { BEFORE_SESSION, NOW, seedRelease } from '../support/seed.ts';

const seed = seedRelease();

function cite(words: string, release: Release = seed): Citation {
  const start = release.text.indexOf(words);
  const passage = release.passages.find(({ quote }) => quote.start <= start && start < quote.end);
  if (start < 0 || passage === undefined) throw new Error(`not in the release: ${words}`);
  return { quote: quoteFrom(release, start, start + words.length), passage, release };
}

function answered(
  citations: Citation[],
  more: Partial<Extract<Answer, { outcome: 'answered' }>> = {},
): Answer {
  const release = citations[0]?.release ?? seed;
  return { outcome: 'answered', citations, release, asked: {}, earlier: [], ...more };
}

describe('an answer', () => {
  const reply = answerReply(
    answered([cite('1:15pm PST')], { asked: { subject: 'C-CAR088' } }),
    'what **time**?',
    NOW,
  );

  it('is the quotation, under what it is about', () => {
    expect(reply.embeds[0]?.title).toBe('C-CAR088 · Time');
    expect(quotations(reply.embeds[0]?.description ?? '')).toEqual(['1:15pm PST']);
    expect(reply.embeds[0]?.color).toBe(COLOURS.answer);
  });

  it("repeats the question as the asker's own words", () => {
    expect(field(reply, QUESTION_FIELD)).toBe('what \\*\\*time\\*\\*?');
  });

  it('says in which tense it stands, with the local time', () => {
    expect(field(reply, '⌛ Was scheduled for')).toBe(
      'Saturday, December 5, 2020 · 1:15pm PST\nYour time: <t:1607202900:F>',
    );
    const before = answerReply(answered([cite('1:15pm PST')]), 'when?', BEFORE_SESSION);
    expect(field(before, '🗓️ Is scheduled for')).toContain('1:15pm PST');
  });

  it('names the subject in its button, for follow-up questions', () => {
    const action = decodeAction(idOf(reply, 'Show in context'));
    expect(
      action?.kind === 'context' &&
        action.subject &&
        seed.text.slice(action.subject.start, action.subject.end),
    ).toBe('C-CAR088');
  });

  it('of several quotations shows each under its own name', () => {
    const indexes = ['Russell 3000® Index', 'Russell 2000® Index', 'Loncar China BioPharma index'].map(
      (name) => cite(name),
    );
    const several = answerReply(answered(indexes), 'which indexes?', NOW);
    expect(several.embeds[0]?.title).toBe('About Cellular Biomedicine Group, Inc.');
    expect(several.embeds[0]?.fields?.slice(0, 3).flatMap(({ value }) => quotations(value))).toEqual([
      'Russell 3000® Index',
      'Russell 2000® Index',
      'Loncar China BioPharma index',
    ]);
    expect(labels(several).filter((label) => label === 'Show in context')).toHaveLength(1);
  });

  it('names older answers and what replaces what', () => {
    const later: Release = { ...seed, id: 'later', kind: 'correction' };
    const corrected = answerReply(
      answered([cite('1:15pm PST', later)], {
        earlier: [cite('1:15pm PST')],
        correctionOf: 'cbmg-2020-12-04',
      }),
      'when?',
      NOW,
    );
    expect(field(corrected, 'Earlier')).toBe('> 1:15pm PST\n— Dec. 4, 2020');
    expect(field(corrected, '⚠️ This release replaces')).toBe('cbmg-2020-12-04');
    expect(wordsOf(corrected)).toContain('📄 Release (a correction)');
  });

  it('links the forward-looking statement where the release has one, and only there', () => {
    expect(labels(reply)).not.toContain('Forward-looking statement');
    const warned = inventedReleases().find(({ forwardLooking }) => forwardLooking !== undefined);
    if (warned?.passages[0] === undefined) throw new Error('no release with a safe harbor statement');
    const [passage] = warned.passages;
    const linked = answerReply(answered([{ quote: passage.quote, passage, release: warned }]), 'what?', NOW);
    expect(labels(linked)).toContain('Forward-looking statement');
  });

  it('links the source where it is known', () => {
    const online: Release = { ...seed, sourceLink: 'https://www.example.com/release' };
    const linked = answerReply(answered([cite('1:15pm PST', online)]), 'when?', NOW);
    expect(linked.embeds[0]?.url).toBe('https://www.example.com/release');
    expect(labels(linked)).toContain('Release online');
    expect(wordsOf(linked)).toContain('[www.example.com](https://www.example.com/release)');
  });
});

describe('a refusal', () => {
  const missing: Answer = {
    outcome: 'not_disclosed',
    missing: 'no time for C-CAR039',
    release: seed,
    nearest: [cite('Online only: https://ashpublications.org/blood/article/136/Supplement%201/8/473629')],
    contacts: [quoteFrom(seed, 61, 92)],
  };

  it('names what is missing and whom to ask, for all to see, and quotes nothing as an answer', () => {
    const reply = answerReply(missing, 'when?', NOW);
    expect(reply.embeds[0]?.title).toBe('🔍 The release does not say');
    expect(reply.embeds[0]?.color).toBe(COLOURS.refusal);
    expect(wordsOf(reply)).toContain('**Not disclosed:** no time for C-CAR039.');
    expect(field(reply, 'Ask the company')).toBe('Cellular Biomedicine Group Inc.');
    expect(labels(reply)).toEqual(['Related 1: C-CAR039 · Online only', 'Full text']);
    expect(wordsOf(reply).split('\n').flatMap(quotations)).toEqual([]);
    expect(reply.forCallerOnly).toBe(false);
  });

  it.each([
    ['advice', '✋ No investment advice'],
    ['prediction', '✋ No predictions'],
    ['price', '✋ No prices'],
    ['medical', '✋ No medical guidance'],
    ['instruction', '✋ Questions only'],
  ] satisfies [DeclineReason, string][])(
    'of %s is one fixed sentence, to the caller alone',
    (reason, title) => {
      const first = answerReply({ outcome: 'declined', reason }, 'a', NOW);
      const second = answerReply({ outcome: 'declined', reason }, 'b', NOW);
      expect(first.embeds[0]?.title).toBe(title);
      expect(first.embeds[0]?.description).toBe(second.embeds[0]?.description);
      expect(first.forCallerOnly).toBe(true);
    },
  );

  it('for want of a release names the subject harmlessly', () => {
    const reply = answerReply({ outcome: 'no_release', subject: '@everyone *X*' }, 'q', NOW);
    expect(wordsOf(reply)).toContain('about “\\@everyone \\*X\\*”');
  });

  it('that needs to know the company asks for it, and does not call the question a company', () => {
    const choices = seed.issuer.name ? [{ name: seed.issuer.name, release: seed }] : [];
    const reply = answerReply(
      { outcome: 'ambiguous', about: 'issuer', typed: 'when is it?', choices },
      'when is it?',
      NOW,
    );
    expect(reply.embeds[0]?.description).toBe(
      'More than one company could be meant.\nDid you mean **Cellular Biomedicine Group Inc. (NASDAQ: CBMG)**?',
    );
  });

  it('that offers many choices uses a menu, each choice once', () => {
    const choices = [...inventedReleases(), ...inventedReleases()].flatMap((release) =>
      release.issuer.name ? [{ name: release.issuer.name, release }] : [],
    );
    const reply = answerReply(
      { outcome: 'ambiguous', about: 'issuer', typed: 'the company', choices },
      'q?',
      NOW,
    );
    expect(labels(reply).length).toBeGreaterThan(5);
    expect(new Set(labels(reply)).size).toBe(labels(reply).length);
    expect(reply.rows).toHaveLength(1);
    expect(reply.forCallerOnly).toBe(true);
  });
});
