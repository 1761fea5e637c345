import { type RefObject, useEffect, useRef } from 'react';
import { toLatinDigits } from '../../../shared/domain/digits.ts';

/**
 * The parts of a date take only digits of their own writing. A keyboard types its own, and its number pad Latin ones: whichever come are
 * handed on as those.
 */
export function useTypedDigits(digits: (text: string) => string): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = around.current;
    const translate = (event: InputEvent) => {
      const { data, target, inputType } = event;
      const own = data === null ? null : digits(toLatinDigits(data));
      if (own === null || own === data) return;
      event.preventDefault();
      event.stopPropagation();
      target?.dispatchEvent(new InputEvent('beforeinput', { data: own, inputType, bubbles: true, cancelable: true }));
    };
    element?.addEventListener('beforeinput', translate, true);
    return () => element?.removeEventListener('beforeinput', translate, true);
  }, [digits]);
  return around;
}
