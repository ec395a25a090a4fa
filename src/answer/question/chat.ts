/**
 * Chat words, short forms and common slips that no distance between letters can tell: what is meant,
 * then how people write it. "manger" is a word, but nobody asks a release for one.
 */
const CHAT: readonly string[] = [
  'abbreviation: abbr; about: abt; accommodate: accomodate; account: acct; adjusted: adj; achieve: acheive',
  'achieved: acheived; acquisition: acq acqn; additional: addl; address: addy adres; agreement: agmt',
  'amount: amt; analyst: anlst; and: adn nad; announced: anncd; announcement: annc; annual: ann',
  'appointment: appt; approve: aprove; approved: aproved; approximately: approx; association: assoc',
  'available: avail; average: avg; balance: bal; business: biz; price: px; conversational: convo; because: bc becasue cos; before: b4; beginning: begining',
  'believe: beleive; billion: bil bn bln; biosimilar: biosim; building: bldg; center: ctr; clinical: clin',
  'commission: comission; communications: comms; company: co; conference: conf; corporation: corp',
  'customer: cust costumer; customers: custs costumers; date: dat dt; definitely: definately',
  'early: erly; department: dept deptartment; description: desc; development: dev; diagnosis: dx; difference: diff',
  'director: dir; disease: desease deisease; diseases: deseases; distribution: dist; distributor: distr',
  'dividend: div dividned dvd; dividends: dividneds dvds; dollars: bucks; earnings: earnigs earings earnngs',
  'employees: emps; est: est; exchange: exch; executive: exec; executives: execs; existence: existance',
  'expected: exp; expense: expence; expenses: exps expences; financial: finacial; forecast: fcst',
  'going: gonna; government: govt gov goverment; group: grp; guarantee: garantee guarentee',
  'guidance: guidence guidnce; height: heigth; hospital: hosp; hours: hrs; how: hows hw howd hwo',
  'including: incl; independent: independant; index: indx; indication: indic; information: info',
  'international: intl; just: jsut; length: lenght; liabilities: liab; light: lite; location: loc',
  'lot: alot; maintenance: maintainance; managed: mgd; management: mgmt; manager: mgr manger',
  'managers: mangers; manufacturer: mfr; manufacturing: mfg; market: mkt; marketing: mktg; maximum: max',
  'meeting: mtg mtng meting; million: mil mn mln; minimum: min; minutes: mins; mm: mm; month: mo mth mnth',
  'months: mos mths mnths; more: moar; national: natl; necessary: neccessary necesary; night: nite',
  'nothing: nothin; number: num nbr; objective: obj; occasion: ocasion; occurred: occured',
  'occurrence: occurence; of: fo; operations: ops; original: orig; panel: pnl; password: pasword',
  'patient: pateint; patients: pts pateints patiens; payment: pymt pmt; people: ppl pple; percent: pct',
  'picture: pic; pictures: pics; position: pos; preliminary: prelim; presentation: preso',
  'president: prez; previous: prev; privilege: priviledge; program: prog; pt: pt; public: pubic',
  'publicly: publically; published: publ; pursuant: persuent; quarter: qtr; quarterly: qtrly',
  'really: rly realy; receive: recieve; received: recieved; receives: recieves',
  'recommend: reccomend recomend; reference: ref; references: refs; referred: refered; region: rgn',
  'revenue: rev revs; rhythm: rythm; schedule: sched; separate: seperate; separately: seperately',
  'shares: shs shrs; something: sth smth somethin; statement: stmt; stock: stk; study: stdy',
  'subsidiary: subsid; successful: succesful sucessful; successfully: succesfully; surprise: suprise',
  'symbol: sym; tendency: tendancy; thanks: thx; that: taht; the: teh hte; their: thier; this: thsi',
  'ticker: tickr; time: tme; title: tittle; titles: tittles; today: tdy',
  'tomorrow: tmrw tmw tommorow tommorrow; total: tot; treatment: tx; trial: trl; truly: truely',
  'unfortunately: unfortunatly; university: univ; until: untill; version: vers; video: vid; videos: vids',
  'warehouse: warehse whse; warehouses: whses; warrants: wts wrnts; week: wk; weeks: wks; weird: wierd',
  'what: wat wht wats whats whatd waht wut wot; when: wen whens; where: wheres whered; whether: wether',
  'which: wich whch; who: whos whod; why: whys; with: w; writing: writting; year: yr; years: yrs',
  'principal: principle priciple; change: chg chng; share: sh; diluted: dil; out: otu; was: wsa; are: aer; yesterday: yest; yield: yeild; you: u; your: ur',
];

const meantBy = new Map<string, string>();
for (const entry of CHAT.flatMap((line) => line.split('; '))) {
  const [meant = '', forms = ''] = entry.split(': ');
  for (const form of forms.split(' ')) meantBy.set(form, meant);
}

/** The word that a folded chat word or common slip stands for, or undefined. */
export function chatWord(form: string): string | undefined {
  return meantBy.get(form);
}
