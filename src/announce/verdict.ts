import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { Step } from '../store/schema.ts';
import { type Backoff, backoff } from './backoff.ts';

/** What a failed request to Discord says about the delivery. */
export type Verdict =
  /** Told to wait; nothing was done. */
  | { readonly kind: 'wait'; readonly milliseconds: number }
  /** The channel is gone, or the bot may not do it there. */
  | { readonly kind: 'closed'; readonly reason: string }
  /** The message to edit or to publish, or the scheduled event, has been deleted. */
  | { readonly kind: 'message_gone' }
  /** It had been done before. */
  | { readonly kind: 'already_done' }
  /** Discord does not take it, however often it is tried. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The token is not valid: nothing can be done at all. */
  | { readonly kind: 'locked_out' }
  /** Whether it was done is not known: no answer, or one that blames the server. */
  | { readonly kind: 'unknown'; readonly error: string };

/** Reads a failure of a request. */
export function judge(err: unknown): Verdict {
  if (err instanceof RateLimitError) return { kind: 'wait', milliseconds: Math.max(err.retryAfter, 0) };
  if (err instanceof DiscordAPIError) return judgeRefusal(err);
  if (err instanceof HTTPError) return { kind: 'unknown', error: `Discord answered ${err.status}` };
  return { kind: 'unknown', error: `no answer from Discord (${wordsOf(err)})` };
}

function judgeRefusal({ status, code, message }: DiscordAPIError): Verdict {
  switch (code) {
    case RESTJSONErrorCodes.UnknownMessage:
    case RESTJSONErrorCodes.UnknownGuildScheduledEvent:
      return { kind: 'message_gone' };
    case RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted:
      return { kind: 'already_done' };
    case RESTJSONErrorCodes.UnknownChannel:
      return { kind: 'closed', reason: 'the channel no longer exists' };
    case RESTJSONErrorCodes.UnknownGuild:
      return { kind: 'closed', reason: 'Footnote is no longer in this server' };
    case RESTJSONErrorCodes.MissingAccess:
      return { kind: 'closed', reason: 'Footnote may not view the channel' };
    case RESTJSONErrorCodes.MissingPermissions:
      return { kind: 'closed', reason: 'Footnote lacks a permission in the channel' };
  }
  if (status === 401) return { kind: 'locked_out' };
  if (status === 429) return { kind: 'wait', milliseconds: 1_000 };
  if (status === 403 || status === 404) return { kind: 'closed', reason: `Discord refused: ${message}` };
  if (status >= 500) return { kind: 'unknown', error: `Discord answered ${status}` };
  return { kind: 'refused', reason: `Discord refused: ${message}` };
}

/** What to do with the delivery. */
export type Decision =
  | {
      readonly action: 'postpone';
      readonly milliseconds: number;
      readonly error: string | null;
      /** Whether the message may be there although no answer came. */
      readonly unsure: boolean;
      readonly counts: boolean;
    }
  | { readonly action: 'disable'; readonly reason: string }
  | { readonly action: 'fail'; readonly reason: string }
  | { readonly action: 'skip'; readonly reason: string }
  | { readonly action: 'done' }
  /** Nothing is sent to any channel for a while: refused requests count against the address. */
  | { readonly action: 'pause' };

/**
 * What to do after a failed attempt. @param attempts those made, this one included @param random from 0 to 1
 */
export function decide(
  step: Step,
  verdict: Verdict,
  attempts: number,
  random: number,
  policy: Backoff,
): Decision {
  switch (verdict.kind) {
    case 'wait':
      return {
        action: 'postpone',
        milliseconds: Math.ceil(verdict.milliseconds * (1 + random / 10)) + 50,
        error: null,
        unsure: false,
        counts: false,
      };
    case 'unknown':
      if (attempts >= policy.attempts) {
        return { action: 'fail', reason: `given up after ${attempts} attempts: ${verdict.error}` };
      }
      return {
        action: 'postpone',
        milliseconds: backoff(attempts, random, policy),
        error: verdict.error,
        unsure: true,
        counts: true,
      };
    case 'closed':
      // Where posting works and only publishing or events do not, the channel goes on getting posts.
      return step === 'post' || /exists|view|server/.test(verdict.reason)
        ? { action: step === 'schedule' ? 'fail' : 'disable', reason: verdict.reason }
        : { action: 'fail', reason: verdict.reason };
    case 'message_gone':
      return step === 'post'
        ? { action: 'fail', reason: 'Discord no longer knows the message' }
        : { action: 'skip', reason: 'it has been deleted' };
    case 'already_done':
      return { action: 'done' };
    case 'refused':
      return { action: 'fail', reason: verdict.reason };
    case 'locked_out':
      return { action: 'pause' };
  }
}

function wordsOf(err: unknown): string {
  if (!(err instanceof Error)) return String(err);
  if (err.name === 'AbortError') return 'it took too long';
  const { cause } = err;
  return cause instanceof Error ? cause.message : err.message;
}
