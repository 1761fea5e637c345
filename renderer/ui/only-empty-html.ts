interface HtmlRules {
  /** Null: it is refused. */
  createHTML(html: string): string | null;
}

declare global {
  interface Window {
    /** Known to Chromium, not yet to the types of the page. */
    readonly trustedTypes?: { createPolicy(name: 'default', rules: HtmlRules): unknown };
  }
}

/**
 * The page lets no text become HTML, and so throws where it is tried. The component library empties the element that it speaks to
 * screen readers through by writing nothing into it: nothing, and nothing else, is let through.
 */
export function letOnlyEmptyHtmlPass(): void {
  window.trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? html : null) });
}
