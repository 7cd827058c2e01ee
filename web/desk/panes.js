// On a phone only one of the three columns fits; these three buttons at the foot choose it.

import { el } from '../shared/dom.js';
import { setButtons } from './button.js';

/** @param {import('./context.js').Desk} desk @returns {import('./context.js').Part} */
export function createPanes(desk) {
  const { i18n } = desk;
  const root = el('nav', { class: 'panes', 'aria-label': i18n.t('panes') });
  /** @type {[import('./ui.js').Ui['pane'], string, import('../shared/icons.js').Icon][]} */
  const panes = [['agenda', 'agenda', 'list'], ['now', 'pane_now', 'vote'], ['room', 'room', 'people']];
  return {
    root,
    update() {
      setButtons(root, panes.map(([pane, label, icon]) => ({ act: `pane-${pane}`, label: i18n.t(label), icon, tone: 'quiet', on: desk.ui.pane === pane, run: () => desk.change({ pane }) })));
    },
  };
}
