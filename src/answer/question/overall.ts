import type { Issuer } from '../../knowledge/model.ts';
import { fold } from '../text/fold.ts';

/** What is asked of a release or its company as a whole. */
export type Overall = 'news' | 'correction' | 'business' | 'products' | 'base' | 'headquarters';

/** Which of them the question asks and asks alone; undefined for a question about one thing. */
export function asksOverall(read: string, issuer: Issuer): Overall | undefined {
  const said = ofIt(read, issuer);
  return PATTERNS.find(({ pattern }) => pattern.test(said))?.asked;
}

const NEWS_WORD =
  '(?:news|announcement|headline|story|release|press release|pr|update|gist|summary|deal here|point)';
const DO =
  '(?:do|doing|about|in|into|up to|do for a living|work on|working on|speciali[sz]e in|focus on|focused on|do as a company|do as a business)';

/** Of what `ofIt` leaves: the company is "it", the release "this". */
const PATTERNS: readonly { readonly asked: Overall; readonly pattern: RegExp }[] = [
  {
    asked: 'news',
    pattern: new RegExp(
      `^(?:what (?:is|was|are) (?:(?:the|this|todays|their) )?(?:(?:big|main|latest|new|actual|whole|basic) )?${NEWS_WORD}(?: (?:about|all about|saying|say|in short|in one (?:line|sentence)|in a (?:nutshell|sentence|line)))?|what (?:is|was) (?:this|this all|all this)(?: (?:about|all about|in one (?:line|sentence)|in a (?:nutshell|sentence|line)|in short))?|what (?:does|did) (?:this|${NEWS_WORD}) (?:say|announce)|what (?:did|do|does|has|have|is) it (?:just )?(?:announce|announced|announcing|say|report|put out|release)|what happened|tl ?dr|gist|summary|headline|(?:summari[sz]e|sum up)(?: (?:this|thing|the news))?|sum (?:this|thing) up|short version|in short|(?:main|key) (?:point|news|takeaway|message)s?|any news|give me (?:the|a) (?:gist|summary|headline|news|short version)|(?:the )?(?:gist|news|summary)(?: in one (?:line|sentence)| of (?:this|thing))?|what (?:is|was) (?:being )?announced|what is it announcing)$`,
    ),
  },
  {
    asked: 'correction',
    pattern:
      /^(?:(?:why|what) (?:was|is|were|has been|got|had to be|needed to be) (?:(?:this|it|the original|wrong|changed|corrected|updated|fixed|different|incorrect|in|with|about|the (?:first|earlier|original) (?:one|version|release)|release|the release|being) ?)*(?:corrected|updated|changed|wrong|fixed|different|incorrect|reissued|correction|error|mistake)(?: (?:in|with|about|from|to) (?:this|it|the (?:original|first|earlier)(?: \w+){0,2}|the release))?|what (?:did it|does it|did they) (?:correct|change|fix|update|get wrong)(?: (?:in|about) (?:this|it|the \w+))?|(?:what|which) (?:part|bit|thing|line|error|mistake)s? (?:of|in) (?:this|it|the (?:original|first|earlier)(?: \w+){0,2}) (?:was|were|had to be|got|is being|has been) (?:corrected|updated|changed|wrong|fixed)|what (?:is|was) the (?:correction|error|mistake|change|update)(?: (?:about|for))?|what (?:caused|led to) (?:the )?(?:correction|errors?|mistakes?)(?: in (?:this|it))?|why (?:is there|was there|the) (?:a )?(?:correction|update)|correction of what)$/,
  },
  {
    asked: 'business',
    pattern: new RegExp(
      `^(?:what (?:do|does|is|are|did) it (?:(?:really|all|mainly|mostly) )?${DO}|what (?:kind|type|sort) of (?:a )?(?:company|firm|business|outfit|organi[sz]ation|corporation) (?:is|are) (?:it|this)|what (?:line of )?(?:business|industry|sector|field) (?:is|are) it(?: in)?|it (?:does|is) what|(?:who|what) (?:is|are) it|about it|describe it|explain what it (?:does|is)|what it (?:does|is)|(?:business|company) (?:description|profile|overview)|who is it and what does it do|background on it|which (?:business|industry|sector|field) is it in|what (?:is|are) its (?:business|line of business|focus|main business|core business|mission))$`,
    ),
  },
  {
    asked: 'products',
    pattern:
      /^what (?:(?:things?|stuff|products?|kinds? of (?:things?|products?|stuff)) )?(?:do|does|is|are) it (?:make|making|sell|selling|develop|developing|produce|producing|manufacture|offer|build|market)$|^it (?:makes|sells|develops) what$/,
  },
  {
    asked: 'headquarters',
    pattern:
      /^(?:where (?:is|are) (?:it|the|its) (?:headquarters|hq|head ?office|main office|home office|corporate office|home base|corporate headquarters|headquartered)(?: (?:at|located|based|in))?|where (?:does it have|has it) (?:its|the|a) (?:headquarters|hq|head ?office|main office|seat)|its (?:headquarters|hq|head ?office)|(?:headquarters|hq|head ?office|home base|corporate headquarters)(?: (?:location|city|where|located|of it))?|(?:what|which) (?:city|country|state|town) is it headquartered in|where hq)$/,
  },
  {
    asked: 'base',
    pattern:
      /^(?:where (?:is|are|does|do) it (?:based|located|from|at|out of|situated|based out of|operate from|come from|sit)|where is it|(?:what|which) (?:city|country|state|town|place|part of the (?:country|world)) (?:is|are|does) it (?:in|from|based in|located in|come from|based|out of)|(?:based|located) where|it (?:is )?based where)$/,
  },
];

