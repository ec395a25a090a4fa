import { GuildScheduledEventEntityType, GuildScheduledEventPrivacyLevel } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Permission } from '../../src/sandbox/server.ts';
import { type Bench, startBench } from './bot.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const guild = () => bench.client.guilds.cache.first()!;

describe('servers over REST', () => {
  it('give themselves, their channels, roles and members', async () => {
    const { sandbox, client } = bench;
    const fetched = await client.guilds.fetch({ guild: sandbox.guild.id, force: true, withCounts: true });
    expect(fetched.name).toBe('Investor relations');
    expect(fetched.approximateMemberCount).toBe(5);
    expect((await guild().channels.fetch()).size).toBe(2);
    expect((await guild().roles.fetch()).map((role) => role.name)).toContain('Investor Relations');
    expect((await guild().members.fetch(sandbox.moderator.id)).permissions.has('ManageGuild')).toBe(true);
    expect((await guild().members.search({ query: 'off' })).map((member) => member.displayName)).toEqual([
      'Officer',
    ]);
    expect((await client.users.fetch(sandbox.investor.id, { force: true })).globalName).toBe('Investor');
    expect((await client.guilds.fetch()).size).toBe(1);
    await expect(guild().members.fetch('123')).rejects.toMatchObject({ code: 10007 });
    await expect(client.guilds.fetch('123')).rejects.toMatchObject({ code: 10004 });
  });

  it('refuse what needs a privileged intent', async () => {
    await expect(guild().members.list()).rejects.toMatchObject({ code: 50001 });
  });

  it('are closed to a bot that is not in them', async () => {
    const { sandbox, client } = bench;
    const other = sandbox.addGuild({ withBot: false });
    await expect(client.guilds.fetch(other.id)).rejects.toMatchObject({ code: 50001 });
  });
});

describe('commands over REST', () => {
  const command = (name: string) => ({ name, description: `What ${name} does` });

  it('keep their ids when they are set again, and go when they are not in the list', async () => {
    const { commands } = bench.client.application;
    const first = await commands.set([command('one'), command('two')]);
    const second = await commands.set([command('two'), command('three')]);
    const id = (list: typeof first, name: string) => list.find((each) => each.name === name)?.id;
    expect(id(second, 'two')).toBe(id(first, 'two'));
    expect((await commands.fetch()).map(({ name }) => name)).toEqual(['two', 'three']);
  });

  it('can be made, changed, read and deleted one by one, for all servers or one', async () => {
    const { client, sandbox } = bench;
    for (const { commands } of [client.application, guild()]) {
      const made = await commands.create({ ...command('one'), defaultMemberPermissions: '32' });
      expect(made.defaultMemberPermissions?.has('ManageGuild')).toBe(true);
      const edited = await commands.edit(made.id, { description: 'Something else' });
      expect([edited.name, edited.description]).toEqual(['one', 'Something else']);
      expect((await commands.fetch(made.id)).description).toBe('Something else');
      const again = await commands.create(command('one'));
      expect(again.id).toBe(made.id);
      await commands.delete(made.id);
      await expect(commands.fetch(made.id)).rejects.toMatchObject({ code: 10063 });
    }
    expect(sandbox.exchanges.all.filter(({ status }) => status === 201)).toHaveLength(2);
  });

  it('registered twice are offered twice, as on Discord', async () => {
    const { sandbox } = bench;
    await bench.client.application.commands.set([command('one')]);
    await guild().commands.set([command('one')]);
    expect(sandbox.commandsFor(sandbox.investor).map(({ name }) => name)).toEqual(['one', 'one']);
  });

  it('have unique names and are at most 100', async () => {
    const { commands } = bench.client.application;
    await expect(commands.set([command('one'), command('one')])).rejects.toMatchObject({ code: 50035 });
    const many = Array.from({ length: 101 }, (_, number) => command(`c${number}`));
    await expect(commands.set(many)).rejects.toMatchObject({ code: 30032 });
    await commands.set(many.slice(1));
    await expect(commands.create(command('more'))).rejects.toMatchObject({ code: 30032 });
  });
});

describe('scheduled events', () => {
  const event = () => ({
    name: 'ASH session 653',
    scheduledStartTime: new Date(bench.sandbox.clock.now() + 3_600_000),
    scheduledEndTime: new Date(bench.sandbox.clock.now() + 7_200_000),
    privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
    entityType: GuildScheduledEventEntityType.External,
    entityMetadata: { location: 'Virtual' },
  });
  const allow = () => {
    const { sandbox } = bench;
    const role = [...sandbox.guild.roles.values()].find(({ managed }) => managed)!;
    sandbox.setRolePermissions(sandbox.guild, role, Permission.createEvents);
  };

  it('are made, changed and deleted by who may', async () => {
    await expect(guild().scheduledEvents.create(event())).rejects.toMatchObject({ code: 50013 });
    allow();
    const made = await guild().scheduledEvents.create(event());
    expect(made.entityMetadata?.location).toBe('Virtual');
    await made.edit({ name: 'ASH session 654' });
    expect((await guild().scheduledEvents.fetch({ cache: false })).first()?.name).toBe('ASH session 654');
    await made.delete();
    expect(bench.sandbox.guild.scheduledEvents.size).toBe(0);
    await expect(guild().scheduledEvents.fetch('123')).rejects.toMatchObject({ code: 10070 });
  });

  it('need a place, an end and a start to come', async () => {
    allow();
    const refused = (changes: object) =>
      expect(guild().scheduledEvents.create({ ...event(), ...changes })).rejects.toMatchObject({
        code: 50035,
      });
    await refused({ scheduledEndTime: undefined });
    await refused({ entityMetadata: { location: '' } });
    await refused({ scheduledStartTime: new Date(0) });
    await refused({ name: 'x'.repeat(101) });
  });

  it('are at most a hundred', async () => {
    allow();
    const { sandbox } = bench;
    const made = await guild().scheduledEvents.create(event());
    const stored = sandbox.guild.scheduledEvents.get(made.id)!;
    for (let number = 1; number < 100; number += 1) {
      sandbox.guild.scheduledEvents.set(String(number), { ...stored, id: String(number) });
    }
    await expect(guild().scheduledEvents.create(event())).rejects.toMatchObject({ code: 30038 });
  });
});
