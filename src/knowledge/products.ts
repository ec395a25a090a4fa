import { cut } from './cut.ts';
import type { Quote, QuoteSource } from './quote.ts';

/** Codes of letters with digits or joined capitals: C-CAR088, FP-014, GEO-CM04S1, CLS-AX, sac-TMT. */
const CODE =
  /(?<![\p{L}\p{N}/.@-])(?:(?=[\p{L}\p{N}‑-]*\d)(?=[\p{L}\p{N}‑-]*\p{Lu})[\p{L}][\p{L}\p{N}]*(?:[-‑][\p{L}\p{N}]+){0,3}|\p{Lu}{2,5}[-‑]\p{Lu}{2,5}|[a-z]{2,5}-[A-Z]{2,5})(?![\p{L}\p{N}@]|-\(|\s\d{2,}\b)/gu;
/** Antigens, targets, forms, viruses, standards: codes that name no product. */
const NOT_PRODUCT =
  /^(?:(?:anti-)?CD\d+|anti-[A-Z]+|[AP]M-\d+|Form-?\d*|(?:anti-)?(?:PD-?L?1|BCMA|HER[1-4]|TROP2|CTLA-?4|GPRC5D|DLL3|EGFR|VEGFR?)|IL-?\d+\w*|GLP-?\d|COVID(?:-?\d+)?|SARS(?:-CoV(?:-\d)?)?|H\d+N\d+|S-\d|F-\d+|N-\d\w*|\d?\w?-?K|Form.*|Q[1-4]|[1-4]Q|FY\d+|H[12]|CY\d+|Phase.*|[2-4]L|GPT-?\d\w*|ICD-?\d+|B2B|B2C|D2C|P2P|P2E|Web3|WEB3|Web\d|MP[34]|[A-Z]\d|5G|4G|CO2|H2O|NO2|mRNA|PM2|G\d+|BRCA[12]|KRAS.*|MMP-\d+|ALDH\d|IP6\d|ISO-?\d+|CAR-T|CAR-NK|T-cell|C\d{1,2}|NI?\s?43-101|NCT\d+|USD?\d*|US\d.*|SEC|Mid-\d+|Post-\d+|Pre-\d+|Top-?\d+|AI-\w+|USDC|ERC-?\d+|BEP-?\d+|M&A|R&D|Y-o-Y|CT-MRI|HPV\d*|HIV-?1?|LGBTQ.*|UTF-8|PH-ILD|ASCO-GU)$/i;

/** Nonproprietary names of medicines by their stems (WHO's list of INN stems); English words that end so are left out. */
export const NONPROPRIETARY =
  /(?<![\p{L}\p{N}-])[\p{L}]{3,}(?:mab|[tc]inib|anib|enib|ciclib|parib|gliptin|gliflozin|glutide|sartan|prazole|conazole|mycin|cillin|leucel|parvovec|siran|limus|(?<!int)ercept|tacept|kinra|grastim|platin|taxel|rubicin|gepant|triptan|caftor|lisib|metinib|rafenib|setron|vaptan|xaban|coxib|dronate|zomib|domide|glitazone|vastatin|tegravir|buvir|previr|fovir|trigine|toclax|degib|sertib|pramide|lutamide|begron|vedotin|deruxtecan|tecan|nersen|mersen|orexant|pitant|fibrate|profen|racetam|relix|relin|thiazide|trexate|(?:du|dra|bo|xo|ino|mo|ri|ni)stat|plasmid|plasimran|natide|pretide|lutide|(?<!\b(?:ex|can|par|mar|chan))cel|xanib)(?:-[a-z]{4})?(?![\p{L}\p{N}])/giu;
/** "HARBOR-1": a trial's name rather than a product's code. */
const TRIAL_LIKE = /^\p{Lu}{5,}-\d$/u;

/** The first product that a quote names: by its code, else by its nonproprietary name; a trial's name if it names none. */
export function productCodeIn(source: QuoteSource, quote: Quote): Quote | undefined {
  const codes = codesIn(quote.text);
  const code = codes.find((one) => !TRIAL_LIKE.test(one.code));
  const generic = code === undefined ? [...quote.text.matchAll(NONPROPRIETARY)][0] : undefined;
  const named = code ?? (generic === undefined ? codes[0] : { code: generic[0], start: generic.index });
  return named && cut(source, quote.start + named.start, quote.start + named.start + named.code.length);
}

/** All product codes in a text with their offsets. */
export function codesIn(text: string): { code: string; start: number }[] {
  return [...text.matchAll(CODE)]
    .filter(([code]) => code.length >= 4 && code.length <= 24 && !NOT_PRODUCT.test(code))
    .map((match) => ({ code: match[0], start: match.index }));
}
