import { render } from 'lit';
import './skyra.ts';
import { app } from './app.ts';
import { connect } from './connection.ts';
import { focusComposer, keepFocus } from './focus.ts';
import { showModal } from './modal.ts';
import { scrollToNewest } from './scroll.ts';
import { change, onChange, patch, state } from './state.ts';

const REDRAW_MS = 30_000;
const page = document.getElementById('page');
let isFirst = true;

function draw(): void {
  if (page === null) return;
  document.documentElement.dataset['theme'] = state.light ? 'light' : 'dark';
  render(app(), page);
  showModal();
  scrollToNewest();
  if (isFirst && state.place !== null) {
    isFirst = false;
    focusComposer();
  }
}

onChange(draw);
keepFocus();
connect();
change(() => {});
// "5 minutes ago" must not stand still.
setInterval(() => change(() => {}), REDRAW_MS);
document.addEventListener('click', ({ target }) => {
  if (state.menu !== null && target instanceof Element && !target.closest('.actions, .select')) {
    patch({ menu: null });
  }
});
