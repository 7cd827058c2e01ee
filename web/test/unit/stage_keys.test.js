import test from 'node:test';
import assert from 'node:assert/strict';
import { actionOf, isTyping } from '../../stage/keys.js';

const press = (key, code, more = {}) => ({ key, code, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more });
const free = { typing: false, letters: true };

test('the same key works under an Arabic layout, by its position', () => {
  assert.equal(actionOf(press('b', 'KeyB'), free), 'black');
  assert.equal(actionOf(press('لا', 'KeyB'), free), 'black');
  assert.equal(actionOf(press('ض', 'KeyQ'), free), 'corner');
  assert.equal(actionOf(press('م', 'KeyL'), free), 'language');
  assert.equal(actionOf(press('ف', 'KeyT'), free), 'theme');
  assert.equal(actionOf(press('ب', 'KeyF'), free), 'full');
});

test('under another Latin layout the printed letter counts', () => {
  assert.equal(actionOf(press('q', 'KeyA'), free), 'corner');
  assert.equal(actionOf(press('a', 'KeyQ'), free), null);
});

test('a clicker darkens with a full stop and turns pages', () => {
  assert.equal(actionOf(press('.', 'Period'), free), 'black');
  assert.equal(actionOf(press('PageDown', 'PageDown'), free), 'next');
  assert.equal(actionOf(press('PageUp', 'PageUp'), free), 'back');
});

test('no key fires while someone types, but Escape', () => {
  const typing = { typing: true, letters: true };
  assert.equal(actionOf(press('b', 'KeyB'), typing), null);
  assert.equal(actionOf(press('PageDown', 'PageDown'), typing), null);
  assert.equal(actionOf(press('Escape', 'Escape'), typing), 'close');
});

test('letters can be switched off, named keys stay', () => {
  const off = { typing: false, letters: false };
  assert.equal(actionOf(press('b', 'KeyB'), off), null);
  assert.equal(actionOf(press('PageDown', 'PageDown'), off), 'next');
});

test('shortcuts of the browser and held keys are left alone', () => {
  assert.equal(actionOf(press('f', 'KeyF', { ctrlKey: true }), free), null);
  assert.equal(actionOf(press('t', 'KeyT', { metaKey: true }), free), null);
  assert.equal(actionOf(press('b', 'KeyB', { repeat: true }), free), null);
});

test('the question mark opens the list in every layout', () => {
  assert.equal(actionOf(press('?', 'Slash'), free), 'keys');
  assert.equal(actionOf(press('؟', 'Slash'), free), 'keys');
  assert.equal(actionOf(press('?', 'KeyM'), free), 'keys');
});

test('fields where text is entered are recognised', () => {
  assert.equal(isTyping({ tagName: 'INPUT', isContentEditable: false }), true);
  assert.equal(isTyping({ tagName: 'DIV', isContentEditable: true }), true);
  assert.equal(isTyping({ tagName: 'BUTTON', isContentEditable: false }), false);
  assert.equal(isTyping(null), false);
});

test('the arrows go on and back in the direction of reading', () => {
  assert.equal(actionOf(press('ArrowRight', 'ArrowRight'), free), 'next');
  assert.equal(actionOf(press('ArrowLeft', 'ArrowLeft'), free), 'back');
  assert.equal(actionOf(press('ArrowLeft', 'ArrowLeft'), { ...free, rtl: true }), 'next');
  assert.equal(actionOf(press('Home', 'Home'), free), 'first');
  assert.equal(actionOf(press('End', 'End'), { ...free, letters: false }), 'last');
});

test('table and explanation have a key each, under every layout', () => {
  assert.equal(actionOf(press('d', 'KeyD'), free), 'table');
  assert.equal(actionOf(press('ي', 'KeyD'), free), 'table');
  assert.equal(actionOf(press('ث', 'KeyE'), free), 'explain');
});
