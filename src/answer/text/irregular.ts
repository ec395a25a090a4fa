/**
 * Forms that the Porter algorithm leaves apart from their base, and British spellings: the base, then
 * its forms.
 */
const BASES: readonly string[] = [
  'acquire: acquisition acquisitions; ads: adss; advise: advisor advisors advisory advice adviser advisers',
  'aging: ageing; agree: agreement agreements; allogenic: allogeneic; aluminum: aluminium',
  'analysis: analyses; analyze: analyse analysed analysing; anemia: anaemia; anesthesia: anaesthesia',
  'anesthetic: anaesthetic; announce: announcement; appoint: appointment appointee; april: apr',
  'assume: assumption; attend: attendee attendees; august: aug',
  'authorize: authorise authorised authorises authorising authorisation; become: became; begin: began begun',
  'behavior: behaviour; believe: belief; borrow: borrower borrowings; bring: brought; build: built',
  'buy: bought; cancel: cancelled canceled cancellation cancellations cancelling canceling',
  'capitalize: capitalise capitalised capitalises capitalising capitalisation; catalog: catalogue',
  'center: centre centres; centralize: centralise centralised centralises centralising centralisation',
  'ceo: ceos; characterize: characterise characterised characterises characterising characterisation',
  'check: cheque; child: children; choose: chose chosen choice; clear: clearance clearances',
  'close: closure closures; collide: collision; color: colour colours',
  'commercialize: commercialise commercialised commercialises commercialising commercialisation',
  'compare: comparison comparisons; consume: consumption; convert: conversion conversions',
  'criterion: criteria; customize: customise customised customises customising customisation; december: dec',
  'decentralize: decentralise decentralised decentralises decentralising decentralisation',
  'decide: decision decisions; defense: defence; deliver: delivery deliveries; deny: denial',
  'depart: departure departures; describe: description descriptions; detect: detection',
  'develop: development; diagnose: diagnosis diagnoses; diarrhea: diarrhoea',
  'digitize: digitise digitised digitises digitising digitisation; discover: discovery discoveries',
  'distribute: distributor distributors; donut: doughnut; draw: drawn drew; drive: drove driven',
  'emphasize: emphasise emphasised emphasises emphasising emphasisation; employ: employee employees',
  'enroll: enrolment enrollment enrolled enrolling enrol enrols; esophageal: oesophageal',
  'estrogen: oestrogen; exclude: exclusion; expand: expansion expansions; expire: expiry',
  'explain: explanation; extend: extension extensions; fail: failure failures; fall: fell fallen',
  'favor: favour favours; february: feb; fiber: fibre',
  'finalize: finalise finalised finalises finalising finalisation; find: found; flavor: flavour flavours',
  'flee: fled; fly: flew flown; foot: feet; freeze: froze; friday: fri',
  'fulfill: fulfil fulfilment fulfillment; give: given gave; go: went; goose: geese; gray: grey',
  'grow: grew grown growth; half: halves; harbor: harbour; headquarters: headquartered',
  'hematologic: haematologic; hematological: haematological; hematology: haematology',
  'hemophilia: haemophilia; hemorrhage: haemorrhage; hide: hid hidden; hold: held; honor: honour honoured',
  'hospitalize: hospitalise hospitalised hospitalises hospitalising hospitalisation',
  'immunize: immunise immunised immunises immunising immunisation; include: inclusion',
  'index: indices indexes; ischemia: ischaemia; ischemic: ischaemic; january: jan; jewelry: jewellery',
  'july: jul; june: jun; keep: kept; kilometer: kilometre kilometres; label: labelled labelling',
  'labor: labour; laboratory: lab labs; lead: led; leaf: leaves; lease: lessee; lend: lent',
  'leukemia: leukaemia leukaemias; license: licence licences licenced licensee licensees licensor',
  'life: lives; liter: litre litres; lose: lost; make: made; man: men',
  'materialize: materialise materialised materialises materialising materialisation',
  'maximize: maximise maximised maximises maximising maximisation; meet: met; metastasis: metastases',
  'meter: metre metres; minimize: minimise minimised minimises minimising minimisation; model: modelling',
  'modernize: modernise modernised modernises modernising modernisation',
  'monetize: monetise monetised monetises monetising monetisation; mouse: mice; neighbor: neighbour',
  'nominate: nominee nominees; normalize: normalise normalised normalises normalising normalisation',
  'november: nov; october: oct; optimize: optimise optimised optimises optimising optimisation',
  'organization: organisation organisations; organize: organised organise; orthopedic: orthopaedic',
  'ox: oxen; pay: paid payable payment payments; pediatric: paediatric paediatrics',
  'penalize: penalise penalised penalises penalising penalisation; permit: permission permissions',
  'person: people; postpone: postponement',
  'prioritize: prioritise prioritised prioritises prioritising prioritisation; produce: production',
  'program: programme programmes; prove: proof proven; publish: publication publications',
  'randomize: randomise randomised randomises randomising randomisation',
  'realize: realise realised realises realising realisation; receive: receipt reception',
  'recognize: recognise recognised recognises recognising recognisation; recover: recovery',
  'redeem: redemption; reduce: reduction reductions; refuse: refusal; renew: renewal renewals',
  'resolve: resolution; retain: retention; retire: retiree retirees',
  'revolutionize: revolutionise revolutionised revolutionises revolutionising revolutionisation',
  'rise: rose risen; rumor: rumour; run: ran; sell: sold; send: sent; september: sep sept',
  'ship: shipment shipments; show: shown; shrink: shrank shrunk; sink: sank; speak: spoke spoken',
  'specialize: specialise specialised specialises specialising specialisation; spend: spent',
  'stabilize: stabilise stabilised stabilises stabilising stabilisation',
  'standardize: standardise standardised standardises standardising standardisation',
  'sterilize: sterilise sterilised sterilises sterilising sterilisation; story: storey',
  'submit: submission submissions; subscribe: subscription',
  'subsidize: subsidise subsidised subsidises subsidising subsidisation; sulfide: sulphide',
  'summarize: summarise summarised summarises summarising summarisation; supply: supplier suppliers',
  'take: took taken; thalassemia: thalassaemia; theater: theatre; thursday: thurs; tire: tyre tyres',
  'tonne: tonnes; tooth: teeth; travel: travelled travelling; treat: treatment treatments; tuesday: tues',
  'tumor: tumour tumours; understand: understood; undertake: undertook undertaken',
  'utilize: utilise utilised utilises utilising utilisation; whiskey: whisky; wife: wives',
  'win: won winner winners; withdraw: withdrew withdrawn; woman: women; write: wrote written',
  'yogurt: yoghurt',
];

