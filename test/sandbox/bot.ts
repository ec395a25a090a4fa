import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/server.ts';

export interface Bench {
  readonly sandbox: Sandbox;
  readonly client: Client<true>;
  close(): Promise<void>;
}

/** A client as a small bot would make it, not logged in yet. */
export function createClient(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Client {
  const { rest, ...others } = options;
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      GatewayIntentBits.GuildScheduledEvents,
    ],
    partials: [Partials.Channel],
    rest: { api: sandbox.api, version: '10', ...rest },
    ...others,
  });
}

/** Logs the client in and waits until its servers are there. */
export async function logIn(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  return ready;
}

/** A sandbox with a logged-in client. */
export async function startBench(
  options: SandboxOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<Bench> {
  const sandbox = await startSandbox(options);
  const client = await logIn(createClient(sandbox, clientOptions), sandbox.token);
  return {
    sandbox,
    client,
    async close() {
      await client.destroy();
      await sandbox.close();
    },
  };
}
