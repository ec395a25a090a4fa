/** Credentials as they follow a name: ", M.D., Ph.D.". */
export const CREDENTIALS =
  '(?:,?\\s+(?:M\\.?D\\.?|Ph\\.?\\s?D\\.?|D\\.?O\\.?|Pharm\\.?\\s?D\\.?|M\\.?B\\.?A\\.?|M\\.?P\\.?H\\.?|M\\.?S\\.?(?:c\\.?)?|M\\.?Sc\\.?|B\\.?Sc\\.?|R\\.?N\\.?|J\\.?D\\.?|CPA|CFA|C\\.P\\.A\\.|Esq\\.?|Jr\\.?|Sr\\.?|II|III|IV|P\\.?E\\.?|P\\.?Eng\\.?|P\\.?Geo\\.?|D\\.?V\\.?M\\.?|D\\.?Sc\\.?|Dr\\.?\\s?PH|FAHA|FACC|FACS|F\\.?A\\.?C\\.?C\\.?|F\\.?A\\.?H\\.?A\\.?|FACP|FRCP|MBBS|M\\.B\\.B\\.S\\.|MHS|M\\.H\\.S\\.|MMSc|MBBCh|MPA|MSN|DNP|NP|PA-C|FESC|FAAN|MACC|ICD\\.D|OBE|CBE)(?=[,\\s.;:)”"]|$))';
const HONORIFIC = '(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Hon|Rev|Gen|Col|Capt|Sen|Gov)\\.?';
const PART = "(?:\\p{Lu}[\\p{Ll}’'‑-][\\p{L}’'‑-]*|O[’']\\p{Lu}\\p{Ll}+|\\p{Lu}\\p{Ll}+)";
const PARTICLE = '(?:de|del|de la|van|von|van der|van den|der|da|di|du|bin|al|la|le|St\\.|ten|ter|el)';
const GAP = '[ \\u00a0\\n]{1,2}';
/** A person's name of two to five parts, without honorific or credentials. */
export const PERSON = `${PART}(?:${GAP}(?:\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)?|${PARTICLE}|[“"(]${PART}[”")]|${PART})){0,4}${GAP}${PART}`;
/** A name with at most an honorific before: with one, a surname alone will do. */
export const PERSON_OR_HONORIFIC = `(?:${HONORIFIC}\\s+(?:${PERSON}|${PART})|(?:\\p{Lu}\\.\\s?){1,2}${PART}|${PERSON})`;

/** Nouns that name an office. */
const OFFICE =
  'ceo|cfo|coo|cto|cmo|cso|cio|cbo|cco|cro|cpo|president|chair|chairman|chairwoman|chairperson|co-chair|vp|svp|evp|director|founder|co-founder|cofounder|partner|head|manager|officer|professor|secretary|treasurer|counsel|principal|analyst|chancellor|mayor|governor|minister|ambassador|investigator|physician|cardiologist|surgeon|scientist|spokesperson|spokesman|spokeswoman|editor|author|advisor|adviser|owner|dean|researcher|superintendent|commissioner|senator|geologist|engineer|economist|strategist|attorney|lawyer|chemist|consultant|leader|member|volunteer|co-ceo|coach|host|producer|designer|architect|trustee|fellow|specialist|administrator|coordinator|epidemiologist|nurse|neurologist|oncologist|psychologist|statistician';
const OFFICE_WORD = new RegExp(`^(?:${OFFICE})(?:s|-elect)?$`, 'i');
/** A name's words are never these: companies, places and offices look like names otherwise. */
const NOT_NAME =
  /^(?:Appoints|Names|Announces|Promotes|Hires|Welcomes|Elects|Adds|Meet|Said|Following|Featuring|By|Joining|Under|Called|The|This|That|These|Those|In|At|On|For|With|From|And|But|As|If|When|While|After|Before|Our|We|It|They|He|She|His|Her|Their|Its|Today|Company|Corporation|Inc|Corp|Ltd|Group|Holdings?|Capital|Partners?|Advisors?|Ventures?|Fund|Trust|Bank|University|College|School|Institute|Hospital|Center|Centre|Medical|Health|Healthcare|Therapeutics|Pharmaceuticals?|Pharma|Biotech(?:nology)?|Biosciences?|Sciences?|Systems?|Technolog(?:y|ies)|Solutions?|Services?|International|Global|National|American|Americas?|Europe|European|Asia|North|South|East|West|United|States|New|York|Relations|Media|Press|Investors?|Public|Communications?|Annual|Meeting|Conference|Congress|Summit|Board|Committee|Council|Association|Society|Foundation|Department|Agency|Commission|Securities|Exchange|Street|Avenue|Road|Suite|Floor|Phase|Study|Trial|Form|Section|Act|Rule|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Nasdaq|NASDAQ|NYSE|Networks?|Labs?|Laboratories|Energy|Resources?|Mining|Minerals|Gold|Silver|Lithium|Motors?|Digital|News|Wire|Life|Care|Research|Chief|President|Vice|Director|Officer|Executive|Chair(?:man|woman)?|Founder|CEO|CFO|Senior|Managing|General|Head|Dr|Mr|Mrs|Ms|Prof|Professor|Contact|Details|Email|Phone|Website|About|Source|View|Release|Report|Results?|Quarter|Year|Fiscal|Forward|Looking|Statements?|Information|Privacy|Policy|Real|Estate|Artificial|Intelligence|Co|LLC|LLP|LP|PLC|Day|Week|Month|World|City|County|State|Park|House|Market|Markets|Product|Products|Program|Project|Platform|Data|Science|Square|Portal|Innovations?|Industries|Enterprises?|Brands?|Foods?|Entertainment|Studios?|Games?|Records|Awards?|Series|Class|Common|Stock|Shares?|Notes?|Warrants?|Proceeds|Offering|Agreement)$/;

