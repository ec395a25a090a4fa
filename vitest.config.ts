import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // What is waited for comes at once on a free machine, but the machine may be busy with the other files.
    expect: { poll: { timeout: 10_000 } },
  },
});
