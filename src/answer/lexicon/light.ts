/**
 * Words that carry no claim of their own: a passage need not contain them to answer. Function words
 * are dropped; light words count a little when they do match.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its he she his her him i me my mine we our you your yours ' +
    'is are was were be been being am do does did doing done have has had having will would shall should can could may might must ' +
    'of to in on at by for from with as into onto about over under than then so and or but if not no nor ' +
    'what which who whom whose when where why how whats whos wheres whens hows ' +
    'there here also just only even ever any some all both each every either neither such very really actually ' +
    'please pls plz thanks thank hi hey hello yo lol btw ok so well um uh eh ' +
    'up out off down again further once too still yet already now whether ' +
    'dont doesnt didnt isnt arent wasnt cant couldnt wont im ive its thats theres hasnt havent ' +
    'vs via per upon amid among between during within while because since until till before after following ' +
    'they them their theirs'
  ).split(' '),
);

export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  (
    'tell give show say says said know find get got getting want need see look looking like mean happen happened happening ' +
    'thing things stuff something anything everything someone anyone people guy guys folks one ones ' +
    'kind kinds type sort sorts way ways lot lots much many more most less least bit few several various ' +
    'new current currently latest recent recently today now time exactly roughly approximately around about ' +
    'called call name named names titled entitled state stated mention mentioned list listed describe described explain ' +
    'company companys firm release press announcement announced announce news text document article statement ' +
    'please quick question info information detail details fact facts wondering curious ' +
    'first main overall total full whole own go goes going come comes put use used using take takes ' +
    'according regarding concerning related relate relates relating involve involved involves include includes included including ' +
    'report reports reported reporting take takes happen plan planned expect expected due ' +
    'word words plain simple terms basically exact specific specifically particular ' +
    'update updates anyway maybe perhaps else other another same different ' +
    'somewhere anywhere long big large small good great best next last previous former ' +
    'be being made make makes making work works working run runs running'
  ).split(' '),
);

/**
 * Verbs and nouns of asking, which say what kind of answer is wanted rather than what it is about.
 * The kind of answer is checked on its own.
 */
export const ASKING_WORDS: ReadonlySet<string> = new Set(
  (
    'date day dates time clock hour year month week weekday number count amount figure value place location city town country ' +
    'person link url website address many much often who where when which what'
  ).split(' '),
);
