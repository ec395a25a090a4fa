import { html, type TemplateResult } from 'lit';

const draw = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

/** Line drawings of our own, 24 units wide, in the colour of the text around them. */
export const icons = {
  channel: draw('M9 4 7 20M17 4l-2 16M4 9h17M3 15h17'),
  announcement: draw('M4 10v4h3l8 5V5L7 10H4zM18 9a4 4 0 0 1 0 6'),
  direct: draw('M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm4-8v5a2.5 2.5 0 0 0 5 0v-1a9 9 0 1 0-4 7.5'),
  menu: draw('M4 7h16M4 12h16M4 17h16'),
  members: draw(
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.500 20a6.500 6.500 0 0 1 13 0M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14a6 6 0 0 1 3.500 6',
  ),
  inspector: draw('M8 6 3 12l5 6M16 6l5 6-5 6M14 4l-4 16'),
  theme: draw(
    'M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M5.600 18.400 7 17M17 7l1.400-1.400M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  ),
  reply: draw('M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7'),
  more: draw('M5 11.500v1M12 11.500v1M19 11.500v1M4.500 12h1M11.500 12h1M18.500 12h1'),
  close: draw('M6 6l12 12M18 6 6 18'),
  external: draw('M14 4h6v6M20 4l-9 9M18 14v6H4V6h6'),
  file: draw('M6 3h8l5 5v13H6zM14 3v5h5'),
  used: draw('M5 20v-6a6 6 0 0 1 6-6h8M15 4l4 4-4 4'),
  eye: draw(
    'M2 12s4-6.500 10-6.500S22 12 22 12s-4 6.500-10 6.500S2 12 2 12zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  ),
  send: draw('M4 12 20 4l-6 16-3-7z'),
  down: draw('M6 9l6 6 6-6'),
};
