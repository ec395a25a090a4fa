import { checkCommand } from '../../rules/commands.ts';
import { under } from '../../rules/violation.ts';
import { type CommandBody, putCommands, saveCommand } from '../../world/commands.ts';
import type { ApplicationCommand } from '../../world/model.ts';
import { commandPayload } from '../../world/payloads.ts';
import type { World } from '../../world/world.ts';
import { knownGuild } from '../access.ts';
import { refusal } from '../refusal.ts';
import { type ApiRequest, created, noContent, ok, type Route, route } from '../route.ts';

const check = (body: unknown) => checkCommand('ApplicationCommandCreateRequestSchema', body);
const checkPatch = (body: unknown) => checkCommand('ApplicationCommandPatchRequestPartialSchema', body);
async function checkList(body: unknown) {
  const list = Array.isArray(body) ? body : [body];
  const found = await Promise.all(list.map(async (item, index) => under([index], await check(item))));
  return found.flat();
}

/** Application commands, for all servers and for one. */
export const commandRoutes: readonly Route[] = [
  ...routesAt('/applications/:application/commands'),
  ...routesAt('/applications/:application/guilds/:guild/commands'),
];

function routesAt(path: `/${string}`): Route[] {
  return [
    route(`GET ${path}`, (request) =>
      ok([...listOf(request).values()].map((command) => commandPayload(request.world, command))),
    ),
    route<CommandBody>(
      `POST ${path}`,
      (request) => {
        const { command, isNew } = saveCommand(
          request.world,
          listOf(request),
          request.body,
          guildId(request),
        );
        const payload = commandPayload(request.world, command);
        return isNew ? created(payload) : ok(payload);
      },
      { check },
    ),
    route<CommandBody[]>(
      `PUT ${path}`,
      (request) => {
        const commands = putCommands(request.world, listOf(request), request.body, guildId(request));
        return ok(commands.map((command) => commandPayload(request.world, command)));
      },
      { check: checkList },
    ),
    route(`GET ${path}/:command`, (request) => ok(commandPayload(request.world, knownCommand(request)))),
    route<Partial<CommandBody>>(
      `PATCH ${path}/:command`,
      (request) => {
        const old = knownCommand(request);
        const { command } = saveCommand(request.world, listOf(request), request.body, guildId(request), old);
        return ok(commandPayload(request.world, command));
      },
      { check: checkPatch },
    ),
    route(`DELETE ${path}/:command`, (request) => {
      listOf(request).delete(knownCommand(request).id);
      request.world.events.emit('commands', place(guildId(request)));
      return noContent;
    }),
  ];
}

function guildId({ params }: ApiRequest<unknown>): string | undefined {
  return params['guild'];
}

function place(id: string | undefined) {
  return id === undefined ? {} : { guildId: id };
}

function listOf(request: { world: World; params: Readonly<Record<string, string>> }) {
  if (request.params['application'] !== request.world.bot.id) throw refusal('unknownApplication');
  const guild = request.params['guild'];
  return guild === undefined ? request.world.commands : knownGuild(request.world, guild).commands;
}

function knownCommand(request: ApiRequest<unknown>): ApplicationCommand {
  const command = listOf(request).get(request.params['command'] ?? '');
  if (!command) throw refusal('unknownCommand');
  return command;
}
