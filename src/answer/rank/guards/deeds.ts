import type { Guard } from './guard.ts';

/** An approval that is sought, awaited or conditional is none. */
const SOUGHT =
  /\b(?:fil(?:ed|ing|es?)|submi\w+|seek\w*|sought|pending|subject to|await\w*|appl(?:y|ied|ication\w*)|request\w*|potential\w*|if|until|upon|obtain\w*|toward\w*|expect\w*|anticipat\w*|before|prior to)\b[^.;]{0,60}?\b(?:approv\w+|clear(?:ed|ance)|authori[sz]\w+)/gi;
const GIVEN = /\b(?:approv\w+|clear(?:ed|ance)|authori[sz]\w+|accept\w+|grant\w+)\b/i;

/** What is only expected has not happened. */
const AHEAD =
  /\b(?:expect\w*|will|would|anticipat\w*|plan\w*|intend\w*|schedul\w*|to be|project\w*|subject to)\b[^.;]{0,60}?\b(?:clos\w*|complet\w*|launch\w*|start\w*|begin\w*|commenc\w*|pa(?:y|id)\w*|open\w*|consummat\w*|submi\w*|initiat\w*|fil(?:e|ed|es|ing))\b/gi;
const HAPPENED =
  /\b(?:clos\w*|complet\w*|launch\w*|start\w*|beg[iau]n\w*|commenc\w*|pa(?:y|id)\w*|open\w*|consummat\w*|submi\w*|initiat\w*|fil(?:e|ed|es|ing))\b/i;

/** Says why: a cause, an aim or what something follows from. */
const REASON =
  /\b(?:because|due to|as a result|results? of|in order to|driv\w+|attribut\w+|reasons?|owing|so that|given|enabl\w+|allow\w*|support\w*|reflect\w*|aim\w*|respon\w+|prompt\w*|ensur\w+|strengthen\w*|help\w*|better|position\w*|align\w*|strateg\w+|benefit\w*|seek\w*|need\w*|require\w*|intend\w*|purpose|goal|focus\w*|follow\w+|since (?!(?:19|20)\d\d|joining|then)|therefore|thus|believ\w+|caus\w+|necess\w+|lack of|retir\w+|offset\w*|complement\w*|alleg\w*|based on|pursu\w+|ideal|select\w+ for|accommodat\w*|reduc\w*|result(?:s|ed|ing)|hereditary|make[sd]? (?:it|her|him|them)|to (?:give|allow|permit|pursue|spend|devote|fund|retire|accommodate|focus|save|cut|extend|preserve|expand|grow|improve|increase|reduce|provide|advance|accelerate|meet|build|maximi[sz]e|create|address|protect|comply|regain|achieve|drive|bring|make|become|deliver|evaluate|assess|determine|correct|update))\b/i;

/** Speaks of what is, is to be or may be. */
const NOT_PAST =
  /\b(?:will|would|shall|may|can|could|is|are|plan\w*|expect\w*|intend\w*|anticipat\w*|schedul\w*|to be|target\w*|aims?|upcoming|next|payable|due|effective|until|through|on or about|goal|guidance|outlook|project\w*|forecast|authoriz\w*|up to|going to|begin\w*|planned|continu\w*|remain\w*|provides?|has|have)\b/i;
const HAD_DONE = /\bhad (?:\w+ly )?\w+(?:ed|en|ld|ght|id|de)\b/i;
/** What a sentence says of now before it turns to what had been done. */
const ABOUT_NOW = /^.*?(?=,? (?:under|of|for|in) which\b)/i;

