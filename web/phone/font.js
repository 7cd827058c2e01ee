// The font comes after everything that is needed for voting, and only its Arabic part: on a crowded hotspot the ballot
// paper must not wait for the beauty of its letters.

let asked = false;

/** @param {string} lang */
export function loadFont(lang) {
  if (asked || lang !== 'ar' || !document.fonts) return;
  asked = true;
  const later = window.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 200));
  later(() => {
    const cairo = new FontFace('cairo', 'url(/fonts/cairo-arabic.woff2) format("woff2")', {
      weight: '200 1000', display: 'swap', unicodeRange: 'U+0600-06FF, U+0750-077F, U+0870-08FF, U+200C-200E, U+2010-2011, U+FB50-FDFF, U+FE70-FEFC',
    });
    cairo.load().then((font) => document.fonts.add(font), () => { asked = false; });
  });
}
