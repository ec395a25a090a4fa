import type { Guard } from './guard.ts';

/** One holder of an office, side of a deal or adviser is none of another. */
export const GUARDS_OF_PARTIES: readonly Guard[] = [
  {
    // "Based on results from" is no place.
    asked:
      /\b(?:where|which (?:city|country|state|town)|what (?:city|country|state|town)|hq|headquarter\w*|head office|main office)\b/,
    unless: /\bbased on\b/,
    contradicted: (text) =>
      /\bbased (?:up)?on\b/i.test(text) &&
      !/\b(?:headquarter\w*|located|offices?|based (?:in|at|near|out))\b|-based\b/i.test(text),
  },
  {
    asked:
      /\bwho (?:was|were|held|ran|had)\b.*\b(?:before|previously|prior)\b|\bpredecessor|\bwho (?:did|does|is) .*\breplac/,
    contradicted: (text) =>
      !/\b(?:succe\w+|replac\w+|predecessor|former\w*|outgoing|retir\w+|depart\w*|step\w* down|resign\w*|previous\w*)\b/i.test(
        text,
      ),
  },
  {
    asked:
      /\b(?:where|what|which|who)\b.*\b(?:work(?:ed|ing)?|job|role|position|employer|compan(?:y|ies))\b.*\b(?:before|previously|prior|formerly)\b/,
    contradicted: (text) =>
      !/\b(?:previous\w*|prior|former\w*|most recently|before|served|worked|was|held|experience|career|from|spent|years?|succe\w+|since)\b/i.test(
        text,
      ),
  },
  {
    // Whoever speaks in a release holds the office now.
    asked: /\bwho (?:will|is going to)\b/,
    contradicted: (text) =>
      !/\b(?:presenter|participants?|attendees?|representatives?|speaker|moderator|host|will|appoint\w*|promot\w*|succe\w*|becom\w*|named|expected|join\w*|continu\w*|remain\w*|intends?|upcoming|plan\w*|schedul\w*|to (?:be|present|lead|serve|host|join|participate|acquire|become))\b/i.test(
        text,
      ),
  },
  {
    // Whoever asks for more than is named wants what is named beside it.
    unless: /\bother (?:compan\w+(?: s)? |public |corporate )*(?:boards?|directorships?|designations)\b/,
    asked:
      /\b(?:besides|other than|apart from|who else|what else|any other|(?:what|which|who are the) other)\b/,
    contradicted: (text) =>
      !/\b(?:other|also|besides|apart from|addition\w*|includ\w+|joined|as well as|together|such as|another|both|in combination|along with|subsidiar\w+|previous\w*|and chair|and a (?:director|member))\b/i.test(
        text,
      ),
  },
  {
    // "Who else" is answered by a company of others, not by one more thing that somebody does.
    asked: /\bwho else\b/,
    contradicted: (text) => !/\b(?:other|joined|as well as|together|along with|both|and)\b/i.test(text),
  },
  {
    asked: /\bwho (?:will|would|is going to|is) (?:be )?(?:replac\w*|succeed\w*|fill\w*|tak\w+ over from)\b/,
    contradicted: (text) =>
      !/\b(?:succe\w+|replac\w+|appoint\w*|named|nominat\w*|fill\w*|assum\w+|becom\w+|elect\w*)\b/i.test(
        text,
      ) || /\bnot stand for (?:re-?)?election\b/i.test(text),
  },
  {
    // A premium is no stake.
    asked:
      /\b(?:percent\w*|share|how much|stake|%).*\b(?:own(?! (?:stock|shares|equity))|owns|owned|hold|holds|stake)\b/,
    contradicted: (text) =>
      !/\b(?:own\w*|stake|interest|outstanding|equity|shareholding|hold\w*|held|beneficial\w*|split|retain\w*|majority)\b/i.test(
        text,
      ),
  },
  {
    asked: /\b(?:discounts?|rebates?)\b/,
    contradicted: (text) => /\bconfidential (?:\w+ )?(?:discounts?|rebates?)\b/i.test(text),
  },
  {
    // What is undisclosed is not told.
    asked: /^(?:what|which|who|how much)\b/,
    unless: /\bundisclosed\b/,
    contradicted: (text) =>
      /\bundisclosed (?:targets?|terms?|amounts?|sums?|prices?|partners?|buyers?|part(?:y|ies))\b/i.test(
        text,
      ),
  },
  {
    // The code of a replay does not open the call.
    asked: /\blive (?:call|webcast|event|conference)\b/,
    contradicted: (text) =>
      /\breplay\b/i.test(text) &&
      !/\blive\b|\bparticipants?\b|\bto (?:join|access|participate in) the (?:conference )?call\b/i.test(
        text,
      ),
  },
  {
    // Whoever leaves an office is not who comes into it.
    unless: /\b(?:until|till|before|in the meantime|meanwhile|interim|for now)\b/,
    asked: /\bnew (?:c[efmtsob]o|chief|president|chair\w*|boss|head)\b|\bwho (?:will|is going to) be\b/,
    contradicted: (text) =>
      /\b(?:step(?:s|ped|ping)? down|resign\w*|retir\w*|depart\w*|leav(?:e|es|ing))\b/i.test(text) &&
      !/\b(?:appoint\w*|succe\w+|named|join\w*|becom\w*|promot\w*|hir\w+|elect\w*|welcom\w*|replac\w*|assum\w*|will serve)\b/i.test(
        text,
      ),
  },
  {
    // Whoever sells a thing need not be the one who makes it.
    asked:
      /\b(?:who|which (?:company|firm)|what (?:company|firm))\b (?:(?:actually|really|else) )?(?:makes?|made|manufactures?|manufactured|produces?|produced|builds?|built)\b(?! (?:up|it|money|the (?:decision|announcement|deal|offer|payment|call)))/,
    contradicted: (text) =>
      !/\b(?:manufactur\w*|made by|mak(?:es|er|ers|ing)|produc\w+|buil[dt]\w*|suppl\w+|proprietary|develop\w*|design\w*)\b/i.test(
        text,
      ),
  },
  {
    // Whoever chairs a committee does not chair the board.
    asked: /\bchair(?:man|woman|person)?\b/,
    unless: /\bcommittee\b/,
    contradicted: (text) => {
      const rest = text.replace(
        /\bchair\w* (?:of|for) (?:the |its |our )?(?:[\p{L}&-]+ ){1,5}committees?\b|\b(?:[\p{L}&-]+ ){0,4}committee chair\w*/giu,
        ' ',
      );
      return /\bchair/i.test(text) && !/\bchair/i.test(rest);
    },
  },
  {
    // Whoever only leaves joins nobody.
    asked: /\b(?:which|what) (?:company|firm)\b.*\b(?:joining|joins?|going to|leaving for|moving to)\b/,
    contradicted: (text) =>
      /\b(?:resign\w*|depart\w*|step\w* down|leav\w+)\b/i.test(text) &&
      !/\b(?:join\w*|accept\w*|becom\w*|position (?:at|with)|role (?:at|with)|new (?:position|role|opportunity))\b/i.test(
        text,
      ),
  },
  {
    // "Until its acquisition" names no buyer.
    asked: /\bwho (?:bought|acquired|purchased)\b(?! in\b)/,
    contradicted: (text) =>
      /\bacquisition\b/i.test(text) &&
      !/\b(?:sell\w*|sale|sold|acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing|er) (?:of|by|all|the|an?|up)|acqui\w+ (?:of|by)|buy\w*|bought|sold to|purchased)\b/i.test(
        text,
      ),
  },
  {
    // Those who are named are not all who work there.
    asked: /\bhow many (?:people|employees|staff|workers)\b.*\b(?:work|employ\w*|have|has|on staff|staff)\b/,
    contradicted: (text) =>
      /\b(?:of these|these|those|all \w+ of the) (?:\w+ )?(?:employees|people|individuals|professionals|workers)\b/i.test(
        text,
      ),
  },
  {
    asked: /\block[- ]?up\b/,
    contradicted: (text) => !/\block-?(?:up|ed)\b|\bnot to (?:sell|offer|dispose)/i.test(text),
  },
  {
    // One side has several advisers: the banker is none of the lawyers.
    asked: /\bfinancial advis[eo]rs?\b/,
    contradicted: (text) =>
      !/\b(?:financial\W+(?:\w+\W+){0,3}advis|advis\w+\W+financial|bankers?|fairness|exclusive advis)/i.test(
        text,
      ),
  },
  {
    asked: /\b(?:legal (?:counsel|advis[eo]rs?)|lawyers?|law firm|attorneys?)\b/,
    contradicted: (text) => !/\b(?:counsel|legal|law firm|attorneys?|LLP)\b/i.test(text),
  },
  {
    // Whoever sells to somebody names the buyer; whoever only sells does not.
    asked: /\bwho\b.*\b(?:buy\w*|bought|purchas\w*|acquir\w*)\b/,
    contradicted: (text) =>
      !/\b(?:buy\w*|bought|purchas\w*|acqui\w*|takeover)\b/i.test(text) &&
      /\b(?:sells?|sold|sale|selling)\b/i.test(text) &&
      !/\b(?:sells?|sold|sale|selling)\b.{0,200}?\bto (?:an? )?(?:affiliates? of |subsidiary of |unit of |funds? (?:managed|advised) by )?\p{Lu}/u.test(
        text,
      ),
  },
  {
    // The link of an abstract is no company's website.
    asked: /\b(?:web ?site|home ?page)\b|\b(?:about|on) (?:the|this|that) company\s*$/,
    unless: /\b(?:abstract|paper|poster|presentation|talk|read)\b/,
    contradicted: (text) => /^(?:abstract )?online(?: only)?\s*:/i.test(text),
  },
  {
    asked: /\b(?:counsel|lawyers?|law firm|advis[eo]rs?)\b.*\bunderwriters?\b/,
    contradicted: (text) => !/\b(?:underwriters?|bookrunn\w+|placement agents?)\b/i.test(text),
  },
];
