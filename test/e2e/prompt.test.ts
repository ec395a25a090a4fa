import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runPrompt } from '../../src/cli/prompt.ts';
import { stage } from './harness.ts';

/** What the prompt prints for these lines of input. */
async function transcript(...lines: string[]): Promise<string> {
  const { sandbox } = await stage();
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(`${lines.join('\n')}\n`);
  const printed: string[] = [];
  output.on('data', (chunk: Buffer) => printed.push(chunk.toString('utf8')));
  await runPrompt(sandbox, { input, output });
  return printed.join('');
}

describe('the prompt of the sandbox', () => {
  it('prints a reply as its reader sees it, and repeats what was typed', async () => {
    const text = await transcript('/abstract ccar088');
    expect(text).toContain(
      '› /abstract ccar088\n┃ Cellular Biomedicine Group Inc. (NASDAQ: CBMG)\n┃ C-CAR088\n',
    );
    expect(text).toContain('┃ Time\n┃ │ 1:15pm PST\n┃ Your time: ');
    expect(text).toContain('┃ │ 653. Myeloma/Amyloidosis: Therapy, excluding Transplantation');
    expect(text).toContain('[1] Show in context\n');
    expect(text).toContain('Abstract online ↗ https://ash.confex.com/');
    expect(text).not.toMatch(/\\|\*\*|<t:/);
  });

  it('presses a button by its number', async () => {
    const text = await transcript('/abstract C-CAR08', '1', '1', '9');
    expect(text).toContain('┃ ❓ Did you mean…?');
    expect(text).toContain('[1] C-CAR088\n');
    expect(text).toContain('👁 Only you can see this');
    expect(text).toContain('┃ In context · C-CAR088');
    expect(text).toContain('The last message has no button 9.');
  });

  it('takes a plain question as a direct message, and ">" as a reply to its answer', async () => {
    const text = await transcript('What time is the C-CAR088 talk?', '> and the session?');
    expect(text).toContain('│ Time: 1:15pm PST');
    expect(text).toContain('› > and the session?');
    expect(text).toContain('│ Session: 653.');
  });

  it('stops at "exit", and names what is wrong with a line', async () => {
    const text = await transcript('/nope', '/abstract', 'exit', '/help');
    expect(text).toContain('Discord offers no command /nope here. There are /ask, /abstract,');
    expect(text).toMatch(/candidate/);
    expect(text).not.toContain('› /help');
  });
});