/** A plan is no deed, the last none of the next, and what happened says not why. */
export const GUARDS_OF_DEEDS: readonly Guard[] = [
  {
    // A year after the closing says nothing of when that is.
    asked: /^when\b.*\b(?:clos\w*|complet\w*|done)\b/,
    contradicted: (text) =>
      /\b(?:years?|months?|quarters?) (?:after|following) (?:the )?(?:closing|close|completion)\b/i.test(
        text,
      ) &&
      !/\b(?:expect\w*|anticipat\w*|schedul\w*|on track|target\w*|intend\w*) to (?:be )?(?:clos\w*|complet\w*|occur)|\bclos\w+ (?:is|in|on|by|during)\b/i.test(
        text,
      ),
  },
  {
    asked: /\bany other\b/,
    unless: /\b(?:boards?|directorships?)\b/,
    contradicted: (text) => !/\b(?:other|others|also|addition\w*|further|more|another)\b/i.test(text),
  },
  {
    // The waiting period that expires is no offer.
    asked: /\bexpir\w*/,
    unless: /\bwaiting period\b|\b(?:hsr|antitrust)\b/,
    contradicted: (text) =>
      /\bexpir\w+ (?:or termination )?of (?:the |any |all )?(?:\w+ )?(?:[\w-]+ )?waiting periods?\b/i.test(
        text,
      ) && !/\bexpires?\b|\bwill expire\b|\bscheduled to expire\b/i.test(text),
  },
  {
    // What had been bought is no plan of what will be.
    asked: /\b(?:plans?|planning|intends?|expects?|going|aims?|want) to\b|\bwill\b(?! be known)/,
    unless: /\b(?:did|was|were|had)\b/,
    contradicted: (text) => HAD_DONE.test(text) && !NOT_PAST.test(text.replace(ABOUT_NOW, ' ')),
  },
  {
    asked:
      /\b(?:did|was|were|has|have)\b.*\b(?:clos\w*|complet\w*|launch\w*|start\w*|beg[iau]n\w*|commenc\w*|paid|open\w*|submi\w*|initiat\w*|filed)\b/,
    unless: /\b(?:expect\w*|will|plan\w*|schedul\w*|supposed|ever|before|already)\b/,
    contradicted: (text) => HAPPENED.test(text) && !HAPPENED.test(text.replace(AHEAD, ' ')),
  },
  {
    asked: /\b(?:approv\w+|clear(?:ed|ance)|authori[sz]ed|ok|okay|okayed|green light|nod)\b/,
    unless:
      /\b(?:fil(?:ed|e|ing)|submi\w+|seek\w*|pending|condition\w*|need\w*|subject|appl(?:y|ied|ying|ication)|expect\w*|will|might|could|may|would|earliest|milestone|how much|payment|if|once|depends?)\b/,
    contradicted: (text) =>
      /\b(?:approv|clear(?:ed|ance|s)\b|authori)/i.test(text) && !GIVEN.test(text.replace(SOUGHT, ' ')),
  },
  {
    asked: /\b(?:old|former|previous|prior)\b/,
    unless: /\bnew\b|years? old|how old/,
    contradicted: (text) =>
      /\b(?:new|relocat\w+|mov(?:e|es|ing) (?:to|its|into))\b/i.test(text) &&
      !/\b(?:old|former\w*|previous\w*|prior|replac\w+|current\w*|most recently|from|since|existing|earlier|succe\w+|retir\w+|outgoing|depart\w*)\b/i.test(
        text,
      ),
  },
  {
    asked:
      /\bnew (?:\w+ )?(?:ticker|symbol)\b|\bnew (?:company |corporate |stock |trading |companys )?name\b|\brenamed?\b/,
    contradicted: (text) =>
      !/\b(?:new|chang\w+|renam\w+|will|begin\w*|began|now|formerly|becom\w+|known|rebrand\w*|expect\w*)\b/i.test(
        text,
      ),
  },
  {
    // What is declared or reported now is not what was last time.
    asked: /\b(?:last|previous|prior) (?:quarter|year|month|time)\b|\ba year (?:ago|earlier)\b/,
    contradicted: (text) =>
      !/\b(?:last|previous\w*|prior|compar\w+|versus|vs|from|against|earlier|ago|increas\w+|decreas\w+|up|down|same|over|19\d\d|20\d\d|first|second|third|fourth|q[1-4]|since)\b/i.test(
        text,
      ),
  },
  {
    // "Into 2028, well beyond the readout" gives the day of something else.
    asked: /\bwhen\b/,
    unless: /\b(?:runway|cash|money|funds|last)\b/,
    contradicted: (text) =>
      /\b(?:beyond|past|well (?:before|after)) (?:the |our |its |their )?(?:\w+ ){0,3}(?:readout|data|results|approval|launch|milestones?|completion)\b(?!.*\bwhich (?:we|it|the company|is|are)\b)/i.test(
        text,
      ),
  },
  {
    // What was done gives no day by which something has to be done.
    asked:
      /\b(?:when|by what|what date|what day|deadline|how soon)\b.*\b(?:have to|has to|must|need to|needs to|required to|deadline)\b/,
    contradicted: (text) =>
      !/\b(?:must|requir\w+|shall|agree[ds]?|oblig\w+|within|no later|not later|later than|deadline|by|before|prior|until|through|will|may|expir\w+|record|due|end(?:s|ing)?|cut-?off|target\w*|action date|PDUFA|schedul\w+|expect\w*)\b/i.test(
        text,
      ),
  },
  {
    // Whoever asks when something should come asks for a plan.
    asked: /^(?:and |so )?when\b.*\b(?:supposed|meant|expected) to\b/,
    contradicted: (text) =>
      !/\b(?:expect\w*|will|anticipat\w*|plan\w*|schedul\w*|to be|target\w*|on track|intend\w*|slated|aims?|on or about|later this|by|payable|upcoming|project\w*)\b/i.test(
        text,
      ),
  },
  {
    // A quarter is no year.
    asked:
      /\b(?:full[- ]year|for the (?:full |whole |entire )?year|whole year|entire year|annual(?! (?:general )?meeting))\b/,
    unless: /\bquarter|\bq[1-4]\b|\b(?:dividend|rate|report)\b/,
    contradicted: (text) =>
      /\b(?:first|second|third|fourth)[\s-]quarter\b|\bQ[1-4]\b|\bthree months\b/i.test(text) &&
      !/\b(?:full[- ]year|years? ended|twelve months|fiscal (?:year )?20|annual\w*|for the year|year-to-date|per year|for (?:fiscal )?20\d\d|(?<!period )in (?:fiscal )?20\d\d)\b/i.test(
        text,
      ),
  },
  {
    // How long a recording takes is no term of a contract.
    unless: /\b(?:money|cash|funds|runway)\b/,
    asked:
      /\bhow long\b.*\b(?:agreement|contract|collaboration|partnership|lease|deal|licen[cs]e|exclusivity)\b/,
    contradicted: (text) =>
      !/\b(?:terms?|years?|months?|through|until|expir\w*|initial|perpetual|period)\b|-year|-month/i.test(
        text,
      ),
  },
  {
    // A year is no quarter.
    asked: /\b(?:first|second|third|fourth) quarter\b|\bq[1-4]\b/,
    unless: /\b(?:full year|year to date|when|date|call)\b/,
    contradicted: (text) =>
      /\bfull[- ]year\b|\bfiscal year\b|^In (?:fiscal )?20\d\d\b|\b(?:for|in) (?:fiscal )?20\d\d\b/i.test(
        text,
      ) && !/\bquarter|\bQ[1-4]\b|\bthree months\b/i.test(text),
  },
  {
    // What somebody is says nothing of what they will be.
    asked: /\bwhat (?:role|position|job|title|office) (?:will|would)\b/,
    contradicted: (text) =>
      !/\b(?:will|would|become\w*|expected|appoint\w*|continue|remain|join\w*|serve as|to be)\b/i.test(text),
  },
  {
    // An approval that is needed gives no day of the vote.
    asked: /\bwhen\b.*\bvot(?:e|es|ed|ing)\b/,
    unless: /\b(?:did|was|were)\b/,
    contradicted: (text) =>
      !/\bvot(?:e|es|ed|ing)\b|\b(?:special|annual|general) meeting\b|\bmeeting of (?:share|stock)holders\b|\bproxy\b/i.test(
        text,
      ),
  },
  {
    // A meeting is no call.
    asked: /\b(?:conference call|earnings call|webcast)\b/,
    contradicted: (text) =>
      !/\b(?:calls?|webcast\w*|dial\w*|broadcast|conference|replays?|archiv\w*|record\w*|audio|live|listen\w*|virtual\w*|online|event)\b/i.test(
        text,
      ),
  },
  {
    // A meeting with the regulator is no congress.
    asked: /\b(?:conference|congress|symposium|medical meeting|scientific meeting)\b/,
    contradicted: (text) =>
      /\bmeeting with (?:the )?(?:U\.?S\.? )?(?:FDA|Food and Drug|EMA|European)/i.test(text) &&
      !/\b(?:medical|scientific|annual) meeting\b|\b(?:congress|conference|symposium)\b/i.test(text),
  },
  {
    // "The closing price" closes nothing.
    asked: /\bclos(?:e|es|ed|ing)\b/,
    unless: /\b(?:price|bid|bell|market|premium)\b|\b(?:last|previous|prior) close\b/,
    contradicted: (text) =>
      /\bclosing (?:sale |bid |market )?prices?\b/i.test(text) &&
      !/\bclos\w*|\bcomplet\w*|\bconsummat\w*/i.test(
        text.replace(/\bclosing (?:sale |bid |market )?prices?\b/gi, ' '),
      ),
  },
  {
    // What was scheduled before is not the new day.
    asked: /\b(?:new|rescheduled) (?:date|day|time)\b|\brescheduled\b/,
    contradicted: (text) =>
      /\b(?:previously|originally) scheduled\b/i.test(text) &&
      !/\b(?:new (?:date|time)|rescheduled (?:to|for)|will now|moved to|instead)\b/i.test(text),
  },
  {
    // A dividend to come is none of last quarter.
    asked:
      /\b(?:was|were|did)\b.*\b(?:last (?:quarter|year|month|time)|(?:quarter|year) before (?:this|that)(?: one)?)\b/,
    contradicted: (text) =>
      /\b(?:payable|will|to be|expects?|declared)\b/i.test(text) &&
      !/\b(?:last|previous\w*|prior|compar\w+|versus|vs|earlier|ago|increas\w+|decreas\w+|from|was|were|ended)\b/i.test(
        text,
      ),
  },
  {
    // What something is for is told by an aim, not by its name.
    asked: /\b(?:purpose|aim|goal|objective|point) of\b/,
    contradicted: (text) =>
      !/\b(?:focus\w*|aim\w*|purpose|goal|objective|design\w*|intend\w*|in order|seek\w*|so that|to \w+|support\w*|enabl\w+|for (?:the )?\w+ing|evaluat\w+|assess\w*|determin\w+|help\w*|ensur\w+|improv\w+|allow\w*)\b/i.test(
        text,
      ),
  },
  {
    asked: /\b(?:cancel\w*|postpone\w*|delay\w*|withdr\w+|halt\w*|terminat\w*)\b/,
    contradicted: (text) =>
      /\b(?:not|no|without)\b[^.;]{0,30}\b(?:cancel|postpon|delay|withdr|halt|terminat)/i.test(text),
  },
  {
    // What something was before its change is not what it became.
    asked:
      /\bbefore (?:the|that|this|it was|they were) (?:chang\w+|amend\w+|reduc\w+|cut|repric\w+|rais\w+|increas\w+|upsiz\w+|hik\w+|correct\w+|split)\b/,
    contradicted: (text) =>
      !/\b(?:from|previous\w*|original\w*|prior|former\w*|old|earlier|pre-?split|instead|rather|compared)\b/i.test(
        text,
      ),
  },
  {
    // A correction says what is right, hardly ever how the wrong came about.
    asked: /\bwhy\b.*\b(?:wrong|incorrect\w*|error|mistake)\b/,
    contradicted: (text) =>
      !/\b(?:because|due to|inadvert\w*|typograph\w*|clerical|administrative|necess\w+|owing)\b/i.test(text),
  },
  {
    asked: /\bwhere\b.*\b(?:old|former|previous|prior)\b/,
    contradicted: (text) =>
      !/\b(?:old|former\w*|previous\w*|prior|from|current\w*|existing|until)\b/i.test(text),
  },
  {
    // A goal is not yet reached.
    asked: /\b(?:so far|to date|already)\b|\b(?:have|has) been\b/,
    contradicted: (text) =>
      /\b(?:goal|aims?|plan\w*|expect\w*|will|target\w*|to enroll|up to)\b/i.test(text) &&
      !/\b(?:so far|to date|already|has|have|had|was|were|current\w*|completed|received|achieved|\p{L}+ed to date)\b/iu.test(
        text,
      ),
  },
  {
    // A company starts when it is founded, not when its talk begins.
    asked: /\bdid (?:the company|they|it|\w+) (?:start|begin)\s*\??$/,
    contradicted: (text) =>
      !/\b(?:found\w*|form\w*|establish\w*|incept\w*|incorporat\w*|start\w*|beg[ai]n|since)\b/i.test(text),
  },
  {
    asked: /\bwhy\b/,
    contradicted: (text) => !REASON.test(text),
  },
  {
    asked:
      /\boriginal(?:ly)?\b(?! (?:product|drug|brand|biologic|medicine)|$)|\bfirst (?:announc|report|disclos|reveal|propos)\w*/,
    contradicted: (text) =>
      !/\b(?:original\w*|previous\w*|initial\w*|prior|former\w*|first|from|earlier|replac\w+|creat\w+|found\w*|since|should read|rather than|instead|(?:was|were) (?:announced|reported|disclosed))\b/i.test(
        text,
      ),
  },
  {
    asked:
      /\bnext (?:\w+ )?(?:milestone|update|readout|data|report|dividend|payment|quarter|year|call|meeting|results|trial|study|phase|closing|tranche)\b/,
    contradicted: (text) =>
      !/\b(?:next|upcoming|subsequent\w*|follow\w+|future|plan\w*|expect\w*|will|coming|later|further|on track|begin\w*)\b|\b(?:second|third|fourth)\b(?![\s-]quarter)/i.test(
        text,
      ),
  },
];
