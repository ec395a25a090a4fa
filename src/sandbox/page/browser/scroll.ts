import { state } from './state.ts';

/** Closer to the end than this, a reader is taken to be at the end. */
const NEAR_PX = 160;

let shownChannel = '';
let wasAtEnd = true;
let watched: Element | null = null;

/** Keeps the newest message in sight for who is at the end; who reads further up is left there. */
export function scrollToNewest(): void {
  const scroller = document.getElementById('scroller');
  if (scroller === null) return;
  if (watched !== scroller) {
    watched = scroller;
    scroller.addEventListener('scroll', () => {
      wasAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
    });
    // Messages grow after they were drawn: their elements draw themselves a moment later.
    const follow = new ResizeObserver(() => {
      if (wasAtEnd) scroller.scrollTop = scroller.scrollHeight;
    });
    for (const child of scroller.children) follow.observe(child);
    follow.observe(scroller);
  }
  if (shownChannel !== state.channel) {
    shownChannel = state.channel;
    wasAtEnd = true;
  }
  if (wasAtEnd) scroller.scrollTop = scroller.scrollHeight;
}
