/** How this Discord behaves where Discord's own behaviour is a limit, a delay or a choice. */
export interface Settings {
  /** Requests a second over all routes but those of interactions; false switches the limit off. */
  readonly globalRequestsPerSecond: number | false;
  /** Per-route buckets, as Discord answers them: so many requests in so many seconds; false for none. */
  readonly routeLimit: { readonly requests: number; readonly seconds: number } | false;
  /** Publishing in an announcement channel, per channel and hour; false switches the limit off. */
  readonly crosspostsPerHour: number | false;
  /** How long an enforced nonce is remembered; Discord says "the past few minutes". */
  readonly nonceWindowMs: number;
  /** Shards that `GET /gateway/bot` recommends. */
  readonly shards: number;
  /** Shards that may identify at once. */
  readonly maxConcurrency: number;
  readonly heartbeatIntervalMs: number;
  /** How many exchanges the log keeps. */
  readonly keepExchanges: number;
  readonly guildMembersIntent: boolean;
  readonly guildPresencesIntent: boolean;
  /** Where clients find the gateway; known once the server listens. */
  readonly gatewayUrl: () => string;
}

export const DEFAULT_SETTINGS: Omit<Settings, 'gatewayUrl'> = {
  globalRequestsPerSecond: 50,
  routeLimit: false,
  crosspostsPerHour: 10,
  nonceWindowMs: 5 * 60_000,
  shards: 1,
  maxConcurrency: 16,
  heartbeatIntervalMs: 41_250,
  keepExchanges: 5_000,
  guildMembersIntent: false,
  guildPresencesIntent: false,
};
