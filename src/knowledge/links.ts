/** Whether an address is well formed and https: the only kind that is ever shown as a link. */
export function isFormedLink(link: string): boolean {
  return URL.canParse(link) && new URL(link).protocol === 'https:';
}
