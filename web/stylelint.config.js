// The pages stand in Arabic first: a physical left or right in a stylesheet is a bug in one of
// the two directions, so only logical properties pass.

export default {
  extends: ["stylelint-config-standard"],
  plugins: ["stylelint-use-logical"],
  rules: {
    "csstools/use-logical": "always",
    "custom-property-empty-line-before": null,
    "declaration-empty-line-before": null,
    "comment-empty-line-before": null,
    "rule-empty-line-before": null,
    "no-descending-specificity": null,
    "declaration-block-single-line-max-declarations": null,
    // Arabic has neither capitals nor gaps between joined letters.
    "property-disallowed-list": ["text-transform", "letter-spacing", "float", "clear"],
    "declaration-property-value-disallowed-list": {
      "text-align": ["left", "right"],
    },
  },
};
