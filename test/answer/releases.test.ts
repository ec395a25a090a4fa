import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/create.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const { releases } = await loadKnowledge('test/fixtures/releases');
const engine = createEngine(releases);

function sources(question: string, issuer?: string): string[] {
  const answer = engine.ask(question, issuer === undefined ? {} : { issuer });
  return answer.outcome === 'answered'
    ? [...new Set(answer.citations.map(({ release }) => release.id))]
    : [answer.outcome];
}

describe('several releases and issuers at once', () => {
  it('answers a question that names an issuer from its releases only', () => {
    expect(sources('What is the ticker of Lumivesta?')).not.toContain('corvanth-2025-q2-call-notice');
    expect(sources('Who is the chief medical officer of Pellworth?')).toEqual([
      'pellworth-2025-cmo-appointment',
    ]);
  });

  it("uses the server's default issuer for a question that names none", () => {
    expect(sources('who is the new chief medical officer', 'PLWT')).toEqual([
      'pellworth-2025-cmo-appointment',
    ]);
  });

  it('answers nothing from another company when the default issuer has no release', () => {
    expect(sources('Who is the chief medical officer?', 'NOSUCH')).toEqual(['no_release']);
  });

  it.each(['Pellworth', 'PLWT', 'plwt', 'Pellworth Therapeutics Corp.'])(
    'knows the default issuer as %s',
    (issuer) => {
      expect(sources('who is the new chief medical officer', issuer)).toEqual([
        'pellworth-2025-cmo-appointment',
      ]);
    },
  );

  it('asks which issuer is meant when several answer and none is the default', () => {
    const answer = engine.ask('Who is the chief executive officer?');
    expect(answer.outcome).toBe('ambiguous');
    if (answer.outcome === 'ambiguous') {
      expect(answer.about).toBe('issuer');
      expect(answer.choices.length).toBeGreaterThan(1);
    }
  });

  it('lets the newest release that answers win and names the older one', () => {
    const answer = engine.ask('When did the offering close?', { issuer: 'MTG' });
    if (answer.outcome === 'answered') expect(answer.release.id).toBe('marrowtide-2025-offering-closing');
    else expect(answer.outcome).toBe('not_disclosed');
  });

  it('quotes the correction and not what it replaces', () => {
    const found = sources('How many employees will transfer to Kestrow?', 'DNLV');
    expect(found).toEqual(['dunlavery-2025-kestrow-sale-correction']);
  });

  it('knows nothing of an issuer that is not loaded', () => {
    const answer = engine.ask('What is the ticker?', { release: 'no-such-release' });
    expect(answer.outcome).toBe('no_release');
  });

  it('never takes a figure of another year', () => {
    for (const year of ['2021', '2022']) {
      expect(sources(`What was Quillmere's revenue in the third quarter of ${year}?`)).not.toContain(
        'answered',
      );
    }
  });
});
