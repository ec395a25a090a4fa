import { stemmer } from 'stemmer';

const cache = new Map<string, string>();
/** Bounded, since questions bring new words for as long as the process lives. */
const CACHE_LIMIT = 200_000;

/** Forms that the Porter algorithm leaves apart from their base; number words are their digits. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bought: 'buy',
  sold: 'sell',
  paid: 'pay',
  held: 'hold',
  met: 'meet',
  made: 'make',
  given: 'give',
  gave: 'give',
  shown: 'show',
  led: 'lead',
  grew: 'grow',
  grown: 'grow',
  rose: 'rise',
  risen: 'rise',
  fell: 'fall',
  fallen: 'fall',
  began: 'begin',
  begun: 'begin',
  spent: 'spend',
  sent: 'send',
  lost: 'lose',
  won: 'win',
  chose: 'choose',
  chosen: 'choose',
  took: 'take',
  taken: 'take',
  went: 'go',
  women: 'woman',
  men: 'man',
  people: 'person',
  children: 'child',
  indices: 'index',
  indexes: 'index',
  analyses: 'analysis',
  centre: 'center',
  centres: 'center',
  programme: 'program',
  programmes: 'program',
  tumour: 'tumor',
  tumours: 'tumor',
  labour: 'labor',
  leukaemia: 'leukemia',
  haematology: 'hematology',
  allogeneic: 'allogenic',
  lab: 'laboratory',
  labs: 'laboratory',
  cancelled: 'cancel',
  canceled: 'cancel',
  acquisition: 'acquire',
  acquisitions: 'acquire',
  appointment: 'appoint',
  announcement: 'announce',
  development: 'develop',
  treatment: 'treat',
  treatments: 'treat',
  payable: 'pay',
  reduction: 'reduce',
  reductions: 'reduce',
  closure: 'close',
  closures: 'close',
  clearance: 'clear',
  clearances: 'clear',
  employee: 'employ',
  employees: 'employ',
  advisor: 'advise',
  advisors: 'advise',
  advisory: 'advise',
  growth: 'grow',
  subscription: 'subscribe',
  headquartered: 'headquarters',
  enrolment: 'enroll',
  enrollment: 'enroll',
  enrolled: 'enroll',
  enrolling: 'enroll',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
};

/** The stem of a folded word (Porter's, with irregular forms); numbers and codes are left as they are. */
export function stem(form: string): string {
  const known = cache.get(form);
  if (known !== undefined) return known;
  const stemmed = stemOf(form);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(form, stemmed);
  return stemmed;
}

function stemOf(form: string): string {
  if (/\d/.test(form)) return form.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1');
  const irregular = Object.hasOwn(IRREGULAR, form) ? IRREGULAR[form] : undefined;
  const base = irregular ?? form;
  // Porter would cut the short names and tickers that must compare exactly ("ash", "gas", "pfs").
  return base.length <= 3 ? base : stemmer(base);
}