/**
 * Words that the Porter algorithm would throw together with another: "comparable" is not "compared",
 * nor are "securities" "secured". The stem, then the words that have it.
 */
const STEMS: readonly string[] = [
  'designat: designation designations designate designated designates',
  'severanc: severance; conferenc: conference conferences; organic: organic organically',
  'authority: authority authorities; capitalization: capitalization; community: community communities',
  'comparable: comparable; customer: customer customers; emergency: emergency',
  'executive: executive executives; experience: experience experienced experiences; general: general',
  'generic: generic generics; hospitality: hospitality; important: important importance',
  'initial: initial initially; internal: internal; majority: majority; minority: minority; news: news',
  'officer: officer officers; insider: insider insiders; savings: savings; earnings: earnings; meeting: meeting meetings; headhunter: headhunter headhunters; recruiter: recruiter recruiters; engine: engine engines; production: production productions; clinical: clinical clinically',
  'organic: organic; organization: organization organizations',
  'organize: organize organized organizes organizing; personnel: personnel; policy: policy policies',
  'position: position positions; positive: positive; relations: relations relation',
  'security: security securities; several: several; united: united; units: units unit',
  'university: university universities',
];

const NUMBERS: readonly string[] = [
  '2: two; 3: three; 4: four; 5: five; 6: six; 7: seven; 8: eight; 9: nine; 10: ten; 11: eleven; 12: twelve',
  '13: thirteen; 14: fourteen; 15: fifteen; 16: sixteen; 17: seventeen; 18: eighteen; 19: nineteen',
  '20: twenty; 30: thirty; 40: forty; 50: fifty',
];

export const BASE_OF = byForm(BASES);
export const STEM_OF = byForm(STEMS);
/** Number words are their digits. */
export const DIGITS_OF = byForm(NUMBERS);

function byForm(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of lines.flatMap((line) => line.split('; '))) {
    const [meant = '', forms = ''] = entry.split(': ');
    for (const form of forms.split(' ')) found.set(form, meant);
  }
  return found;
}
