import { useEffect } from 'react';
import { panelId } from './ui/tab-strip.tsx';
import { focusPanel } from './use-desk-commands.ts';

/** Where a control stood: the elements around it, the nearest first, each with its place among its neighbours. */
interface Place {
  /** What it does, if it may come back as another element. */
  readonly control: string | null;
  readonly passesOn: boolean;
  readonly element: Element;
  readonly around: readonly { readonly element: Element; readonly index: number }[];
}

const controls = 'input, button, select, textarea, a[href], [tabindex]';
const bounds = 'main, [role="dialog"], [role="tabpanel"]';

/**
 * Where the focus goes when its control is disabled or leaves while it has it: to the same control (`data-control`) where
 * it stands now, else to the one that took its place or stands next, else to the number field or the open tab. What says `data-passes-focus`
 * gives it to the number field at once: there its neighbours do something else than was meant.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Place | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = placeOf(target);
    };
    const lost = (): Place | null =>
      last !== null && isNowhere(document.activeElement) && !canHaveFocus(last.element) ? last : null;
    const look = () => {
      const place = lost();
      if (place === null) return;
      // At once, so that the next key goes where the last one went.
      if (place.control !== null && focusFirst(document.querySelectorAll(`[data-control="${place.control}"]`))) return;
      // What has an own opinion of where its focus goes, says so as soon as it is drawn.
      requestAnimationFrame(() =>
        setTimeout(() => {
          const still = lost();
          if (still !== null) passOn(still);
        }),
      );
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'hidden'],
    });
    document.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

function placeOf(element: Element): Place {
  const around: { element: Element; index: number }[] = [];
  for (
    let child = element, parent = child.parentElement;
    parent !== null;
    child = parent, parent = parent.parentElement
  )
    around.push({ element: parent, index: [...parent.children].indexOf(child) });
  return {
    control: element.getAttribute('data-control'),
    passesOn: element.closest('[data-passes-focus]') !== null,
    element,
    around,
  };
}

function passOn({ passesOn, around }: Place): void {
  const number = document.querySelectorAll(`#${panelId('keypad')} input[inputmode="tel"]`);
  if (passesOn && focusFirst(number)) return;
  for (const { element, index } of around) {
    if (!element.isConnected) continue;
    // A whole screen that went away is followed by one that knows where it begins.
    if (element.querySelector('main') !== null) break;
    const places = [...element.children];
    if (places.slice(index).some(focusWithin) || places.slice(0, index).reverse().some(focusWithin)) return;
    if (element.matches(bounds)) break;
  }
  if (!focusFirst(number)) focusPanel();
}

function focusWithin(element: Element): boolean {
  return focusFirst(element.matches(controls) ? [element] : element.querySelectorAll(controls));
}

function focusFirst(candidates: Iterable<Element>): boolean {
  for (const candidate of candidates) {
    if (!(candidate instanceof HTMLElement) || candidate.tabIndex < 0 || !canHaveFocus(candidate)) continue;
    candidate.focus();
    if (document.activeElement === candidate) return true;
  }
  return false;
}

function canHaveFocus(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility({ checkVisibilityCSS: true });
}

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body;
}
