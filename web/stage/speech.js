// The sentence that tells a listener what the wall shows now. The announcer decides whether and when it is said. Pure.

import { shares } from '../shared/numbers.js';
import { marked, scoresOf, tieOf } from '../shared/result.js';
import { isShare } from '../shared/outcome.js';
import { turnoutOf } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../shared/i18n.js').I18n} I18n */

/** @param {Scene} scene @param {import('../shared/wire.js').Room} room @param {I18n} i18n */
export function sentenceOf(scene, room, i18n) {
  const { item, view, status, tally } = scene;
  if (view === 'black') return i18n.t('black_screen');
  if (!item) return i18n.t('join_title');
  const title = i18n.pick(item.title).text;
  if (view === 'slide' || view === 'swot') return title;
  if (view === 'hidden' || !tally?.result) {
    if (status === 'waiting') return `${title}. ${i18n.t('not_open')}`;
    const { voted, voters } = turnoutOf(scene, room);
    const turnout = i18n.t('voted_all', { n: voted, voters });
    return status === 'open' ? `${i18n.t('say_open', { title })}. ${turnout}` : `${i18n.t('say_closed')} ${turnout}`;
  }
  return resultSentence(item, tally.result, view === 'closed' || status === 'closed', i18n);
}

/** @param {import('../shared/wire.js').Item} item @param {import('../shared/wire.js').Result} result @param {boolean} final @param {I18n} i18n */
function resultSentence(item, result, final, i18n) {
  const options = item.options ?? [];
  const winners = marked(result);
  const tie = tieOf(item, result);
  const name = (/** @type {string} */ id) => i18n.pick(options.find((option) => option.id === id)?.text ?? id).text;
  if (result.turnout.counted === 0) return i18n.t('no_result');
  // Ratings that only describe have no winner, and a circle leaves none: the listener is told where to look.
  if (winners.size === 0) return item.method === 'condorcet' ? i18n.t('no_winner') : i18n.t('say_result', { title: i18n.pick(item.title).text });
  if (tie.kind === 'open') return i18n.t('say_tie', { options: tie.options.map(name).join(i18n.t('and')) });
  if (!isShare(item) || winners.size > 1) return i18n.t(final ? 'say_won' : 'say_ahead', { options: [...winners].map(name).join(i18n.t('and')) });
  const scores = scoresOf(item, result), best = options.findIndex(({ id }) => winners.has(id));
  const told = { option: name(options[best].id), count: i18n.number(scores[best]), percent: i18n.percent(shares(scores, result.base.value)[best]) };
  return i18n.t(final ? 'say_winner' : 'say_leads', told);
}