/** How many characters to leave out at the front: "Managing Partners Andrew Goldman" starts with an office. */
export function leadLength(name: string): number {
  let at = 0;
  for (const match of name.matchAll(/\S+\s*/g)) {
    if (!NOT_NAME.test(match[0].trim().replace(/[.,’']s?$/, '')) || HONORIFIC_ONLY.test(match[0].trim()))
      break;
    at = match.index + match[0].length;
  }
  return at;
}

const HONORIFIC_ONLY = new RegExp(`^${HONORIFIC}$`, 'u');

/** Whether every word of a would-be name could be part of one. */
export function couldBeName(name: string): boolean {
  const bare = name.replace(new RegExp(`^${HONORIFIC}\\s+`, 'u'), '');
  return bare.split(/\s+/).every((word) => !NOT_NAME.test(word.replace(/[.,’']s?$/, '')));
}

const TITLE_JOIN = /^(?:of|and|at|for|the|in|to|&|\/|de|its|our|both|co)$/i;
/** Verbs and connectives that end a title. */
const ENDS_TITLE =
  /^(?:said|says|say|commented|comments|stated|states|added|adds|noted|notes|continued|remarked|explained|concluded|who|will|is|was|has|had|have|are|which|where|to|that|today|commenting|shared|told|announced|announces|brings|joined|joins|expressed|emphasized|highlighted|believes|served|serves|discusses?|sits|speaks|spoke|presented|led|leads|would|can|may|effective|reporting|succeeds?|replaces?|from|by|during|about|on|with|as|in)$/i;

/**
 * How many characters of `text` from its start are an office: "Chief Medical Officer and EVP, Head of
 * Research and Development"; 0 when the first words name none.
 */
export function officeLength(text: string): number {
  const words = [
    ...text
      .slice(0, 220)
      .matchAll(/[^\s,;:.”"“()\n]+(?:\.[^\s,;:.”"“()\n]+)*\.?(?=[\s,;:.”"“()]|$)|[,;:”"“()]/g),
  ];
  let end = 0;
  let offices = 0;
  let open = false;
  for (const [index, match] of words.entries()) {
    const word = match[0];
    const bare = word.replace(/[’']s$/, '').replace(/[.,]$/, '');
    if (/^[;:”"“()]$/.test(word)) break;
    if (word === ',') {
      // A comma goes on only to a further office, or to the organisation that it is held in.
      if (
        offices === 0 ||
        !goesOn(
          words.slice(index + 1, index + 4).map(([next]) => next),
          text.slice(match.index),
        )
      )
        break;
      open = true;
      continue;
    }
    if (OFFICE_WORD.test(bare) || OFFICE_WORD.test(bare.replace(/-.*$/, ''))) offices += 1;
    else if (/^\p{Ll}/u.test(bare) && ENDS_TITLE.test(bare) && !TITLE_JOIN.test(bare)) break;
    else if (
      /^\p{Ll}/u.test(bare) &&
      !TITLE_JOIN.test(bare) &&
      offices > 0 &&
      end > 0 &&
      !/^(?:chief|senior|vice|interim|managing|general|global|group|deputy|assistant|associate|non-executive|independent|lead|relations|medical|executive|financial|operating|scientific|technology|marketing|business|commercial|development|research|clinical|operations|affairs|communications|strategy|product|sales|corporate|investor|legal|human|people|data|information|revenue|growth|investment|policy|regulatory|oncology|medicine|cardiology|science|sciences|finance|engineering|company|board|directors|staff|department|professor|public|health|law|preventive)$/i.test(
        bare,
      )
    )
      break;
    else if (
      /^\p{Ll}/u.test(bare) &&
      !TITLE_JOIN.test(bare) &&
      offices === 0 &&
      !/^(?:the|a|an|current|former|our|its|acting|newly|chief|executive|president)$/i.test(bare) &&
      index > 2
    )
      break;
    if (/[.!?]$/.test(word) && !/^(?:Inc|Ltd|Co|Corp|U\.S|Dr|St|Sr|Jr|M\.D|Ph\.D)\.$/.test(word)) {
      end = match.index + word.length - 1;
      break;
    }
    if (!TITLE_JOIN.test(bare) || open) end = match.index + word.length;
    open = false;
    if (index > 8 && offices === 0) break;
  }
  return offices === 0 ? 0 : end;
}

/** After a comma: another office ("Head of Research"), a company, or "Inc.". */
function goesOn(next: readonly string[], rest: string): boolean {
  const first = next[0] ?? '';
  const bare = first.replace(/[’']s$/, '');
  if (/^(?:Inc|Ltd|LLC|Corp|Co|LP|PLC|plc|S\.A)\.?$/.test(first)) return true;
  if (OFFICE_WORD.test(bare)) return true;
  if (next.some((word) => OFFICE_WORD.test(word)) && /^\p{Lu}/u.test(first)) return true;
  return (
    /^\p{Lu}/u.test(first) &&
    !/^(?:who|said|commented)/.test(first) &&
    /^,\s+\p{Lu}[^,.]{2,60}(?:[.,”"]|$|\s(?:said|commented|stated|added))/u.test(rest) &&
    couldBeOrganisation(rest)
  );
}

function couldBeOrganisation(rest: string): boolean {
  return (
    /^,\s+(?:\p{Lu}[\p{L}\p{N}.&’'-]*|of|and|the|for|&|\s)+/u.test(rest) &&
    !/^,\s+(?:Dr|Mr|Ms|Mrs)\b/.test(rest)
  );
}
