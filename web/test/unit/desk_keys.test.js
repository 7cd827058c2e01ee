import test from 'node:test';
import assert from 'node:assert/strict';
import { BOUNCE_MS, commandOf, steady } from '../../desk/keys.js';

const around = { direction: /** @type {const} */ ('rtl'), singles: true, typing: false, pressing: false };
/** @param {string} key @param {string} code */
const press = (key, code = '') => ({ key, code });

test('the arrow that goes on follows the direction of the page', () => {
  assert.equal(commandOf(press('ArrowLeft', 'ArrowLeft'), around), 'next');
  assert.equal(commandOf(press('ArrowRight', 'ArrowRight'), around), 'previous');
  const ltr = { ...around, direction: /** @type {const} */ ('ltr') };
  assert.equal(commandOf(press('ArrowRight', 'ArrowRight'), ltr), 'next');
  assert.equal(commandOf(press('ArrowLeft', 'ArrowLeft'), ltr), 'previous');
});

test('a clicker works in every direction and with single keys switched off', () => {
  const off = { ...around, singles: false };
  assert.equal(commandOf(press('PageDown', 'PageDown'), off), 'next');
  assert.equal(commandOf(press('PageUp', 'PageUp'), off), 'previous');
  assert.equal(commandOf(press(' ', 'Space'), off), 'step');
});

test('letters act by their place on an Arabic board and by their name on a Latin one', () => {
  assert.equal(commandOf(press('ض', 'KeyQ'), around), 'qr');
  assert.equal(commandOf(press('ب', 'KeyF'), around), 'full');
  assert.equal(commandOf(press('لا', 'KeyB'), around), 'black', 'one key, two characters');
  assert.equal(commandOf(press('Enter', 'Enter'), around), null);
  assert.equal(commandOf(press('F5', 'F5'), around), null);
  assert.equal(commandOf(press('Q', 'KeyQ'), around), 'qr');
  assert.equal(commandOf(press('q', 'KeyA'), around), 'qr', 'French board: Q stands where A is');
  assert.equal(commandOf(press('a', 'KeyQ'), around), null);
  assert.equal(commandOf(press('z', 'KeyW'), around), 'freeze');
});

test('the full stop of a clicker blanks the stage on any layout', () => {
  assert.equal(commandOf(press('.', 'Period'), around), 'black');
  assert.equal(commandOf(press('ز', 'Period'), around), 'black');
  assert.equal(commandOf(press('?', 'Slash'), around), 'keys');
  assert.equal(commandOf(press('؟', 'Slash'), around), 'keys');
});

test('nothing acts while someone types, with a modifier, or when single keys are off', () => {
  for (const key of ['ArrowDown', 'PageDown', 'c', ' ', '?']) {
    assert.equal(commandOf(press(key, ''), { ...around, typing: true }), null, key);
    assert.equal(commandOf({ ...press(key, ''), ctrlKey: true }, around), null, key);
  }
  assert.equal(commandOf(press('c', 'KeyC'), { ...around, singles: false }), null);
  assert.equal(commandOf({ ...press('c', 'KeyC'), isComposing: true }, around), null);
});

test('Space belongs to a button that the keyboard has reached', () => {
  assert.equal(commandOf(press(' ', 'Space'), { ...around, pressing: true }), null);
});

test('auto-repeat and bounces are one press', () => {
  const obeyed = steady();
  assert.equal(obeyed('next', press('PageDown'), 1000), true);
  assert.equal(obeyed('next', press('PageDown'), 1000 + BOUNCE_MS - 1), false);
  assert.equal(obeyed('previous', press('PageUp'), 1001), true);
  assert.equal(obeyed('next', press('PageDown'), 1000 + BOUNCE_MS), true);
  assert.equal(obeyed('next', { ...press('PageDown'), repeat: true }, 9000), false);
});
