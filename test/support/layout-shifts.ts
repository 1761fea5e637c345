import type { Page } from '@playwright/test';

export interface LayoutShift {
  readonly value: number;
  readonly moved: readonly string[];
}

/**
 * What moved in the page since it was loaded, without being asked: what a person's own key or click moves is meant. At the end
 * the page is moved on purpose, so that an observer that says nothing is not taken for a page in which nothing moves.
 */
export async function layoutShifts(page: Page): Promise<readonly LayoutShift[]> {
  return page.evaluate(
    () =>
      new Promise<readonly LayoutShift[]>((resolve, reject) => {
        interface Entry extends PerformanceEntry {
          readonly value: number;
          readonly hadRecentInput: boolean;
          readonly sources: readonly {
            node: Node | null;
            previousRect: DOMRectReadOnly;
            currentRect: DOMRectReadOnly;
          }[];
        }
        const written = ({ x, y, width, height }: DOMRectReadOnly) =>
          [x, y, width, height].map((length) => Math.round(length)).join(' ');
        const body = document.body;
        const shifts: LayoutShift[] = [];
        const timer = setTimeout(
          () => reject(new Error('The observer does not tell of the shift made on purpose')),
          5000,
        );
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as Entry[]) {
            if (entry.startTime >= provokedAt && provokedAt > 0) {
              clearTimeout(timer);
              observer.disconnect();
              body.style.removeProperty('padding-top');
              resolve(shifts);
              return;
            }
            if (entry.hadRecentInput) continue;
            shifts.push({
              value: entry.value,
              moved: entry.sources.map(
                ({ node, previousRect, currentRect }) =>
                  `${written(previousRect)} -> ${written(currentRect)} ${
                    node instanceof Element
                      ? node.outerHTML.slice(0, 160)
                      : `text "${node?.textContent ?? ''}" in ${node?.parentElement?.outerHTML.slice(0, 120)}`
                  }`,
              ),
            });
          }
        });
        let provokedAt = 0;
        observer.observe({ type: 'layout-shift', buffered: true });
        // What was drawn until now is told first.
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            setTimeout(() => {
              provokedAt = performance.now();
              body.style.setProperty('padding-top', '40px');
            }, 50),
          ),
        );
      }),
  );
}
