import type { Sandbox, Seen } from '../server.ts';
import { findMessage } from '../world/messages.ts';
import type { Channel, Message } from '../world/model.ts';
import type { Act, Outcome, RoleName } from './protocol.ts';
import { exchangeDetail, visibleChannels } from './views.ts';

/** Does what the person asked for. A refusal of Discord's client becomes words; nothing is thrown. */
export type Perform = (act: Act, playing: RoleName) => Promise<Outcome>;

/** How many modals stay answerable; older ones were closed long ago. */
const OPEN_MODALS = 20;

export function createPerform(sandbox: Sandbox): Perform {
  const modals = new Map<string, Seen>();

  function outcome(seen: Seen): Outcome {
    if (seen.state === 'failed') return { failed: true };
    if (seen.choices !== null) return { choices: seen.choices };
    if (seen.modal === null) return {};
    modals.set(seen.id, seen);
    const [oldest] = modals.keys();
    if (modals.size > OPEN_MODALS && oldest !== undefined) modals.delete(oldest);
    return { modal: { interaction: seen.id, modal: seen.modal } };
  }

  async function perform(act: Act, playing: RoleName): Promise<Outcome> {
    const user = sandbox[playing];
    const channelOf = (id: string): Channel => {
      const channel = visibleChannels(sandbox, user).find((one) => one.id === id);
      if (channel === undefined) throw new Error('This channel is not there any more.');
      return channel;
    };
    const messageOf = (channel: string, id: string): Message => {
      const message = findMessage(sandbox.world, channelOf(channel).id, id);
      if (message === undefined) throw new Error('This message is not there any more.');
      return message;
    };
    switch (act.kind) {
      case 'play':
        return {};
      case 'say': {
        const { replyTo, ping } = act;
        await sandbox.say(user, channelOf(act.channel), act.content, {
          ...(replyTo === undefined ? {} : { replyTo: messageOf(act.channel, replyTo) }),
          ...(ping === undefined ? {} : { ping }),
        });
        return {};
      }
      case 'command':
        return outcome(
          await sandbox.command(user, act.name, act.options, { channel: channelOf(act.channel) }),
        );
      case 'autocomplete': {
        const place = { channel: channelOf(act.channel) };
        return outcome(await sandbox.autocomplete(user, act.name, act.options, act.focused, place));
      }
      case 'click':
        return outcome(await sandbox.click(user, messageOf(act.channel, act.message), act.customId));
      case 'select':
        return outcome(
          await sandbox.select(user, messageOf(act.channel, act.message), act.customId, act.values),
        );
      case 'menu':
        return outcome(await sandbox.contextCommand(user, act.name, messageOf(act.channel, act.message)));
      case 'submit': {
        const opened = modals.get(act.interaction);
        if (opened === undefined) throw new Error('This form is not open any more.');
        const seen = await sandbox.submitModal(user, opened, act.values);
        modals.delete(act.interaction);
        return outcome(seen);
      }
      case 'exchange': {
        const exchange = sandbox.exchanges.all.find(({ number }) => number === act.number);
        if (exchange === undefined) throw new Error('This exchange is not kept any more.');
        return { exchange: exchangeDetail(exchange) };
      }
    }
  }

  return (act, playing) =>
    perform(act, playing).catch((err: unknown) => ({
      error: err instanceof Error ? err.message : String(err),
    }));
}
