import Fuse from 'fuse.js';
import type { Abstract, Release } from '../knowledge/model.ts';

interface Suggestion {
  readonly question: string;
}

/** Releases that suggestions are drawn from, newest first: more would be a list to read, not a help. */
const NEWEST = 40;
/** Longest part of what is typed that is compared; fuse.js slows with longer patterns. */
const COMPARED = 60;

/** Questions that are answered, nearest to what has been typed, at most `limit`; any when nothing is. */
export function suggestQuestions(
  typed: string,
  releases: readonly Release[],
  isAnswered: (question: string) => boolean,
  limit: number,
): string[] {
  const questions = [...new Set([...releases].reverse().slice(0, NEWEST).flatMap(questionsOf))];
  const near = typed.trim() === '' ? questions : nearest(typed.slice(0, COMPARED), questions);
  const found: string[] = [];
  for (const question of near) {
    if (found.length >= limit) break;
    if (isAnswered(question)) found.push(question);
  }
  return found;
}

function nearest(typed: string, questions: readonly string[]): string[] {
  const fuse = new Fuse<Suggestion>(
    questions.map((question) => ({ question })),
    { keys: ['question'], ignoreLocation: true, threshold: 0.5 },
  );
  return fuse.search(typed).map(({ item }) => item.question);
}

function questionsOf(release: Release): string[] {
  const name = release.issuer.shortNames[0]?.text ?? release.issuer.name?.text;
  const questions = release.abstracts.flatMap(abstractQuestions);
  if (name !== undefined) {
    if (release.issuer.tickers.length > 0) questions.push(`What is ${name}'s ticker?`);
    if (release.issuer.website !== undefined) questions.push(`What is ${name}'s website?`);
    const topics = new Set(release.statements.map(({ topic }) => topic));
    if (topics.has('business')) questions.push(`What does ${name} develop?`);
    if (topics.has('facility')) questions.push(`Where are ${name}'s facilities?`);
    if (topics.has('trials')) questions.push(`Where does ${name} conduct clinical trials?`);
    if (topics.has('index')) questions.push(`Which indexes include ${name}?`);
  }
  for (const { term } of release.definitions) questions.push(`What does ${term.text} stand for?`);
  return questions.filter((question) => question.length <= 100);
}

function abstractQuestions(abstract: Abstract): string[] {
  const candidate = abstract.candidate?.text;
  if (candidate === undefined) return [];
  const questions: string[] = [];
  if (abstract.title !== undefined) questions.push(`What is the title of the ${candidate} abstract?`);
  if (abstract.date !== undefined) questions.push(`When is the ${candidate} presentation?`);
  if (abstract.time !== undefined) questions.push(`What time is the ${candidate} presentation?`);
  if (abstract.session !== undefined) questions.push(`Which session is ${candidate} in?`);
  if (abstract.location !== undefined) questions.push(`Where is the ${candidate} presentation?`);
  if (abstract.presenter !== undefined) questions.push(`Who presents ${candidate}?`);
  if (abstract.link !== undefined) questions.push(`What is the link to the ${candidate} abstract?`);
  return questions;
}
