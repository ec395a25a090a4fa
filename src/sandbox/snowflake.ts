/** First second of 2015, from which Discord counts (docs: reference#snowflakes). */
const DISCORD_EPOCH = 1_420_070_400_000n;
const TIMESTAMP_SHIFT = 22n;

/** A generator of ids as Discord makes them: strictly rising, with the time in the upper bits. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const fromClock = (BigInt(Math.trunc(now())) - DISCORD_EPOCH) << TIMESTAMP_SHIFT;
    // More than 4,096 ids in one millisecond borrow from the next one rather than repeat.
    const next = last + 1n;
    last = fromClock > next ? fromClock : next;
    return last.toString();
  };
}

/** Servers are an odd number of milliseconds apart, so that they spread over any usual number of shards. */
const BETWEEN_SERVERS_MS = 3_600_001;

/** A generator of ids for servers that were made one an hour before `now`, the newest first. */
export function createPastSnowflakes(now: () => number): () => string {
  let made = 0;
  return () => {
    made += 1;
    const time = BigInt(Math.trunc(now()) - made * BETWEEN_SERVERS_MS) - DISCORD_EPOCH;
    return (time << TIMESTAMP_SHIFT).toString();
  };
}

/** When the id was made, in milliseconds since 1970. */
export function snowflakeTime(id: string): number {
  return Number((BigInt(id) >> TIMESTAMP_SHIFT) + DISCORD_EPOCH);
}

/** Orders ids by age: negative when `a` is older. */
export function compareSnowflakes(a: string, b: string): number {
  return a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length - b.length;
}

/** The shard that Discord sends a server's events to (docs: gateway#sharding). */
export function shardOf(guildId: string, shardCount: number): number {
  return Number((BigInt(guildId) >> TIMESTAMP_SHIFT) % BigInt(shardCount));
}
