import { ACTIONS } from './synonyms/actions.ts';
import { ACTIONS_OF_BUSINESS } from './synonyms/actions-of-business.ts';
import { ASKED_OF_CAPITAL } from './synonyms/asked-of-capital.ts';
import { ASKED_OF_COMPANIES } from './synonyms/asked-of-companies.ts';
import { ASKED_OF_REGULATORS } from './synonyms/asked-of-regulators.ts';
import { ASKED_OF_SCIENCE } from './synonyms/asked-of-science.ts';
import { COMPANY } from './synonyms/company.ts';
import { DEALS } from './synonyms/deals.ts';
import { EVERYDAY } from './synonyms/everyday.ts';
import { FACTS_OF_APPROVALS } from './synonyms/facts-of-approvals.ts';
import { FACTS_OF_DEALS } from './synonyms/facts-of-deals.ts';
import { FACTS_OF_MEETINGS } from './synonyms/facts-of-meetings.ts';
import { FACTS_OF_OFFERINGS } from './synonyms/facts-of-offerings.ts';
import { FACTS_OF_PEOPLE } from './synonyms/facts-of-people.ts';
import { FACTS_OF_RESULTS } from './synonyms/facts-of-results.ts';
import { FACTS_OF_SHAREHOLDERS } from './synonyms/facts-of-shareholders.ts';
import { FACTS_OF_TRIALS } from './synonyms/facts-of-trials.ts';
import { FINANCING } from './synonyms/financing.ts';
import { INDUSTRIES } from './synonyms/industries.ts';
import { MATTERS } from './synonyms/matters.ts';
import { MEDICINE } from './synonyms/medicine.ts';
import { MEETINGS } from './synonyms/meetings.ts';
import { QUALITIES } from './synonyms/qualities.ts';
import { REGIONS } from './synonyms/regions.ts';
import { REGULATORS } from './synonyms/regulators.ts';
import { RESULTS } from './synonyms/results.ts';
import { SHAREHOLDERS } from './synonyms/shareholders.ts';
import { THINGS } from './synonyms/things.ts';

/**
 * Words that people ask with, and the words that releases answer with. A line reads
 * `asked, asked => written, written`; commas separate phrases. It holds in that direction only:
 * "ok" may be answered by "approved" or "accepted", but "accepted" is never answered by "approved",
 * because a regulator means different things by them. `a = b = c` holds in every direction.
 * Stems are compared, so one form of each word is enough. A written word marked `~` answers loosely.
 * Lines with the same asked phrase add up.
 */
export const SYNONYMS: readonly string[] = [
  ...MEETINGS,
  ...COMPANY,
  ...MEDICINE,
  ...REGULATORS,
  ...DEALS,
  ...FINANCING,
  ...SHAREHOLDERS,
  ...RESULTS,
  ...INDUSTRIES,
  ...EVERYDAY,
  ...REGIONS,
  ...ACTIONS,
  ...ACTIONS_OF_BUSINESS,
  ...ASKED_OF_CAPITAL,
  ...ASKED_OF_COMPANIES,
  ...ASKED_OF_SCIENCE,
  ...ASKED_OF_REGULATORS,
  ...MATTERS,
  ...QUALITIES,
  ...THINGS,
];

/**
 * The same for the facts of each field. Their phrases are ways of asking ("paying for", "how soon") that may
 * also be met word by word; those above mean what they mean as a whole ("record date").
 */
export const FACTS: readonly string[] = [
  ...FACTS_OF_TRIALS,
  ...FACTS_OF_APPROVALS,
  ...FACTS_OF_MEETINGS,
  ...FACTS_OF_RESULTS,
  ...FACTS_OF_OFFERINGS,
  ...FACTS_OF_DEALS,
  ...FACTS_OF_PEOPLE,
  ...FACTS_OF_SHAREHOLDERS,
];
