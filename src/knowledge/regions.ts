/** States, provinces and countries as datelines print them: a part after a comma that is no city of its own. */
const REGIONS = new Set(
  `ala alabama alaska ariz arizona ark arkansas calif california colo colorado conn connecticut del delaware fla florida ga georgia hawaii idaho ill illinois ind indiana iowa kan kansas ky kentucky la louisiana maine md maryland mass massachusetts mich michigan minn minnesota miss mississippi mo missouri mont montana neb nebraska nev nevada n.h new hampshire n.j new jersey n.m new mexico n.y new york n.c north carolina n.d north dakota ohio okla oklahoma ore oregon pa pennsylvania r.i rhode island s.c south carolina s.d south dakota tenn tennessee texas tex utah vt vermont va virginia wash washington w.va west virginia wis wisconsin wyo wyoming d.c puerto rico
ontario ont quebec québec que british columbia b.c alberta alta saskatchewan manitoba nova scotia n.s new brunswick newfoundland
usa u.s.a us u.s united states uk u.k united kingdom england scotland wales ireland northern ireland canada china taiwan japan korea south korea republic of korea hong kong singapore india australia new zealand germany france switzerland austria belgium netherlands the netherlands luxembourg spain portugal italy denmark sweden norway finland iceland poland czech republic hungary romania bulgaria greece cyprus malta israel turkey türkiye egypt south africa nigeria kenya ghana brazil mexico argentina chile peru colombia uae u.a.e united arab emirates saudi arabia qatar thailand malaysia indonesia vietnam philippines cayman islands bermuda isle of man jersey guernsey gibraltar monaco liechtenstein estonia latvia lithuania ukraine panama nsw new south wales victoria queensland western australia south australia`
    .split(/\n/)
    .join(' ')
    .split(' '),
);
const TWO_WORDS =
  /^(?:new|north|south|west|western|northern|british|nova|rhode|puerto|united|hong|saudi|czech|cayman|the|republic|isle|costa|sri|el|abu)\b/i;

/** Whether the part of a dateline names a state, province or country rather than a city. */
export function isRegion(part: string): boolean {
  const name = part.trim().replace(/\.$/, '').toLowerCase();
  if (/^[A-Z]{2}$/.test(part.trim())) return true;
  if (REGIONS.has(name)) return true;
  return TWO_WORDS.test(name) && name.split(/\s+/).every((word) => REGIONS.has(word) || word === 'of');
}
