import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../src/config.ts';

describe('configuration', () => {
  it('needs nothing', () => {
    expect(loadConfig({})).toEqual({ knowledgeDir: 'knowledge', logLevel: 'warn' });
    expect(loadConfig({ DISCORD_TOKEN: '', LOG_LEVEL: ' ' })).toEqual(loadConfig({}));
  });

  it('is read from the environment', () => {
    const environment = {
      DISCORD_TOKEN: 'abc.def.ghi',
      DISCORD_API: 'http://127.0.0.1:8080/api',
      KNOWLEDGE_DIR: '/srv/releases',
      DEFAULT_ISSUER: 'CBMG',
      LOG_LEVEL: 'debug',
    };
    expect(loadConfig(environment)).toEqual({
      discordToken: 'abc.def.ghi',
      discordApi: 'http://127.0.0.1:8080/api',
      knowledgeDir: '/srv/releases',
      defaultIssuer: 'CBMG',
      logLevel: 'debug',
    });
  });

  it('takes the base of the API with a version or a slash at its end', () => {
    for (const base of ['http://127.0.0.1:8080/api/', 'http://127.0.0.1:8080/api/v10']) {
      expect(loadConfig({ DISCORD_API: base }).discordApi).toBe('http://127.0.0.1:8080/api');
    }
  });

  it.each([
    [{ DISCORD_TOKEN: 'two words' }, 'DISCORD_TOKEN: must be a bot token without spaces'],
    [{ DISCORD_API: 'localhost:80' }, 'DISCORD_API: must be an address such as http://127.0.0.1:8080/api'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent'],
  ])('names the variable at fault: %j', (environment, message) => {
    expect(() => loadConfig(environment)).toThrow(new ConfigError(message));
  });
});
