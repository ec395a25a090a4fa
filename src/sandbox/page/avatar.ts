const COLOURS = ['#4752c4', '#1f7a4c', '#9c5a12', '#a3345f', '#5b4bb5'] as const;

/** A round picture with the name's first letter, as SVG. The bot's bears a footnote mark. */
export function avatar(name: string, bot: boolean): string {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const colour = bot ? '#2563eb' : (COLOURS[sum % COLOURS.length] ?? COLOURS[0]);
  const letter = /^[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ?? '?';
  const sign = bot
    ? '<text x="20" y="34" font-size="34" font-weight="700">*</text>'
    : `<text x="20" y="27" font-size="19" font-weight="600">${letter}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/><g fill="#fff" font-family="sans-serif" text-anchor="middle">${sign}</g></svg>`;
}
