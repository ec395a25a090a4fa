/**
 * Words that carry no claim of their own: a passage need not contain them to answer. Function words
 * are dropped; light words count a little when they do match.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    's a an the this that these those it its he she his her him i me my mine we our you your yours ' +
    'is are was were be been being am do does did doing done have has had having will would shall should can could may might must ' +
    'of to in on at by for from with as into onto about over under than then so and or but if not no nor ' +
    'what which who whom whose when where why how whats whos wheres whens hows ' +
    'there here also just only even ever any some all both each every either neither such very really actually ' +
    'please pls plz thanks thank hi hey hello yo lol btw ok so well um uh eh ' +
    'up out off down again further once too still yet already now whether ' +
    'against versus across dont doesnt didnt isnt arent wasnt cant couldnt wont shouldnt wouldnt werent hadnt mustnt neednt im ive its thats theres hasnt havent ' +
    'theyll theyre theyve theyd youll youre youve itll thatll whatll wholl hes shes ' +
    'vs via per upon through throughout alongside apart besides amid among between during within while because since until till before after following ' +
    'they them their theirs mr mrs ms dr prof'
  ).split(' '),
);

export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  (
    'tell give show say says said know find get got getting want need see look looking like mean happen happened happening ' +
    'thing things stuff something anything everything someone anyone guy guys folks one ones ' +
    'kind kinds type sort sorts way ways lot lots much many more most less least bit few several various ' +
    'new current currently latest recent recently today now time exactly roughly approximately around about ' +
    'called call name named names titled entitled state stated mention mentioned describe described explain ' +
    'company companys firm release press announcement announced announce news text document article statement ' +
    'please quick question info information detail details fact facts wondering curious ' +
    'first main overall total full whole own go goes going come comes put use used using take takes ' +
    'according regarding concerning related relate relates relating involve involved involves include includes included including ' +
    'report reports reported reporting take takes happen plan planned expect expected due ' +
    'word words plain simple terms basically exact specific specifically particular ' +
    'update updates anyway maybe perhaps else other another same different ' +
    'somewhere anywhere long big large small good great best next last ' +
    'be being made make makes making work works working running'
  ).split(' '),
);

/**
 * Verbs and nouns of asking, which say what kind of answer is wanted rather than what it is about.
 * The kind of answer is checked on its own.
 */
export const ASKING_WORDS: ReadonlySet<string> = new Set(
  (
    'date day days dates time times clock hour year years month months week weekday quarter timing percent percentage share position town number count amount figure value place location city town country ' +
    'person link url website address many much often who where when which what'
  ).split(' '),
);

/**
 * Common verbs and adverbs that a paraphrase changes freely: when a passage lacks one, nothing is
 * said against it. Every other word of the question has to be accounted for.
 */
export const SOFT_WORDS: ReadonlySet<string> = new Set(
  (
    'get gets got gotten give gives gave given go goes went going come comes came coming take takes took taken bring brought hold holds held ' +
    'keep keeps kept let put puts set sets turn turned move give offer offered offers provide provides provided ' +
    'do did done doing happen happens try tried tries want wants wanted need needs needed allow allows allowed ' +
    'help helps helped ask asks asked think thinks believe feel look looks looking seem seems appear appears ' +
    'become becomes became remain remains stay stays stand stands speak speaks spoke write written wrote hear heard ' +
    'begin start started starts end ends ended finish finished follow follows followed ' +
    'reach reaches reached achieve achieved receive receives received get carry carried cover covers covered ' +
    'used using uses serve serves act acts acting acted taking giving putting turning bringing keeping trying handles handled handling hosting play plays played bring lead leads ran ' +
    'consist consists contain contains comprise hold form forms formed base based handle ' +
    'actually supposed going able likely possible available found find kind sort part own together along back away ever still yet again ' +
    'old original initial recent early total overall entire whole own real actual certain ' +
    'supposed trying talking talk lined wrap type version case side end start part area field level point line order ' +
    'person somebody someone anybody party way thing stuff place bit lot couple number size amount ' +
    'edition concern concerns intended intend intends meant designed catch feature features featured rest ' +
    'absolutely accordingly anyplace apparently arrange arranged aspect assume assumed aware basis basic ' +
    'basically besides bother bothered briefly care carefully certainly check clearly commonly consider ' +
    'considered correctly course curious deeply definitely directly easily effectively effort ensure entirely ' +
    'especially essentially eventually everybody everyone everywhere exist exists fairly feel feels finally ' +
    'firmly forget forgotten friend fun fully fundamentally generally genuinely gladly guess handy happily hence ' +
    'herself himself honest honestly hopefully however huge idea imagine impression indeed interested interesting ' +
    'item itself keen kindly knew knows largely likewise literally little love luckily mainly manage managed ' +
    'matter matters mere merely mind moment mostly myself nearly necessarily nevertheless nice notice noticed ' +
    'nowadays obvious obviously occasion occur occurs occurred often ought ourselves perfectly personally ' +
    'possibly pretty probably properly quite rather readily realize realise regard regardless relatively remember ' +
    'respectively sad saw seen shortly simply situation somehow someplace sometime somewhat somehow sorry ' +
    'specified specify suddenly suggest sure surely surprised tends terribly thereby therefore thinking though ' +
    'thought throughout thus told totally toward towards truly understand understood unfortunately usually ' +
    'utterly vast weird whatever whenever whereas wherever whoever wish wonder worded worthwhile phrased anymore ' +
    'cannot dude mate bro gonna wanna gotta kinda sorta lemme gimme dunno tbh imo imho fyi asap aint yall cuz coz ' +
    'omg wtf tho ngl rn idk nvm iirc heres lets youre theyre weve theyve werent shouldnt wouldnt wasn isn aren ' +
    'didn doesn hasn haven concrete concretely effect affair matter story picture themselves whatsoever whose ' +
    'far right ahead altogether known compared list listed deal transaction business device agreement develop developed developing being served serves serving built timing scheduled quarter opening paragraph according directed section look under up wall stage'
  ).split(' '),
);
