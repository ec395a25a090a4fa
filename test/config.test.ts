import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../src/config.ts';

describe('configuration', () => {
  it('needs nothing', () => {
    expect(loadConfig({})).toEqual({
      knowledgeDir: 'knowledge',
      logLevel: 'warn',
      databaseUrl: ':memory:',
      announceMaxAgeHours: 72,
      sharding: { mode: 'one' },
    });
    expect(loadConfig({ DISCORD_TOKEN: 'a' }).databaseUrl).toBe('file:data/footnote.db');
    expect(loadConfig({ DISCORD_TOKEN: '', LOG_LEVEL: ' ' })).toEqual(loadConfig({}));
  });

  it('is read from the environment', () => {
    const environment = {
      DISCORD_TOKEN: 'abc.def.ghi',
      DISCORD_API: 'http://127.0.0.1:8080/api',
      KNOWLEDGE_DIR: '/srv/releases',
      DEFAULT_ISSUER: 'CBMG',
      LOG_LEVEL: 'debug',
      DATABASE_URL: 'postgres://localhost/footnote',
      ANNOUNCE_MAX_AGE: '12',
      ANNOUNCE_SINCE: '2026-01-31',
      SHARD_IDS: '0, 2',
      SHARD_COUNT: '4',
    };
    expect(loadConfig(environment)).toEqual({
      discordToken: 'abc.def.ghi',
      discordApi: 'http://127.0.0.1:8080/api',
      knowledgeDir: '/srv/releases',
      defaultIssuer: 'CBMG',
      logLevel: 'debug',
      databaseUrl: 'postgres://localhost/footnote',
      announceMaxAgeHours: 12,
      announceSince: '2026-01-31',
      sharding: { mode: 'some', shards: [0, 2], shardCount: 4 },
    });
  });

  it('finds the shard that the sharding manager has given it', () => {
    expect(loadConfig({ SHARDS: 'auto' }).sharding).toEqual({ mode: 'auto' });
    expect(loadConfig({ SHARDS: '3', SHARD_COUNT: '5' }).sharding).toEqual({
      mode: 'some',
      shards: [3],
      shardCount: 5,
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
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: must begin with file: or postgres://'],
    [{ ANNOUNCE_MAX_AGE: 'soon' }, 'ANNOUNCE_MAX_AGE: must be a number of hours'],
    [{ SHARD_IDS: '1' }, 'SHARD_COUNT: must be set along with SHARD_IDS'],
    [{ SHARD_IDS: '4', SHARD_COUNT: '4' }, 'SHARD_IDS: each must be below SHARD_COUNT (4)'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent'],
  ])('names the variable at fault: %j', (environment, message) => {
    expect(() => loadConfig(environment)).toThrow(new ConfigError(message));
  });
});
