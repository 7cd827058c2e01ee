// Rules for all our JavaScript. Run from the top of the tree, since tests/ is checked too:
//   web/node_modules/.bin/eslint --config web/eslint.config.js web tests

import js from "@eslint/js";
import globals from "globals";

// A title or an option is typed by people: text goes in as textContent, never as markup.
const markupProperties = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "srcdoc"];

const browserRules = {
  "no-restricted-properties": [
    "error",
    ...markupProperties.map((property) => ({ property, message: "Use textContent or shared/dom.js." })),
    { object: "document", property: "write", message: "Use textContent or shared/dom.js." },
    { object: "navigator", property: "userAgent", message: "Ask for the feature, not for the browser." },
    // Plain http on the hall's network is not a secure context: these are absent there.
    { object: "crypto", property: "subtle", message: "Absent on plain http." },
    { object: "crypto", property: "randomUUID", message: "Absent on plain http: use getRandomValues." },
  ],
  "no-restricted-syntax": [
    "error",
    ...markupProperties.map((name) => ({
      selector: `AssignmentExpression > MemberExpression.left[computed=true] > Literal.property[value="${name}"]`,
      message: "Use textContent or shared/dom.js.",
    })),
    { selector: "CallExpression[callee.property.name='setAttribute'] > Literal.arguments:first-child[value=/^(style|on)/]", message: "The content security policy refuses it." },
  ],
  "no-restricted-globals": ["error", { name: "alert", message: "Use a dialog." }, { name: "confirm", message: "Use a dialog." }, { name: "prompt", message: "Use a dialog." }],
};

export default [
  { ignores: ["web/node_modules/**", "build/**"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-unused-vars": ["error", { args: "after-used", caughtErrors: "none" }],
    },
  },
  {
    files: ["web/{phone,stage,desk,records,check,shared,lang}/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: browserRules,
  },
  {
    files: ["web/*.{js,mjs}", "web/build/**/*.mjs", "web/test/**/*.{js,mjs}", "tests/**/*.{js,mjs}"],
    languageOptions: { globals: globals.node },
  },
  {
    // Functions here are also sent to run inside a page.
    files: ["tests/browser/**/*.mjs"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