/** Words that ask nothing more: "so what's the news here then". */
const BEFORE =
  /^(?:(?:so|and|ok|okay|hey|hi|but|please|um|well|btw|yo|can you|could you|would you|just|quick question|in short|basically|wait|sorry|like) )+/;
const AFTER =
  /(?: (?:please|exactly|anyway|again|even|actually|here|now|today|then|really|currently|at all|for a living|in general|thanks|precisely|mainly|right now|these days|as a company|lol))+$/;
const BETWEEN = / (?:even|actually|really|exactly|just|basically|currently|even really|now)(?= )/g;

/** The question with its fillers gone and whatever it calls the company and the release in one word each. */
function ofIt(read: string, issuer: Issuer): string {
  let said = ` ${inWords(read)} `;
  // "Where is it" may mean a meeting or a product: only what is based somewhere is a company.
  said = said.replace(/ it (?!(?:is )?(?:based|headquartered)\b)/g, ' thing ');
  for (const name of issuerSpellings(issuer))
    said = said.replaceAll(` ${name} s `, ' its ').replaceAll(` ${name} `, ' it ');
  said = said
    .trim()
    .replace(/\b(kind|type|sort) of (?:a )?(?:company|business)\b/g, '$1 of firm')
    .replace(
      /\b(?:whats|what s|what(?= (?:the|this|it|they|company)\b(?! (?:do|does|did|is|are))))\b/g,
      'what is',
    )
    .replace(/\b(?:whos|who s|who(?= (?:this|it|they)$))\b/g, 'who is')
    .replace(
      /\b(?:wheres|where s|where(?= (?:the|this|it|their|they)\b(?! (?:do|does|is|are))))\b/g,
      'where is',
    )
    .replace(
      /\b(?:these|those|this|the|that|your|our) (?:guys|people|folks|fellas|lot|outfit|compan(?:y|ies)|firm|business|issuer|biotech|pharma|startup|corporation)(?: s)?\b/g,
      'it',
    )
    .replace(
      /\b(?:they|them|company|issuer)\b(?= (?:do|does|is|are|based|located|headquartered|in|from|about|even|actually|really|announce\w*|say|up|into|work\w*|focus\w*|speciali\w*|have|has|just|put|come|operate|make|sell|develop|produce|manufactur\w*|offer|build|market)\b|$)/g,
      'it',
    )
    .replace(/\b(?:their|companys|it s)\b/g, 'its')
    .replace(/\bthe its?\b/g, 'its')
    .replace(
      /\b(?:this|the|that)(?: original| first| earlier| news)* (?:release|press release|document|article|announcement|news|pr|thing|version)\b/g,
      'this',
    )
    .replace(BETWEEN, '');
  let before: string;
  do {
    before = said;
    said = said.replace(BEFORE, '').replace(AFTER, '').trim();
    said = said.replace(
      /^(?:tell me|do you know|does it say|any idea|can i ask|i wonder|show me|give me info|info|anything|something)(?= (?:about|what|where|who))\s/,
      '',
    );
  } while (said !== before);
  return said;
}

/** Folded, without marks: words parted by one space. */
export function inWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Full name, short names, symbols, each with and without its legal form, and a long first word; longest first. */
export function issuerSpellings({ name, shortNames, tickers, aliases }: Issuer): readonly string[] {
  const symbols = tickers.map(({ symbol }) => symbol.text);
  const texts = [name?.text ?? '', ...shortNames.map(({ text }) => text), ...aliases, ...symbols];
  const whole = texts.map(inWords);
  const bare = whole.flatMap((text) => [text.replace(LEGAL, ''), text.replace(LAST_LEGAL, '')]);
  const first = bare.flatMap((text) => /^\S{5,}(?= )/.exec(text)?.[0] ?? []);
  return [...new Set([...whole, ...bare, ...first])]
    .filter((text) => text.length > 1)
    .sort((a, b) => b.length - a.length);
}

const LEGAL_WORD =
  '(?:the|inc|corp|corporation|ltd|limited|llc|plc|company|co|holdings?|group|sa|ag|nv|se|ab|asa)';
const LEGAL = new RegExp(`(?: ${LEGAL_WORD})+$`);
const LAST_LEGAL = new RegExp(` ${LEGAL_WORD}$`);
